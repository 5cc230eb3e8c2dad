package jingtu.server.duty.paper;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.server.document.template.TemplateValue;
import jingtu.server.document.template.TemplateValues;
import jingtu.server.duty.Duty;
import jingtu.server.duty.chase.WhoOwes;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.sheet.RoundSheet;
import jingtu.server.plan.RegisteredPlan;

/** What a letter to an organisation that owes reports says (督办函). */
final class SupervisionLetter {

  private static final PaperWords WORDS = PaperWords.CHINESE;

  private SupervisionLetter() {}

  /** Whether an organisation owes anything: it said nothing, or must say it anew. */
  static boolean owes(RoundSheet sheet) {
    return sheet.rows().stream().anyMatch(SupervisionLetter::isOwed);
  }

  private static boolean isOwed(RoundSheet.Row row) {
    return row.line().status() == LineStatus.OPEN || row.line().status() == LineStatus.RETURNED;
  }

  static TemplateValues values(RoundFacts facts, RoundSheet sheet) {
    List<RoundSheet.Row> owed = sheet.rows().stream().filter(SupervisionLetter::isOwed).toList();
    int returned =
        (int) owed.stream().filter(row -> row.line().status() == LineStatus.RETURNED).count();
    long days = ChronoUnit.DAYS.between(facts.round().due(), facts.today());
    List<Map<String, TemplateValue>> items = new ArrayList<>();
    for (RoundSheet.Row row : owed) {
      items.add(item(facts, row, items.size() + 1));
    }
    return PaperValues.of(facts)
        .put("addressee", sheet.name())
        .put(
            "overdue",
            WORDS.say(
                days > 0 ? "paper.overdue" : "paper.left",
                WORDS.day(facts.today()),
                Math.abs(days)))
        .put("overdue-days", (int) Math.max(0, days))
        .put("basis", basis(facts, owed))
        .put("count", owed.size())
        .put("open-count", owed.size() - returned)
        .put("returned-count", returned)
        .put("items", items)
        .done();
  }

  private static String basis(RoundFacts facts, List<RoundSheet.Row> owed) {
    return WORDS.joined(
        owed.stream()
            .map(row -> facts.plan(row.duty(), WORDS))
            .filter(plan -> !plan.isEmpty())
            .distinct()
            .toList());
  }

  private static Map<String, TemplateValue> item(RoundFacts facts, RoundSheet.Row row, int number) {
    Duty duty = row.duty();
    Optional<RegisteredPlan> plan = facts.findPlan(duty);
    String reason = row.line().returnedReason();
    return new PaperValues()
        .put("number", Integer.toString(number))
        .put("beginning", WhoOwes.quote(duty.words()))
        .put(
            "why",
            row.line().status() == LineStatus.RETURNED
                ? WORDS.say("paper.why-returned", reason)
                : WORDS.say("paper.why-open"))
        .put("when", when(row.due(), facts.today()))
        .put("sentence", duty.sentence())
        .put("heading", duty.heading())
        .put("plan", facts.plan(duty, WORDS))
        .put("plan-title", plan.map(RegisteredPlan::title).orElse(""))
        .put("plan-number", plan.flatMap(RegisteredPlan::number).orElse(""))
        .put("plan-date", plan.flatMap(RegisteredPlan::issuedOn).map(WORDS::day).orElse(""))
        .put("due", row.due().map(WORDS::day).orElse(""))
        .put("overdue-days", row.due().map(day -> late(day, facts.today())).orElse(0))
        .put("last-report", lastReport(row))
        .put("returned-reason", reason)
        .fields();
  }

  private static String when(Optional<LocalDate> due, LocalDate today) {
    return due.map(
            day ->
                late(day, today) > 0
                    ? WORDS.say("paper.when-overdue", WORDS.day(day), late(day, today))
                    : WORDS.day(day))
        .orElseGet(() -> WORDS.say("paper.when-none"));
  }

  private static int late(LocalDate due, LocalDate today) {
    return (int) Math.max(0, ChronoUnit.DAYS.between(due, today));
  }

  /** What was returned is the last that was said; else what was said in an earlier period. */
  private static String lastReport(RoundSheet.Row row) {
    return row.line()
        .said()
        .or(row::before)
        .map(
            said ->
                WORDS.say(
                    "paper.last-report",
                    WORDS.state(said.state()),
                    said.progress().isEmpty() ? said.completion() : said.progress()))
        .orElseGet(() -> WORDS.say("paper.never-reported"));
  }
}
