package jingtu.server.document.template;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJcTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A table of a Word draft: a head that is repeated on each page, and a row for each record. */
final class DraftTable {

  private static final int SMALL_HEAD = 10;
  private static final int SMALL_TEXT = 9;
  private static final int LARGE_HEAD = 12;
  private static final int LARGE_TEXT = 11;

  private final List<TableDraft.Column> columns;
  private final boolean large;

  private DraftTable(List<TableDraft.Column> columns, boolean large) {
    this.columns = columns;
    this.large = large;
  }

  /**
   * Adds a table.
   *
   * @param large whether its letters are as large as a text of few columns has them
   */
  static void write(XWPFDocument word, List<TableDraft.Column> columns, boolean large) {
    new DraftTable(columns, large).write(word.createTable(2, columns.size()));
  }

  private void write(XWPFTable table) {
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    table.getCTTbl().getTblPr().addNewJc().setVal(STJcTable.CENTER);
    table.setCellMargins(28, 57, 28, 57);
    CTTblGrid grid =
        table.getCTTbl().getTblGrid() == null
            ? table.getCTTbl().addNewTblGrid()
            : table.getCTTbl().getTblGrid();
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    int width = 0;
    for (TableDraft.Column column : columns) {
      grid.addNewGridCol().setW(twips(column.widthMm()));
      width += column.widthMm();
    }
    table.setWidth(twips(width).intValue());
    head(table.getRow(0));
    fields(table.getRow(1));
  }

  private void head(XWPFTableRow row) {
    row.setRepeatHeader(true);
    row.setCantSplitRow(true);
    for (int i = 0; i < columns.size(); i++) {
      cell(row, i, TableDraft.Look.CENTRED, DraftFont.HEADING, columns.get(i).heading());
    }
  }

  private void fields(XWPFTableRow row) {
    row.setCantSplitRow(true);
    for (int i = 0; i < columns.size(); i++) {
      TableDraft.Column column = columns.get(i);
      cell(row, i, column.look(), DraftFont.TEXT, column.text());
    }
  }

  private void cell(XWPFTableRow row, int at, TableDraft.Look look, DraftFont font, String words) {
    XWPFTableCell cell = row.getCell(at);
    cell.setWidth(twips(columns.get(at).widthMm()).toString());
    cell.setVerticalAlignment(
        look == TableDraft.Look.TOP
            ? XWPFTableCell.XWPFVertAlign.TOP
            : XWPFTableCell.XWPFVertAlign.CENTER);
    XWPFParagraph paragraph = cell.getParagraphs().getFirst();
    paragraph.setAlignment(
        look == TableDraft.Look.CENTRED ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
    font.set(paragraph.createRun(), points(font)).setText(words);
  }

  private int points(DraftFont font) {
    if (font == DraftFont.HEADING) {
      return large ? LARGE_HEAD : SMALL_HEAD;
    }
    return large ? LARGE_TEXT : SMALL_TEXT;
  }

  static BigInteger twips(int mm) {
    return BigInteger.valueOf(Math.round(mm * 1440 / 25.4));
  }
}
