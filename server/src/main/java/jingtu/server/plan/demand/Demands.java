package jingtu.server.plan.demand;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import jingtu.planreader.Action;
import jingtu.planreader.Deadline;
import jingtu.planreader.Obligation;
import jingtu.planreader.Span;
import jingtu.planreader.Target;
import jingtu.planreader.Task;
import jingtu.server.organisation.Answering;
import jingtu.server.organisation.Organisation;
import jingtu.server.plan.PlanCalendar;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.TaskId;
import jingtu.server.plan.When;
import jingtu.server.plan.Words;
import jingtu.server.plan.entry.Headings;
import jingtu.server.plan.resolution.Answerer;
import jingtu.server.plan.resolution.NameRole;
import jingtu.server.plan.resolution.ResolveNames;
import jingtu.server.plan.resolution.ResolvedPlan;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what a plan asks of whom: one demand for each sentence and each name that it calls on.
 *
 * <p>A sentence that names its actor calls on that actor alone. Any other sentence of a task calls
 * on whoever leads the task, on those named as responsible and on the implementers. Those who take
 * part (配合) are called on once for the task as a whole.
 */
@Service
public class Demands {

  private static final int LONGEST_RHYTHM = 12;

  private final Plans plans;
  private final ResolveNames resolveNames;

  Demands(Plans plans, ResolveNames resolveNames) {
    this.plans = plans;
    this.resolveNames = resolveNames;
  }

  /** The demands of a plan that the scope sees, with who answers on a day. */
  @Transactional(readOnly = true)
  public Optional<PlanDemands> of(Scope scope, PlanId id, LocalDate on) {
    return plans
        .find(scope, id)
        .flatMap(
            plan ->
                resolveNames.of(scope, id, on).map(names -> new Listing(plan, names).demands()));
  }

  /** One reading of one plan. */
  private static final class Listing {

    private final StoredPlan plan;
    private final ResolvedPlan resolved;
    private final Words words;
    private final List<Demand> demands = new ArrayList<>();

    Listing(StoredPlan plan, ResolvedPlan resolved) {
      this.plan = plan;
      this.resolved = resolved;
      this.words = new Words(plan.text());
    }

    PlanDemands demands() {
      for (int i = 0; i < plan.taskIds().size(); i++) {
        addTask(i);
      }
      for (int i = 0; i < plan.reading().obligations().size(); i++) {
        addObligation(i);
      }
      return new PlanDemands(plan.summary(), resolved.planDay(), until(), demands, rhythms());
    }

    /** The last day of its validity, where that is known. */
    private LocalDate until() {
      LocalDate from = resolved.planDay();
      return plan.summary()
          .entry()
          .validity()
          .to()
          .filter(day -> !day.isBefore(from))
          .orElseGet(() -> PlanCalendar.lastDay(plan, from));
    }

    private void addTask(int index) {
      Task task = plan.reading().tasks().get(index);
      TaskId id = plan.taskIds().get(index);
      List<UUID> actions = plan.entries().tasks().get(index).actionIds();
      Map<String, List<Organisation>> answering = byName(resolved.tasks().get(index).answerers());
      Source whole =
          new Source(
              new DemandPlace.InTask(id, Optional.empty()),
              index + 1,
              task.path(),
              task.span(),
              times(task.deadlines()),
              List.of(),
              targets(task.targets()));
      List<Source> sentences = new ArrayList<>();
      for (int i = 0; i < actions.size(); i++) {
        Action action = task.actions().get(i);
        Source sentence =
            new Source(
                new DemandPlace.InTask(id, Optional.of(actions.get(i))),
                index + 1,
                whole.path(),
                action.span(),
                action.deadlines().isEmpty()
                    ? times(task.deadlinesOfNoAction())
                    : times(action.deadlines()),
                action.events(),
                targets(action.targets()));
        Optional<String> actor = action.actor();
        if (actor.isPresent()) {
          NameRole role = NameRole.of(actor.get(), task);
          add(sentence, role, actor.get(), 0, false, true, answering);
        } else {
          sentences.add(sentence);
        }
      }
      if (actions.isEmpty()) {
        sentences.add(whole);
      }
      sentences.forEach(sentence -> addParties(sentence, task, answering));
      addAll(whole, NameRole.PARTICIPANT, task, answering);
    }

