package jingtu.server.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.lifecycle.DeadlineActor;
import jingtu.server.register.lifecycle.Deadlines;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what is due for records, for whoever keeps one list of everything that is due. */
@Service
public class RecordDeadlines {

  private final Deadlines deadlines;

  RecordDeadlines(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  /**
   * Something that is, or was, due for a record.
   *
   * @param registerName in Chinese
   * @param region of the record
   * @param title what the record is called
   * @param duty what is to be done, in Chinese
   * @param actors who does it; none where nobody is named
   */
  public record RecordDue(
      DeadlineId id,
      RegisterId register,
      String registerName,
      RecordId record,
      RegionCode region,
      String title,
      String duty,
      LocalDate day,
      Stage stage,
      List<Actor> actors) {

    public RecordDue {
      actors = List.copyOf(actors);
    }
  }

  /** How it stands. */
  public enum Stage {
    /** To be done, be it overdue. */
    OPEN,
    DONE,
    /** Its day is over, and the register does not tell whether it was done. */
    LAPSED,
    /** Not to be done any more. */
    DROPPED
  }

  /**
   * Who does it.
   *
   * @param organisation in the directory; absent for an enterprise or a person outside it
   */
  public record Actor(String name, Optional<UUID> organisation) {}

  /**
   * What is due as it stands now; of records that were removed, and of rules that are gone, nothing
   * is told.
   */
  @Transactional(readOnly = true)
  public List<RecordDue> list(Scope scope, Collection<DeadlineId> ids) {
    return deadlines.list(scope, ids).stream().map(RecordDeadlines::due).toList();
  }

  /** Everything that is to be done, of records whose regions the scope sees. */
  @Transactional(readOnly = true)
  public List<DeadlineId> open(Scope scope) {
    return deadlines.open(scope);
  }

  /** The same, as far as whoever holds a function has to do it. */
  @Transactional(readOnly = true)
  public List<DeadlineId> open(Scope scope, String function) {
    return deadlines.open(scope, function);
  }

  private static RecordDue due(Deadlines.Standing standing) {
    Deadlines.DueItem item = standing.item();
    return new RecordDue(
        item.id(),
        item.register(),
        standing.registerName(),
        item.record(),
        standing.region(),
        item.title(),
        item.duty(),
        item.due().date(),
        standing.stage(),
        item.by().stream().map(RecordDeadlines::actor).toList());
  }

  private static Actor actor(DeadlineActor actor) {
    return new Actor(actor.name(), actor.organisation());
  }
}
