package jingtu.server.plan.entry;

import java.util.List;
import jingtu.planreader.Task;

/** In what way an organisation answers for a task. */
public enum PartyRole {
  LEAD,
  RESPONSIBLE,
  PARTICIPANT,
  IMPLEMENTER;

  public List<String> of(Task task) {
    return switch (this) {
      case LEAD -> task.lead();
      case RESPONSIBLE -> task.responsible();
      case PARTICIPANT -> task.participants();
      case IMPLEMENTER -> task.implementers();
    };
  }
}
