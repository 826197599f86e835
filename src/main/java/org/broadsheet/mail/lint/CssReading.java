package org.broadsheet.mail.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.helger.css.CSSSourceLocation;
import com.helger.css.decl.CSSDeclaration;
import com.helger.css.handler.DoNothingCSSParseExceptionCallback;
import com.helger.css.parser.ParseException;
import com.helger.css.parser.Token;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.DoNothingCSSInterpretErrorHandler;
import com.helger.css.reader.errorhandler.ICSSParseErrorHandler;

/** How CSS is read: as browsers do, skipping what they would skip, and keeping where that was. */
final class CssReading implements ICSSParseErrorHandler {

    /** The parser descends recursively; nobody means this much. */
    private static final int DEEPEST = 30;
    private static final int MOST_FAULTS = 20;

    /**
     * What was skipped.
     *
     * @param line from 1 in what was read
     */
    record Fault(int line, int column, String found) {
    }

    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return faults;
    }

    CSSReaderSettings settings() {
        return new CSSReaderSettings().setBrowserCompliantMode(true).setUseSourceLocation(true).setKeepDeprecatedProperties(true).setTabSize(1)
                .setCustomErrorHandler(this).setCustomExceptionHandler(new DoNothingCSSParseExceptionCallback()).setInterpretErrorHandler(new DoNothingCSSInterpretErrorHandler());
    }

    static boolean isTooDeep(String css) {
        var depth = 0;
        for (var i = 0; i < css.length(); i++) {
            switch (css.charAt(i)) {
                case '{', '(', '[' -> depth++;
                case '}', ')', ']' -> depth = Math.max(0, depth - 1);
                default -> { }
            }
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }

    static Declaration declaration(CSSDeclaration read, int offset) {
        return new Declaration(read.getProperty().toLowerCase(Locale.ROOT), read.getExpressionAsCSSString(), read.isImportant(), offset);
    }

    static int line(CSSSourceLocation location) {
        return location == null ? 1 : location.getFirstTokenBeginLineNumber();
    }

    static int column(CSSSourceLocation location) {
        return location == null ? 1 : location.getFirstTokenBeginColumnNumber();
    }

    private void fault(Token token) {
        if (token != null && faults.size() < MOST_FAULTS) {
            faults.add(new Fault(token.beginLine, token.beginColumn, token.image == null ? "" : token.image));
        }
    }

    @Override
    public void onCSSParseError(ParseException problem, Token skipped) {
        fault(problem.currentToken == null ? skipped : problem.currentToken.next == null ? problem.currentToken : problem.currentToken.next);
    }

    @Override
    public void onCSSUnexpectedRule(Token token, String rule, String message) {
        fault(token);
    }

    @Override
    public void onCSSDeprecatedProperty(Token prefix, Token property) {
        // *zoom and _height are old, and harmless
    }

    @Override
    public void onCSSBrowserCompliantSkip(ParseException problem, Token from, Token to) {
        fault(from);
    }
}
