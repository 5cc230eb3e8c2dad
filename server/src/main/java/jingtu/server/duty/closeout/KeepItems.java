package jingtu.server.duty.closeout;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts items on a close-out list, changes what is said of them, and passes them to other
 * organisations, by whoever keeps the list. What was struck off is not changed.
 */
@Service
public class KeepItems {

  private final CloseOutLists lists;
  private final CloseOutRows rows;
  private final HoldItem holdItem;
  private final Organisations organisations;
  private final Identifiers identifiers;
  private final Audit audit;
  private final Clock clock;

  KeepItems(
      CloseOutLists lists,
      CloseOutRows rows,
      HoldItem holdItem,
      Organisations organisations,
      Identifiers identifiers,
      Audit audit,
      Clock clock) {
    this.lists = lists;
    this.rows = rows;
    this.holdItem = holdItem;
    this.organisations = organisations;
    this.identifiers = identifiers;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is to be done, and the organisation that answers for it. */
  public record Fresh(CloseOutEntry entry, Organisation organisation) {}

  /** Puts one item on a list. */
  @Transactional
  public ItemOutcome add(Scope scope, CloseOutListId id, CloseOutEntry entry, UUID organisation) {
    rows.hold(id);
    Optional<CloseOutList> list = lists.find(scope, id);
    if (list.isEmpty()) {
      return new ItemOutcome.Unknown();
    }
    if (!lists.keeps(scope, list.get())) {
      return new ItemOutcome.NotYours();
    }
    List<CloseOutFault> faults = new ArrayList<>(entry.faults());
    Optional<Organisation> whose = atWork(scope, organisation);
    if (whose.isEmpty()) {
      faults.add(nobody());
    }
    List<String> there = rows.numbers(id);
    ItemNumbers numbers = new ItemNumbers(there);
    if (!entry.number().isEmpty() && !numbers.take(entry.number())) {
      faults.add(taken(entry.number()));
    }
    if (there.size() >= CloseOutList.MOST_ITEMS) {
      faults.add(
          new CloseOutFault(
              CloseOutField.NUMBER, Message.of("closeout.many-items", CloseOutList.MOST_ITEMS)));
    }
    if (!faults.isEmpty()) {
      return faulty(faults);
    }
    CloseOutEntry numbered = entry.number().isEmpty() ? entry.numbered(numbers.next()) : entry;
    return new ItemOutcome.Done(
        addAll(scope, list.get(), List.of(new Fresh(numbered, whose.orElseThrow())), "")
            .getFirst());
  }

  /**
   * Puts items on a list that is held and that the scope keeps; they were found sound and are
   * numbered.
   *
   * @param source the name of the table that brings them, which can be taken back; may be empty
   */
  @Transactional
  public List<CloseOutItem> addAll(
      Scope scope, CloseOutList list, List<Fresh> fresh, String source) {
    Instant now = now();
    List<CloseOutItem> items = fresh.stream().map(each -> item(scope, list, each, now)).toList();
    rows.insert(items, imported(scope, list, items.size(), source, now));
    rows.note(
        list.id(),
        items.stream()
            .map(item -> CloseOutChange.of(item, CloseOutChange.What.ADDED, source))
            .toList());
    audit.record(
        scope,
        source.isEmpty() ? "close-out.item-added" : "close-out.items-imported",
        list.id().value().toString(),
        source.isEmpty()
            ? items.getFirst().entry().number() + " " + items.getFirst().entry().task()
            : source + ": " + items.size());
    return items;
  }

  private Optional<CloseOutImportId> imported(
      Scope scope, CloseOutList list, int items, String source, Instant now) {
    if (source.isEmpty()) {
      return Optional.empty();
    }
    CloseOutImportId id = new CloseOutImportId(identifiers.next());
    rows.insert(
        new CloseOutImport(
            id, list.id(), source, items, scope.username(), now, List.of(), Optional.empty()));
    return Optional.of(id);
  }

  private CloseOutItem item(Scope scope, CloseOutList list, Fresh fresh, Instant now) {
    return new CloseOutItem(
        new CloseOutItemId(identifiers.next()),
        list.id(),
        fresh.entry(),
        fresh.organisation().id(),
        fresh.organisation().region(),
        CloseOutState.OPEN,
        CloseOutSubmission.NONE,
        "",
        false,
        Optional.empty(),
        0,
        1,
        scope.username(),
        now);
  }

  /** Changes what is said of an item; an empty number leaves the one that it has. */
  @Transactional
  public ItemOutcome edit(Scope scope, CloseOutItemId id, int version, CloseOutEntry wanted) {
    return holdItem.keeping(
        scope,
        id,
        version,
        (list, before) -> {
          if (before.state() == CloseOutState.STRUCK_OFF) {
            return new ItemOutcome.OutOfTurn(before, Message.of("closeout.locked"));
          }
          String number = before.entry().number();
          CloseOutEntry entry = wanted.number().isEmpty() ? wanted.numbered(number) : wanted;
          List<CloseOutFault> faults = new ArrayList<>(entry.faults());
          List<String> others = new ArrayList<>(rows.numbers(list.id()));
          others.remove(number);
          if (!new ItemNumbers(others).take(entry.number())) {
            faults.add(taken(entry.number()));
          }
          return faults.isEmpty() ? written(scope, before, entry) : faulty(faults);
        });
  }

  private ItemOutcome written(Scope scope, CloseOutItem before, CloseOutEntry entry) {
    CloseOutItem after = before.saying(entry).by(scope.username(), now());
    List<CloseOutChange> changes = differences(before, after, CloseOutChange.What.EDITED, "");
    if (changes.isEmpty()) {
      return new ItemOutcome.Done(before);
    }
    rows.update(after);
    rows.note(after.list(), changes);
    audit.record(
        scope, "close-out.item-edited", after.id().value().toString(), after.entry().number());
    return new ItemOutcome.Done(after);
  }

  private static List<CloseOutChange> differences(
      CloseOutItem before, CloseOutItem after, CloseOutChange.What what, String why) {
    Map<CloseOutField, String> earlier = before.entry().texts();
    CloseOutChange changed = CloseOutChange.of(after, what, why);
    return after.entry().texts().entrySet().stream()
        .filter(text -> !text.getValue().equals(earlier.get(text.getKey())))
        .map(
            text ->
                changed.from(
                    text.getKey().key(), earlier.getOrDefault(text.getKey(), ""), text.getValue()))
        .toList();
  }

  /**
   * Passes an open item to another organisation (转办), for a reason.
   *
   * @param person who answers for it there
   */
  @Transactional
  public ItemOutcome transfer(
      Scope scope,
      CloseOutItemId id,
      int version,
      UUID organisation,
      String person,
      String telephone,
      String reason) {
    return holdItem.keeping(
        scope,
        id,
        version,
        (list, before) -> {
          if (before.state() != CloseOutState.OPEN) {
            return new ItemOutcome.OutOfTurn(before, Message.of("closeout.only-open-passes"));
          }
          Optional<Organisation> whose =
              atWork(scope, organisation).filter(o -> !o.id().equals(before.organisation()));
          CloseOutEntry entry = before.entry().answeredBy(person.strip(), telephone.strip());
          List<CloseOutFault> faults = new ArrayList<>(entry.faults());
          if (whose.isEmpty()) {
            faults.add(nobody());
          }
          if (!faults.isEmpty()) {
            return faulty(faults);
          }
          return HoldItem.reasoned(reason)
              .orElseGet(() -> passed(scope, before, entry, whose.orElseThrow(), reason.strip()));
        });
  }

  private ItemOutcome passed(
      Scope scope, CloseOutItem before, CloseOutEntry entry, Organisation whose, String why) {
    CloseOutItem after =
        before.saying(entry).of(whose.id(), whose.region()).by(scope.username(), now());
    List<CloseOutChange> changes = new ArrayList<>();
    changes.add(
        CloseOutChange.of(after, CloseOutChange.What.TRANSFERRED, why)
            .from(
                CloseOutField.ORGANISATION.key(),
                organisations.find(scope, before.organisation()).map(Organisation::name).orElse(""),
                whose.name()));
    changes.addAll(differences(before, after, CloseOutChange.What.TRANSFERRED, ""));
    rows.update(after);
    rows.note(after.list(), changes);
    audit.record(
        scope,
        "close-out.item-transferred",
        after.id().value().toString(),
        whose.name() + ": " + why);
    return new ItemOutcome.Done(after);
  }

  /** Takes an item off the list that nobody ever said to be done, for a reason. */
  @Transactional
  public ItemOutcome remove(Scope scope, CloseOutItemId id, int version, String reason) {
    return holdItem.keeping(
        scope,
        id,
        version,
        (list, before) -> {
          if (before.submitted()) {
            return new ItemOutcome.OutOfTurn(before, Message.of("closeout.was-submitted"));
          }
          return HoldItem.reasoned(reason).orElseGet(() -> takenOff(scope, before, reason.strip()));
        });
  }

  private ItemOutcome takenOff(Scope scope, CloseOutItem before, String why) {
    CloseOutItem after = before.by(scope.username(), now());
    rows.note(after.list(), List.of(removal(after, why)));
    rows.delete(List.of(before.id()));
    audit.record(
        scope,
        "close-out.item-removed",
        after.id().value().toString(),
        before.entry().number() + " " + before.entry().task() + ": " + why);
    return new ItemOutcome.Done(after);
  }

  /** That an item was taken off its list, with what was to be done. */
  static CloseOutChange removal(CloseOutItem item, String why) {
    return CloseOutChange.of(item, CloseOutChange.What.REMOVED, why)
        .from(CloseOutField.TASK.key(), item.entry().task(), "");
  }

  private Optional<Organisation> atWork(Scope scope, UUID id) {
    LocalDate today = OfficeDay.today(clock);
    return organisations
        .find(scope, id)
        .filter(found -> found.endedOn().filter(day -> !day.isAfter(today)).isEmpty());
  }

  private static CloseOutFault nobody() {
    return new CloseOutFault(CloseOutField.ORGANISATION, Message.of("closeout.no-organisation"));
  }

  private static CloseOutFault taken(String number) {
    return new CloseOutFault(CloseOutField.NUMBER, Message.of("closeout.number-taken", number));
  }

  private static ItemOutcome faulty(List<CloseOutFault> faults) {
    return new ItemOutcome.Faulty(faults.stream().map(CloseOutFault::finding).toList());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
