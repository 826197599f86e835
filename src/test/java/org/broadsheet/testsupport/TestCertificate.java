package org.broadsheet.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of our own making, by the JDK's keytool, and both sides' view of it. */
public final class TestCertificate {

    private static final String PASSWORD = "changeit";

    private final KeyStore keys;
    private final Certificate trusted;

    private TestCertificate(KeyStore keys, Certificate trusted) {
        this.keys = keys;
        this.trusted = trusted;
    }

    /** Vouched for by itself alone. @param san such as {@code dns:localhost,ip:127.0.0.1} */
    public static TestCertificate forNames(String san) throws IOException, InterruptedException, GeneralSecurityException {
        KeyStore keys = made(List.of("-alias", "relay", "-dname", "CN=relay", "-ext", "san=" + san));
        return new TestCertificate(keys, keys.getCertificate("relay"));
    }

    /** Vouched for by an authority of our own, which {@link #clientSide} believes. */
    public static TestCertificate fromAuthority(String san) throws IOException, InterruptedException, GeneralSecurityException {
        KeyStore keys = made(List.of("-alias", "authority", "-dname", "CN=authority", "-ext", "bc:c"),
                List.of("-alias", "relay", "-dname", "CN=relay", "-ext", "san=" + san, "-signer", "authority"));
        Certificate authority = keys.getCertificate("authority");
        keys.deleteEntry("authority"); // a server shows its own
        return new TestCertificate(keys, authority);
    }

    @SafeVarargs
    private static KeyStore made(List<String>... pairs) throws IOException, InterruptedException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("broadsheet-tls");
        Path file = folder.resolve("keys.p12");
        for (List<String> pair : pairs) {
            make(file, pair);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Files.delete(file);
        Files.delete(folder);
        return keys;
    }

    private static void make(Path file, List<String> pair) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-keyalg", "EC", "-validity", "2", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD));
        command.addAll(pair);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes());
        if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool: " + output);
        }
    }

    /** For the server that owns it. */
    public SSLContext serverSide() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers().getKeyManagers(), null, null);
        return context;
    }

    /** For a server that makes its own context. */
    public KeyManagerFactory keyManagers() throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        return factory;
    }

    /** For a client that believes this certificate alone, or the authority that vouches for it. */
    public SSLContext clientSide() throws GeneralSecurityException, IOException {
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("believed", trusted);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
