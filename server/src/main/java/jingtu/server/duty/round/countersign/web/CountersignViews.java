package jingtu.server.duty.round.countersign.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.Assignee;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.countersign.Countersign;
import jingtu.server.duty.round.countersign.SignState;
import jingtu.server.duty.round.countersign.ToSign;

/** What is told of countersigning. */
final class CountersignViews {

  private CountersignViews() {}

  /** What is to be signed; texts may be empty. */
  record SignedTextView(
      DutyState state,
      String progress,
      String completion,
      String problems,
      String nextSteps,
      String reason,
      String proof) {

    static SignedTextView of(Progress said) {
      return new SignedTextView(
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
   * A report that waits to be signed.
   *
   * @param own whether the account's own organisation is asked, so that it need not say who told it
   * @param again whether it answered to what the report said before
   * @param number which period of its year, from 1
   * @param version of what is to be signed
   */
  record ToSignView(
      UUID id,
      UUID organisation,
      String organisationName,
      boolean own,
      boolean again,
      int months,
      int year,
      int number,
      String sentence,
      String reporter,
      SignedTextView said,
      int version,
      String askedBy,
      Instant askedAt) {

    static ToSignView of(ToSign waiting, Optional<UUID> own) {
      return new ToSignView(
          waiting.id(),
          waiting.organisation(),
          waiting.name(),
          own.filter(waiting.organisation()::equals).isPresent(),
          waiting.again(),
          waiting.period().months(),
          waiting.period().first().getYear(),
          waiting.period().number(),
          waiting.sentence(),
          waiting.reporter(),
          SignedTextView.of(waiting.said()),
          waiting.version(),
          waiting.askedBy(),
          waiting.askedAt());
    }
  }

  /**
   * What waits to be signed.
   *
   * @param total how many they are in all; the first of them are told
   */
  record ToSignListView(int total, List<ToSignView> waiting) {}

  /** Something that was done with a countersign. */
  record CountersignStepView(
      Countersign.What what, String words, String toldBy, String by, Instant at) {

    static CountersignStepView of(Countersign.Step step) {
      return new CountersignStepView(
          step.what(), step.words(), step.toldBy(), step.by(), step.at());
    }
  }

  /** One organisation that is or was asked, with what was done, the latest first. */
  record CountersignView(
      UUID id,
      UUID organisation,
      String name,
      SignState state,
      boolean waits,
      List<CountersignStepView> steps) {

    static CountersignView of(Countersign countersign) {
      return new CountersignView(
          countersign.id(),
          countersign.organisation(),
          countersign.name(),
          countersign.state(),
          countersign.state().waits(),
          countersign.steps().stream().map(CountersignStepView::of).toList());
    }
  }

  /** An organisation that may be asked. */
  record CountersignChoiceView(UUID organisation, String name) {

    static CountersignChoiceView of(Assignee assignee) {
      return new CountersignChoiceView(assignee.id().orElseThrow(), assignee.name());
    }
  }

  /**
   * How the countersigning of a line stands.
   *
   * @param mayAsk whether whoever sees it may ask and withdraw now
   * @param choices whom it may still ask, in the order of the plan
   */
  record LineCountersignsView(
      boolean mayAsk, List<CountersignChoiceView> choices, List<CountersignView> countersigns) {}
}
