package jingtu.planreader.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A .docx written part by part, as Word lays it out. */
final class WordFile {

  private static final String W =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
          + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
          + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
          + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:v=\"urn:schemas-microsoft-com:vml\""
          + " xmlns:o=\"urn:schemas-microsoft-com:office:office\"";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String CONTENT =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder relations = new StringBuilder();
  private final StringBuilder types = new StringBuilder();

  /** A document whose body is the given WordprocessingML. */
  static WordFile of(String... body) {
    WordFile file = new WordFile();
    file.parts.put(
        "word/document.xml",
        "<w:document" + W + "><w:body>" + String.join("", body) + "</w:body></w:document>");
    return file;
  }

  WordFile styles(String styles) {
    return part("styles", "<w:styles" + W + ">" + styles + "</w:styles>");
  }

  WordFile numbering(String lists) {
    return part("numbering", "<w:numbering" + W + ">" + lists + "</w:numbering>");
  }

  WordFile footnotes(String notes) {
    return part("footnotes", "<w:footnotes" + W + ">" + notes + "</w:footnotes>");
  }

  WordFile header(String words) {
    return part("header", "<w:hdr" + W + ">" + p(words) + "</w:hdr>");
  }

  /** Replaces a part by other words. */
  WordFile raw(String part, String words) {
    parts.put(part, words);
    return this;
  }

  private WordFile part(String kind, String xml) {
    parts.put("word/" + kind + ".xml", xml);
    relations.append(
        "<Relationship Id=\"id-%s\" Type=\"%s%s\" Target=\"%s.xml\"/>"
            .formatted(kind, RELATION, kind, kind));
    types.append(
        "<Override PartName=\"/word/%s.xml\" ContentType=\"%s%s+xml\"/>"
            .formatted(kind, CONTENT, kind));
    return this;
  }

  byte[] bytes() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\""
            + CONTENT
            + "document.main+xml\"/>"
            + types
            + "</Types>");
    all.put(
        "_rels/.rels",
        relationships(
            "<Relationship Id=\"r1\" Type=\"%sofficeDocument\" Target=\"word/document.xml\"/>"
                .formatted(RELATION)));
    all.put("word/_rels/document.xml.rels", relationships(relations.toString()));
    all.putAll(parts);
    return zip(all);
  }

  private static String relationships(String relations) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + relations
        + "</Relationships>";
  }

  static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A paragraph of plain words. */
  static String p(String words) {
    return paragraph("", run(words));
  }

  /** A paragraph of a list. */
  static String item(int list, int level, String words) {
    String properties =
        "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr>".formatted(level, list);
    return paragraph(properties, run(words));
  }

  static String paragraph(String properties, String content) {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>";
  }

  static String run(String words) {
    return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
  }

  static String inserted(String words) {
    return "<w:ins w:id=\"1\" w:author=\"a\">" + run(words) + "</w:ins>";
  }

  static String deleted(String words) {
    return "<w:del w:id=\"2\" w:author=\"a\"><w:r><w:delText>"
        + words
        + "</w:delText></w:r></w:del>";
  }

  /** A text box as Word 2010 and later write it, with the fallback for older readers. */
  static String textBox(String words) {
    String content = "<w:txbxContent>" + p(words) + "</w:txbxContent>";
    return "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor"
        + " distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"2\""
        + " behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\">"
        + "<wp:simplePos x=\"0\" y=\"0\"/><wp:positionH relativeFrom=\"column\">"
        + "<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom=\"paragraph\">"
        + "<wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx=\"2000000\" cy=\"400000\"/>"
        + "<wp:wrapTopAndBottom/><wp:docPr id=\"1\" name=\"box\"/><a:graphic><a:graphicData"
        + " uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp>"
        + "<wps:cNvSpPr txBox=\"1\"/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
        + "<a:ext cx=\"2000000\" cy=\"400000\"/></a:xfrm><a:prstGeom prst=\"rect\"/></wps:spPr>"
        + "<wps:txbx>"
        + content
        + "</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        + "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        + content
        + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
  }

  static String table(String... rows) {
    return table(4, 2200, rows);
  }

  /** A ruled table of so many columns, their width in twentieths of a point. */
  static String table(int columns, int width, String... rows) {
    return "<w:tbl><w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\"/><w:left"
        + " w:val=\"single\" w:sz=\"4\"/><w:bottom w:val=\"single\" w:sz=\"4\"/><w:right"
        + " w:val=\"single\" w:sz=\"4\"/><w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV"
        + " w:val=\"single\" w:sz=\"4\"/></w:tblBorders></w:tblPr><w:tblGrid>"
        + "<w:gridCol w:w=\"%d\"/>".formatted(width).repeat(columns)
        + "</w:tblGrid>"
        + String.join("", rows)
        + "</w:tbl>";
  }

  static String row(String... cells) {
    return "<w:tr>" + String.join("", cells) + "</w:tr>";
  }

  static String cell(String words) {
    return cell("", p(words));
  }

  static String cell(String properties, String content) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
  }

  /** One level of a list. */
  static String level(int level, String format, String text) {
    return "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>"
            .formatted(level, format)
        + "<w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%s\"/></w:lvl>".formatted(text);
  }

  static String list(int id, String... levels) {
    return "<w:abstractNum w:abstractNumId=\"%d\"><w:multiLevelType w:val=\"multilevel\"/>"
            .formatted(id)
        + String.join("", levels)
        + "</w:abstractNum>";
  }

  static String use(int id, int list, String overrides) {
    return "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"%d\"/>".formatted(id, list)
        + overrides
        + "</w:num>";
  }
}
