package jingtu.server.register.lifecycle;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.server.organisation.Regions;
import jingtu.server.register.DeadlineId;
import jingtu.server.register.RecordDeadlines;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DeadlineRule;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.lifecycle.NamedRecords.Named;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.DueDay;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is due for the records of the regions that an account sees. A definition's rules rest on
 * nothing that is hidden from anybody.
 */
@Service
public class Deadlines {

  private final DeadlineRows rows;
  private final Definitions definitions;
  private final Records records;
  private final NamedRecords named;
  private final DeadlineActors actors;
  private final Regions regions;
  private final Clock clock;

  Deadlines(
      DeadlineRows rows,
      Definitions definitions,
      Records records,
      NamedRecords named,
      DeadlineActors actors,
      Regions regions,
      Clock clock) {
    this.rows = rows;
    this.definitions = definitions;
    this.records = records;
    this.named = named;
    this.actors = actors;
    this.regions = regions;
    this.clock = clock;
  }

  /**
   * Something due.
   *
   * @param title what the record is called
   * @param duty what is to be done, in Chinese
   * @param met the day on which it was done
   * @param overdue whether its day is over and it was not done
   * @param by who does it, by name; none where nobody is named
   */
  public record DueItem(
      DeadlineId id,
      RegisterId register,
      RecordId record,
      String title,
      String rule,
      String duty,
      DueDay due,
      Optional<LocalDate> met,
      boolean overdue,
      List<DeadlineActor> by) {

    public DueItem {
      by = List.copyOf(by);
    }
  }

  /** What is due for a record and what was done, by day; empty where the record is not seen. */
  @Transactional(readOnly = true)
  public Optional<List<DueItem>> of(Scope scope, RecordId id) {
    return records.find(scope, id).map(record -> of(scope, record));
  }

  private List<DueItem> of(Scope scope, RecordView record) {
    List<Deadline> standing =
        rows.list(List.of(record.id())).getOrDefault(record.id(), List.of()).stream()
            .filter(deadline -> deadline.isOpen() || deadline.findMet().isPresent())
            .sorted(comparing((Deadline d) -> d.due().date()).thenComparing(Deadline::rule))
            .toList();
    return definitions
        .find(scope, record.register())
        .map(definition -> items(scope, definition, standing))
        .orElse(List.of());
  }

  /**
   * What is open of a register until a day, overdue included, by day.
   *
   * @param limit at most so many
   */
  @Transactional(readOnly = true)
  public List<DueItem> until(Scope scope, RegisterId register, LocalDate until, int limit) {
    return definitions
        .find(scope, register)
        .map(
            definition ->
                items(
                    scope,
                    definition,
                    rows.listOpen(register, until, regions.visibleTo(scope), limit)))
        .orElse(List.of());
  }

  /**
   * Something due, or over, with the record that it is due for.
   *
   * @param region of the record
   */
  public record Standing(
      DueItem item, String registerName, RegionCode region, RecordDeadlines.Stage stage) {}

  /** These of them, as they stand now, as far as the scope sees their records. */
  @Transactional(readOnly = true)
  public List<Standing> list(Scope scope, Collection<DeadlineId> ids) {
    Map<RegisterId, List<DeadlineRows.Placed>> byRegister =
        rows.placed(ids).stream().collect(groupingBy(DeadlineRows.Placed::register));
    List<Standing> told = new ArrayList<>();
    byRegister.forEach(
        (register, placed) ->
            definitions
                .find(scope, register)
                .ifPresent(definition -> told.addAll(standing(scope, definition, placed))));
    return told;
  }

  private List<Standing> standing(
      Scope scope, Definition definition, List<DeadlineRows.Placed> placed) {
    Map<DeadlineId, DeadlineRows.Placed> byId =
        placed.stream().collect(toMap(each -> each.deadline().id(), each -> each));
    List<Standing> told = new ArrayList<>();
    for (DueItem item :
        items(scope, definition, placed.stream().map(DeadlineRows.Placed::deadline).toList())) {
      DeadlineRows.Placed at = byId.get(item.id());
      if (at != null) {
        told.add(
            new Standing(item, definition.name(), at.region(), stage(at.deadline().standing())));
      }
    }
    return told;
  }

  private static RecordDeadlines.Stage stage(Deadline.Standing standing) {
    return switch (standing) {
      case Deadline.Standing.Open open -> RecordDeadlines.Stage.OPEN;
      case Deadline.Standing.Met met -> RecordDeadlines.Stage.DONE;
      case Deadline.Standing.Passed passed -> RecordDeadlines.Stage.LAPSED;
      case Deadline.Standing.Dropped dropped -> RecordDeadlines.Stage.DROPPED;
    };
  }

  /** What is open of all registers, of records whose regions the scope sees. */
  @Transactional(readOnly = true)
  public List<DeadlineId> open(Scope scope) {
    return rows.listOpen(regions.visibleTo(scope));
  }

  /** The same, as far as whoever holds a function has to do it. */
  @Transactional(readOnly = true)
  public List<DeadlineId> open(Scope scope, String function) {
    List<DeadlineId> open = new ArrayList<>();
    for (Definition definition : definitions.list(scope)) {
      definition.deadlines().stream()
          .filter(rule -> rule.by().filter(function::equals).isPresent())
          .forEach(
              rule ->
                  open.addAll(rows.listOpen(definition.id(), rule.id(), regions.visibleTo(scope))));
    }
    return open;
  }

  private List<DueItem> items(Scope scope, Definition definition, Collection<Deadline> deadlines) {
    Map<String, DeadlineRule> rules =
        definition.deadlines().stream().collect(toMap(DeadlineRule::id, rule -> rule));
    List<Deadline> shown =
        deadlines.stream().filter(deadline -> rules.containsKey(deadline.rule())).toList();
    Map<RecordId, Named> names =
        named.list(scope, shown.stream().map(Deadline::record).distinct().toList());
    DeadlineActors.Of by =
        actors.of(scope, definition, shown.stream().map(Deadline::record).distinct().toList());
    LocalDate today = OfficeDay.today(clock);
    List<DueItem> items = new ArrayList<>();
    for (Deadline deadline : shown) {
      DeadlineRule rule = rules.get(deadline.rule());
      Named record = names.get(deadline.record());
      if (rule != null && record != null) {
        items.add(
            new DueItem(
                deadline.id(),
                definition.id(),
                deadline.record(),
                record.title(),
                rule.id(),
                rule.duty(),
                deadline.due(),
                deadline.findMet().map(Deadline.Standing.Met::on),
                deadline.isOpen() && deadline.due().date().isBefore(today),
                rule.by().map(who -> by.find(deadline.record(), who)).orElse(List.of())));
      }
    }
    return items;
  }
}
