package org.broadsheet.platform;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server on loopback that has agreed to HTTP/2 and then writes whatever frames the test wants (RFC 9113 section 4.1). */
final class H2RawServer implements AutoCloseable {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PUSH_PROMISE = 5;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int CONTINUATION = 9;
    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;
    /** {@code :status: 200} of the static table (RFC 7541 appendix A). */
    static final byte[] OK = {(byte) 0x88};

    /** Types of the frames that came from the client, RST_STREAM among them when it gives a stream up. */
    final List<Integer> received = new CopyOnWriteArrayList<>();
    final List<String> ends = new CopyOnWriteArrayList<>();
    private final SSLServerSocket listening;
    private final Script script;

    /** What is written once the request is there. */
    interface Script {

        void answer(int stream, Frames out) throws IOException, InterruptedException;
    }

    /** @param protocols that it agrees to; over {@code http/1.1} it says "plain" */
    H2RawServer(SSLContext tls, List<String> protocols, Script script) throws IOException {
        this.script = script;
        listening = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        var parameters = listening.getSSLParameters();
        parameters.setApplicationProtocols(protocols.toArray(String[]::new));
        listening.setSSLParameters(parameters);
        Thread.ofVirtual().start(this::accept);
    }

    String url(String path) {
        return "https://localhost:" + listening.getLocalPort() + path;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = (SSLSocket) listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            socket.startHandshake();
            if (!"h2".equals(socket.getApplicationProtocol())) {
                socket.getOutputStream().write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nplain".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                socket.getInputStream().readAllBytes();
                return;
            }
            var in = new DataInputStream(socket.getInputStream());
            in.readNBytes(24); // the preface
            var out = new Frames(socket.getOutputStream());
            out.frame(SETTINGS, 0, 0, new byte[0]);
            while (true) {
                var length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                var type = in.readUnsignedByte();
                in.readUnsignedByte();
                var stream = in.readInt();
                in.readNBytes(length);
                received.add(type);
                if (type == HEADERS) {
                    Thread.ofVirtual().start(() -> write(stream, out));
                }
            }
        } catch (IOException gone) {
            ends.add(String.valueOf(gone.getMessage()));
        }
    }

    private void write(int stream, Frames out) {
        try {
            script.answer(stream, out);
        } catch (IOException gone) {
            ends.add(String.valueOf(gone.getMessage()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    /** Writes frames. */
    static final class Frames {

        private final OutputStream out;

        Frames(OutputStream out) {
            this.out = out;
        }

        synchronized void frame(int type, int flags, int stream, byte[] payload) throws IOException {
            var bytes = new ByteArrayOutputStream(9 + payload.length);
            bytes.writeBytes(new byte[] {(byte) (payload.length >> 16), (byte) (payload.length >> 8), (byte) payload.length, (byte) type, (byte) flags,
                    (byte) (stream >> 24), (byte) (stream >> 16), (byte) (stream >> 8), (byte) stream});
            bytes.writeBytes(payload);
            out.write(bytes.toByteArray());
            out.flush();
        }
    }

    /** A field that is written out and kept in no table (RFC 7541 section 6.2.2); the value is at most 126 bytes. */
    static byte[] field(String name, String value) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(0);
        bytes.write(name.length());
        bytes.writeBytes(name.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        bytes.write(value.length());
        bytes.writeBytes(value.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }
}
