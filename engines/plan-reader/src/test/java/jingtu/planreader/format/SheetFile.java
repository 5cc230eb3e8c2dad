package jingtu.planreader.format;

import java.util.LinkedHashMap;
import java.util.Map;

/** A .xlsx of one sheet, written part by part. */
final class SheetFile {

  private static final String MAIN =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  private SheetFile() {}

  /** The file with the given content of its sheet and its shared texts, in SpreadsheetML. */
  static byte[] of(String sheet, String texts) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types/>");
    parts.put("_rels/.rels", relations("officeDocument", "xl/workbook.xml", "", ""));
    parts.put(
        "xl/workbook.xml",
        "<workbook"
            + MAIN
            + "><sheets><sheet name=\"甲\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relations("worksheet", "worksheets/sheet1.xml", "sharedStrings", "texts.xml"));
    parts.put("xl/worksheets/sheet1.xml", "<worksheet" + MAIN + ">" + sheet + "</worksheet>");
    parts.put("xl/texts.xml", "<sst" + MAIN + ">" + texts + "</sst>");
    return WordFile.zip(parts);
  }

  private static String relations(String type, String part, String otherType, String other) {
    String relation = "<Relationship Id=\"%1$s\" Type=\"x/%1$s\" Target=\"%2$s\"/>";
    return "<Relationships>"
        + relation.formatted(type, part)
        + relation.formatted(otherType, other)
        + "</Relationships>";
  }
}
