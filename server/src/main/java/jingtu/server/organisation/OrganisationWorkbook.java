package jingtu.server.organisation;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The organisations of the account's region and below as a workbook that {@link
 * ImportOrganisations} takes back. Every cell is a text, codes and telephones too, so that no digit
 * is lost and nothing is taken for a formula.
 */
@Component
public class OrganisationWorkbook {

  private static final int CHARACTER = 256;
  private static final List<Integer> WIDTHS = List.of(32, 14, 16, 32, 28, 36, 12, 16, 16, 20);

  private final Organisations organisations;
  private final Areas areas;
  private final Liaisons liaisons;

  OrganisationWorkbook(Organisations organisations, Areas areas, Liaisons liaisons) {
    this.organisations = organisations;
    this.areas = areas;
    this.liaisons = liaisons;
  }

  /** Writes the workbook; persons stand in it only where the account may read them. */
  @Transactional(readOnly = true)
  public void write(Scope scope, Language language, OutputStream out) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet sheet =
          book.createSheet(Messages.say(Message.of("organisation.sheet.name"), language));
      CellStyle text = text(book);
      fill(sheet.createRow(0), bold(book), column -> column.heading(language));
      for (Map<OrganisationColumn, String> texts : texts(scope)) {
        fill(
            sheet.createRow(sheet.getLastRowNum() + 1),
            text,
            column -> texts.getOrDefault(column, ""));
      }
      for (int column = 0; column < WIDTHS.size(); column++) {
        sheet.setColumnWidth(column, WIDTHS.get(column) * CHARACTER);
        sheet.setDefaultColumnStyle(column, text);
      }
      sheet.createFreezePane(1, 1);
      book.write(out);
    }
  }

  private List<Map<OrganisationColumn, String>> texts(Scope scope) {
    List<Organisation> all = organisations.list(scope);
    OrganisationTexts texts =
        new OrganisationTexts(
            areas.list(scope).stream().collect(toMap(Area::id, Area::name)),
            all.stream().collect(toMap(Organisation::id, Organisation::name)));
    Map<UUID, List<Liaison>> persons = liaisons.list(scope);
    Keeper keeper = organisations.keeper(scope);
    return all.stream()
        .filter(
            organisation -> organisation.region().filter(keeper.governed()::contains).isPresent())
        .map(o -> texts.of(o, Optional.ofNullable(persons.get(o.id()))))
        .toList();
  }

  private static void fill(Row row, CellStyle style, Function<OrganisationColumn, String> text) {
    int number = 0;
    for (OrganisationColumn column : OrganisationColumn.values()) {
      Cell cell = row.createCell(number++);
      cell.setCellStyle(style);
      cell.setCellValue(text.apply(column));
    }
  }

  private static CellStyle bold(XSSFWorkbook book) {
    CellStyle bold = text(book);
    Font font = book.createFont();
    font.setBold(true);
    bold.setFont(font);
    return bold;
  }

  private static CellStyle text(XSSFWorkbook book) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat("@"));
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }
}
