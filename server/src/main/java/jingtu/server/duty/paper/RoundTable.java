package jingtu.server.duty.paper;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jingtu.server.document.template.TemplateValue;
import jingtu.server.document.template.TemplateValues;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyOrigin;
import jingtu.server.duty.paper.RoundTableKinds.Grouping;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.sheet.RoundSheet;

/** All lines of a round-up in one table; of what was given back (退回) only that it was. */
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

  static TemplateValues values(RoundFacts facts, Grouping grouping) {
    List<RoundSheet.Row> lines = new ArrayList<>(facts.rows());
    if (grouping == Grouping.CHAPTER) {
      lines.sort(BY_PLACE);
    }
    int reported = (int) lines.stream().filter(row -> row.line().stands().isPresent()).count();
    int missing = (int) lines.stream().filter(row -> row.line().said().isEmpty()).count();
    int returned = lines.size() - reported - missing;
    List<Map<String, TemplateValue>> rows = new ArrayList<>();
    for (RoundSheet.Row line : lines) {
      rows.add(row(facts, line, rows.size() + 1));
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
                facts.office(),
                WORDS.day(facts.today())))
        .put("line-count", lines.size())
        .put("reported-count", reported)
        .put("returned-count", returned)
        .put("missing-count", missing)
        .put("rows", rows)
        .done();
  }

  private static Map<String, TemplateValue> row(RoundFacts facts, RoundSheet.Row row, int number) {
    Duty duty = row.duty();
    return new PaperValues()
        .put("number", Integer.toString(number))
        .put("chapter", duty.chapter())
        .put("heading", duty.heading())
        .put("sentence", duty.asked())
        .put("plan", facts.plan(duty, WORDS))
        .put("organisation", duty.assignee().name())
        .put("due", row.due().map(LocalDate::toString).orElse(""))
        .put("before", row.before().map(Progress::progress).orElse(""))
        .put("status", WORDS.status(row.line(), facts.due()))
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

  private static String said(RoundSheet.Row row, Function<Progress, String> text) {
    Optional<Progress> said = row.line().stands();
    return said.map(text).orElse("");
  }
}
