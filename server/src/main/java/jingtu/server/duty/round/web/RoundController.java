package jingtu.server.duty.round.web;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jingtu.server.duty.Reach;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.OpenRounds;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundCalendar;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.duty.round.Standing;
import jingtu.server.duty.round.Standings;
import jingtu.server.duty.round.countersign.CountersignTally;
import jingtu.server.duty.round.countersign.Countersigns;
import jingtu.server.duty.round.sheet.MakeSheets;
import jingtu.server.duty.round.sheet.RoundSheet;
import jingtu.server.duty.round.web.RoundViews.ReportChangeView;
import jingtu.server.duty.round.web.RoundViews.ReportCountsView;
import jingtu.server.duty.round.web.RoundViews.ReportHistoryView;
import jingtu.server.duty.round.web.RoundViews.ReportLineView;
import jingtu.server.duty.round.web.RoundViews.ReportLinesView;
import jingtu.server.duty.round.web.RoundViews.ReportingOrganisationView;
import jingtu.server.duty.round.web.RoundViews.RoundUpView;
import jingtu.server.duty.round.web.RoundViews.WholeRoundUpView;
import jingtu.server.edge.Problem;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Round-ups, who reports in them, and when they open and are due. */
@RestController
@RequestMapping("/api/round-ups")
class RoundController {

  private final Rounds rounds;
  private final Standings standings;
  private final MakeSheets sheets;
  private final Countersigns countersigns;
  private final RoundCalendar calendar;
  private final Reach reach;
  private final OpenRounds openRounds;

  RoundController(
      Rounds rounds,
      Standings standings,
      MakeSheets sheets,
      Countersigns countersigns,
      RoundCalendar calendar,
      Reach reach,
      OpenRounds openRounds) {
    this.rounds = rounds;
    this.standings = standings;
    this.sheets = sheets;
    this.countersigns = countersigns;
    this.calendar = calendar;
    this.reach = reach;
    this.openRounds = openRounds;
  }

  /**
   * On which days of which months round-ups of periods of one length, 1, 3, 6 or 12 months, open
   * and are due; those months are counted from the last one of the period, which is 0.
   */
  record CalendarDaysView(int months, int opensAfter, int opens, int dueAfter, int due) {

    static CalendarDaysView of(RoundCalendar.Days days) {
      return new CalendarDaysView(
          days.months(),
          days.opens().after(),
          days.opens().day(),
          days.due().after(),
          days.due().day());
    }

    RoundCalendar.Days days() {
      return new RoundCalendar.Days(
          months, new RoundCalendar.Told(opensAfter, opens), new RoundCalendar.Told(dueAfter, due));
    }
  }

  record RoundCalendarView(List<CalendarDaysView> days) {}

  record RoundUpsView(List<RoundUpView> rounds) {}

  /** All that the account sees a line of, the latest first. */
  @GetMapping
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  RoundUpsView list(Scope scope) {
    Map<RoundId, Standing> counts =
        standings.all(scope).stream().collect(toMap(Standing::round, Function.identity()));
    return new RoundUpsView(
        rounds.list(scope).stream()
            .map(
                round ->
                    view(
                        scope,
                        round,
                        Optional.ofNullable(counts.get(round.id()))
                            .map(ReportCountsView::of)
                            .orElse(ReportCountsView.NONE)))
            .toList());
  }

  /** One round-up with the organisations that report in it. */
  @GetMapping("/{id}")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  WholeRoundUpView get(Scope scope, @PathVariable UUID id) {
    Round round = found(scope, id);
    List<Standing> each = standings.of(scope, round.id());
    return new WholeRoundUpView(
        view(scope, round, ReportCountsView.sum(each)),
        each.stream()
            .map(
                standing ->
                    new ReportingOrganisationView(
                        standing.organisation().orElseThrow(),
                        standing.name(),
                        ReportCountsView.of(standing)))
            .toList());
  }

  /** What each organisation is asked and has said, or one of them; or what stands somewhere. */
  @GetMapping("/{id}/lines")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ReportLinesView lines(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam Optional<UUID> organisation,
      @RequestParam Optional<LineStatus> status) {
    RoundId round = found(scope, id).id();
    List<RoundSheet.Row> rows =
        sheets.of(scope, round, organisation).stream()
            .map(RoundSheet::rows)
            .flatMap(List::stream)
            .filter(row -> status.map(row.line().status()::equals).orElse(true))
            .toList();
    Map<LineId, CountersignTally> signed =
        countersigns.tallies(scope, rows.stream().map(row -> row.line().id()).toList());
    return new ReportLinesView(
        rows.stream()
            .map(
                row ->
                    ReportLineView.of(
                        row,
                        scope.organisation(),
                        Optional.ofNullable(signed.get(row.line().id()))))
            .toList());
  }

  /** What was done with a line, the latest first. */
  @GetMapping("/lines/{id}/history")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ReportHistoryView history(Scope scope, @PathVariable UUID id) {
    if (rounds.list(scope, List.of(new LineId(id))).isEmpty()) {
      throw Problem.of(HttpStatus.NOT_FOUND, "round.unknown-line");
    }
    return new ReportHistoryView(
        rounds.history(scope, new LineId(id)).stream().map(ReportChangeView::of).toList());
  }

  /** When round-ups of each length open and are due in the account's region. */
  @GetMapping("/calendar")
  @AllowedTo(Role.COORDINATOR)
  RoundCalendarView calendar(Scope scope) {
    return view(calendar.list(region(scope)));
  }

  /** Keeps other days from the next round-up on, which opens at once where they say so. */
  @PutMapping("/calendar")
  @AllowedTo(Role.COORDINATOR)
  RoundCalendarView keep(Scope scope, @RequestBody CalendarDaysView form) {
    RoundCalendar.Days days;
    try {
      days = form.days();
    } catch (IllegalArgumentException | ArithmeticException noDays) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "round.no-days");
    }
    calendar.keep(scope, region(scope), days);
    openRounds.keep();
    return view(calendar.list(region(scope)));
  }

  private static RoundCalendarView view(List<RoundCalendar.Days> days) {
    return new RoundCalendarView(days.stream().map(CalendarDaysView::of).toList());
  }

  private static RegionCode region(Scope scope) {
    return scope.region().orElseThrow(() -> Problem.of(HttpStatus.FORBIDDEN, "round.no-region"));
  }

  private RoundUpView view(Scope scope, Round round, ReportCountsView counts) {
    return RoundUpView.of(round, reach.keeps(scope, round.region()), counts);
  }

  private Round found(Scope scope, UUID id) {
    return rounds
        .find(scope, new RoundId(id))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "round.unknown"));
  }
}
