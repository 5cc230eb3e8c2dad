package jingtu.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small workbook written part by part, as no program needs to have written it. */
final class MadeWorkbook {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String TYPES =
      "http://schemas.openxmlformats.org/package/2006/content-types";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private final StringBuilder types = new StringBuilder();
  private String properties = "";
  private int count;

  /** A visible sheet with what stands inside its {@code worksheet} element. */
  MadeWorkbook sheet(String name, String content) {
    return sheet(name, "visible", content);
  }

  /** A sheet of rows only. */
  MadeWorkbook rows(String name, String rows) {
    return sheet(name, "<sheetData>" + rows + "</sheetData>");
  }

  MadeWorkbook sheet(String name, String state, String content) {
    count++;
    String part = "worksheets/sheet" + count + ".xml";
    sheets.append(
        "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"rId%d\"/>"
            .formatted(name, count, state, count));
    relate("rId" + count, "worksheet", part);
    declare("/xl/" + part, "worksheet");
    return part(
        "xl/" + part,
        "<worksheet xmlns=\"%s\" xmlns:r=\"%s\">%s</worksheet>".formatted(MAIN, OFFICE, content));
  }

  /** What stands inside the {@code workbookPr} tag. */
  MadeWorkbook properties(String attributes) {
    properties = attributes;
    return this;
  }

  /** What stands inside the {@code sst} element. */
  MadeWorkbook shared(String items) {
    relate("rIdShared", "sharedStrings", "sharedStrings.xml");
    declare("/xl/sharedStrings.xml", "sharedStrings");
    return part("xl/sharedStrings.xml", "<sst xmlns=\"%s\">%s</sst>".formatted(MAIN, items));
  }

  /** Cell formats whose numbers are the places of the codes; the first is the general one. */
  MadeWorkbook formats(String... codes) {
    StringBuilder formats = new StringBuilder();
    StringBuilder cellFormats = new StringBuilder("<xf numFmtId=\"0\" fillId=\"0\"/>");
    for (int i = 0; i < codes.length; i++) {
      boolean builtIn = codes[i].matches("\\d+");
      int number = builtIn ? Integer.parseInt(codes[i]) : 164 + i;
      if (!builtIn) {
        formats.append(
            "<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>"
                .formatted(number, codes[i].replace("\"", "&quot;")));
      }
      cellFormats.append("<xf numFmtId=\"%d\" fillId=\"0\"/>".formatted(number));
    }
    return styles(
        "<numFmts>%s</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>%s</cellXfs>"
            .formatted(formats, cellFormats));
  }

  /** What stands inside the {@code styleSheet} element. */
  MadeWorkbook styles(String content) {
    relate("rIdStyles", "styles", "styles.xml");
    declare("/xl/styles.xml", "styles");
    return part(
        "xl/styles.xml", "<styleSheet xmlns=\"%s\">%s</styleSheet>".formatted(MAIN, content));
  }

  private void relate(String id, String type, String target) {
    relations.append(
        "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
            .formatted(id, OFFICE, type, target));
  }

  private void declare(String part, String type) {
    types.append(
        "<Override PartName=\"%s\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>"
            .formatted(part, type));
  }

  /** Any part, replacing an earlier one of that name. */
  MadeWorkbook part(String name, String content) {
    parts.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Path write(Path file) {
    declare("/xl/workbook.xml", "sheet.main");
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("[Content_Types].xml", bytes(contentTypes()));
    all.put("_rels/.rels", bytes(rootRelations()));
    all.put("xl/workbook.xml", bytes(workbook()));
    all.put("xl/_rels/workbook.xml.rels", bytes(relationships(relations.toString())));
    all.putAll(parts);
    zip(file, all);
    return file;
  }

  private String contentTypes() {
    return "<Types xmlns=\"%s\">%s%s%s</Types>"
        .formatted(
            TYPES,
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
            "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
            types);
  }

  private static String rootRelations() {
    return relationships(
        "<Relationship Id=\"rId1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/>"
            .formatted(OFFICE));
  }

  static String relationships(String content) {
    return "<Relationships xmlns=\"%s\">%s</Relationships>".formatted(PACKAGE, content);
  }

  private String workbook() {
    return "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><workbookPr %s/><sheets>%s</sheets></workbook>"
        .formatted(MAIN, OFFICE, properties, sheets);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static void zip(Path file, Map<String, byte[]> parts) {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
