package jingtu.server.register.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.springframework.util.function.SingletonSupplier;

/**
 * One register at work for one account: what the account may know and do there, what a record would
 * be after an edit and what is wrong with it, what the account sees of a record. Made for one
 * request.
 */
final class Clerk {

  private final Scope scope;
  private final Definition definition;
  private final Reach reach;
  private final Supplier<Names> names;
  private final Supplier<RecordCheck> check;
  private final Clerks office;

  Clerk(Scope scope, Definition definition, Reach reach, Supplier<Names> names, Clerks office) {
    this.scope = scope;
    this.definition = definition;
    this.reach = reach;
    this.names = names;
    this.office = office;
    this.check =
        SingletonSupplier.of(
            () ->
                new RecordCheck(
                    definition, field -> reach.sees(definition, field), office.known(names())));
  }

  Scope scope() {
    return scope;
  }

  Definition definition() {
    return definition;
  }

  Reach reach() {
    return reach;
  }

  Names names() {
    return Objects.requireNonNull(names.get());
  }

  /** A new record as a draft would have it. */
  StoredRecord drafted(RecordId id, RecordDraft draft, List<FieldFault> faults) {
    Optional<UUID> keeper =
        draft.organisation().or(() -> keepsForItself() ? scope.organisation() : Optional.empty());
    draft.content().keySet().forEach(field -> mayFill(field, faults));
    String state = definition.lifecycle().first().id();
    return new StoredRecord(
        id,
        definition.id(),
        draft.region(),
        keeper,
        state,
        0,
        Computations.complete(definition, draft.content(), state),
        draft.geometry(),
        scope.username(),
        java.time.Instant.EPOCH,
        Optional.empty());
  }

  private boolean keepsForItself() {
    return scope.is(jingtu.server.scope.Role.OFFICER);
  }

  /** A record as an edit would leave it, in this state. */
  StoredRecord edited(StoredRecord before, RecordEdit edit, String state, List<FieldFault> faults) {
    edit.set().keySet().forEach(field -> mayFill(field, faults));
    edit.clear().stream()
        .filter(field -> !field.equals(RecordView.ORGANISATION))
        .forEach(field -> mayFill(field, faults));
    Map<String, FieldValue> content = new HashMap<>(before.content());
    content.putAll(edit.set());
    edit.clear().forEach(content::remove);
    return new StoredRecord(
        before.id(),
        before.register(),
        edit.region().orElse(before.region()),
        edit.clear().contains(RecordView.ORGANISATION)
            ? Optional.empty()
            : edit.keeper().or(before::organisation),
        state,
        before.version(),
        Computations.complete(definition, content, state),
        switch (edit.place()) {
          case RecordEdit.Place.Same() -> before.geometry();
          case RecordEdit.Place.None() -> Optional.empty();
          case RecordEdit.Place.At(var geometry) -> Optional.of(geometry);
        },
        before.changedBy(),
        before.changedAt(),
        before.removal());
  }

  /** A field that an account may not know is answered like one that there is not. */
  private void mayFill(String id, List<FieldFault> faults) {
    Optional<Field> field =
        definition.findField(id).filter(known -> reach.sees(definition, known.id()));
    if (field.isEmpty()) {
      faults.add(new FieldFault(id, Message.of("register-record.no-such-field", id)));
    } else if (field.get().type() instanceof FieldType.Computed) {
      faults.add(new FieldFault(id, Message.of("register-record.computed", field.get().label())));
    }
  }

  /** What is wrong with records as they are to be; before has those that there are already. */
  Map<RecordId, List<FieldFault>> faults(
      List<StoredRecord> after, Map<RecordId, StoredRecord> before) {
    Map<RecordId, List<FieldFault>> faults = new HashMap<>();
    for (StoredRecord record : after) {
      Map<String, FieldValue> was =
          Optional.ofNullable(before.get(record.id())).map(StoredRecord::content).orElse(Map.of());
      List<FieldFault> own =
          new ArrayList<>(
              Objects.requireNonNull(check.get())
                  .check(record.content(), record.geometry(), record.state(), was));
      placed(record, own);
      faults.put(record.id(), own);
    }
    office.linkFaults(this, after, before, faults);
    office.taken(this, after, faults);
    faults.values().removeIf(List::isEmpty);
    return faults;
  }

  /**
   * What is wrong with content on its own, wherever the record will be.
   *
   * @param record the record that is to hold it, where there is one: its state is judged by, and a
   *     code that stays may be out of force
   */
  Records.Checked checked(Map<String, FieldValue> content, Optional<StoredRecord> record) {
    String state =
        record.map(StoredRecord::state).orElseGet(() -> definition.lifecycle().first().id());
    Map<String, FieldValue> complete = Computations.complete(definition, content, state);
    RecordCheck holding = Objects.requireNonNull(check.get());
    return new Records.Checked(
        definition.activeFields().stream()
            .filter(field -> reach.sees(definition, field.id()))
            .filter(field -> !holding.isAskedFor(field, complete, state))
            .map(Field::id)
            .toList(),
        holding.check(
            complete, Optional.empty(), state, record.map(StoredRecord::content).orElse(Map.of())));
  }

  private void placed(StoredRecord record, List<FieldFault> faults) {
    if (!reach.visible().contains(record.region())) {
      faults.add(
          new FieldFault(
              RecordView.REGION,
              Message.of("register-record.unknown-region", record.region().digits())));
    }
    if (record.organisation().filter(id -> !names().organisations().containsKey(id)).isPresent()) {
      faults.add(
          new FieldFault(
              RecordView.ORGANISATION, Message.of("register-record.unknown-organisation")));
    }
  }

