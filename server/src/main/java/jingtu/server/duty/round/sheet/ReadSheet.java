package jingtu.server.duty.round.sheet;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jingtu.server.duty.Duties;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.scope.Scope;
import jingtu.sheets.CellArea;
import jingtu.sheets.CellFinding;
import jingtu.sheets.ColumnMatch;
import jingtu.sheets.ColumnMatch.Fields;
import jingtu.sheets.Header;
import jingtu.sheets.HeaderRows;
import jingtu.sheets.HeaderText;
import jingtu.sheets.Row;
import jingtu.sheets.SheetFile;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads a table that came back, and says what of it can be taken and what is wrong with it. Changes
 * nothing.
 *
 * <p>A row is known by its stamp; where the column of stamps was deleted, by its sentence. Rows may
 * stand in any order, columns too. What a table said, the same table may correct, as long as nobody
 * has said anything else since. Nothing at all is taken from another organisation's table, from one
 * of another period, or from one without the columns that are asked for.
 */
@Service
public class ReadSheet {

  private static final int MOST_ROWS = 5_000;
  private static final Fields FIELDS = RoundColumn.fields();

  private final Rounds rounds;
  private final Duties duties;

  ReadSheet(Rounds rounds, Duties duties) {
    this.rounds = rounds;
    this.duties = duties;
  }

  /**
   * Reads a table.
   *
   * @param handedInAs under whose name it came; absent where a heap of tables is read and each says
   *     whose it is
   * @param language in which periods, columns and states are called in what is told
   * @return empty where the scope sees no such round-up
   */
  @Transactional(readOnly = true)
  public Optional<CheckedSheet> check(
      Scope scope, RoundId round, Optional<UUID> handedInAs, Path file, Language language) {
    return rounds
        .find(scope, round)
        .map(
            found ->
                switch (SheetFile.open(file)) {
                  case SheetFile.Refused(Finding why) -> CheckedSheet.refused(handedInAs, why);
                  case SheetFile.Opened(SheetFile opened) ->
                      new Reading(scope, found, handedInAs, language).read(opened);
                });
  }

  /** One table with its header. */
  private record Table(
      String sheet, Header header, ColumnMatch match, List<Row> rows, List<CellArea> merged) {

    Optional<Integer> column(RoundColumn column) {
      return match.find(column.name()).map(Header.Column::number);
    }

    List<Row> body() {
      return rows.stream().filter(row -> row.number() > header.last()).toList();
    }
  }

  /** The reading of one file. */
  private final class Reading {

    private final Scope scope;
    private final Round round;
    private final Optional<UUID> handedInAs;
    private final Language language;

    Reading(Scope scope, Round round, Optional<UUID> handedInAs, Language language) {
      this.scope = scope;
      this.round = round;
      this.handedInAs = handedInAs;
      this.language = language;
    }

    CheckedSheet read(SheetFile file) {
      for (String sheet : file.sheets()) {
        if (!file.isHidden(sheet)) {
          List<Row> rows = new ArrayList<>();
          Optional<Finding> brokenOff =
              file.rowsWhile(
                  sheet,
                  row -> {
                    rows.add(row);
                    return rows.size() <= MOST_ROWS;
                  });
          if (brokenOff.isPresent()) {
            return CheckedSheet.refused(handedInAs, brokenOff.get());
          }
          Optional<Table> table = table(sheet, rows, file.merged(sheet));
          if (table.isPresent()) {
            return rows.size() > MOST_ROWS
                ? refused("too-many-rows", MOST_ROWS)
                : read(table.get());
          }
        }
      }
      return refused("no-table", headings(EnumSet.of(RoundColumn.SENTENCE, RoundColumn.PROGRESS)));
    }

    private Optional<Table> table(String sheet, List<Row> rows, List<CellArea> merged) {
      return HeaderRows.find(
              rows.stream().limit(HeaderRows.OPENING).toList(),
              merged,
              text -> FIELDS.find(text).isPresent(),
              text -> false)
          .map(header -> new Table(sheet, header, ColumnMatch.of(header, FIELDS), rows, merged))
          .filter(
              table ->
                  table.match().columns().size() > 1
                      && (table.column(RoundColumn.STAMP).isPresent()
                          || table.column(RoundColumn.SENTENCE).isPresent()));
    }

