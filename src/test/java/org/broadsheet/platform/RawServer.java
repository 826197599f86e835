package org.broadsheet.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server on loopback that answers byte by byte what the test wants, well-behaved or not. */
final class RawServer implements AutoCloseable {

    final List<String> requests = new CopyOnWriteArrayList<>();
    private final ServerSocket listening;
    private final Handler handler;

    /** Answers one request; the connection is closed afterwards. */
    interface Handler {

        void answer(String requestHead, OutputStream out) throws IOException, InterruptedException;
    }

    RawServer(Handler handler) throws IOException {
        this.handler = handler;
        this.listening = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    static RawServer saying(String answer) throws IOException {
        return new RawServer((head, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed at the end of the test
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String head = head(socket.getInputStream());
            requests.add(head);
            handler.answer(head, socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException e) {
            requests.add("client went away: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0 || c == 0x16) { // a TLS greeting is no request
                break;
            }
            head.append((char) c);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
