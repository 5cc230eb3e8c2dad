package jingtu.planreader.format;

import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML part of an Office file, read forward. Elements of WordprocessingML and SpreadsheetML go by
 * their bare names; those of other vocabularies have a prefix: {@code mc:} for alternatives, {@code
 * m:} for formulas, {@code o:} for embedded objects, {@code x:} for all others.
 *
 * <p>A document type declaration is refused: no Office program writes one, and entities are only of
 * use to an attacker here.
 */
final class XmlPart implements AutoCloseable {

  private static final XMLInputFactory FACTORY = factory();

  private final String part;
  private final XMLStreamReader reader;

  private XmlPart(String part, XMLStreamReader reader) {
    this.part = part;
    this.reader = reader;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  static XmlPart open(String part, InputStream bytes) throws Unreadable {
    try {
      return new XmlPart(part, FACTORY.createXMLStreamReader(bytes));
    } catch (XMLStreamException e) {
      throw refusal(part, e);
    }
  }

  /** Moves to the next start, end or text; false at the end of the part. */
  boolean next() throws Unreadable {
    try {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw Unreadable.because("forbidden-xml", part);
          case XMLStreamConstants.START_ELEMENT,
              XMLStreamConstants.END_ELEMENT,
              XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            return true;
          }
          default -> {}
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw refusal(part, e);
    }
  }

  private static Unreadable refusal(String part, XMLStreamException e) {
    for (Throwable cause = e; cause != null; cause = causeOf(cause)) {
      if (cause instanceof OfficePackage.OversizedPart) {
        return Unreadable.because("bomb", part, Limits.PART_BYTES >> 20);
      }
    }
    return Unreadable.because("damaged", "XML", part);
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

  boolean isText() {
    return reader.isCharacters();
  }

  String text() {
    return reader.getText();
  }

  String localName() {
    return reader.getLocalName();
  }

  /** The name of the element that starts or ends here, with the prefix of its vocabulary. */
  String name() {
    String namespace = String.valueOf(reader.getNamespaceURI());
    if (namespace.contains("/wordprocessingml/") || namespace.contains("/spreadsheetml/")) {
      return namespace.endsWith("/main") ? reader.getLocalName() : "x:" + reader.getLocalName();
    }
    return prefixOf(namespace) + reader.getLocalName();
  }

  private static String prefixOf(String namespace) {
    if (namespace.contains("/markup-compatibility/")) {
      return "mc:";
    }
    if (namespace.endsWith("/math")) {
      return "m:";
    }
    return namespace.equals("urn:schemas-microsoft-com:office:office") ? "o:" : "x:";
  }

  /** An attribute of the element that starts here, whatever its namespace. */
  Optional<String> attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return Optional.of(reader.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /** A whole number in an attribute; the alternative where there is none. */
  int number(String name, int otherwise) {
    try {
      return attribute(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException notANumber) {
      return otherwise;
    }
  }

  /** Whether an on/off property of Word is on: {@code <w:vanish/>} is, {@code w:val="0"} is not. */
  boolean isOn() {
    String value = attribute("val").orElse("1");
    return !value.equals("0") && !value.equals("false") && !value.equals("off");
  }

  /** Moves to the end of the element that starts here. */
  void skip() throws Unreadable {
    int open = 1;
    while (open > 0 && next()) {
      if (isStart()) {
        open++;
      } else if (isEnd()) {
        open--;
      }
    }
  }

  @Override
  public void close() throws Unreadable {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw refusal(part, e);
    }
  }
}
