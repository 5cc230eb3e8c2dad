package jingtu.server.plan.decomposition.comment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellFinding;
import jingtu.sheets.ColumnMatch;
import jingtu.sheets.ColumnMatch.Field;
import jingtu.sheets.ColumnMatch.Fields;
import jingtu.sheets.Header;
import jingtu.sheets.HeaderRows;
import jingtu.sheets.Row;
import jingtu.sheets.SheetFile;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/**
 * What an organisation wrote into its sheet of comments: the first sheet of the file, columns found
 * by what stands over them, so that further columns and another order do no harm.
 *
 * @param organisation whose sheet it is, as the line above the table says; absent without one
 * @param lines the rows in which something was written
 */
record ReturnedSheet(Optional<String> organisation, List<Line> lines, List<CellFinding> findings) {

  private static final String CODE = "CODE";
  private static final String OPINION = "OPINION";
  private static final String PROPOSED = "PROPOSED";

  private static final Fields FIELDS =
      new Fields(
          List.of(
              new Field(CODE, headings()),
              new Field(OPINION, words(Message.of("decomposition.sheet.opinion"))),
              new Field(PROPOSED, words(Message.of("decomposition.sheet.proposed")))));

  ReturnedSheet {
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
  }

  /** One row: the code of the item, empty where the row speaks of the whole. */
  record Line(CellAddress at, String code, String opinion, String proposed) {}

  /** What comes of reading a file. */
  sealed interface Outcome {
    record Read(ReturnedSheet sheet) implements Outcome {}

    record Refused(Finding finding) implements Outcome {}
  }

  static Outcome read(SheetFile file) {
    String sheet = file.sheets().getFirst();
    List<Row> opening = HeaderRows.opening(file, sheet);
    Optional<Header> header =
        HeaderRows.find(
            opening, file.merged(sheet), text -> FIELDS.find(text).isPresent(), text -> false);
    Optional<ColumnMatch> match = header.map(found -> ColumnMatch.of(found, FIELDS));
    if (match.filter(m -> m.find(CODE).isPresent() && m.find(OPINION).isPresent()).isEmpty()) {
      return new Outcome.Refused(
          new Finding(
              sheet,
              Message.of("decomposition.sheet.no-columns"),
              Message.of("decomposition.sheet.keep-columns")));
    }
    int last = header.orElseThrow().last();
    Map<String, Line> lines = new HashMap<>();
    List<Line> inOrder = new ArrayList<>();
    List<CellFinding> findings = new ArrayList<>();
    Optional<Finding> brokenOff =
        file.rows(
            sheet,
            row -> {
              if (row.number() > last) {
                line(row, match.get())
                    .ifPresent(
                        line -> {
                          if (lines.putIfAbsent(line.code() + line.opinion(), line) == null) {
                            inOrder.add(line);
                          }
                        });
                findings.addAll(row.faults());
              }
            });
    return brokenOff
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(
            () -> new Outcome.Read(new ReturnedSheet(organisation(opening), inOrder, findings)));
  }

  private static Optional<Line> line(Row row, ColumnMatch match) {
    String opinion = text(row, match, OPINION);
    String proposed = text(row, match, PROPOSED);
    return opinion.isEmpty() && proposed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Line(
                row.cell(match.find(OPINION).orElseThrow().number()).address(),
                text(row, match, CODE),
                opinion,
                proposed));
  }

  private static String text(Row row, ColumnMatch match, String field) {
    return match
        .find(field)
        .map(column -> row.cell(column.number()))
        .map(Cell::text)
        .map(String::strip)
        .orElse("");
  }

  /** The cell right of the one that says “organisation asked”. */
  private static Optional<String> organisation(List<Row> opening) {
    List<String> labels = words(Message.of("decomposition.sheet.asked"));
    return opening.stream()
        .filter(
            row ->
                row.cells().stream()
                    .filter(cell -> !cell.isEmpty())
                    .findFirst()
                    .filter(cell -> labels.contains(cell.text()))
                    .isPresent())
        .flatMap(row -> row.cells().stream().filter(cell -> !cell.isEmpty()).skip(1).limit(1))
        .map(Cell::text)
        .findFirst();
  }

  private static List<String> headings() {
    return Arrays.stream(Language.values())
        .flatMap(language -> WorkItemColumn.CODE.headings(language).stream())
        .toList();
  }

  /** What a message says in any language, of which each may have several. */
  private static List<String> words(Message message) {
    return Stream.of(Language.values())
        .flatMap(language -> Stream.of(Messages.say(message, language).split("\\|")))
        .distinct()
        .toList();
  }
}
