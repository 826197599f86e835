package org.broadsheet.source;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes a list of sources (OPML 2.0), by section, that every reader can read; our own settings stand in a namespace of ours. Credentials never leave. */
final class OpmlWriter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "broadsheet";
    private static final Set<String> NOT_SETTINGS = Set.of("url", "access");

    private OpmlWriter() {
    }

    /**
     * @param title    of the list
     * @param sections names by slug, in their order
     */
    static String write(String title, Map<String, String> sections, List<Source> sources) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeAttribute("xmlns:" + PREFIX, OpmlReader.NAMESPACE);
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters(clean(title));
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("body");
            var folders = new LinkedHashMap<>(sections);
            sources.forEach(source -> folders.putIfAbsent(source.section, source.section));
            for (var folder : folders.entrySet()) {
                folder(xml, folder.getValue(), sources.stream().filter(source -> source.section.equals(folder.getKey())).toList());
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("Writing into memory failed", impossible);
        }
        return text.toString();
    }

    private static void folder(XMLStreamWriter xml, String name, List<Source> sources) throws XMLStreamException {
        if (sources.isEmpty()) {
            return;
        }
        if (!name.isEmpty()) {
            line(xml, 2);
            xml.writeStartElement("outline");
            xml.writeAttribute("text", clean(name));
        }
        for (var source : sources) {
            line(xml, name.isEmpty() ? 2 : 4);
            source(xml, source);
        }
        if (!name.isEmpty()) {
            line(xml, 2);
            xml.writeEndElement();
        }
    }

    private static void source(XMLStreamWriter xml, Source source) throws XMLStreamException {
        xml.writeEmptyElement("outline");
        xml.writeAttribute("text", clean(source.displayName()));
        if (!source.title.isEmpty()) {
            xml.writeAttribute("title", clean(source.title));
        }
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("xmlUrl", clean(source.url));
        if (!source.siteUrl.isEmpty()) {
            xml.writeAttribute("htmlUrl", clean(source.siteUrl));
        }
        JsonNode settings = JSON.valueToTree(SourceBody.of(source));
        for (var setting : settings.properties()) {
            var value = setting.getValue();
            if (!NOT_SETTINGS.contains(setting.getKey()) && !value.isNull()) {
                xml.writeAttribute(PREFIX + ":" + setting.getKey(), clean(value.isValueNode() ? value.asText() : value.toString()));
            }
        }
    }

    private static void line(XMLStreamWriter xml, int indent) throws XMLStreamException {
        xml.writeCharacters("\n" + " ".repeat(indent));
    }

    /** What no XML document may hold, not even as a reference (XML, section 2.2). */
    private static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
    }
}
