package jingtu.server.duty.paper;

import static java.util.stream.Collectors.toMap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.Duty;
import jingtu.server.duty.chase.Chase;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportChange;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.Standing;
import jingtu.server.duty.round.sheet.RoundSheet;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.scope.OfficeDay;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook of everything that is kept of round-ups: their lines, what was done with each, who was
 * asked, and how many reported. Rows go to disk as they are written.
 */
final class WholeWorkbook implements AutoCloseable {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final int ROWS_IN_MEMORY = 100;

  private final PaperWords words;
  private final SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY);
  private final TextSheet lines;
  private final TextSheet history;
  private final TextSheet chases;
  private final TextSheet standings;

  WholeWorkbook(PaperWords words) {
    this.words = words;
    TextSheet.Styles styles = TextSheet.Styles.of(book);
    this.lines = sheet("lines", styles);
    this.history = sheet("history", styles);
    this.chases = sheet("chases", styles);
    this.standings = sheet("standings", styles);
  }

  /**
   * One round-up of it.
   *
   * @param histories what was done with each line, the latest first
   */
  record Part(
      RoundFacts facts,
      Map<LineId, List<ReportChange>> histories,
      List<Chase> chases,
      List<Standing> standings) {}

  void add(Part part) {
    RoundFacts facts = part.facts();
    for (RoundSheet.Row row : facts.rows()) {
      lines.add(line(facts, row));
      part.histories()
          .getOrDefault(row.line().id(), List.of())
          .reversed()
          .forEach(change -> history.add(change(facts, row.duty(), change)));
    }
    Map<UUID, String> names =
        facts.sheets().stream().collect(toMap(RoundSheet::organisation, RoundSheet::name));
    part.chases().reversed().forEach(chase -> chases.add(chase(facts, chase, names)));
    part.standings().forEach(standing -> standings.add(standing(facts, standing)));
  }

  byte[] bytes() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a workbook", e);
    }
  }

  @Override
  public void close() {
    try {
      book.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close a workbook", e);
    }
  }

  private TextSheet sheet(String key, TextSheet.Styles styles) {
    return new TextSheet(
        book.createSheet(words.say("paper.book." + key)),
        styles,
        List.of(words.say("paper.book." + key + ".columns").split("\\|")));
  }

  private List<String> line(RoundFacts facts, RoundSheet.Row row) {
    ReportLine line = row.line();
    Optional<RegisteredPlan> plan = facts.findPlan(row.duty());
    List<String> cells = new ArrayList<>();
    cells.add(words.period(facts.round()));
    cells.add(facts.round().due().toString());
    cells.add(plan.map(RegisteredPlan::title).orElse(""));
    cells.add(plan.flatMap(RegisteredPlan::number).orElse(""));
    cells.add(row.duty().chapter());
    cells.add(row.duty().heading());
    cells.add(row.duty().asked());
    cells.add(row.duty().assignee().name());
    cells.add(row.due().map(LocalDate::toString).orElse(""));
    cells.add(words.status(line, facts.due()));
    cells.add(
        line.said()
            .map(said -> words.state(said.state()))
            .orElseGet(() -> words.state(line, facts.due())));
    cells.addAll(texts(line.said()));
    cells.add(words.source(line));
    cells.add(yes(line.missing()));
    cells.add(yes(line.late()));
    cells.add(Integer.toString(line.reopened()));
    cells.add(line.returnedReason());
    cells.add(line.changedBy());
    cells.add(at(line.changedAt()));
    return cells;
  }

  private List<String> change(RoundFacts facts, Duty duty, ReportChange change) {
    List<String> cells = new ArrayList<>();
    cells.add(words.period(facts.round()));
    cells.add(duty.assignee().name());
    cells.add(duty.asked());
    cells.add(words.say("paper.book.what." + PaperWords.lower(change.what())));
    cells.add(change.said().map(said -> words.state(said.state())).orElse(""));
    cells.addAll(texts(change.said()));
    cells.add(change.channel().map(how -> words.channel(how, change.toldBy())).orElse(""));
    cells.add(change.why());
    cells.add(change.changedBy());
    cells.add(at(change.changedAt()));
    return cells;
  }

  private List<String> chase(RoundFacts facts, Chase chase, Map<UUID, String> names) {
    return List.of(
        words.period(facts.round()),
        names.getOrDefault(chase.organisation(), ""),
        words.say("paper.book.way." + PaperWords.lower(chase.way())),
        chase.body(),
        chase.by(),
        at(chase.at()));
  }

  private List<String> standing(RoundFacts facts, Standing standing) {
    List<String> cells = new ArrayList<>();
    cells.add(words.period(facts.round()));
    cells.add(standing.name());
    List.of(
            standing.lines(),
            standing.open(),
            standing.reported(),
            standing.returned(),
            standing.accepted(),
            standing.missing(),
            standing.late())
        .forEach(count -> cells.add(Integer.toString(count)));
    return cells;
  }

  private static List<String> texts(Optional<Progress> said) {
    return said.map(
            each ->
                List.of(
                    each.progress(),
                    each.completion(),
                    each.problems(),
                    each.nextSteps(),
                    each.reason(),
                    each.proof()))
        .orElseGet(() -> List.of("", "", "", "", "", ""));
  }

  private String yes(boolean is) {
    return is ? words.say("paper.book.yes") : "";
  }

  private static String at(Instant moment) {
    return moment.atZone(OfficeDay.ZONE).format(MINUTE);
  }
}
