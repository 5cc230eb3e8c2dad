package jingtu.server.plan.correction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.planreader.Action;
import jingtu.planreader.Deadline;
import jingtu.planreader.Span;
import jingtu.planreader.Target;
import jingtu.planreader.Task;
import jingtu.server.plan.entry.EntryReading;
import jingtu.server.plan.entry.NamedAction;
import org.jspecify.annotations.Nullable;

/**
 * All that is understood of one goal, task or obligation, as it is sent to and fro and before
 * anybody has checked it. Offsets count the code points of the file's text.
 *
 * @param start of the body
 * @param clauseStart of the responsibility clause; only a task has one, and a task may have none
 * @param path the headings above, outermost first
 * @param lead who leads a task; goals and obligations name no parties
 * @param implementersSource whether the clause or an earlier rule names the implementers
 * @param open whether the clause does not name everybody
 * @param scope the area or group that a goal speaks of
 * @param actor who must act for an obligation
 * @param events what starts or bounds an obligation besides dates
 * @param actions of a task
 */
public record EntryContent(
    int start,
    int end,
    @Nullable Integer clauseStart,
    @Nullable Integer clauseEnd,
    @NotNull List<@NotNull String> path,
    @NotNull List<@NotNull String> lead,
    @NotNull List<@NotNull String> responsible,
    @NotNull List<@NotNull String> participants,
    @NotNull List<@NotNull String> implementers,
    Task.@Nullable ImplementersSource implementersSource,
    boolean open,
    @Nullable String scope,
    @Nullable String actor,
    @NotNull List<@NotNull String> events,
    @NotNull List<@NotNull @Valid DeadlineContent> deadlines,
    @NotNull List<@NotNull @Valid TargetContent> targets,
    @NotNull List<@NotNull @Valid ActionContent> actions) {

  /** What is known of an entry. */
  public static EntryContent of(EntryReading reading) {
    return new EntryContent(
        reading.span().start(),
        reading.span().end(),
        reading.clause().map(Span::start).orElse(null),
        reading.clause().map(Span::end).orElse(null),
        reading.path(),
        reading.lead(),
        reading.responsible(),
        reading.participants(),
        reading.implementers(),
        reading.implementersSource().orElse(null),
        reading.open(),
        reading.scope().orElse(null),
        reading.actor().orElse(null),
        reading.events(),
        DeadlineContent.listOf(reading.deadlines()),
        TargetContent.listOf(reading.targets()),
        reading.actions().stream().map(ActionContent::of).toList());
  }

  /**
   * A date, an open start or a recurrence.
   *
   * @param notation as {@link Deadline#notation()}; X stands for a digit that is not known
   */
  public record DeadlineContent(@NotNull String notation, int start, int end, boolean assumed) {

    private static List<DeadlineContent> listOf(List<Deadline> deadlines) {
      return deadlines.stream()
          .map(
              deadline ->
                  new DeadlineContent(
                      deadline.notation(),
                      deadline.span().start(),
                      deadline.span().end(),
                      deadline.assumed()))
          .toList();
    }
  }

  /**
   * A wanted value.
   *
   * @param comparator one of {@code >= <= < = ~}
   * @param value absent where it is not known, or set elsewhere as {@code reference} says
   * @param by the notation of one of the dates of the entry or of the action
   */
  public record TargetContent(
      int start,
      int end,
      @NotNull String indicator,
      @NotNull String comparator,
      @Nullable BigDecimal value,
      @NotNull String unit,
      @Nullable String by,
      @Nullable String baseline,
      @Nullable String reference,
      @Nullable String scope,
      boolean implied,
      boolean aspirational) {

    private static List<TargetContent> listOf(List<Target> targets) {
      return targets.stream().map(TargetContent::of).toList();
    }

    private static TargetContent of(Target target) {
      return new TargetContent(
          target.span().start(),
          target.span().end(),
          target.indicator(),
          target.comparator().sign(),
          target.value().orElse(null),
          target.unit(),
          target.by().map(Deadline::notation).orElse(null),
          target.baseline().orElse(null),
          target.reference().orElse(null),
          target.scope().orElse(null),
          target.implied(),
          target.aspirational());
    }
  }

  /**
   * One sentence of a task that obliges somebody.
   *
   * @param id absent for a new one; one that is kept, also in another task, keeps its id
   */
  public record ActionContent(
      @Nullable UUID id,
      int start,
      int end,
      @Nullable String actor,
      @NotNull List<@NotNull String> events,
      @NotNull List<@NotNull @Valid DeadlineContent> deadlines,
      @NotNull List<@NotNull @Valid TargetContent> targets) {

    private static ActionContent of(NamedAction named) {
      Action action = named.action();
      return new ActionContent(
          named.id(),
          action.span().start(),
          action.span().end(),
          action.actor().orElse(null),
          action.events(),
          DeadlineContent.listOf(action.deadlines()),
          TargetContent.listOf(action.targets()));
    }
  }

  Optional<String> scopeWords() {
    return words(scope);
  }

  Optional<String> actorWords() {
    return words(actor);
  }

  /** Words without white space around them; a field of nothing else is empty. */
  static Optional<String> words(@Nullable String field) {
    return Optional.ofNullable(field).map(String::strip).filter(text -> !text.isEmpty());
  }
}
