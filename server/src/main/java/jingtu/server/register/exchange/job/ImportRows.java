package jingtu.server.register.exchange.job;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jingtu.server.edge.Problem;
import jingtu.server.register.exchange.intake.MatchColumns;
import jingtu.server.register.exchange.intake.Source;
import jingtu.server.register.exchange.intake.SourceRow;
import jingtu.server.register.exchange.intake.TableHead;
import jingtu.server.scope.Scope;
import jingtu.sheets.CellFinding;
import jingtu.sheets.MarkedCopy;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** The rows of an import's file with what the check found in them, for whoever may act on it. */
@Service
public class ImportRows {

  private final ImportDesk desk;
  private final ImportJobs jobs;

  ImportRows(ImportDesk desk, ImportJobs jobs) {
    this.desk = desk;
    this.jobs = jobs;
  }

  /** Which rows are asked for. */
  public enum Which {
    ALL,
    FAULTY,
    DOUBTFUL,
    /** Whose record is there and says something else. */
    MEETING,
    LEFT_OUT
  }

  /** Where a row stands: its sheet and its number there. */
  public record Place(String sheet, int number) {
    /** As {@code sheet!number}; empty where it is not. */
    public static Optional<Place> of(String written) {
      int mark = written.lastIndexOf('!');
      String digits = written.substring(mark + 1);
      return mark >= 0 && digits.matches("\\d{1,9}")
          ? Optional.of(new Place(written.substring(0, mark), Integer.parseInt(digits)))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return sheet + "!" + number;
    }
  }

  /**
   * One row.
   *
   * @param cells the texts of the columns of the head, in their order
   */
  public record SeenRow(
      Place place,
      List<String> cells,
      List<CheckFinding> findings,
      Optional<SourceRow.LeftOut> leftOut,
      Optional<Twin> twin) {
    public SeenRow {
      cells = List.copyOf(cells);
      findings = List.copyOf(findings);
    }
  }

  /**
   * Some rows in the order of the file.
   *
   * @param total of all that were asked for
   */
  public record Page(List<SeenRow> rows, Optional<Place> next, int total) {
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Rows after a place.
   *
   * @param kind only those with a finding of this kind
   */
  public Page page(
      Scope scope, UUID id, Which which, Optional<String> kind, Optional<Place> after, int limit) {
    ImportJob job = desk.getOwn(scope, id);
    Map<Place, List<CheckFinding>> findings =
        jobs.findings(scope, id).stream()
            .collect(groupingBy(f -> new Place(f.at().sheet(), f.at().row())));
    Map<Place, Twin> twins =
        jobs.twins(scope, id).stream()
            .collect(toMap(twin -> new Place(twin.sheet(), twin.row()), twin -> twin));
    Predicate<SeenRow> wanted =
        row ->
            isOf(row, which)
                && kind.map(k -> row.findings().stream().anyMatch(f -> f.kind().equals(k)))
                    .orElse(true);
    Collecting collecting = new Collecting(job, findings, twins, wanted, after, limit);
    walk(scope, job, collecting::take);
    return collecting.page();
  }

  private static boolean isOf(SeenRow row, Which which) {
    return switch (which) {
      case ALL -> true;
      case FAULTY -> row.findings().stream().anyMatch(CheckFinding::isFault);
      case DOUBTFUL -> row.findings().stream().anyMatch(finding -> !finding.isFault());
      case MEETING -> row.twin().isPresent();
      case LEFT_OUT -> row.leftOut().isPresent();
    };
  }

  private void walk(Scope scope, ImportJob job, Consumer<SourceRow> take) {
    try (ImportFile file = ImportFile.of(jobs.content(scope, job))) {
      if (file.open() instanceof Source.Opened(Source source)) {
        MatchColumns match = new MatchColumns(desk.columns(scope, job.register(), Language.ZH));
        for (String sheet : job.choice().sheets()) {
          TableHead head = source.head(sheet, match::isName, job.choice().saidHeader());
          source.rows(
              head,
              row -> {
                take.accept(row.taking(job.choice().columns().keySet()));
                return true;
              });
        }
      }
    }
  }

  /** Goes through all rows, keeps some and counts the others. */
  private static final class Collecting {
    private final List<Integer> columns;
    private final Map<Place, List<CheckFinding>> findings;
    private final Map<Place, Twin> twins;
    private final Predicate<SeenRow> wanted;
    private final int limit;
    private final List<SeenRow> rows = new ArrayList<>();
    private final Optional<Place> after;
    private boolean begun;
    private boolean more;
    private int total;

    Collecting(
        ImportJob job,
        Map<Place, List<CheckFinding>> findings,
        Map<Place, Twin> twins,
        Predicate<SeenRow> wanted,
        Optional<Place> after,
        int limit) {
      this.columns = job.choice().head().columns().stream().map(TableHead.Column::number).toList();
      this.findings = findings;
      this.twins = twins;
      this.wanted = wanted;
      this.limit = limit;
      this.after = after;
      this.begun = after.isEmpty();
    }

    void take(SourceRow source) {
      Place place = new Place(source.row().sheet(), source.number());
      SeenRow row =
          new SeenRow(
              place,
              columns.stream().map(number -> source.row().cell(number).text()).toList(),
              findings.getOrDefault(place, List.of()),
              source.leftOut(),
              Optional.ofNullable(twins.get(place)));
      if (wanted.test(row)) {
        total++;
        keep(row);
      }
      begun |= after.equals(Optional.of(place));
    }

    private void keep(SeenRow row) {
      if (begun && rows.size() < limit) {
        rows.add(row);
      } else if (begun) {
        more = true;
      }
    }

    Page page() {
      return new Page(rows, more ? Optional.of(rows.getLast().place()) : Optional.empty(), total);
    }
  }

  /**
   * Writes the file with everything that was found in its cells.
   *
   * @throws Problem where the file has no cells that can be marked
   */
  public void mark(Scope scope, UUID id, Language language, Consumer<Path> take) {
    ImportJob job = desk.getOwn(scope, id);
    if (job.kind() == Source.Kind.GEOJSON) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "register-exchange.no-cells", job.fileName());
    }
    List<CellFinding> marks =
        jobs.findings(scope, id).stream()
            .map(found -> new CellFinding(found.at(), found.problem(), found.remedy()))
            .collect(Collectors.toCollection(ArrayList::new));
    marks.addAll(job.choice().doubts());
    try (ImportFile file = ImportFile.of(jobs.content(scope, job))) {
      Optional<Finding> refusal = MarkedCopy.write(file.path(), file.path(), marks, language);
      if (refusal.isPresent()) {
        throw Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT, "register-exchange.refused", job.fileName())
            .with(List.of(refusal.get()));
      }
      take.accept(file.path());
    }
  }
}
