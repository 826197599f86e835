package org.broadsheet.mail;

import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.TemplateException;

/**
 * What one rendering may use (F9): 2 s, 1 MB of output, and so many steps that neither an endless loop nor a tag that holds itself
 * gets far. It is counted in the rendering thread itself, since a thread that computes cannot be stopped from outside.
 */
final class RenderBudget {

    static final int OUTPUT_BYTES = 1_000_000;
    private static final String ATTRIBUTE = "broadsheet.budget";
    private static final int STEPS = 200_000;
    private static final int DEPTH = 48;
    private static final int INTERMEDIATE_CHARACTERS = 8_000_000;
    private static final long NANOS = 2_000_000_000L;

    private final long start = System.nanoTime();
    private int steps;
    private int depth;
    private int bytes;
    private long intermediate;

    static RenderBudget of(ResolutionContext context) {
        return (RenderBudget) context.getAttribute(ATTRIBUTE);
    }

    static String attribute() {
        return ATTRIBUTE;
    }

    /** One value read, section entered or turn of a loop taken. */
    void step() {
        if (++steps > STEPS) {
            throw new TemplateException("it takes more than " + STEPS + " steps: is a loop without an end?");
        }
        if (System.nanoTime() - start > NANOS) {
            throw new TemplateException("it takes longer than " + NANOS / 1_000_000 + " ms");
        }
    }

    /** A section is entered; to be followed by {@link #leave()}. */
    void enter() {
        step();
        if (++depth > DEPTH) {
            throw new TemplateException("sections are nested deeper than " + DEPTH + ": does a tag hold itself?");
        }
    }

    void leave() {
        depth--;
    }

    /** A value was computed that takes memory, whether or not it is put out. */
    void hold(CharSequence value) {
        intermediate += value.length();
        if (intermediate > INTERMEDIATE_CHARACTERS) {
            throw tooLarge();
        }
    }

    /** Text is put out. */
    void write(String part) {
        bytes += utf8Length(part);
        if (bytes > OUTPUT_BYTES) {
            throw tooLarge();
        }
    }

    private static int utf8Length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }

    private static TemplateException tooLarge() {
        return new TemplateException("it renders to more than " + OUTPUT_BYTES + " bytes");
    }
}
