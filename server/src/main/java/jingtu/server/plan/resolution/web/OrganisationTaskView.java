package jingtu.server.plan.resolution.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jingtu.server.plan.resolution.NameRole;
import jingtu.server.plan.resolution.TasksOfOrganisation;
import org.jspecify.annotations.Nullable;

/**
 * A task of an organisation.
 *
 * @param name as the plan prints it
 * @param until the day from which another answers, or the last day of the plan; absent for now
 */
record OrganisationTaskView(
    UUID planId,
    String planTitle,
    UUID taskId,
    int number,
    String heading,
    String begins,
    String name,
    List<NameRole> roles,
    TasksOfOrganisation.Standing standing,
    @Nullable LocalDate until) {

  static OrganisationTaskView of(TasksOfOrganisation.Entry entry) {
    return new OrganisationTaskView(
        entry.plan().id().value(),
        entry.plan().title(),
        entry.task().id().value(),
        entry.task().number(),
        entry.task().heading(),
        entry.task().begins(),
        entry.answerer().name(),
        entry.answerer().roles().stream().sorted().toList(),
        entry.standing(),
        entry.until().orElse(null));
  }
}
