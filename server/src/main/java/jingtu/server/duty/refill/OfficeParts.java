package jingtu.server.duty.refill;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import jingtu.vocabulary.Message;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * The parts of an office file. Those that changed are written from their tree, all others as they
 * came.
 */
final class OfficeParts {

  private static final long LARGEST_UNPACKED = 128L * 1024 * 1024;

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final Map<String, Document> trees = new HashMap<>();
  private final Set<String> changed = new HashSet<>();

  OfficeParts(byte[] content) {
    long unpacked = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] part = zip.readNBytes((int) (LARGEST_UNPACKED - unpacked + 1));
        unpacked += part.length;
        if (unpacked > LARGEST_UNPACKED) {
          throw new FormFile.Unreadable(Message.of("refill.too-large"));
        }
        if (!entry.isDirectory()) {
          parts.put(entry.getName(), part);
        }
      }
    } catch (IOException damaged) {
      throw new FormFile.Unreadable(Message.of("refill.damaged"));
    }
    if (parts.keySet().stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
      throw new FormFile.Unreadable(Message.of("refill.macros"));
    }
  }

  /** A part as it came. */
  Optional<byte[]> find(String name) {
    return Optional.ofNullable(parts.get(name));
  }

  /** The tree of a part; whoever changes it says so. */
  Document tree(String name) {
    return trees.computeIfAbsent(name, wanted -> parse(find(wanted).orElseThrow()));
  }

  /** The tree of the part is not what came any more. */
  void changed(String name) {
    changed.add(name);
  }

  /** The file as it is now. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        String name = part.getKey();
        zip.putNextEntry(new ZipEntry(name));
        zip.write(changed.contains(name) ? write(tree(name)) : part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Document parse(byte[] part) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(part));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every JDK has this parser", e);
    } catch (SAXException | IOException damaged) {
      throw new FormFile.Unreadable(Message.of("refill.damaged"));
    }
  }

  private static byte[] write(Document tree) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      tree.setXmlStandalone(true);
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      transformer.transform(new DOMSource(tree), new StreamResult(out));
    } catch (TransformerException e) {
      throw new IllegalStateException("a tree that was read can be written", e);
    }
    return out.toByteArray();
  }
}
