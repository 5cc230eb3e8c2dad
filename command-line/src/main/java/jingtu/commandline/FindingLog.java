package jingtu.commandline;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import jingtu.sheets.CellFinding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/**
 * The findings of one run: all are counted, many are kept for the marked copy, some are printed.
 */
final class FindingLog {

  private static final int MOST_KEPT = 200_000;
  private static final int MOST_PRINTED = 50;

  private final List<CellFinding> kept = new ArrayList<>();
  private long count;

  void add(CellFinding finding) {
    count++;
    if (kept.size() < MOST_KEPT) {
      kept.add(finding);
    }
  }

  long count() {
    return count;
  }

  List<CellFinding> kept() {
    return List.copyOf(kept);
  }

  /** Whether the marked copy lacks some. */
  boolean isCut() {
    return count > kept.size();
  }

  void print(PrintStream err, Language language) {
    kept.stream()
        .limit(MOST_PRINTED)
        .forEach(finding -> err.println(finding.finding().say(language)));
    if (count > MOST_PRINTED) {
      err.println(Messages.say(Message.of("assess.more-findings", count - MOST_PRINTED), language));
    }
  }
}
