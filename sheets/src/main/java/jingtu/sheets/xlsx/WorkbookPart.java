package jingtu.sheets.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.sheets.Limits;
import jingtu.sheets.Unreadable;

/**
 * The main part of a workbook (ECMA-376 part 1, 18.2).
 *
 * @param sheets worksheets only: sheets that are one chart hold no rows
 * @param from1904 whether days count from 1904, as old Macintosh files do (18.2.28)
 */
record WorkbookPart(List<SheetEntry> sheets, boolean from1904) {

  /** The main part's name; refuses packages that are something else. */
  static String find(OfficePackage zip) throws Unreadable {
    Optional<String> main = zip.related("", "officeDocument");
    if (main.isEmpty()) {
      throw Unreadable.because(zip.has("content.xml") ? "other-workbook" : "other-zip");
    }
    if (main.get().endsWith(".bin")) {
      throw Unreadable.because("other-workbook");
    }
    return main.get();
  }

  static WorkbookPart read(OfficePackage zip, String main) throws Unreadable {
    Map<String, String> worksheets = new HashMap<>();
    for (Relation relation : zip.relations(main)) {
      if (relation.type().equals("worksheet")) {
        worksheets.put(relation.id(), relation.target());
      }
    }
    List<SheetEntry> sheets = new ArrayList<>();
    boolean from1904 = false;
    boolean workbook = false;
    try (XmlPart xml = zip.xml(main)) {
      while (xml.next()) {
        workbook |= xml.isStart("workbook");
        from1904 |= xml.isStart("workbookPr") && xml.isOn("date1904");
        String part = xml.isStart("sheet") ? worksheets.get(xml.relation()) : null;
        if (part != null && sheets.size() < Limits.SHEETS) {
          boolean hidden = !xml.attribute("state", "visible").equals("visible");
          sheets.add(new SheetEntry(xml.attribute("name", ""), part, hidden));
        }
      }
    }
    if (!workbook) {
      throw Unreadable.because("other-zip");
    }
    if (sheets.isEmpty()) {
      throw Unreadable.because("empty");
    }
    return new WorkbookPart(sheets, from1904);
  }
}
