package org.broadsheet.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.UnaryOperator;

/** A text with slots in one of the two transfer encodings that any hop carries unharmed (A13). What all copies share is encoded once. */
sealed interface Spliced permits SplicedQuotedPrintable, SplicedBase64 {

    /**
     * A stretch of the text and the slot that follows it.
     *
     * @param slot its mark; "" after the last
     */
    record Piece(String text, String slot) {
    }

    /** As it stands in Content-Transfer-Encoding. */
    String name();

    /**
     * Writes one copy.
     *
     * @param values the text of a slot by its mark
     */
    void writeTo(OutputStream out, UnaryOperator<String> values) throws IOException;

    /** Undoes {@link #writeTo}: UTF-8, lines ended by CRLF. */
    byte[] decoded(byte[] copy) throws IOException;

    /** Whether these ASCII characters occur in what all copies share. */
    boolean contains(String ascii);

    /** Octets of a copy whose slots are empty, at most. */
    int size();

    /** Octets held in memory. */
    int weight();
}
