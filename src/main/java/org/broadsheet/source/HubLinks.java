package org.broadsheet.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.broadsheet.platform.WebAddress;

/**
 * Who tells of news of a feed, and under what name (WebSub, section 4). Header fields count before what the document says.
 *
 * @param hubs  at least one
 * @param topic what is subscribed to
 */
record HubLinks(List<String> hubs, String topic) {

    private static final int LONGEST = 1000;

    /**
     * @param fields values of the Link fields that the document came with
     * @param url    where it was found; its name if it has no other
     */
    static Optional<HubLinks> of(FeedHead head, List<String> fields, String url) {
        var links = LinkField.parse(fields);
        var hubs = Stream.concat(targets(links, "hub", url), head.hubs().stream()).filter(HubLinks::isUsable).distinct().limit(5).toList();
        var topic = Stream.of(targets(links, "self", url), Stream.of(head.selfUrl()), Stream.of(url)).flatMap(found -> found).filter(HubLinks::isUsable).findFirst();
        return hubs.isEmpty() ? Optional.empty() : topic.map(name -> new HubLinks(hubs, name));
    }

    private static Stream<String> targets(List<LinkField> links, String relation, String base) {
        return links.stream().filter(link -> link.relations().stream().anyMatch(name -> FeedHead.isRelation(name, relation)))
                .map(link -> FeedValues.absolute(base, link.target()));
    }

    private static boolean isUsable(String url) {
        return url.length() <= LONGEST && WebAddress.of(url).isPresent();
    }
}
