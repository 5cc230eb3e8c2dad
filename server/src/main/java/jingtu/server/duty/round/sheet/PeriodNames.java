package jingtu.server.duty.round.sheet;

import jingtu.server.duty.round.ReportingPeriod;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** What periods are called. */
public final class PeriodNames {

  /** Its two halves have names of their own. */
  private static final int HALF_YEAR = 6;

  private PeriodNames() {}

  /** {@code 2026, month 7}, or the like, in the words of the language. */
  public static String of(ReportingPeriod period, Language language) {
    String length =
        period.months() == HALF_YEAR ? HALF_YEAR + "-" + period.number() : "" + period.months();
    return Messages.say(
        Message.of(
            "round.period." + length,
            String.valueOf(period.first().getYear()),
            String.valueOf(period.number())),
        language);
  }
}
