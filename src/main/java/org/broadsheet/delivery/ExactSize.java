package org.broadsheet.delivery;

import java.io.IOException;
import java.io.OutputStream;

import org.broadsheet.mail.MimeMessage;

/** Counts the octets of a mail as SIZE does, without dot-stuffing (RFC 1870 section 3); for mails near a relay's limit. */
final class ExactSize extends OutputStream {

    private long count;

    static long of(MimeMessage message) {
        ExactSize size = new ExactSize();
        try {
            message.writeTo(size);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return size.count;
    }

    @Override
    public void write(int b) {
        count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        count += length;
    }
}
