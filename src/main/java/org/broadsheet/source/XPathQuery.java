package org.broadsheet.source;

import java.util.List;
import java.util.Set;

import org.jaxen.BaseXPath;
import org.jaxen.JaxenException;
import org.jaxen.XPathFunctionContext;
import org.jaxen.saxpath.SAXPathException;
import org.jaxen.saxpath.base.XPathReader;
import org.jaxen.saxpath.helpers.DefaultXPathHandler;
import org.jsoup.nodes.Element;

/** An expression of XPath 1.0 with its own functions and no others: none that reads another document or makes expressions of texts, and no variables. */
final class XPathQuery {

    private static final int DEEPEST = 12;
    private static final int MOST_PARTS = 150;
    private static final XPathFunctionContext FUNCTIONS = new XPathFunctionContext(false);
    private static final Set<String> KNOWN = Set.of("boolean", "ceiling", "concat", "contains", "count", "false", "floor", "id", "lang", "last", "local-name", "name", "namespace-uri",
            "normalize-space", "not", "number", "position", "round", "starts-with", "string", "string-length", "substring", "substring-after", "substring-before", "sum", "translate", "true");

    private final String written;

    private XPathQuery(String written) {
        this.written = written;
    }

    /** @throws IllegalArgumentException in words that follow the name of a field */
    static XPathQuery of(String written) {
        checkBrackets(written);
        var reader = new XPathReader();
        var inspection = new Inspection();
        reader.setXPathHandler(inspection);
        try {
            reader.parse(written);
            new BaseXPath(written, new XPathTree());
        } catch (SAXPathException unreadable) {
            throw new IllegalArgumentException(inspection.objection.isEmpty() ? "is no expression of XPath 1.0: " + String.valueOf(unreadable.getMessage()).replaceAll("\\s+", " ")
                    : inspection.objection, unreadable);
        }
        return new XPathQuery(written);
    }

    /** Before it is parsed, which takes a piece of the stack for each. */
    private static void checkBrackets(String written) {
        var deep = 0;
        for (var character : written.toCharArray()) {
            deep += character == '(' || character == '[' ? 1 : character == ')' || character == ']' ? -1 : 0;
            if (deep > DEEPEST) {
                throw new IllegalArgumentException("has brackets within brackets, more than " + DEEPEST + " deep");
            }
        }
    }

    /**
     * @param tree by which the work on one document is counted
     * @return nodes of jsoup and {@link XPathTree.Attributed}, or one text, number or truth value
     * @throws XPathTree.TooLongException if the work is spent
     * @throws IllegalStateException      if it asks for what cannot be done, in words
     */
    List<?> on(Element context, XPathTree tree) {
        try {
            var expression = new BaseXPath(written, tree);
            expression.setFunctionContext(FUNCTIONS);
            expression.setNamespaceContext(prefix -> prefix);
            var result = expression.evaluate(context);
            return result instanceof List<?> several ? several : List.of(result instanceof Double number ? plain(number) : result);
        } catch (JaxenException impossible) {
            throw new IllegalStateException("cannot be evaluated: " + impossible.getMessage(), impossible);
        }
    }

    /** XPath 1.0, section 4.2: a whole number has no point. */
    private static String plain(Double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? String.valueOf(number.longValue()) : String.valueOf(number);
    }

    /** Looks at what it is made of. */
    private static final class Inspection extends DefaultXPathHandler {

        private int parts;
        private String objection = "";

        @Override
        public void startFunction(String prefix, String name) throws SAXPathException {
            if (!prefix.isEmpty() || !KNOWN.contains(name)) {
                object("uses " + name + "(), which is no function of XPath 1.0");
            }
            count();
        }

        @Override
        public void variableReference(String prefix, String name) throws SAXPathException {
            object("uses the variable $" + name + "; there are none");
        }

        @Override
        public void startNameStep(int axis, String prefix, String name) throws SAXPathException {
            count();
        }

        @Override
        public void startAllNodeStep(int axis) throws SAXPathException {
            count();
        }

        private void count() throws SAXPathException {
            if (++parts > MOST_PARTS) {
                object("has more than " + MOST_PARTS + " steps and functions");
            }
        }

        private void object(String words) throws SAXPathException {
            objection = words;
            throw new SAXPathException(words);
        }
    }
}
