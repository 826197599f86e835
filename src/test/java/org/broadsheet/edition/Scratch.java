package org.broadsheet.edition;
import java.nio.file.*; import java.time.Clock; import java.util.*;
import org.broadsheet.mail.*;
class Scratch {
  @org.junit.jupiter.api.Test void go() throws Exception {
    var r = new DigestRenderer(new MailTemplates(Optional.empty(), Clock.systemUTC()));
    Files.createDirectories(Path.of("target/scratch"));
    for (var e : SampleDigest.all().entrySet()) for (var d : MailTheme.Design.values()) {
      var m = r.render(e.getValue().withTheme(MailTheme.of(d)));
      System.out.println(e.getKey()+" "+d+" "+DigestRenderer.size(m.html()));
      Files.writeString(Path.of("target/scratch/"+e.getKey()+"-"+d+".html"), m.html());
      Files.writeString(Path.of("target/scratch/"+e.getKey()+".txt"), m.text());
    }
  }
}
