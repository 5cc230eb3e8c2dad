package jingtu.server.plan.resolution;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.planreader.Obligation;
import jingtu.planreader.Task;
import jingtu.server.organisation.Answering;
import jingtu.server.organisation.Directories;
import jingtu.server.organisation.Directory;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.TaskId;
import jingtu.server.plan.Words;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says whom the names of a plan mean, and who answers for its tasks on a day. */
@Service
public class ResolveNames {

  private static final int FIRST_WORDS = 60;

  private final Plans plans;
  private final Regions regions;
  private final Directories directories;
  private final Decisions decisions;
  private final SuccessorChoices choices;

  ResolveNames(
      Plans plans,
      Regions regions,
      Directories directories,
      Decisions decisions,
      SuccessorChoices choices) {
    this.plans = plans;
    this.regions = regions;
    this.directories = directories;
    this.decisions = decisions;
    this.choices = choices;
  }

  /** A plan that the scope sees, with who answers on a day. */
  @Transactional(readOnly = true)
  public Optional<ResolvedPlan> of(Scope scope, PlanId id, LocalDate on) {
    return plans
        .find(scope, id)
        .map(plan -> resolve(scope, plan, directories.open(scope, plan.summary().region()), on));
  }

  /** Whom names mean that stand outside plans. */
  @FunctionalInterface
  public interface Meant {

    /**
     * Everybody who answers for certain by a name; none where the directory does not tell.
     *
     * @param text in which the name stands; it tells what passed to whom where an organisation came
     *     apart
     */
    List<Organisation> by(String name, String text);
  }

  /**
   * Whom names mean in a region; what was decided on a name of its plans holds here too.
   *
   * @param day on which the names were written
   * @param on the day on which somebody has to answer
   */
  @Transactional(readOnly = true)
  public Meant meant(Scope scope, RegionCode region, LocalDate day, LocalDate on) {
    Directory directory = directories.open(scope, region);
    Map<String, Decision> decided = decisions.current(scope, region);
    return (name, text) ->
        resolve(PrintedName.outsideTasks(name), day, decided, directory).everybody().stream()
            .map(
                named -> directory.answering(named, day, on, text, (who, turn) -> Optional.empty()))
            .filter(Answering.By.class::isInstance)
            .map(answering -> ((Answering.By) answering).organisation())
            .distinct()
            .toList();
  }

  /** The day on which a plan's names are read: of its issue, else the first of its validity. */
  static LocalDate dayOf(RegisteredPlan plan) {
    return plan.issuedOn()
        .or(() -> plan.entry().validity().from())
        .orElseGet(() -> OfficeDay.of(plan.importedAt()));
  }

  ResolvedPlan resolve(Scope scope, StoredPlan plan, Directory directory, LocalDate on) {
    RegisteredPlan summary = plan.summary();
    LocalDate planDay = dayOf(summary);
    Optional<LocalDate> closedOn = summary.entry().validity().to().filter(on::isAfter);
    Map<String, Decision> decided = decisions.current(scope, summary.region());
    List<ResolvedName> names =
        PrintedName.listOf(plan.reading(), directory).stream()
            .map(name -> resolve(name, planDay, decided, directory))
            .toList();
    Turns turns = new Turns(planDay, closedOn.orElse(on), choices.current(scope, summary.id()));
    return new ResolvedPlan(
        summary,
        planDay,
        on,
        closedOn,
        scope.is(Role.COORDINATOR) && regions.governs(scope, summary.region()),
        names,
        tasks(plan, names, directory, turns),
        obligations(plan, directory, decided, turns));
  }

  private static ResolvedName resolve(
      PrintedName printed, LocalDate day, Map<String, Decision> decided, Directory directory) {
    Optional<Decision> last = Optional.ofNullable(decided.get(printed.name()));
    Optional<Organisation> organisation =
        last.flatMap(Decision::organisation).flatMap(directory::find);
    boolean holds =
        last.filter(
                each ->
                    each.verdict() == Verdict.NOBODY
                        || (each.verdict() == Verdict.ORGANISATION && organisation.isPresent()))
            .isPresent();
    return new ResolvedName(
        printed,
        directory.answer(printed.name(), day, printed.carried()),
        last.filter(each -> holds),
        last.map(Decision::version).orElse(0),
        organisation.filter(each -> holds));
  }

