package jingtu.server.register.exchange.template;

import static jingtu.server.register.exchange.cell.ExchangeWords.say;

import java.util.ArrayList;
import java.util.List;
import jingtu.server.register.definition.Definition;
import jingtu.vocabulary.Language;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The sheet that explains how the other is filled in. */
final class TemplateHelp {

  private static final int CHARACTER = 256;
  private static final List<Integer> WIDTHS = List.of(26, 8, 34, 46, 46);
  private static final int STEPS = 6;
  private static final int NAMED = 30;

  private final XSSFSheet sheet;
  private final TemplateStyles styles;
  private final Language language;

  TemplateHelp(XSSFSheet sheet, TemplateStyles styles, Language language) {
    this.sheet = sheet;
    this.styles = styles;
    this.language = language;
  }

  void fill(Definition definition, List<ColumnGuide> guides) {
    line(List.of(say(language, "template.help-title", definition.name())), styles.title);
    for (int step = 1; step <= STEPS; step++) {
      line(List.of(say(language, "template.step-" + step)), styles.text);
    }
    line(List.of(), styles.text);
    line(
        List.of(
            say(language, "template.column-name"),
            say(language, "template.column-required"),
            say(language, "template.column-kind"),
            say(language, "template.column-remarks"),
            say(language, "template.column-choices")),
        styles.heading);
    guides.forEach(guide -> line(cells(guide), styles.wrapped));
    for (int i = 0; i < WIDTHS.size(); i++) {
      sheet.setColumnWidth(i, WIDTHS.get(i) * CHARACTER);
    }
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private List<String> cells(ColumnGuide guide) {
    List<String> cells = new ArrayList<>();
    cells.add(guide.column().heading());
    cells.add(guide.required() ? say(language, "template.required") : "");
    cells.add(guide.kind());
    cells.add(String.join("\n", guide.remarks()));
    List<String> named = guide.choices().subList(0, Math.min(NAMED, guide.choices().size()));
    cells.add(String.join(", ", named) + (guide.choices().size() > NAMED ? " …" : ""));
    return cells;
  }

  private void line(List<String> texts, CellStyle style) {
    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    for (int i = 0; i < texts.size(); i++) {
      var cell = row.createCell(i);
      cell.setCellValue(texts.get(i));
      cell.setCellStyle(style);
    }
  }
}
