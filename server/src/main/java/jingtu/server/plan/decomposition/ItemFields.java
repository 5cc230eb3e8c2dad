package jingtu.server.plan.decomposition;

import java.util.List;
import java.util.Optional;

/**
 * An item whose fields are changed one after the other before it is taken out again: a record of
 * twenty parts cannot be copied by hand at every place that changes one.
 */
final class ItemFields {

  private final WorkItem before;
  private String heading;
  private String task;
  private String sentence;
  private String organisation;
  private ItemRole role;
  private String work;
  private String standard;
  private String deadline;
  private List<YearShare> years;
  private List<Milestone> milestones;
  private String deliverables;
  private String leader;
  private String person;
  private String liaison;
  private String telephone;

  ItemFields(WorkItem item) {
    before = item;
    heading = item.heading();
    task = item.task();
    sentence = item.sentence();
    organisation = item.organisation();
    role = item.role();
    work = item.work();
    standard = item.standard();
    deadline = item.deadline().orElse("");
    years = item.years();
    milestones = item.milestones();
    deliverables = item.deliverables();
    leader = item.leader();
    person = item.person();
    liaison = item.liaison();
    telephone = item.telephone();
  }

  ItemFields heading(String given) {
    heading = given;
    return this;
  }

  ItemFields task(String given) {
    task = given;
    return this;
  }

  ItemFields sentence(String given) {
    sentence = given;
    return this;
  }

  ItemFields organisation(String given) {
    organisation = given;
    return this;
  }

  ItemFields role(ItemRole given) {
    role = given;
    return this;
  }

  ItemFields work(String given) {
    work = given;
    return this;
  }

  ItemFields standard(String given) {
    standard = given;
    return this;
  }

  ItemFields deadline(String given) {
    deadline = given;
    return this;
  }

  ItemFields years(List<YearShare> given) {
    years = given;
    return this;
  }

  ItemFields milestones(List<Milestone> given) {
    milestones = given;
    return this;
  }

  ItemFields deliverables(String given) {
    deliverables = given;
    return this;
  }

  ItemFields leader(String given) {
    leader = given;
    return this;
  }

  ItemFields person(String given) {
    person = given;
    return this;
  }

  ItemFields liaison(String given) {
    liaison = given;
    return this;
  }

  ItemFields telephone(String given) {
    telephone = given;
    return this;
  }

  WorkItem item() {
    return new WorkItem(
        before.id(),
        before.code(),
        before.source(),
        heading,
        task,
        sentence,
        organisation,
        role,
        work,
        standard,
        Optional.of(deadline),
        years,
        milestones,
        deliverables,
        leader,
        person,
        liaison,
        telephone,
        before.parent(),
        before.version());
  }
}
