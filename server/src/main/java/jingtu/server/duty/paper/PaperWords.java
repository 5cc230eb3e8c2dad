package jingtu.server.duty.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jingtu.server.duty.round.Channel;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.sheet.PeriodNames;
import jingtu.server.duty.round.sheet.StateNames;
import jingtu.server.plan.RegisteredPlan;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/**
 * The words of papers. What goes out to offices is Chinese in either language of the screens; the
 * workbook of everything is in the reader's.
 */
record PaperWords(Language language) {

  static final PaperWords CHINESE = new PaperWords(Language.ZH);

  /** What stands where there is nothing to compare with. */
  static final String NOTHING = "\u2014";

  private static final int PERCENT = 100;

  String say(String key, Object... arguments) {
    return Messages.say(Message.of(key, arguments), language);
  }

  /** With Arabic digits, as documents are dated. */
  String day(LocalDate day) {
    return say("paper.day", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  String period(Round round) {
    return period(round.period());
  }

  String period(ReportingPeriod period) {
    return PeriodNames.of(period, language);
  }

  String joined(List<String> words) {
    return String.join(say("paper.and"), words);
  }

  String state(DutyState state) {
    return StateNames.of(state, language);
  }

  /** The state that was reported, or that none was or that it was given back. */
  String state(ReportLine line, boolean due) {
    if (line.status() == LineStatus.RETURNED) {
      return say("paper.given-back");
    }
    return line.said()
        .map(said -> state(said.state()))
        .orElseGet(() -> say(due ? "paper.not-reported" : "paper.not-yet"));
  }

  /** How far the office has come with a report. */
  String status(ReportLine line, boolean due) {
    return line.status() == LineStatus.OPEN && !due
        ? say("paper.not-yet")
        : say("paper.status." + lower(line.status()));
  }

  /** How a report came in, and whether late; empty where none did. */
  String source(ReportLine line) {
    String how = line.channel().map(channel -> channel(channel, line.toldBy())).orElse("");
    return line.late() ? say("paper.late", how) : how;
  }

  String channel(Channel channel, String toldBy) {
    return say("paper.channel." + lower(channel), toldBy);
  }

  /** A plan by its title, its number and the day on which it was issued. */
  String plan(RegisteredPlan plan) {
    Optional<String> number = plan.number().filter(words -> !words.isBlank());
    Optional<String> day = plan.issuedOn().map(this::day);
    Optional<String> told =
        number.isPresent() && day.isPresent()
            ? Optional.of(say("paper.plan-number-and-day", number.get(), day.get()))
            : number.or(() -> day.map(on -> say("paper.plan-day", on)));
    return told.map(words -> say("paper.plan-told", plan.title(), words))
        .orElseGet(() -> say("paper.plan", plan.title()));
  }

  /** A share in per cent with one decimal; nothing of nothing is nothing. */
  static String share(int part, int whole) {
    return whole == 0
        ? NOTHING
        : BigDecimal.valueOf((long) part * PERCENT)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
                .toPlainString()
            + "%";
  }

  /** A difference with its sign. */
  static String change(int now, int before) {
    int more = now - before;
    return more > 0 ? "+" + more : Integer.toString(more);
  }

  /** {@code key-some} with how many and which, or {@code key-none}. */
  String some(String key, List<String> names) {
    return names.isEmpty()
        ? say(key + "-none")
        : say(
            key + "-some",
            names.size(),
            names.stream().collect(Collectors.joining(say("paper.and"))));
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