  /** The days between which organisations are followed, and what was chosen on the way. */
  private record Turns(
      LocalDate planDay, LocalDate on, Map<SuccessorChoices.Turn, SuccessorChoice> choices) {

    Optional<SuccessorChoice> at(TaskId task, UUID predecessor, LocalDate day) {
      return Optional.ofNullable(choices.get(new SuccessorChoices.Turn(task, predecessor, day)));
    }
  }

  private static List<ResolvedTask> tasks(
      StoredPlan plan, List<ResolvedName> names, Directory directory, Turns turns) {
    Map<String, ResolvedName> byName =
        names.stream().collect(toMap(name -> name.printed().name(), name -> name));
    Words words = new Words(plan.text());
    List<ResolvedTask> tasks = new ArrayList<>();
    for (int i = 0; i < plan.taskIds().size(); i++) {
      Task task = plan.reading().tasks().get(i);
      TaskId id = plan.taskIds().get(i);
      String body = words.of(task.span());
      String text = String.join("\n", task.path()) + "\n" + body;
      List<Answerer> answerers = new ArrayList<>();
      rolesByName(task)
          .forEach(
              (name, roles) -> {
                ResolvedName resolved = byName.get(name);
                if (resolved != null) {
                  resolved
                      .everybody()
                      .forEach(
                          who ->
                              answerers.add(
                                  answerer(id, name, roles, who, text, directory, turns)));
                }
              });
      tasks.add(
          new ResolvedTask(
              id,
              i + 1,
              task.path().isEmpty() ? "" : task.path().getLast(),
              body.strip().substring(0, Math.min(FIRST_WORDS, body.strip().length())),
              answerers));
    }
    return tasks;
  }

  /** The actors of duties outside the tasks; what was decided on a name holds for them too. */
  private static List<ResolvedObligation> obligations(
      StoredPlan plan, Directory directory, Map<String, Decision> decided, Turns turns) {
    Words words = new Words(plan.text());
    List<ResolvedObligation> resolved = new ArrayList<>();
    for (int i = 0; i < plan.reading().obligations().size(); i++) {
      Obligation obligation = plan.reading().obligations().get(i);
      UUID id = plan.entries().obligations().get(i).id();
      String text =
          String.join("\n", obligation.path()) + "\n" + words.of(obligation.span()).strip();
      resolved.add(
          new ResolvedObligation(
              id,
              obligation.actor().stream()
                  .map(PrintedName::outsideTasks)
                  .map(name -> resolve(name, turns.planDay(), decided, directory))
                  .flatMap(
                      name ->
                          name.everybody().stream()
                              .map(
                                  who ->
                                      answerer(
                                          new TaskId(id),
                                          name.printed().name(),
                                          EnumSet.of(NameRole.ACTOR),
                                          who,
                                          text,
                                          directory,
                                          turns)))
                  .toList()));
    }
    return resolved;
  }

  private static Map<String, EnumSet<NameRole>> rolesByName(Task task) {
    Map<String, EnumSet<NameRole>> byName = new LinkedHashMap<>();
    for (NameRole role : NameRole.values()) {
      role.of(task)
          .forEach(
              name -> byName.computeIfAbsent(name, n -> EnumSet.noneOf(NameRole.class)).add(role));
    }
    return byName;
  }

  private static Answerer answerer(
      TaskId task,
      String name,
      EnumSet<NameRole> roles,
      Organisation named,
      String text,
      Directory directory,
      Turns turns) {
    List<SuccessorChoice> used = new ArrayList<>();
    Answering answering =
        directory.answering(
            named,
            turns.planDay(),
            turns.on(),
            text,
            (predecessor, day) -> {
              Optional<SuccessorChoice> choice =
                  turns
                      .at(task, predecessor, day)
                      .filter(each -> directory.find(each.successor()).isPresent());
              choice.ifPresent(used::add);
              return choice.map(SuccessorChoice::successor);
            });
    return new Answerer(
        name,
        roles,
        named,
        answering,
        used.isEmpty() ? Optional.empty() : Optional.of(used.getLast()));
  }
}
