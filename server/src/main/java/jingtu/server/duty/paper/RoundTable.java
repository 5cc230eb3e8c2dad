package jingtu.server.duty.paper;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jingtu.server.document.template.TemplateValue;
import jingtu.server.document.template.TemplateValues;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyOrigin;
import jingtu.server.duty.paper.RoundTableKinds.Grouping;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.duty.round.sheet.RoundSheet;

/**
 * All lines of a round-up in one table; of what was given back (退回) only that it was. Among them
 * stand the duties that it does not ask about, as those that are done, with what was said before;
 * of one sentence after those that it does.
 */
final class RoundTable {

  private static final PaperWords WORDS = PaperWords.CHINESE;

  /** A chapter's lines stand in the order of the plan, whoever owes them. */
  private static final Comparator<RoundSheet.Row> BY_PLACE =
      comparing(
              (RoundSheet.Row row) ->
                  row.duty().origin().plan().map(plan -> plan.value().toString()).orElse(""))
          .thenComparing(row -> row.duty().origin().kind())
          .thenComparing(row -> place(row.duty().origin()))
          .thenComparingInt(row -> row.duty().origin().number())
          .thenComparingInt(row -> row.duty().origin().start());

  private RoundTable() {}

  /** What keeps the items of one document together. */
  private static String place(DutyOrigin origin) {
    return origin instanceof DutyOrigin.OfDocument document ? document.document().toString() : "";
  }

  /**
   * A row of the table.
   *
   * @param since the period for which it was said, where the round-up does not ask about it
   */
  private record Entry(RoundSheet.Row row, Optional<ReportingPeriod> since) {
    UUID organisation() {
      return row.line().organisation();
    }
  }

  static TemplateValues values(RoundFacts facts, Grouping grouping) {
    List<RoundSheet.Row> lines = facts.rows();
    int reported = (int) lines.stream().filter(row -> row.line().stands().isPresent()).count();
    int missing = (int) lines.stream().filter(row -> row.line().said().isEmpty()).count();
    int returned = lines.size() - reported - missing;
    int standing = facts.standing().size();
    List<Map<String, TemplateValue>> rows = new ArrayList<>();
    for (Entry entry : entries(facts, grouping)) {
      rows.add(row(facts, entry, rows.size() + 1));
    }
    return PaperValues.of(facts)
        .put(
            "title",
            WORDS.say("round-table.row-title", facts.region(), WORDS.period(facts.round())))
        .put(
            "summary",
            WORDS.say(
                "round-table.row-summary",
                WORDS.day(facts.round().due()),
                lines.size(),
                reported,
                returned,
                missing,
                standing == 0 ? "" : WORDS.say("round-table.row-standing", standing),
                facts.office(),
                WORDS.day(facts.today())))
        .put("line-count", lines.size())
        .put("standing-count", standing)
        .put("reported-count", reported)
        .put("returned-count", returned)
        .put("missing-count", missing)
        .put("rows", rows)
        .done();
  }

  private static List<Entry> entries(RoundFacts facts, Grouping grouping) {
    List<Entry> entries = new ArrayList<>();
    facts.rows().forEach(row -> entries.add(new Entry(row, Optional.empty())));
    facts.standing().forEach(each -> entries.add(new Entry(each.row(), Optional.of(each.since()))));
    return switch (grouping) {
      case CHAPTER -> entries.stream().sorted(comparing(Entry::row, BY_PLACE)).toList();
      case ORGANISATION ->
          entries.stream()
              .collect(groupingBy(Entry::organisation, LinkedHashMap::new, toList()))
              .values()
              .stream()
              .flatMap(List::stream)
              .toList();
    };
  }

  private static Map<String, TemplateValue> row(RoundFacts facts, Entry entry, int number) {
    RoundSheet.Row row = entry.row();
    Duty duty = row.duty();
    String status = WORDS.status(row.line(), facts.due());
    return new PaperValues()
        .put("number", Integer.toString(number))
        .put("chapter", duty.chapter())
        .put("heading", duty.heading())
        .put("sentence", duty.asked())
        .put("plan", facts.plan(duty, WORDS))
        .put("organisation", duty.assignee().name())
        .put("due", row.due().map(LocalDate::toString).orElse(""))
        .put("before", row.before().map(Progress::progress).orElse(""))
        .put("status", entry.since().map(RoundTable::saidBefore).orElse(status))
        .put("state", WORDS.state(row.line(), facts.due()))
        .put("progress", said(row, Progress::progress))
        .put("completion", said(row, Progress::completion))
        .put("problems", said(row, Progress::problems))
        .put("next-steps", said(row, Progress::nextSteps))
        .put("reason", said(row, Progress::reason))
        .put("proof", said(row, Progress::proof))
        .put("source", WORDS.source(row.line()))
        .fields();
  }

  private static String saidBefore(ReportingPeriod period) {
    return WORDS.say("paper.said-before", WORDS.period(period));
  }

  private static String said(RoundSheet.Row row, Function<Progress, String> text) {
    Optional<Progress> said = row.line().stands();
    return said.map(text).orElse("");
  }
}