    private CheckedSheet read(Table table) {
      Set<RoundColumn> absent =
          RoundColumn.asked().stream()
              .filter(column -> table.column(column).isEmpty())
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(RoundColumn.class)));
      boolean saysNothing =
          absent.contains(RoundColumn.PROGRESS) && absent.contains(RoundColumn.COMPLETION);
      if (absent.contains(RoundColumn.STATE) || saysNothing) {
        return refused("no-column", headings(absent));
      }
      Set<LineId> stamped =
          table.column(RoundColumn.STAMP).stream()
              .flatMap(
                  column ->
                      table.body().stream().map(row -> RowStamp.read(row.cell(column).text())))
              .flatMap(Optional::stream)
              .map(RowStamp::line)
              .collect(toSet());
      List<ReportLine> lines = rounds.lines(scope, round.id(), Optional.empty());
      Map<LineId, ReportLine> byId = byId(lines);
      Set<UUID> whose =
          stamped.stream()
              .filter(byId::containsKey)
              .map(id -> Optional.ofNullable(byId.get(id)).orElseThrow().organisation())
              .collect(toSet());
      Optional<CheckedSheet> refusal = refusal(table, stamped, whose);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      UUID organisation = handedInAs.orElseGet(() -> whose.iterator().next());
      List<ReportLine> own =
          lines.stream().filter(line -> line.organisation().equals(organisation)).toList();
      return rows(table, organisation, own, absent);
    }

    /** Why nothing of the table is taken. */
    private Optional<CheckedSheet> refusal(Table table, Set<LineId> stamped, Set<UUID> whose) {
      if (whose.isEmpty()) {
        Optional<ReportingPeriod> other =
            rounds.list(scope, stamped).stream()
                .findFirst()
                .flatMap(line -> rounds.find(scope, line.round()))
                .map(Round::period)
                .or(() -> stamped.isEmpty() ? titled(table) : Optional.empty());
        if (other.isPresent()) {
          return Optional.of(
              refused(
                  "other-period",
                  PeriodNames.of(other.get(), language),
                  PeriodNames.of(round.period(), language)));
        }
        if (!stamped.isEmpty()) {
          return Optional.of(refused("unknown-rows"));
        }
        return handedInAs.isEmpty() ? Optional.of(refused("whose")) : Optional.empty();
      }
      if (whose.size() > 1) {
        return Optional.of(refused("several-organisations", names(whose)));
      }
      return handedInAs.isPresent() && !whose.contains(handedInAs.get())
          ? Optional.of(refused("others-sheet", names(whose)))
          : Optional.empty();
    }

    /** The other period that is named in or above the headings, where this one is not. */
    private Optional<ReportingPeriod> titled(Table table) {
      String above =
          table.rows().stream()
              .filter(row -> row.number() <= table.header().last())
              .flatMap(row -> row.cells().stream())
              .map(cell -> HeaderText.comparable(cell.text()))
              .collect(Collectors.joining(" "));
      return names(above, round.period())
          ? Optional.empty()
          : rounds.list(scope).stream()
              .map(Round::period)
              .filter(period -> names(above, period))
              .findFirst();
    }

    private static boolean names(String above, ReportingPeriod period) {
      return Arrays.stream(Language.values())
          .map(language -> HeaderText.comparable(PeriodNames.of(period, language)))
          .anyMatch(above::contains);
    }

    private CheckedSheet rows(
        Table table, UUID organisation, List<ReportLine> own, Set<RoundColumn> absent) {
      Map<DutyId, Duty> asked =
          duties.list(scope, own.stream().map(ReportLine::duty).toList()).stream()
              .collect(toMap(Duty::id, Function.identity()));
      ReadRows rows = new ReadRows(own, asked, table.merged(), columns(table), language);
      table.body().forEach(rows::read);
      List<Finding> notices = new ArrayList<>();
      if (!absent.isEmpty()) {
        notices.add(finding(table.sheet(), "left-out", headings(absent)));
      }
      List<CellFinding> findings = new ArrayList<>(table.match().findings());
      findings.addAll(rows.findings());
      return new CheckedSheet(
          Optional.of(organisation),
          rows.taken(),
          rows.same(),
          rows.empty(),
          Optional.empty(),
          findings,
          notices);
    }

    private static Map<RoundColumn, Integer> columns(Table table) {
      Map<RoundColumn, Integer> columns = new LinkedHashMap<>();
      for (RoundColumn column : RoundColumn.values()) {
        table.column(column).ifPresent(number -> columns.put(column, number));
      }
      return columns;
    }

    private String names(Set<UUID> organisations) {
      List<ReportLine> lines =
          rounds.lines(scope, round.id(), Optional.empty()).stream()
              .filter(line -> organisations.contains(line.organisation()))
              .toList();
      return duties.list(scope, lines.stream().map(ReportLine::duty).toList()).stream()
          .map(duty -> duty.assignee().name())
          .distinct()
          .collect(Collectors.joining(", "));
    }

    private String headings(Set<RoundColumn> columns) {
      return columns.stream()
          .map(column -> column.heading(language))
          .collect(Collectors.joining(", "));
    }

    private CheckedSheet refused(String why, Object... arguments) {
      return CheckedSheet.refused(handedInAs, finding("", why, arguments));
    }
  }

  private static Finding finding(String place, String why, Object... arguments) {
    return new Finding(
        place,
        Message.of("round.returned." + why, arguments),
        Message.of("round.returned." + why + "-remedy", arguments));
  }

  private static Map<LineId, ReportLine> byId(List<ReportLine> lines) {
    return lines.stream().collect(toMap(ReportLine::id, Function.identity()));
  }
}
