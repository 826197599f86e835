package org.broadsheet.mail;

/**
 * Why an operator's file is not in use, in terms that its editor can act on.
 *
 * @param file   below the folder of mail templates, for instance {@code tags/story.html}
 * @param line   from 1; 0 if the reason has no place
 * @param column from 1; 0 if unknown
 * @param reason in words, one line
 */
public record TemplateProblem(String file, int line, int column, String reason) {

    @Override
    public String toString() {
        return file + (line > 0 ? ", line " + line : "") + (column > 0 ? ", column " + column : "") + ": " + reason;
    }
}
