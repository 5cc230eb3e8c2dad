package jingtu.server.document.template;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRelation;

/**
 * Says which fonts may stand in for those of official documents where a machine lacks them. Source:
 * ECMA-376 part 1, 17.8.3.1.
 */
final class FontTable {

  private FontTable() {}

  static void add(XWPFDocument word) throws IOException {
    try {
      PackagePartName name = PackagingURIHelper.createPartName("/word/fontTable.xml");
      PackagePart part =
          word.getPackage().createPart(name, XWPFRelation.FONT_TABLE.getContentType());
      try (OutputStream xml = part.getOutputStream()) {
        xml.write(xml().getBytes(StandardCharsets.UTF_8));
      }
      word.getPackagePart()
          .addRelationship(name, TargetMode.INTERNAL, XWPFRelation.FONT_TABLE.getRelation());
    } catch (InvalidFormatException e) {
      throw new IllegalStateException("the name of the part is well-formed", e);
    }
  }

  private static String xml() {
    return """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
    %s</w:fonts>
    """
        .formatted(Arrays.stream(DraftFont.values()).map(FontTable::font).collect(joining()));
  }

  private static String font(DraftFont font) {
    return """
    <w:font w:name="%s"><w:altName w:val="%s"/><w:charset w:val="86"/><w:family w:val="%s"/></w:font>
    """
        .formatted(font.family(), font.standIn(), font == DraftFont.HEADING ? "swiss" : "roman");
  }
}
