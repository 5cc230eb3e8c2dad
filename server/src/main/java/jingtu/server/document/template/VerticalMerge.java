package jingtu.server.document.template;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Makes one cell of equal neighbours in a column of a Word table. */
final class VerticalMerge {

  private VerticalMerge() {}

  /**
   * Merges in some columns of rows that follow each other. Cells become one where their words are
   * the same and the cells of the merged columns left of them are one as well.
   */
  static void of(List<XWPFTableRow> rows, List<Integer> columns) {
    List<List<String>> texts =
        rows.stream()
            .map(row -> columns.stream().map(column -> row.getCell(column).getText()).toList())
            .toList();
    for (Neighbours.Run run : Neighbours.of(texts)) {
      int column = columns.get(run.column());
      mark(rows.get(run.first()).getCell(column), STMerge.RESTART);
      for (int row = run.first() + 1; row <= run.last(); row++) {
        XWPFTableCell cell = rows.get(row).getCell(column);
        mark(cell, STMerge.CONTINUE);
        empty(cell);
      }
    }
  }

  private static void mark(XWPFTableCell cell, STMerge.Enum merge) {
    CTTcPr properties =
        cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
    (properties.isSetVMerge() ? properties.getVMerge() : properties.addNewVMerge()).setVal(merge);
  }

  private static void empty(XWPFTableCell cell) {
    while (cell.getParagraphs().size() > 1) {
      cell.removeParagraph(cell.getParagraphs().size() - 1);
    }
    var paragraph = cell.getParagraphs().getFirst();
    while (!paragraph.getRuns().isEmpty()) {
      paragraph.removeRun(0);
    }
  }
}
