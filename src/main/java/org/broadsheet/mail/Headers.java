package org.broadsheet.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Header fields in their order, which counts: trace and signature fields stand above what they cover. Immutable. */
public record Headers(List<HeaderField> fields) {

    public Headers {
        fields = List.copyOf(fields);
    }

    public static Headers of(HeaderField... fields) {
        return new Headers(List.of(fields));
    }

    /** These fields, then one more. */
    public Headers with(HeaderField field) {
        List<HeaderField> more = new ArrayList<>(fields);
        more.add(field);
        return new Headers(more);
    }

    /** These fields, then those. */
    public Headers with(Headers others) {
        List<HeaderField> more = new ArrayList<>(fields);
        more.addAll(others.fields);
        return new Headers(more);
    }

    /** The field on top of these, as a signature stands (RFC 6376 section 5.6). */
    public Headers under(HeaderField field) {
        List<HeaderField> more = new ArrayList<>(fields.size() + 1);
        more.add(field);
        more.addAll(fields);
        return new Headers(more);
    }

    /** How many fields have this name, in any case. */
    public int count(String name) {
        int count = 0;
        for (HeaderField field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                count++;
            }
        }
        return count;
    }

    /** The unfolded value of the first field of this name. */
    public Optional<String> value(String name) {
        return fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).findFirst().map(HeaderField::unfolded);
    }

    public boolean needSmtpUtf8() {
        for (HeaderField field : fields) {
            if (field.needsSmtpUtf8()) {
                return true;
            }
        }
        return false;
    }

    /** The fields with their line ends, without the empty line that follows them. */
    public void writeTo(OutputStream out) throws IOException {
        for (HeaderField field : fields) {
            field.writeTo(out);
        }
    }
}
