package jingtu.server.duty.refill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.refill.PeriodReports.Line;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.sheet.PeriodNames;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** Reckons what goes into the cells of a form in one period. */
final class Reckon {

  private final FormGrid grid;
  private final PeriodReports reports;
  private final Surroundings surroundings;
  private final Map<UUID, String> typed;
  private final Language language;
  private final List<FilledCell> cells = new ArrayList<>();
  private final List<Finding> faults = new ArrayList<>();

  /**
   * What the reports do not say.
   *
   * @param duties those that are mapped, as far as they are seen
   */
  record Surroundings(
      String region, LocalDate today, Map<DutyId, Duty> duties, Map<UUID, String> planTitles) {}

  Reckon(
      FormGrid grid,
      PeriodReports reports,
      Surroundings surroundings,
      Map<UUID, String> typed,
      Language language) {
    this.grid = grid;
    this.reports = reports;
    this.surroundings = surroundings;
    this.typed = typed;
    this.language = language;
  }

  /** What goes into each cell. */
  List<FilledCell> cells() {
    return List.copyOf(cells);
  }

  /** What cannot be filled, and why. */
  List<Finding> faults() {
    return List.copyOf(faults);
  }

  Reckon all(List<MappedCell> mapped) {
    mapped.forEach(this::one);
    return this;
  }

  private void one(MappedCell mapped) {
    if (grid.find(mapped.place()).filter(FormCell::takes).isEmpty()) {
      fault(mapped.place(), "refill.cell-gone", "refill.cell-gone-remedy");
      return;
    }
    switch (mapped.source()) {
      case Source.OfDuty ofDuty -> ofDuty(mapped, ofDuty);
      case Source.Figure(Source.Counting counting) -> write(mapped, figure(counting));
      case Source.Fixed fixed -> fixed(mapped, fixed);
      case Source.Typed hint ->
          write(mapped, new CellValue.Words(typed.getOrDefault(mapped.id(), "")));
      case Source.Column column -> column(mapped, column);
    }
  }

  private void ofDuty(MappedCell mapped, Source.OfDuty source) {
    Optional<Line> line = reports.find(source.duty());
    Optional<Duty> duty =
        line.map(Line::duty)
            .or(() -> Optional.ofNullable(surroundings.duties().get(source.duty())));
    if (duty.isEmpty()) {
      fault(mapped.place(), "refill.duty-gone", "refill.duty-remedy", source.says());
      write(mapped, CellValue.NOTHING);
      return;
    }
    duty.get()
        .ended()
        .ifPresent(
            why ->
                fault(
                    mapped.place(),
                    "refill.duty-ended." + kebab(why.name()),
                    "refill.duty-remedy",
                    source.says()));
    List<Message> warnings = new ArrayList<>();
    if (source.field().isReported()) {
      warnings.addAll(line.map(this::doubts).orElse(List.of(Message.of("refill.not-asked"))));
    }
    CellValue value =
        line.map(found -> told(found, source.field(), 1))
            .orElseGet(() -> planned(duty.get(), source.field()));
    write(mapped, "", mapped.place(), value, warnings);
  }

  private void fixed(MappedCell mapped, Source.Fixed source) {
    CellValue value =
        switch (source.fact()) {
          case REGION -> new CellValue.Words(surroundings.region());
          case PERIOD -> new CellValue.Words(PeriodNames.of(reports.period(), language));
          case YEAR -> CellValue.Amount.of(reports.period().first().getYear());
          case NUMBER_IN_YEAR -> CellValue.Amount.of(reports.period().number());
          case LAST_DAY -> day(reports.period().last());
          case FILLED_ON -> day(surroundings.today());
          case PLAN_TITLE ->
              new CellValue.Words(
                  source
                      .plan()
                      .map(plan -> surroundings.planTitles().getOrDefault(plan.value(), ""))
                      .orElse(""));
        };
    if (value.text().isEmpty()) {
      fault(mapped.place(), "refill.plan-gone", "refill.plan-remedy", source.planTitle());
    }
    write(mapped, value);
  }

  private void column(MappedCell mapped, Source.Column source) {
    List<Integer> rows =
        Stream.iterate(mapped.place().row(), row -> row <= source.lastRow(), row -> row + 1)
            .filter(row -> grid.find(mapped.place().inRow(row)).filter(FormCell::takes).isPresent())
            .toList();
    List<Row> wanted = rows(source);
    for (int i = 0; i < Math.min(rows.size(), wanted.size()); i++) {
      Row row = wanted.get(i);
      write(mapped, row.key(), mapped.place().inRow(rows.get(i)), row.value(), row.warnings());
    }
    rows.stream()
        .skip(wanted.size())
        .map(mapped.place()::inRow)
        .filter(place -> grid.find(place).orElseThrow().content() != FormCell.Content.EMPTY)
        .forEach(place -> write(mapped, "-" + place.row(), place, CellValue.NOTHING, List.of()));
    if (wanted.size() > rows.size()) {
      faults.add(
          new Finding(
              mapped.place().text(),
              Message.of(
                  "refill.rows-lack", wanted.size(), rows.size(), wanted.size() - rows.size()),
              Message.of("refill.rows-lack-remedy")));
    }
  }

  /** One row of a column. */
  private record Row(String key, CellValue value, List<Message> warnings) {}

