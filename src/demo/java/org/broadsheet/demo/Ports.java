package org.broadsheet.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports that may be taken. */
final class Ports {

    private Ports() {
    }

    /** Starts something on a port. */
    interface Start<T> {
        T on(int port) throws IOException;
    }

    /** @param setting what to change when the port is taken */
    static <T> T bound(int port, String setting, Start<T> start) throws IOException, DemoException {
        try {
            return start.on(port);
        } catch (BindException taken) {
            throw busy(port, setting, taken);
        }
    }

    static void requireFree(String host, int port, String setting) throws IOException, DemoException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
        } catch (BindException taken) {
            throw busy(port, setting, taken);
        }
    }

    /** The port if it is free on loopback, else 0. */
    static int freeOrAny(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return port;
        } catch (BindException taken) {
            return 0;
        }
    }

    private static DemoException busy(int port, String setting, BindException taken) {
        return new DemoException("port " + port + " is not free (" + taken.getMessage() + "); choose another with " + setting, taken);
    }
}
