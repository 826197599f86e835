package org.broadsheet.source;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.jaxen.DefaultNavigator;
import org.jaxen.JaxenConstants;
import org.jaxen.XPath;
import org.jaxen.saxpath.SAXPathException;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A parsed page or XML document as XPath sees it (XPath 1.0, section 5). Each step from node to node, and each text that is put together, is counted, so that
 * no expression takes longer than the work it was given. A prefix stands for itself: {@code dc:date} means elements that are written so, and {@code item} those
 * without a prefix, whatever namespace is the default.
 */
final class XPathTree extends DefaultNavigator {

    private static final long serialVersionUID = 1;
    private static final long WORK = 20_000_000;
    private static final int CHARACTERS_A_STEP = 16;

    /** An expression took more steps than a document is worth. */
    static final class TooLongException extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooLongException() {
            super("takes too long on this document: it was stopped after " + WORK + " steps", null, false, false);
        }
    }

    /** An attribute, which has no node of its own. */
    record Attributed(Element owner, String name, String value) {
    }

    private transient long work;

    private <T> T counted(long steps, T result) {
        work += steps;
        if (work > WORK) {
            throw new TooLongException();
        }
        return result;
    }

    @Override
    public Iterator<Object> getChildAxisIterator(Object node) {
        if (!(node instanceof Element element) || element.childNodeSize() == 0) {
            return counted(1, Collections.emptyIterator());
        }
        return new Siblings(element);
    }

    /** Comments and what is no part of the model are passed over. */
    private final class Siblings implements Iterator<Object> {

        private final Element parent;
        private int at;

        Siblings(Element parent) {
            this.parent = parent;
            pass();
        }

        private void pass() {
            while (at < parent.childNodeSize() && !(parent.childNode(at) instanceof Element || isText(parent.childNode(at)))) {
                at++;
                counted(1, at);
            }
        }

        @Override
        public boolean hasNext() {
            return at < parent.childNodeSize();
        }

        @Override
        public Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var node = parent.childNode(at++);
            pass();
            return counted(1, node);
        }
    }

    @Override
    public Iterator<?> getParentAxisIterator(Object node) {
        var parent = getParentNode(node);
        return parent == null ? JaxenConstants.EMPTY_ITERATOR : Collections.singleton(parent).iterator();
    }

    @Override
    public Object getParentNode(Object node) {
        return counted(1, node instanceof Attributed attribute ? attribute.owner() : node instanceof Document ? null : ((Node) node).parent());
    }

    @Override
    public Iterator<?> getAttributeAxisIterator(Object node) {
        return node instanceof Element element ? element.attributes().asList().stream().filter(attribute -> !attribute.getKey().startsWith("xmlns"))
                .map(attribute -> counted(1, attributed(element, attribute))).iterator() : JaxenConstants.EMPTY_ITERATOR;
    }

    private static Attributed attributed(Element owner, Attribute attribute) {
        return new Attributed(owner, attribute.getKey(), attribute.getValue());
    }

    @Override
    public Object getDocumentNode(Object node) {
        return counted(1, node instanceof Attributed attribute ? attribute.owner().ownerDocument() : ((Node) node).ownerDocument());
    }

    @Override
    public String getElementNamespaceUri(Object element) {
        return prefix(getElementQName(element));
    }

    @Override
    public String getElementName(Object element) {
        return local(getElementQName(element));
    }

    @Override
    public String getElementQName(Object element) {
        return counted(1, ((Element) element).tagName());
    }

    @Override
    public String getAttributeNamespaceUri(Object attribute) {
        return prefix(((Attributed) attribute).name());
    }

    @Override
    public String getAttributeName(Object attribute) {
        return local(((Attributed) attribute).name());
    }

    @Override
    public String getAttributeQName(Object attribute) {
        return ((Attributed) attribute).name();
    }

    private static String prefix(String name) {
        return name.indexOf(':') < 0 ? "" : name.substring(0, name.indexOf(':'));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    @Override
    public boolean isDocument(Object node) {
        return node instanceof Document;
    }

    @Override
    public boolean isElement(Object node) {
        return node instanceof Element && !(node instanceof Document);
    }

    @Override
    public boolean isAttribute(Object node) {
        return node instanceof Attributed;
    }

    @Override
    public boolean isNamespace(Object node) {
        return false;
    }

    @Override
    public boolean isComment(Object node) {
        return node instanceof Comment;
    }

    @Override
    public boolean isText(Object node) {
        return node instanceof TextNode || node instanceof DataNode;
    }

    @Override
    public boolean isProcessingInstruction(Object node) {
        return false;
    }

    @Override
    public String getElementStringValue(Object element) {
        var text = text((Element) element);
        return counted(1 + text.length() / CHARACTERS_A_STEP, text);
    }

    /** As it is written; of a script its code. */
    static String text(Element element) {
        return element.childNodeSize() == 1 && element.childNode(0) instanceof DataNode data ? data.getWholeData() : element.wholeText();
    }

    @Override
    public String getTextStringValue(Object text) {
        var whole = text instanceof DataNode data ? data.getWholeData() : ((TextNode) text).getWholeText();
        return counted(1 + whole.length() / CHARACTERS_A_STEP, whole);
    }

    @Override
    public String getAttributeStringValue(Object attribute) {
        var value = ((Attributed) attribute).value();
        return counted(1 + value.length() / CHARACTERS_A_STEP, value);
    }

    @Override
    public String getCommentStringValue(Object comment) {
        return ((Comment) comment).getData();
    }

    @Override
    public String getNamespaceStringValue(Object namespace) {
        return "";
    }

    @Override
    public String getNamespacePrefix(Object namespace) {
        return "";
    }

    @Override
    public XPath parseXPath(String expression) throws SAXPathException {
        throw new SAXPathException("Expressions are not made of texts in documents");
    }
}
