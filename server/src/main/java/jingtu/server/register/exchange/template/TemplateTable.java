package jingtu.server.register.exchange.template;

import static jingtu.server.register.exchange.cell.ExchangeWords.say;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import jingtu.server.register.definition.Definition;
import jingtu.vocabulary.Language;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The sheet that is filled in. */
final class TemplateTable {

  /** Rows for which a spreadsheet checks what is typed in. */
  private static final int CHECKED_ROWS = 5_000;

  private static final int TITLE = 0;
  private static final int HEADINGS = 1;
  private static final int HINTS = 2;
  private static final int EXAMPLE = 3;
  private static final int FIRST_DATA = 4;

  private static final int CHARACTER = 256;
  private static final int NARROW = 12;
  private static final int WIDE = 24;
  private static final float HEADING_POINTS = 32;
  private static final float HINT_POINTS = 48;
  private static final int NOTE_COLUMNS = 3;
  private static final int NOTE_ROWS = 6;

  private final XSSFSheet sheet;
  private final XSSFDrawing notes;
  private final TemplateStyles styles;
  private final Language language;
  private Optional<XSSFSheet> lists = Optional.empty();

  TemplateTable(XSSFSheet sheet, TemplateStyles styles, Language language) {
    this.sheet = sheet;
    this.notes = sheet.createDrawingPatriarch();
    this.styles = styles;
    this.language = language;
  }

  void fill(Definition definition, List<ColumnGuide> guides) {
    cell(TITLE, 0, say(language, "template.title", definition.name()), styles.title);
    cell(HEADINGS, 0, say(language, "template.marker"), styles.heading);
    cell(HINTS, 0, say(language, "template.hint-row"), styles.notData);
    cell(EXAMPLE, 0, say(language, "template.example-row"), styles.notData);
    sheet.setColumnWidth(0, NARROW * CHARACTER);
    for (int i = 0; i < guides.size(); i++) {
      fill(i + 1, guides.get(i));
    }
    row(HEADINGS).setHeightInPoints(HEADING_POINTS);
    row(HINTS).setHeightInPoints(HINT_POINTS);
    sheet.createFreezePane(1, HINTS);
    sheet.getPrintSetup().setLandscape(true);
    sheet.setRepeatingRows(CellRangeAddress.valueOf("2:2"));
  }

  private void fill(int column, ColumnGuide guide) {
    String heading = guide.column().heading();
    cell(
        HEADINGS,
        column,
        guide.required() ? "*" + heading : heading,
        guide.required() ? styles.requiredHeading : styles.heading);
    cell(HINTS, column, guide.hint(language), styles.notData);
    cell(EXAMPLE, column, guide.example(), styles.notData);
    note(column, guide);
    sheet.setDefaultColumnStyle(column, style(guide.entry()));
    sheet.setColumnWidth(
        column, CHARACTER * Math.max(NARROW, Math.min(WIDE, 2 * heading.length() + 4)));
    constraint(column, guide).ifPresent(check -> validate(column, guide, check));
  }

  private CellStyle style(ColumnGuide.Entry entry) {
    return switch (entry) {
      case ColumnGuide.Entry.Characters characters -> styles.text;
      case ColumnGuide.Entry.Figure number -> styles.number;
      case ColumnGuide.Entry.Date date -> styles.date;
    };
  }

  private void note(int column, ColumnGuide guide) {
    ClientAnchor box =
        notes.createAnchor(
            0, 0, 0, 0, column + 1, HEADINGS, column + 1 + NOTE_COLUMNS, HEADINGS + NOTE_ROWS);
    Comment note = notes.createCellComment(box);
    note.setString(new XSSFRichTextString(guide.note(language)));
    row(HEADINGS).getCell(column).setCellComment(note);
  }

  private Optional<DataValidationConstraint> constraint(int column, ColumnGuide guide) {
    DataValidationHelper checks = sheet.getDataValidationHelper();
    if (!guide.choices().isEmpty()) {
      return Optional.of(checks.createFormulaListConstraint(list(column, guide.choices())));
    }
    return switch (guide.entry()) {
      case ColumnGuide.Entry.Characters characters -> Optional.empty();
      case ColumnGuide.Entry.Figure(var min, var max) ->
          Optional.of(
              checks.createDecimalConstraint(
                  OperatorType.BETWEEN,
                  min.map(BigDecimal::toPlainString).orElse("-1E+20"),
                  max.map(BigDecimal::toPlainString).orElse("1E+20")));
      case ColumnGuide.Entry.Date date ->
          Optional.of(
              checks.createDateConstraint(
                  OperatorType.BETWEEN, "DATE(1900,3,1)", "DATE(2999,12,31)", ""));
    };
  }

  private void validate(int column, ColumnGuide guide, DataValidationConstraint check) {
    DataValidation validation =
        sheet
            .getDataValidationHelper()
            .createValidation(
                check,
                new CellRangeAddressList(FIRST_DATA, FIRST_DATA + CHECKED_ROWS, column, column));
    validation.setSuppressDropDownArrow(true);
    validation.setShowErrorBox(true);
    validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
    validation.createErrorBox(guide.column().heading(), guide.hint(language));
    sheet.addValidationData(validation);
  }

  /** Writes the choices into a column of the hidden sheet; a formula that names them. */
  private String list(int column, List<String> choices) {
    XSSFSheet hidden = lists.orElseGet(this::createLists);
    for (int i = 0; i < choices.size(); i++) {
      Row row = hidden.getRow(i) == null ? hidden.createRow(i) : hidden.getRow(i);
      row.createCell(column).setCellValue(choices.get(i));
    }
    String letters = CellReference.convertNumToColString(column);
    return "'%s'!$%s$1:$%s$%d".formatted(hidden.getSheetName(), letters, letters, choices.size());
  }

  private XSSFSheet createLists() {
    XSSFSheet hidden = sheet.getWorkbook().createSheet(say(language, "template.lists-sheet"));
    sheet
        .getWorkbook()
        .setSheetVisibility(sheet.getWorkbook().getSheetIndex(hidden), SheetVisibility.HIDDEN);
    lists = Optional.of(hidden);
    return hidden;
  }

  private void cell(int row, int column, String text, CellStyle style) {
    var cell = row(row).createCell(column);
    cell.setCellValue(text);
    cell.setCellStyle(style);
  }

  private Row row(int number) {
    Row known = sheet.getRow(number);
    return known == null ? sheet.createRow(number) : known;
  }
}
