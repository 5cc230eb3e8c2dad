package jingtu.server.document.template;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.util.XMLHelper;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * One of the texts that a Word document consists of.
 *
 * @param number counts from 1 among the parts of its kind
 */
record WordPart(Kind kind, int number, Element root) {

  /** What a part is to the reader of the document. */
  enum Kind {
    BODY,
    HEADER,
    FOOTER,
    /** Footnotes and endnotes, in which nothing is filled. */
    NOTES
  }

  /** The body, then what is printed around it, as the document names them. */
  static List<WordPart> of(OPCPackage word)
      throws IOException, InvalidFormatException, SAXException {
    PackageRelationship core =
        word.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT).getRelationship(0);
    PackagePart body = word.getPart(core);
    List<WordPart> parts = new ArrayList<>();
    parts.add(new WordPart(Kind.BODY, 1, read(body)));
    add(parts, body, "/header", Kind.HEADER);
    add(parts, body, "/footer", Kind.FOOTER);
    add(parts, body, "/footnotes", Kind.NOTES);
    add(parts, body, "/endnotes", Kind.NOTES);
    return parts;
  }

  private static void add(List<WordPart> parts, PackagePart body, String type, Kind kind)
      throws IOException, InvalidFormatException, SAXException {
    int number = 0;
    for (PackageRelationship relation : body.getRelationships()) {
      if (relation.getRelationshipType().endsWith(type)
          && relation.getTargetMode() == TargetMode.INTERNAL) {
        number++;
        parts.add(new WordPart(kind, number, read(body.getRelatedPart(relation))));
      }
    }
  }

  private static Element read(PackagePart part) throws IOException, SAXException {
    try (InputStream xml = part.getInputStream()) {
      return XMLHelper.newDocumentBuilder().parse(xml).getDocumentElement();
    }
  }
}
