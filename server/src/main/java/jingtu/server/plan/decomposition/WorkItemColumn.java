package jingtu.server.plan.decomposition;

import java.util.List;
import java.util.Optional;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** The columns of a table of work items, in the order of the sheet. */
public enum WorkItemColumn {
  CODE("decomposition.column.code"),
  HEADING("decomposition.column.heading"),
  TASK("decomposition.column.task"),
  SENTENCE("decomposition.column.sentence"),
  ORGANISATION("decomposition.column.organisation"),
  ROLE("decomposition.column.role"),
  WORK("decomposition.column.work"),
  STANDARD("decomposition.column.standard"),
  DEADLINE("decomposition.column.deadline"),
  YEARS("decomposition.column.years"),
  MILESTONES("decomposition.column.milestones"),
  DELIVERABLES("decomposition.column.deliverables"),
  LEADER("decomposition.column.leader"),
  PERSON("decomposition.column.person"),
  LIAISON("decomposition.column.liaison"),
  TELEPHONE("decomposition.column.telephone");

  private final String key;

  WorkItemColumn(String key) {
    this.key = key;
  }

  /** The key of its heading, a message: the heading itself, then what is understood as well. */
  public String key() {
    return key;
  }

  /** What stands over it where the program writes it. */
  public String heading(Language language) {
    return headings(language).getFirst();
  }

  /** All that may stand over it in a language; the first is what the program writes. */
  public List<String> headings(Language language) {
    return List.of(Messages.say(Message.of(key), language).split("\\|"));
  }

  /** What an item's cell says. {@link #read} understands it, in either language. */
  public String text(WorkItem item, Language language) {
    return switch (this) {
      case CODE -> item.code();
      case HEADING -> item.heading();
      case TASK -> item.task();
      case SENTENCE -> item.sentence();
      case ORGANISATION -> item.organisation();
      case ROLE -> item.role().word(language);
      case WORK -> item.work();
      case STANDARD -> item.standard();
      case DEADLINE -> item.deadline().orElse("");
      case YEARS -> YearShare.write(item.years(), language);
      case MILESTONES -> Milestone.write(item.milestones(), language);
      case DELIVERABLES -> item.deliverables();
      case LEADER -> item.leader();
      case PERSON -> item.person();
      case LIAISON -> item.liaison();
      case TELEPHONE -> item.telephone();
    };
  }

  /**
   * The item with what a cell says in this column; empty where the cell cannot be understood: a
   * word that is no role, years or milestones in another form, no organisation. The code is never
   * changed.
   */
  public Optional<WorkItem> read(WorkItem item, String cell) {
    ItemFields fields = new ItemFields(item);
    String text = cell.strip();
    return switch (this) {
      case CODE -> Optional.of(item);
      case HEADING -> Optional.of(fields.heading(text).item());
      case TASK -> Optional.of(fields.task(text).item());
      case SENTENCE -> Optional.of(fields.sentence(text).item());
      case ORGANISATION ->
          Optional.of(text).filter(t -> !t.isEmpty()).map(t -> fields.organisation(t).item());
      case ROLE -> ItemRole.of(text).map(role -> fields.role(role).item());
      case WORK -> Optional.of(fields.work(text).item());
      case STANDARD -> Optional.of(fields.standard(text).item());
      case DEADLINE -> Optional.of(fields.deadline(text).item());
      case YEARS -> YearShare.read(text).map(years -> fields.years(years).item());
      case MILESTONES -> Milestone.read(text).map(days -> fields.milestones(days).item());
      case DELIVERABLES -> Optional.of(fields.deliverables(text).item());
      case LEADER -> Optional.of(fields.leader(text).item());
      case PERSON -> Optional.of(fields.person(text).item());
      case LIAISON -> Optional.of(fields.liaison(text).item());
      case TELEPHONE -> Optional.of(fields.telephone(text).item());
    };
  }
}
