package jingtu.server.plan.resolution.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import jingtu.server.organisation.Answering;
import jingtu.server.organisation.NameAnswer;
import jingtu.server.organisation.NameGroup;
import jingtu.server.organisation.Organisation;
import jingtu.server.plan.resolution.Answerer;
import jingtu.server.plan.resolution.Decision;
import jingtu.server.plan.resolution.NameRole;
import jingtu.server.plan.resolution.ResolvedName;
import jingtu.server.plan.resolution.ResolvedPlan;
import jingtu.server.plan.resolution.ResolvedTask;
import jingtu.server.plan.resolution.SuccessorChoice;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Whom the names of a plan mean, and who answers for its tasks on a day.
 *
 * @param closedOn the plan's last day, where it lies before the day asked about
 */
record NamesView(
    String title,
    LocalDate planDay,
    LocalDate on,
    @Nullable LocalDate closedOn,
    boolean mayDecide,
    List<ResolvedNameView> names,
    List<ResolvedTaskView> tasks) {

  static NamesView of(ResolvedPlan plan, Language language) {
    return new NamesView(
        plan.plan().title(),
        plan.planDay(),
        plan.on(),
        plan.closedOn().orElse(null),
        plan.mayDecide(),
        plan.names().stream().map(name -> ResolvedNameView.of(name, language)).toList(),
        plan.tasks().stream().map(task -> ResolvedTaskView.of(task, language)).toList());
  }

  /** An organisation of the directory. */
  record OrganisationLink(UUID id, String name, @Nullable LocalDate endedOn) {
    static OrganisationLink of(Organisation organisation) {
      return new OrganisationLink(
          organisation.id(), organisation.name(), organisation.endedOn().orElse(null));
    }

    static @Nullable OrganisationLink orNull(Optional<Organisation> organisation) {
      return organisation.map(OrganisationLink::of).orElse(null);
    }
  }

  /** Somebody who may be meant, and why. */
  record NameCandidateView(OrganisationLink organisation, String reason) {
    static List<NameCandidateView> listOf(
        List<NameAnswer.Candidate> candidates, Language language) {
      return candidates.stream()
          .map(
              each ->
                  new NameCandidateView(
                      OrganisationLink.of(each.organisation()), say(each.reason(), language)))
          .toList();
    }
  }

  /** Words that mean many. */
  record NameGroupView(
      NameGroup kind,
      boolean everyOne,
      boolean open,
      List<OrganisationLink> members,
      List<String> unresolved) {}

  /** What was said of a name. */
  record NameDecisionView(
      int version,
      String verdict,
      @Nullable OrganisationLink organisation,
      String note,
      String decidedBy,
      Instant decidedAt) {
    static NameDecisionView of(Decision decision, Optional<Organisation> organisation) {
      return new NameDecisionView(
          decision.version(),
          decision.verdict().name(),
          OrganisationLink.orNull(organisation),
          decision.note(),
          decision.decidedBy(),
          decision.decidedAt());
    }
  }

  /** In how many tasks a name has each role. */
  record RoleCountsView(int lead, int responsible, int participants, int implementers, int actor) {
    static RoleCountsView of(ResolvedName name) {
      return new RoleCountsView(
          count(name, NameRole.LEAD),
          count(name, NameRole.RESPONSIBLE),
          count(name, NameRole.PARTICIPANT),
          count(name, NameRole.IMPLEMENTER),
          count(name, NameRole.ACTOR));
    }

    private static int count(ResolvedName name, NameRole role) {
      return name.printed().counts().getOrDefault(role, 0);
    }
  }

  /**
   * One name.
   *
   * @param version of the last decision, which the next one must name
   * @param organisation whom it means, where that is one
   * @param reason why, for what is taken or known without a decision
   */
  record ResolvedNameView(
      String name,
      ResolvedName.State state,
      int version,
      int occurrences,
      RoleCountsView counts,
      SortedSet<Integer> tasks,
      @Nullable OrganisationLink organisation,
      @Nullable String reason,
      List<NameCandidateView> candidates,
      @Nullable NameGroupView group,
      @Nullable NameDecisionView decision) {

    static ResolvedNameView of(ResolvedName name, Language language) {
      return new ResolvedNameView(
          name.printed().name(),
          name.state(),
          name.version(),
          name.printed().occurrences(),
          RoleCountsView.of(name),
          name.printed().tasks(),
          OrganisationLink.orNull(name.organisation()),
          reason(name.proposed()).map(message -> say(message, language)).orElse(null),
          candidates(name.proposed(), language),
          group(name.proposed()).orElse(null),
          name.decision().map(each -> NameDecisionView.of(each, name.decided())).orElse(null));
    }

    private static Optional<Message> reason(NameAnswer answer) {
      return switch (answer) {
        case NameAnswer.Certain certain -> Optional.of(certain.reason());
        case NameAnswer.Group group -> Optional.of(group.reason());
        case NameAnswer.None none -> Optional.of(none.reason());
        case NameAnswer.Candidates candidates -> Optional.empty();
      };
    }

    /** What is taken automatically is also the first proposal of whoever revises it. */
    private static List<NameCandidateView> candidates(NameAnswer answer, Language language) {
      return switch (answer) {
        case NameAnswer.Certain(Organisation organisation, Message reason) ->
            NameCandidateView.listOf(
                List.of(new NameAnswer.Candidate(organisation, reason)), language);
        case NameAnswer.Candidates(List<NameAnswer.Candidate> candidates) ->
            NameCandidateView.listOf(candidates, language);
        case NameAnswer.Group group -> List.of();
        case NameAnswer.None none -> List.of();
      };
    }

    private static Optional<NameGroupView> group(NameAnswer answer) {
      return answer instanceof NameAnswer.Group group
          ? Optional.of(
              new NameGroupView(
                  group.kind(),
                  group.everyOne(),
                  group.open(),
                  group.members().stream().map(OrganisationLink::of).toList(),
                  group.unresolved()))
          : Optional.empty();
    }
  }

  /** That an organisation took over. */
  record SuccessionStepView(LocalDate on, OrganisationLink to, String reason, boolean chosen) {}

  /** How it stands with an answerer on the day. */
  enum AnswererState {
    ANSWERS,
    UNDECIDED,
    NOBODY
  }

  /**
   * Who answers by one name.
   *
   * @param organisation who answers, or did last where that is open
   * @param turnedOn the day on which it came apart or ended
   * @param choice the last that was made on the way; the next one must name its version
   */
  record AnswererView(
      String name,
      List<NameRole> roles,
      OrganisationLink named,
      AnswererState state,
      OrganisationLink organisation,
      @Nullable LocalDate turnedOn,
      List<SuccessionStepView> steps,
      List<NameCandidateView> candidates,
      @Nullable SuccessorChoiceView choice) {

    static AnswererView of(Answerer answerer, Language language) {
      List<NameRole> roles = answerer.roles().stream().sorted().toList();
      List<SuccessionStepView> steps =
          answerer.answering().steps().stream()
              .map(
                  step ->
                      new SuccessionStepView(
                          step.on(),
                          OrganisationLink.of(step.to()),
                          say(step.reason(), language),
                          step.chosen()))
              .toList();
      OrganisationLink named = OrganisationLink.of(answerer.named());
      SuccessorChoiceView choice = answerer.choice().map(SuccessorChoiceView::of).orElse(null);
      return switch (answerer.answering()) {
        case Answering.By by ->
            new AnswererView(
                answerer.name(),
                roles,
                named,
                AnswererState.ANSWERS,
                OrganisationLink.of(by.organisation()),
                null,
                steps,
                List.of(),
                choice);
        case Answering.Undecided undecided ->
            new AnswererView(
                answerer.name(),
                roles,
                named,
                AnswererState.UNDECIDED,
                OrganisationLink.of(undecided.last()),
                undecided.on(),
                steps,
                NameCandidateView.listOf(undecided.candidates(), language),
                choice);
        case Answering.Nobody nobody ->
            new AnswererView(
                answerer.name(),
                roles,
                named,
                AnswererState.NOBODY,
                OrganisationLink.of(nobody.last()),
                nobody.endedOn(),
                steps,
                List.of(),
                choice);
      };
    }
  }

  /** What was chosen at a turn. */
  record SuccessorChoiceView(
      UUID predecessorId, LocalDate turnedOn, int version, String decidedBy, Instant decidedAt) {
    static SuccessorChoiceView of(SuccessorChoice choice) {
      return new SuccessorChoiceView(
          choice.predecessor(),
          choice.turnedOn(),
          choice.version(),
          choice.decidedBy(),
          choice.decidedAt());
    }
  }

  /** A task with those who answer for it. */
  record ResolvedTaskView(
      UUID id, int number, String heading, String begins, List<AnswererView> answerers) {
    static ResolvedTaskView of(ResolvedTask task, Language language) {
      return new ResolvedTaskView(
          task.id().value(),
          task.number(),
          task.heading(),
          task.begins(),
          task.answerers().stream().map(each -> AnswererView.of(each, language)).toList());
    }
  }

  static String say(Message message, Language language) {
    return Messages.say(message, language);
  }
}
