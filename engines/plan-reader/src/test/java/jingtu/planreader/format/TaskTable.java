package jingtu.planreader.format;

import static jingtu.planreader.format.WordFile.cell;
import static jingtu.planreader.format.WordFile.p;
import static jingtu.planreader.format.WordFile.row;

import java.util.ArrayList;
import java.util.List;

/**
 * One invented task table, from article and clause to item and sub-item, each of the last two with
 * units of its own, and the work of each unit. A place that the cell above covers holds {@code ^}.
 */
final class TaskTable {

  private static final String TITLE = "梧桐县土壤污染防治任务分解表";

  private static final List<List<String>> ROWS =
      List.of(
          List.of("条内容", "款内容", "项内容", "责任单位", "小项内容", "责任单位", "具体工作内容"),
          List.of(
              "一、守护黑土",
              "（一）养护耕层",
              "建设固土林带。2026年底前，建成林带3处。",
              "县农业局牵头，县水利局、县林业局配合",
              "1.排查冲沟。2025年6月底前，完成冲沟排查。",
              "县水利局牵头，县林业局配合",
              "县水利局负责排查；县林业局负责核对。"),
          List.of("^", "^", "^", "^", "2.栽植林带。每年栽植一次。", "县林业局牵头", "县林业局负责栽植。"),
          List.of(
              "^",
              "（二）增施有机肥",
              "推广堆肥。到2026年，堆肥还田率达到40%以上。",
              "县农业局牵头，县畜牧局配合",
              "1.建设堆肥场。2025年底前，建成堆肥场2处。",
              "县畜牧局牵头，各乡镇参与",
              "县畜牧局负责选址。"));

  private TaskTable() {}

  /** Rows as lines, cells parted by tabs, nothing where a cell above reaches down. */
  static String asText() {
    StringBuilder text = new StringBuilder(TITLE + "\n");
    ROWS.forEach(row -> text.append(String.join("\t", row).replace("^", "")).append('\n'));
    return text.toString();
  }

  /** The table in WordprocessingML, on a page that lies on its side. */
  static byte[] asWord() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < ROWS.size(); i++) {
      StringBuilder cells = new StringBuilder();
      for (int j = 0; j < ROWS.get(i).size(); j++) {
        String merge =
            continues(i, j) ? "<w:vMerge/>" : reaches(i, j) ? "<w:vMerge w:val=\"restart\"/>" : "";
        String words = continues(i, j) ? "" : ROWS.get(i).get(j);
        cells.append(cell("<w:tcW w:w=\"1900\" w:type=\"dxa\"/>" + merge, p(words)));
      }
      rows.append(row(cells.toString()));
    }
    String page =
        "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar"
            + " w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"851\""
            + " w:footer=\"992\" w:gutter=\"0\"/></w:sectPr>";
    return WordFile.of(p(TITLE), WordFile.table(7, 1900, rows.toString()), page).bytes();
  }

  /** The table in SpreadsheetML. */
  static byte[] asSheet() {
    StringBuilder rows = new StringBuilder(sheetRow(1, List.of(TITLE)));
    for (int i = 0; i < ROWS.size(); i++) {
      rows.append(sheetRow(i + 2, ROWS.get(i)));
    }
    List<String> merged = new ArrayList<>(List.of("A1:G1"));
    for (int i = 0; i < ROWS.size(); i++) {
      for (int j = 0; j < ROWS.get(i).size(); j++) {
        if (!continues(i, j) && reaches(i, j)) {
          merged.add(place(i + 2, j) + ":" + place(i + 1 + height(i, j), j));
        }
      }
    }
    StringBuilder areas = new StringBuilder();
    merged.forEach(area -> areas.append("<mergeCell ref=\"%s\"/>".formatted(area)));
    return SheetFile.of(
        "<sheetData>" + rows + "</sheetData><mergeCells>" + areas + "</mergeCells>", "");
  }

  private static String sheetRow(int number, List<String> cells) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).equals("^")) {
        row.append(
            "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                .formatted(place(number, i), cells.get(i)));
      }
    }
    return row.append("</row>").toString();
  }

  /** The table as a page. */
  static String asPage() {
    StringBuilder page = new StringBuilder("<html><body><h1>" + TITLE + "</h1><table border=1>");
    for (int i = 0; i < ROWS.size(); i++) {
      page.append("<tr>");
      for (int j = 0; j < ROWS.get(i).size(); j++) {
        if (!continues(i, j)) {
          page.append("<td rowspan=\"" + height(i, j) + "\">" + ROWS.get(i).get(j) + "</td>");
        }
      }
      page.append("</tr>");
    }
    return page.append("</table></body></html>").toString();
  }

  private static String place(int row, int column) {
    return Character.toString('A' + column) + row;
  }

  private static boolean continues(int row, int column) {
    return ROWS.get(row).get(column).equals("^");
  }

  private static boolean reaches(int row, int column) {
    return height(row, column) > 1;
  }

  private static int height(int row, int column) {
    int end = row + 1;
    while (end < ROWS.size() && continues(end, column)) {
      end++;
    }
    return end - row;
  }
}