    private void addParties(Source sentence, Task task, Map<String, List<Organisation>> answering) {
      addAll(sentence, NameRole.LEAD, task, answering);
      addAll(sentence, NameRole.RESPONSIBLE, task, answering);
      addAll(sentence, NameRole.IMPLEMENTER, task, answering);
    }

    private void addAll(
        Source source, NameRole role, Task task, Map<String, List<Organisation>> answering) {
      boolean inherited =
          role == NameRole.IMPLEMENTER
              && task.implementersSource().equals(Optional.of(Task.ImplementersSource.DEFAULT));
      boolean alone = role != NameRole.PARTICIPANT && task.lead().isEmpty();
      List<String> names = role.of(task);
      for (int place = 0; place < names.size(); place++) {
        add(source, role, names.get(place), place, inherited, alone, answering);
      }
    }

    private void addObligation(int index) {
      Obligation obligation = plan.reading().obligations().get(index);
      UUID id = plan.entries().obligations().get(index).id();
      Source source =
          new Source(
              new DemandPlace.Outside(id),
              index + 1,
              obligation.path(),
              obligation.span(),
              times(obligation.deadlines()),
              obligation.events(),
              targets(obligation.targets()));
      add(
          source,
          NameRole.ACTOR,
          obligation.actor().orElse(""),
          0,
          false,
          true,
          byName(resolved.obligations().get(index).answerers()));
    }

    private void add(
        Source source,
        NameRole role,
        String name,
        int place,
        boolean inherited,
        boolean alone,
        Map<String, List<Organisation>> answering) {
      demands.add(
          new Demand(
              source.at(),
              source.number(),
              source.path().isEmpty() ? "" : source.path().getFirst().strip(),
              Headings.onOneLine(source.path()),
              source.span(),
              words.of(source.span()).strip(),
              role,
              name,
              place,
              inherited,
              alone,
              answering.getOrDefault(name, List.of()),
              source.times(),
              source.events(),
              source.targets()));
    }

    /** Recurrences of at most a year that bind nobody in particular to one task. */
    private List<PlanDemands.Rhythm> rhythms() {
      Map<Integer, PlanDemands.Rhythm> byMonths = new TreeMap<>();
      for (Obligation obligation : plan.reading().obligations()) {
        for (Deadline deadline : obligation.deadlines()) {
          if (When.of(deadline.notation()) instanceof When.Recurring every
              && every.months() <= LONGEST_RHYTHM) {
            byMonths.putIfAbsent(
                every.months(),
                new PlanDemands.Rhythm(every.months(), words.of(obligation.span()).strip()));
          }
        }
      }
      return byMonths.values().stream()
          .sorted(Comparator.comparingInt(PlanDemands.Rhythm::months))
          .toList();
    }

    private List<Demand.Time> times(List<Deadline> deadlines) {
      return deadlines.stream()
          .map(
              deadline ->
                  new Demand.Time(
                      deadline.notation(), words.of(deadline.span()).strip(), deadline.assumed()))
          .toList();
    }

    private List<String> targets(List<Target> targets) {
      return targets.stream().map(target -> words.of(target.span()).strip()).distinct().toList();
    }
  }

  /** What all names of one sentence share. */
  private record Source(
      DemandPlace at,
      int number,
      List<String> path,
      Span span,
      List<Demand.Time> times,
      List<String> events,
      List<String> targets) {}

  private static Map<String, List<Organisation>> byName(List<Answerer> answerers) {
    return answerers.stream()
        .filter(answerer -> answerer.answering() instanceof Answering.By)
        .collect(
            groupingBy(
                Answerer::name,
                mapping(
                    answerer -> ((Answering.By) answerer.answering()).organisation(), toList())));
  }
}
