package org.broadsheet.platform;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.zip.ZipException;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;

/** What went wrong in an exchange, in words for an operator. */
final class FetchTrouble {

    private FetchTrouble() {
    }

    static Hop toldAs(Exception e) {
        return switch (e) {
            case CheckedAddresses.AddressBlockedException blocked -> Hop.refused("Blocked: " + blocked.getMessage());
            case LimitedBody.TooLargeException large -> Hop.failed("too-large", "Too large: " + large.getMessage());
            case BodyMemory.NoRoomException full -> Hop.failed("busy", "Too many large documents are being read at once");
            case ContentCoding.UnknownCodingException unknown -> Hop.failed("encoding", unknown.getMessage());
            case ZipException zip -> Hop.failed("encoding", "The document is not compressed the way the server says: " + words(zip));
            case UnknownHostException unknown -> Hop.failed("dns", "There is no host of that name: " + words(unknown));
            case ConnectTimeoutException late -> Hop.failed("timeout", "The server did not accept a connection in time");
            case ConnectException refused -> Hop.failed("connect", "The server refuses connections: " + words(refused));
            case NoRouteToHostException nowhere -> Hop.failed("connect", "There is no way to the server: " + words(nowhere));
            case SocketTimeoutException late -> Hop.failed("timeout", "The server fell silent");
            case InterruptedIOException late -> Hop.failed("timeout", "The server took too long");
            case SSLException tls -> Hop.failed("tls", "No secure connection could be made: " + words(tls));
            case MessageConstraintException large -> Hop.failed("too-large", "The head of the answer is too large: " + words(large));
            case ConnectionClosedException closed -> Hop.failed("protocol", "The server closed the connection before it had answered");
            case H2StreamResetException silent when isOfSilence(silent) -> Hop.failed("timeout", "The server fell silent");
            case H2StreamResetException reset -> Hop.failed("protocol", "The server broke the answer off: " + words(reset));
            case H2ConnectionException broken -> Hop.failed("protocol", "The server does not keep to HTTP/2: " + words(broken));
            case RuntimeException senseless -> Hop.failed("protocol", "The answer makes no sense");
            default -> Hop.failed("protocol", "The answer could not be read: " + words(e));
        };
    }

    /** Whether another address of the same host may fare better. */
    static boolean isOfTheWayThere(Exception e) {
        return e instanceof ConnectException || e instanceof ConnectTimeoutException || e instanceof NoRouteToHostException;
    }

    /** The client below gives up a stream that has been idle in the same way in which a server does, but for the words. */
    private static boolean isOfSilence(H2StreamResetException e) {
        return String.valueOf(e.getMessage()).startsWith("Timeout");
    }

    /** Whether the server may fare better with HTTP/1.1: it wants it (RFC 9113 section 7, HTTP_1_1_REQUIRED), or the two sides do not understand each other. */
    static boolean isOfHttp2(Exception e) {
        return e instanceof H2StreamResetException reset ? reset.getCode() == H2Error.HTTP_1_1_REQUIRED.getCode()
                : e instanceof H2ConnectionException || e instanceof HttpException || e instanceof RuntimeException;
    }

    /** Whether the connection was gone before the request could reach anybody, as a kept one may be at any moment. */
    static boolean isOfAKeptConnection(Exception e) {
        return e instanceof ConnectionClosedException || e instanceof RequestNotExecutedException
                || e instanceof SocketException && !isOfTheWayThere(e) || e instanceof ClosedChannelException || isSaidUnasked(e);
    }

    /** The server had said something before it was asked; the library closes the connection, with these words. */
    private static boolean isSaidUnasked(Exception e) {
        return e instanceof ProtocolException && "Unexpected response".equals(e.getMessage());
    }

    private static String words(Exception e) {
        return WebAddressParser.shown(String.valueOf(e.getMessage()));
    }
}
