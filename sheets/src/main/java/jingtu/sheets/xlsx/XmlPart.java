package jingtu.sheets.xlsx;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.io.Reader;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import jingtu.sheets.Limits;
import jingtu.sheets.Unreadable;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * An XML part of a workbook, read forward. Only elements of the root's own vocabulary go by their
 * names, in the transitional and in the strict form of the standard; others have no name here.
 *
 * <p>A document type declaration is refused: no Office program writes one (ECMA-376 part 2, 7.1.4
 * forbids it), and entities are only of use to an attacker here.
 */
final class XmlPart implements AutoCloseable {

  private static final XMLInputFactory2 FACTORY = factory();

  private final String part;
  private final XMLStreamReader2 reader;
  private @Nullable String vocabulary;
  private int depth;

  private XmlPart(String part, XMLStreamReader2 reader) {
    this.part = part;
    this.reader = reader;
  }

  private static XMLInputFactory2 factory() {
    XMLInputFactory2 factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory2.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory2.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory2.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    return factory;
  }

  static XmlPart open(String part, InputStream bytes) throws Unreadable {
    try {
      return new XmlPart(part, (XMLStreamReader2) FACTORY.createXMLStreamReader(bytes));
    } catch (XMLStreamException e) {
      throw refusal(part, e);
    }
  }

  static XmlPart open(String part, Reader text) throws Unreadable {
    try {
      return new XmlPart(part, (XMLStreamReader2) FACTORY.createXMLStreamReader(text));
    } catch (XMLStreamException e) {
      throw refusal(part, e);
    }
  }

  /** Moves to the next start, end or text; false at the end of the part. */
  boolean next() throws Unreadable {
    try {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            begin();
            return true;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return true;
          }
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            return true;
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw Unreadable.because("forbidden-xml", part);
          default -> {}
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw refusal(part, e);
    }
  }

  private void begin() throws Unreadable {
    if (++depth > Limits.DEPTH) {
      throw Unreadable.because("damaged", part);
    }
    if (vocabulary == null) {
      vocabulary = reader.getNamespaceURI();
    }
  }

  private static Unreadable refusal(String part, XMLStreamException e) {
    for (Throwable cause = e; cause != null; cause = causeOf(cause)) {
      if (cause instanceof Part.Oversized) {
        return Unreadable.because("bomb", part);
      }
    }
    return Unreadable.because("damaged", part);
  }

  private static @Nullable Throwable causeOf(Throwable fault) {
    return fault instanceof XMLStreamException stream && stream.getNestedException() != null
        ? stream.getNestedException()
        : fault.getCause();
  }

  boolean isStart() {
    return reader.isStartElement();
  }

  boolean isEnd() {
    return reader.isEndElement();
  }

  boolean isStart(String name) {
    return reader.isStartElement() && isNamed(name);
  }

  boolean isEnd(String name) {
    return reader.isEndElement() && isNamed(name);
  }

  private boolean isNamed(String name) {
    return name.equals(reader.getLocalName()) && isOwn();
  }

  private boolean isOwn() {
    return String.valueOf(reader.getNamespaceURI()).equals(vocabulary);
  }

  /** The name of the element that starts or ends here; empty in another vocabulary. */
  String name() {
    return isOwn() ? reader.getLocalName() : "";
  }

  /** What stands before the names of the root's vocabulary in the text: {@code x:}, mostly none. */
  String prefix() {
    String prefix = reader.getPrefix();
    return prefix == null || prefix.isEmpty() ? "" : prefix + ":";
  }

  boolean isText() {
    return reader.isCharacters();
  }

  String text() {
    return reader.getText();
  }

  /** An attribute without prefix of the element that starts here. */
  String attribute(String name, String otherwise) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name) && reader.getAttributePrefix(i).isEmpty()) {
        return reader.getAttributeValue(i);
      }
    }
    return otherwise;
  }

  /** Gives name and value of each attribute without prefix. */
  void eachAttribute(BiConsumer<String, String> consumer) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributePrefix(i).isEmpty()) {
        consumer.accept(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
    }
  }

  /** How many elements are open here, the one that starts here among them. */
  int depth() {
    return depth;
  }

  /** The id of a relation, {@code r:id}: an attribute named so that has a prefix. */
  String relation() {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals("id") && !reader.getAttributePrefix(i).isEmpty()) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /** A whole number in an attribute; the alternative where there is none. */
  int number(String name, int otherwise) {
    try {
      return Integer.parseInt(attribute(name, ""));
    } catch (NumberFormatException notANumber) {
      return otherwise;
    }
  }

  /** Whether an on/off attribute is on (ECMA-376 part 1, 22.9.2.1). */
  boolean isOn(String name) {
    return switch (attribute(name, "0")) {
      case "1", "true", "on" -> true;
      case String off -> false;
    };
  }

  /** Moves to the end of the element that starts here. */
  void skip() throws Unreadable {
    int outside = depth - 1;
    while (depth > outside && next()) {
      // The elements inside are passed over.
    }
  }

  /** Characters of the part before the start, end or text that was moved to. */
  long begins() {
    return reader.getLocationInfo().getStartingCharOffset();
  }

  /** Characters of the part up to the end of what was moved to. */
  long ends() throws Unreadable {
    try {
      return reader.getLocationInfo().getEndingCharOffset();
    } catch (XMLStreamException e) {
      throw refusal(part, e);
    }
  }

  @Override
  public void close() throws Unreadable {
    try {
      reader.closeCompletely();
    } catch (XMLStreamException e) {
      throw refusal(part, e);
    }
  }
}
