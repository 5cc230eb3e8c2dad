package jingtu.server.plan.resolution;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.planreader.Action;
import jingtu.planreader.Task;
import org.springframework.modulith.NamedInterface;

/** In what way a task names somebody. */
@NamedInterface("demand")
public enum NameRole {
  LEAD,
  RESPONSIBLE,
  PARTICIPANT,
  IMPLEMENTER,
  /** Whom a sentence of the task obliges. */
  ACTOR;

  /** The names that a task has for this role, as printed and in order. */
  public List<String> of(Task task) {
    return switch (this) {
      case LEAD -> task.lead();
      case RESPONSIBLE -> task.responsible();
      case PARTICIPANT -> task.participants();
      case IMPLEMENTER -> task.implementers();
      case ACTOR ->
          task.actions().stream().map(Action::actor).flatMap(Optional::stream).distinct().toList();
    };
  }

  /** In what way a task's clause names somebody, the leading way first; else as an actor. */
  public static NameRole of(String name, Task task) {
    return Stream.of(LEAD, RESPONSIBLE, PARTICIPANT, IMPLEMENTER)
        .filter(role -> role.of(task).contains(name))
        .findFirst()
        .orElse(ACTOR);
  }
}
