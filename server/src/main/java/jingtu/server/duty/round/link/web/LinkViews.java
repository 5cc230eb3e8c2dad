package jingtu.server.duty.round.link.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.link.Answer;
import jingtu.server.duty.round.link.ReportingLink;
import jingtu.server.duty.round.sheet.RoundSheet;
import org.jspecify.annotations.Nullable;

/** What is told of one-time links, and by them. */
final class LinkViews {

  private LinkViews() {}

  /**
   * A link, without its token.
   *
   * @param open whether it still opens anything
   * @param handedInBy the name and telephone of whoever handed it in
   */
  record ReportingLinkView(
      UUID id,
      UUID organisation,
      String name,
      LocalDate lastDay,
      boolean open,
      String madeBy,
      Instant madeAt,
      int uses,
      @Nullable Instant usedAt,
      @Nullable String withdrawnBy,
      @Nullable Instant withdrawnAt,
      @Nullable String handedInBy,
      @Nullable Instant handedInAt) {

    static ReportingLinkView of(ReportingLink link, LocalDate today) {
      return new ReportingLinkView(
          link.id(),
          link.organisation(),
          link.name(),
          link.lastDay(),
          link.opens(today),
          link.madeBy(),
          link.madeAt(),
          link.uses(),
          link.lastUsed().orElse(null),
          link.withdrawn().map(ReportingLink.Step::by).orElse(null),
          link.withdrawn().map(ReportingLink.Step::at).orElse(null),
          link.handedIn().map(ReportingLink.Step::by).orElse(null),
          link.handedIn().map(ReportingLink.Step::at).orElse(null));
    }
  }

  /** What was said, in words. */
  record LinkedSaidView(
      DutyState state,
      String progress,
      String completion,
      String problems,
      String nextSteps,
      String reason,
      String proof) {

    static LinkedSaidView of(Progress said) {
      return new LinkedSaidView(
          said.state(),
          said.progress(),
          said.completion(),
          said.problems(),
          said.nextSteps(),
          said.reason(),
          said.proof());
    }
  }

  /**
   * A line as a link shows it: nothing of accounts, places or other periods but the last words.
   *
   * @param files how many hang on it, handed in elsewhere
   */
  record LinkedLineView(
      UUID id,
      int version,
      LineStatus status,
      String heading,
      String sentence,
      @Nullable LocalDate due,
      @Nullable LinkedSaidView said,
      @Nullable LinkedSaidView before,
      String returnedReason,
      int files) {

    static LinkedLineView of(RoundSheet.Row row, Optional<Progress> said) {
      return new LinkedLineView(
          row.line().id().value(),
          row.line().version(),
          row.line().status(),
          row.duty().heading(),
          row.duty().asked(),
          row.due().orElse(null),
          said.map(LinkedSaidView::of).orElse(null),
          row.before().map(LinkedSaidView::of).orElse(null),
          row.line().returnedReason(),
          said.map(progress -> progress.files().size()).orElse(0));
    }
  }

  /**
   * What a link shows.
   *
   * @param number which period of its year, from 1
   * @param late whether its day has passed
   * @param lastDay on which the link opens anything
   * @param handedIn when it was handed in; from then on nothing is written by it
   */
  record LinkedRoundView(
      String organisation,
      int months,
      int year,
      int number,
      LocalDate due,
      boolean late,
      boolean closed,
      LocalDate lastDay,
      @Nullable Instant handedIn,
      List<LinkedLineView> lines) {

    static LinkedRoundView of(Answer answer) {
      Round round = answer.round();
      return new LinkedRoundView(
          answer.link().name(),
          round.period().months(),
          round.period().first().getYear(),
          round.period().number(),
          round.due(),
          answer.today().isAfter(round.due()),
          round.closed().isPresent(),
          answer.link().lastDay(),
          answer.link().handedIn().map(ReportingLink.Step::at).orElse(null),
          answer.rows().stream().map(row -> LinkedLineView.of(row, answer.said(row))).toList());
    }
  }
}
