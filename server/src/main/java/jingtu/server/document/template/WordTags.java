package jingtu.server.document.template;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import jingtu.vocabulary.Language;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.xml.sax.SAXException;

/** The fields of a Word template. */
final class WordTags {

  private WordTags() {}

  static TagReport of(byte[] content, TemplateKind kind, Language language) {
    TagReport report = new TagReport();
    try (OPCPackage word = OPCPackage.open(new ByteArrayInputStream(content))) {
      List<WordPart> parts = WordPart.of(word);
      boolean sections = WordScan.hasSections(parts.getFirst());
      WordScan scan = new WordScan(kind, language, report);
      parts.forEach(part -> scan.walk(part, sections));
    } catch (IOException | InvalidFormatException | SAXException e) {
      report.unreadable();
    }
    return report;
  }
}
