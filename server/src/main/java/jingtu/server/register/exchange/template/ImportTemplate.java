package jingtu.server.register.exchange.template;

import static jingtu.server.register.exchange.cell.ExchangeWords.say;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.exchange.cell.CellNames;
import jingtu.server.register.exchange.cell.SheetColumn;
import jingtu.server.register.exchange.cell.SheetColumn.Spine;
import jingtu.server.register.exchange.cell.SheetColumns;
import jingtu.vocabulary.Language;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook in which somebody writes new records of a register: the table with its headings,
 * notes, drop-downs and an example, then how to fill it in. The first column says which rows are no
 * data.
 */
public final class ImportTemplate {

  private final Definition definition;
  private final List<ColumnGuide> guides;
  private final Language language;

  /** The template of the columns that a role may fill in. */
  public ImportTemplate(
      Definition definition, SheetColumns columns, CellNames names, Language language) {
    this.definition = definition;
    this.language = language;
    this.guides =
        columns.columns().stream()
            .filter(ImportTemplate::isFilledIn)
            .map(column -> ColumnGuide.of(column, names, language))
            .toList();
  }

  private static boolean isFilledIn(SheetColumn column) {
    return column.isTaken() && column.isWritten() && column.part() != Spine.RECORD;
  }

  public void write(OutputStream out) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      TemplateStyles styles = new TemplateStyles(book);
      XSSFSheet table = book.createSheet(WorkbookUtil.createSafeSheetName(definition.name()));
      XSSFSheet help = book.createSheet(say(language, "template.help-sheet"));
      new TemplateTable(table, styles, language).fill(definition, guides);
      new TemplateHelp(help, styles, language).fill(definition, guides);
      book.setActiveSheet(0);
      book.write(out);
    }
  }
}