  /** What records of other registers are called, as far as the account may see them. */
  Map<RecordId, String> titles(Map<RegisterId, List<RecordId>> ids) {
    return office.titles(this, ids);
  }

  /** What files are called, as far as the account may see them. */
  Map<UUID, String> files(Collection<UUID> ids) {
    return office.files(this, ids);
  }

  /** What the account sees of records. */
  List<RecordView> views(List<StoredRecord> records) {
    Map<RecordId, String> titles = titles(linked(records));
    return records.stream().map(record -> view(record, titles)).toList();
  }

  RecordView view(StoredRecord record) {
    return views(List.of(record)).getFirst();
  }

  /** The records that others point to, by the register that they belong to. */
  private Map<RegisterId, List<RecordId>> linked(List<StoredRecord> records) {
    Map<RegisterId, List<RecordId>> linked = new HashMap<>();
    for (Field field : definition.activeFields()) {
      if (field.type() instanceof FieldType.Link(RegisterId to, boolean many)
          && reach.sees(definition, field.id())) {
        for (StoredRecord record : records) {
          if (record.content().get(field.id()) instanceof FieldValue.Ids(List<UUID> ids)) {
            ids.forEach(
                id -> linked.computeIfAbsent(to, t -> new ArrayList<>()).add(new RecordId(id)));
          }
        }
      }
    }
    return linked;
  }

  private RecordView view(StoredRecord record, Map<RecordId, String> titles) {
    Map<String, FieldValue> content = new HashMap<>();
    Map<String, String> labels = new HashMap<>();
    for (Field field : definition.activeFields()) {
      FieldValue value = record.content().get(field.id());
      if (value != null && field.isVisibleTo(scope.role())) {
        content.put(field.id(), value);
        label(field, value, titles).ifPresent(label -> labels.put(field.id(), label));
      }
    }
    Optional.ofNullable(names().regions().get(record.region()))
        .ifPresent(name -> labels.put(RecordView.REGION, name));
    record
        .organisation()
        .map(id -> names().organisations().get(id))
        .ifPresent(name -> labels.put(RecordView.ORGANISATION, name));
    definition
        .lifecycle()
        .findState(record.state())
        .ifPresent(state -> labels.put(RecordView.STATE, state.label()));
    return new RecordView(
        record.id(),
        record.register(),
        record.region(),
        record.organisation(),
        record.state(),
        record.version(),
        content,
        labels,
        record.geometry(),
        record.changedBy(),
        record.changedAt(),
        record.removal(),
        reach.mayKeep(record));
  }

  private Optional<String> label(Field field, FieldValue value, Map<RecordId, String> titles) {
    if (field.type() instanceof FieldType.Link && value instanceof FieldValue.Ids(var ids)) {
      List<String> said =
          ids.stream().map(id -> titles.get(new RecordId(id))).filter(Objects::nonNull).toList();
      return said.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", said));
    }
    return names().label(field, value);
  }

  /** What changed of what the account may know, each field once, the latest who did it last. */
  RecordConflict conflict(StoredRecord now, int version, List<RecordChange> changes) {
    Wording words =
        Wording.ofChanges(
            this, changes.stream().filter(c -> c.version() > version).toList(), Language.ZH);
    Map<String, RecordConflict.Since> since = new HashMap<>();
    for (RecordChange change : changes) { // the latest first
      if (change.version() > version) {
        change
            .fields()
            .forEach(
                (field, changed) -> {
                  if (knows(field)) {
                    RecordConflict.Since latest = since.get(field);
                    since.put(
                        field,
                        new RecordConflict.Since(
                            field,
                            definition.findField(field).map(Field::label).orElse(""),
                            words.say(field, changed.before()),
                            latest == null ? words.say(field, changed.after()) : latest.after(),
                            latest == null ? change.by() : latest.by(),
                            latest == null ? change.at() : latest.at()));
                  }
                });
      }
    }
    return new RecordConflict(
        now.id(),
        now.version(),
        since.values().stream()
            .filter(field -> !field.before().equals(field.after()) || isPlace(field.field()))
            .sorted(java.util.Comparator.comparing(RecordConflict.Since::field))
            .toList());
  }

  private static boolean isPlace(String field) {
    return field.equals(RecordView.GEOMETRY);
  }

  /** Whether the account may know what a field held, also one that is retired. */
  boolean knows(String field) {
    return field.startsWith("$")
        || definition.findField(field).filter(known -> known.isVisibleTo(scope.role())).isPresent();
  }

  /** The ids that fields of a kind hold in records, where they were not there before. */
  static Set<UUID> fresh(StoredRecord record, Optional<StoredRecord> before, Field field) {
    if (!(record.content().get(field.id()) instanceof FieldValue.Ids(List<UUID> ids))) {
      return Set.of();
    }
    Collection<UUID> were =
        before
                    .map(was -> was.content().get(field.id()))
                    .filter(FieldValue.Ids.class::isInstance)
                    .orElse(null)
                instanceof FieldValue.Ids(List<UUID> old)
            ? old
            : List.of();
    return ids.stream()
        .filter(id -> !were.contains(id))
        .collect(java.util.stream.Collectors.toSet());
  }
}
