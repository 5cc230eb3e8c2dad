package jingtu.sheets.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellFinding;
import jingtu.sheets.Limits;
import jingtu.sheets.Marks;
import jingtu.sheets.Row;

/** The sheet of a copy that lists all findings, each with a way to its cell. */
final class FindingsSheet {

  private static final List<String> COLUMNS =
      List.of("marks-place", "marks-problem", "marks-remedy");

  private FindingsSheet() {}

  /** Whether the first row of a sheet is the header of such a sheet. */
  static boolean isHeader(Row row) {
    if (row.number() != 1 || row.cells().size() != COLUMNS.size()) {
      return false;
    }
    for (int i = 0; i < COLUMNS.size(); i++) {
      if (!Marks.inEveryLanguage(COLUMNS.get(i)).contains(row.cells().get(i).text())) {
        return false;
      }
    }
    return true;
  }

  /** Writes the part; {@code style} is a format in which long texts wrap. */
  static void write(Marks marks, List<String> sheets, int style, OutputStream target)
      throws IOException {
    Writer part = new OutputStreamWriter(target, StandardCharsets.UTF_8);
    part.write(
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
        <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" \
        activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
        <cols><col min="1" max="1" width="18" customWidth="1"/>\
        <col min="2" max="3" width="60" customWidth="1"/></cols><sheetData>""");
    writeHeader(marks, style, part);
    List<CellFinding> listed =
        marks.findings().subList(0, Math.min(marks.findings().size(), Limits.ROWS - 2));
    int number = 2;
    for (CellFinding finding : listed) {
      writeRow(
          number++,
          style,
          part,
          finding.at().toString(),
          marks.say(finding.problem()),
          marks.say(finding.remedy()));
    }
    if (listed.isEmpty()) {
      writeRow(number, style, part, "", marks.say("marks-none"), "");
    }
    part.write("</sheetData>");
    writeLinks(listed, sheets, part);
    part.write("<pageSetup orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
    part.flush();
  }

  private static void writeHeader(Marks marks, int style, Writer part) throws IOException {
    part.write("<row r=\"1\">");
    for (int i = 0; i < COLUMNS.size(); i++) {
      part.write(
          "<c r=\"%s1\" s=\"%d\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>%s</t></r></is></c>"
              .formatted(CellAddress.letters(i + 1), style, Tag.escape(marks.say(COLUMNS.get(i)))));
    }
    part.write("</row>");
  }

  private static void writeRow(int number, int style, Writer part, String... texts)
      throws IOException {
    part.write("<row r=\"" + number + "\">");
    for (int i = 0; i < texts.length; i++) {
      part.write(
          "<c r=\"%s%d\" s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
              .formatted(CellAddress.letters(i + 1), number, style, Tag.escape(texts[i])));
    }
    part.write("</row>");
  }

  private static void writeLinks(List<CellFinding> listed, List<String> sheets, Writer part)
      throws IOException {
    boolean opened = false;
    int links = Math.min(listed.size(), Limits.LINKS);
    for (int i = 0; i < links; i++) {
      CellAddress at = listed.get(i).at();
      if (sheets.contains(at.sheet())) {
        part.write(opened ? "" : "<hyperlinks>");
        opened = true;
        String location =
            "'%s'!%s%d"
                .formatted(
                    at.sheet().replace("'", "''"), CellAddress.letters(at.column()), at.row());
        part.write(
            "<hyperlink ref=\"A%d\" location=\"%s\"/>".formatted(i + 2, Tag.escape(location)));
      }
    }
    part.write(opened ? "</hyperlinks>" : "");
  }
}