  private List<Row> rows(Source.Column source) {
    List<Row> rows = new ArrayList<>();
    switch (source.over()) {
      case DUTIES -> {
        for (Line line : reports.among(source.among())) {
          LineField field =
              source.told() instanceof Source.Told.Field(LineField told) ? told : LineField.NUMBER;
          rows.add(
              new Row(
                  line.duty().id().value().toString(),
                  told(line, field, rows.size() + 1),
                  field.isReported() ? doubts(line) : List.of()));
        }
      }
      case ORGANISATIONS ->
          reports
              .byOrganisation(source.among())
              .forEach(
                  (whose, own) ->
                      rows.add(
                          new Row(
                              whose.toString(),
                              ofOrganisation(whose, own, source.told(), rows.size() + 1),
                              List.of())));
    }
    return rows;
  }

  private CellValue ofOrganisation(UUID whose, List<Line> own, Source.Told told, int number) {
    return switch (told) {
      case Source.Told.Figure(Source.Counting counting) ->
          figure(
                  new Source.Counting(
                      counting.counted(), counting.among().of(whose), counting.decimals()))
              .value();
      case Source.Told.Field(LineField field) ->
          switch (field) {
            case NUMBER -> CellValue.Amount.of(number);
            case ORGANISATION -> new CellValue.Words(own.getFirst().duty().assignee().name());
            default ->
                new CellValue.Words(
                    String.join(
                        "\n",
                        own.stream()
                            .map(line -> told(line, field, number).text())
                            .filter(text -> !text.isBlank())
                            .distinct()
                            .toList()));
          };
    };
  }

  private Fit figure(Source.Counting counting) {
    long part = reports.count(counting);
    if (counting.decimals().isEmpty()) {
      return new Fit(CellValue.Amount.of(part), List.of());
    }
    long whole =
        reports.count(
            new Source.Counting(counting.counted(), counting.among().whole(), Optional.empty()));
    return whole == 0
        ? new Fit(CellValue.NOTHING, List.of(Message.of("refill.no-whole")))
        : new Fit(
            new CellValue.Amount(
                BigDecimal.valueOf(part)
                    .multiply(BigDecimal.valueOf(100))
                    .divide(
                        BigDecimal.valueOf(whole), counting.decimals().get(), RoundingMode.HALF_UP),
                true),
            List.of());
  }

  private CellValue told(Line line, LineField field, int number) {
    Optional<Progress> said = line.said();
    return switch (field) {
      case NUMBER -> CellValue.Amount.of(number);
      case ORGANISATION, HEADING, SENTENCE, DUE -> planned(line.duty(), field);
      case STATE -> new CellValue.Words(line.state().map(this::name).orElse(""));
      case PROGRESS -> words(said.map(Progress::progress));
      case COMPLETION -> words(said.map(Progress::completion));
      case PROBLEMS -> words(said.map(Progress::problems));
      case NEXT_STEPS -> words(said.map(Progress::nextSteps));
      case REASON -> words(said.map(Progress::reason));
      case PROOF -> words(said.map(Progress::proof));
    };
  }

  private CellValue planned(Duty duty, LineField field) {
    return switch (field) {
      case ORGANISATION -> new CellValue.Words(duty.assignee().name());
      case HEADING -> new CellValue.Words(duty.heading());
      case SENTENCE -> new CellValue.Words(duty.sentence());
      case DUE -> reports.due(duty).map(this::day).orElse(CellValue.NOTHING);
      default -> CellValue.NOTHING;
    };
  }

  private static CellValue words(Optional<String> text) {
    return new CellValue.Words(text.orElse(""));
  }

  private CellValue day(LocalDate day) {
    return new CellValue.Day(
        day,
        Messages.say(
            Message.of(
                "refill.day",
                String.valueOf(day.getYear()),
                day.getMonthValue(),
                day.getDayOfMonth()),
            language));
  }

  private String name(DutyState state) {
    return Messages.say(Message.of("round.state." + kebab(state.name())), language);
  }

  private static String kebab(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Why what a line says may not be the last word. */
  private List<Message> doubts(Line line) {
    List<Message> doubts = new ArrayList<>();
    line.since()
        .map(period -> Message.of("refill.said-before", PeriodNames.of(period, language)))
        .ifPresent(doubts::add);
    doubts.addAll(unsettled(line));
    return doubts;
  }

  private static List<Message> unsettled(Line line) {
    return switch (line.report().status()) {
      case OPEN -> List.of(Message.of("refill.not-reported"));
      case RETURNED -> List.of(Message.of("refill.returned"));
      case REPORTED -> List.of(Message.of("refill.not-accepted"));
      case ACCEPTED -> List.of();
    };
  }

  private void write(MappedCell mapped, CellValue value) {
    write(mapped, "", mapped.place(), value, List.of());
  }

  private void write(MappedCell mapped, Fit figure) {
    write(mapped, "", mapped.place(), figure.value(), figure.warnings());
  }

  private void write(
      MappedCell mapped, String key, Place place, CellValue value, List<Message> doubts) {
    Fit fit = Fit.of(value, grid.find(place).orElseThrow());
    List<Message> warnings = new ArrayList<>(doubts);
    warnings.addAll(fit.warnings());
    cells.add(new FilledCell(mapped.id(), key, place, grid.label(place), fit.value(), warnings));
  }

  private void fault(Place place, String problem, String remedy, Object... arguments) {
    faults.add(new Finding(place.text(), Message.of(problem, arguments), Message.of(remedy)));
  }
}
