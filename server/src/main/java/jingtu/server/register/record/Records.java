package jingtu.server.register.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.audit.Audit;
import jingtu.server.edge.Problem;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.DefinitionHistory;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.record.RecordWriter.Writing;
import jingtu.server.register.table.TypedTables;
import jingtu.server.register.table.TypedTotals;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The records of all registers. Whoever sees a record's region reads it, without the fields that
 * are hidden from their role; a coordinator changes the records of the regions that it governs, an
 * officer those that its own organisation keeps.
 *
 * <p>A change names the version that it was made from. Where somebody else was faster it is refused
 * with what is different since: two edits are never put together silently.
 */
@Component
public class Records {

  private final Clerks clerks;
  private final DefinitionHistory definitions;
  private final RecordRows rows;
  private final ChangeRows changes;
  private final RecordWriter writer;
  private final TypedTables tables;
  private final Identifiers identifiers;
  private final Audit audit;

  Records(
      Clerks clerks,
      DefinitionHistory definitions,
      RecordRows rows,
      ChangeRows changes,
      RecordWriter writer,
      TypedTables tables,
      Identifiers identifiers,
      Audit audit) {
    this.clerks = clerks;
    this.definitions = definitions;
    this.rows = rows;
    this.changes = changes;
    this.writer = writer;
    this.tables = tables;
    this.identifiers = identifiers;
    this.audit = audit;
  }

  /**
   * A step of the life cycle.
   *
   * @param transition its id
   * @param to the state that the record is in afterwards
   * @param set what is filled in with it
   */
  public record Step(String transition, String to, Map<String, FieldValue> set, String reason) {
    public Step {
      set = Map.copyOf(set);
    }
  }

  /** A record, where there is one that the account sees; one that was removed, too. */
  @Transactional(readOnly = true)
  public Optional<RecordView> find(Scope scope, RecordId id) {
    return seen(scope, id).map(seen -> seen.clerk().view(seen.record()));
  }

  /**
   * A record with all that it holds, where the account sees it: for code that decides, never to be
   * shown.
   */
  @Transactional(readOnly = true)
  public Optional<StoredRecord> whole(Scope scope, RecordId id) {
    return seen(scope, id).map(Seen::record);
  }

  /** These records of a register, as far as the account sees them, in this order. */
  @Transactional(readOnly = true)
  public List<RecordView> list(Scope scope, RegisterId register, Collection<RecordId> ids) {
    Clerk clerk = clerks.of(scope, register);
    return clerk.views(
        rows.list(clerk.definition(), ids).stream().filter(clerk.reach()::sees).toList());
  }

  /**
   * Some of the records asked for.
   *
   * @throws Problem where the register is unknown, or the query asks what cannot be asked
   */
  @Transactional(readOnly = true)
  public RecordPage page(Scope scope, RegisterId register, RecordQuery query) {
    Clerk clerk = clerks.of(scope, register);
    Question question = new Question(clerk.definition(), clerk.reach());
    query.after().ifPresent(after -> needSeen(scope, after));
    List<RecordId> ids =
        tables.ids(
            clerk.definition(),
            question.of(query),
            question.order(query),
            query.after(),
            query.limit() + 1);
    boolean more = ids.size() > query.limit();
    List<RecordId> page = more ? ids.subList(0, query.limit()) : ids;
    return new RecordPage(
        clerk.views(rows.list(clerk.definition(), page)),
        more ? Optional.of(page.getLast()) : Optional.empty());
  }

  /** How many records are asked for. */
  @Transactional(readOnly = true)
  public long count(Scope scope, RegisterId register, RecordQuery query) {
    Clerk clerk = clerks.of(scope, register);
    return tables.count(
        clerk.definition(), new Question(clerk.definition(), clerk.reach()).of(query));
  }

  /**
   * What the records asked for amount to: numbers summed, codes and the like counted.
   *
   * @param fields the fields asked about
   */
  @Transactional(readOnly = true)
  public TypedTotals totals(
      Scope scope, RegisterId register, RecordQuery query, Collection<String> fields) {
    Clerk clerk = clerks.of(scope, register);
    Question question = new Question(clerk.definition(), clerk.reach());
    List<Field> numbers = new ArrayList<>();
    List<Field> groups = new ArrayList<>();
    for (String id : new TreeSet<>(fields)) {
      Field field = question.field(id);
      switch (field.type()) {
        case FieldType.Figure figure -> numbers.add(field);
        case FieldType.Quantity quantity -> numbers.add(field);
        case FieldType.Computed(var source, FieldType.ResultType result)
            when result == FieldType.ResultType.NUMBER ->
            numbers.add(field);
        case FieldType.Code code -> groups.add(field);
        case FieldType.OfRegion region -> groups.add(field);
        case FieldType.DisclosureMark mark -> groups.add(field);
        default ->
            throw Problem.of(HttpStatus.BAD_REQUEST, "register-record.no-totals", field.label());
      }
    }
    return tables.totals(clerk.definition(), question.of(query), numbers, groups);
  }

  /**
   * What would be refused of a record, and the fields that it is not asked for because the
   * condition on them does not hold.
   */
  public record Checked(List<String> notAsked, List<FieldFault> faults) {}

  /**
   * Looks at what somebody has filled in so far; nothing is stored.
   *
   * @param record the one that is being changed; empty where it is to be a new one, which begins in
   *     the first state
   * @throws Problem where there is no such record in the register
   */
  @Transactional(readOnly = true)
  public Checked check(
      Scope scope,
      RegisterId register,
      Optional<RecordId> record,
      Map<String, FieldValue> content) {
    Optional<StoredRecord> before =
        record.map(
            id ->
                seen(scope, id)
                    .map(Seen::record)
                    .filter(found -> found.register().equals(register))
                    .orElseThrow(Records::unknown));
    return clerks.of(scope, register).checked(content, before);
  }

  /**
   * Makes a record, in the first state of its life cycle.
   *
   * @throws FaultyRecord where it is not as its definition wants it
   * @throws Problem where the account may not make records there
   */
  @Transactional
  public RecordView create(Scope scope, RegisterId register, RecordDraft draft) {
    Clerk clerk = clerks.of(scope, register);
    List<FieldFault> faults = new ArrayList<>();
    StoredRecord record = clerk.drafted(new RecordId(identifiers.next()), draft, faults);
    if (!clerk.reach().mayKeep(record)) {
      throw notYours();
    }
    StoredRecord stored = stored(clerk, Writing.creation(record), faults);
    audit.record(scope, "record.created", record.id().toString(), register.value());
    return clerk.view(stored);
  }

  /**
   * Changes a record.
   *
   * @param version the version that the change was made from
   * @throws RecordConflict where it was changed since
   * @throws FaultyRecord where it would not be as its definition wants it
   * @throws Problem where there is none, it was removed, or the account may not change it
   */
  @Transactional
  public RecordView change(Scope scope, RecordId id, int version, RecordEdit edit) {
    Seen seen = forChange(scope, id, version);
    StoredRecord before = seen.record();
    List<FieldFault> faults = new ArrayList<>();
    StoredRecord after = seen.clerk().edited(before, edit, before.state(), faults);
    mayBeThere(seen.clerk(), after);
    return changed(seen, after, RecordChange.Kind.CHANGED, edit.reason(), faults);
  }

  private RecordView changed(
      Seen seen,
      StoredRecord after,
      RecordChange.Kind kind,
      String reason,
      List<FieldFault> faults) {
    Map<String, RecordChange.Changed> differences = RecordWriter.differences(seen.record(), after);
    if (differences.isEmpty() && faults.isEmpty()) {
      return seen.clerk().view(seen.record());
    }
    StoredRecord stored =
        stored(seen.clerk(), Writing.of(seen.record(), after, kind, reason), faults);
    audit.record(
        seen.clerk().scope(),
        "record.changed",
        after.id().toString(),
        after.register() + ": " + String.join(", ", new TreeSet<>(differences.keySet())));
    return seen.clerk().view(stored);
  }

  /**
   * Holds a record until the transaction is over, for whoever has more to write about it than a
   * step.
   *
   * @throws RecordConflict where it was changed since
   * @throws Problem where there is none, or it was removed
   */
  @Transactional
  public void hold(Scope scope, RecordId id, int version) {
    current(scope, id, version);
  }

  /**
   * Takes a record a step further. Whoever calls has made sure that the account may take the step
   * and that the record fulfils what the step asks for; it need not be the account's own.
   *
   * @throws RecordConflict where it was changed since
   * @throws FaultyRecord where it would not be as its definition wants it
   */
  @Transactional
  public RecordView step(Scope scope, RecordId id, int version, Step step) {
    Seen seen = current(scope, id, version);
    List<FieldFault> faults = new ArrayList<>();
    StoredRecord after =
        seen.clerk().edited(seen.record(), RecordEdit.of(step.set()), step.to(), faults);
    StoredRecord stored =
        stored(
            seen.clerk(),
            new Writing(
                Optional.of(seen.record()),
                after,
                RecordChange.Kind.STEPPED,
                Optional.of(step.transition()),
                step.reason()),
            faults);
    audit.record(
        scope,
        "record.stepped",
        id.toString(),
        after.register() + ": " + step.transition() + " -> " + step.to());
    return seen.clerk().view(stored);
  }

  /** Takes a record off all lists. What it held stays, and it can be brought back. */
  @Transactional
  public RecordView remove(Scope scope, RecordId id, int version, String reason) {
    Seen seen = forChange(scope, id, version);
    if (reason.isBlank()) {
      throw new FaultyRecord(
          List.of(new FieldFault("", Message.of("register-record.reason-needed"))));
    }
    StoredRecord after =
        seen.record().removed(Optional.of(new StoredRecord.Removal(writer.now(), reason)));
    StoredRecord stored =
        write(seen.clerk(), Writing.of(seen.record(), after, RecordChange.Kind.REMOVED, reason));
    audit.record(scope, "record.removed", id.toString(), after.register() + ": " + reason);
    return seen.clerk().view(stored);
  }

  /** Brings a removed record back as it was; refused where its key is taken by now. */
  @Transactional
  public RecordView bringBack(Scope scope, RecordId id) {
    rows.lock(List.of(id));
    Seen seen = seen(scope, id).orElseThrow(Records::unknown);
    if (!seen.clerk().reach().mayKeep(seen.record())) {
      throw notYours();
    }
    if (seen.record().removal().isEmpty()) {
      return seen.clerk().view(seen.record());
    }
    StoredRecord after = seen.record().removed(Optional.empty());
    Map<RecordId, List<FieldFault>> taken = new HashMap<>();
    clerks.taken(seen.clerk(), List.of(after), taken);
    refuse(taken.getOrDefault(id, List.of()));
    StoredRecord stored =
        write(seen.clerk(), Writing.of(seen.record(), after, RecordChange.Kind.BROUGHT_BACK, ""));
    audit.record(scope, "record.brought-back", id.toString(), after.register().value());
    return seen.clerk().view(stored);
  }

  /** What was done to a record, the latest first, without what the account may not know. */
  @Transactional(readOnly = true)
  public List<RecordChange> history(Scope scope, RecordId id) {
    Seen seen = seen(scope, id).orElseThrow(Records::unknown);
    return changes.list(id).stream()
        .map(change -> History.known(change, seen.clerk()::knows))
        .toList();
  }

  /**
   * A value that a record has kept in a field that is no longer asked for.
   *
   * @param value in words
   * @param version the version of the definition that retired the field
   */
  public record RetiredValue(String field, String label, String value, int version) {}

  /**
   * What a record holds in fields that its register has retired or dropped, as far as the account
   * may know them; in the order in which they were retired.
   */
  @Transactional(readOnly = true)
  public List<RetiredValue> retired(Scope scope, RecordId id, Language language) {
    Seen seen = seen(scope, id).orElseThrow(Records::unknown);
    List<DefinitionHistory.RetiredField> fields =
        definitions.retired(scope, seen.record().register());
    if (fields.isEmpty()) {
      return List.of();
    }
    Clerk clerk =
        clerks.of(
            scope,
            ofFields(
                seen.clerk().definition(),
                fields.stream().map(DefinitionHistory.RetiredField::field).toList()));
    RecordView kept = clerk.view(rows.find(clerk.definition(), id).orElseThrow(Records::unknown));
    Wording words = Wording.ofContent(clerk, kept.content(), language);
    List<RetiredValue> values = new ArrayList<>();
    for (DefinitionHistory.RetiredField retired : fields) {
      Field field = retired.field();
      Optional.ofNullable(kept.content().get(field.id()))
          .map(value -> words.say(field, value))
          .map(said -> new RetiredValue(field.id(), field.label(), said, retired.version()))
          .ifPresent(values::add);
    }
    return values;
  }

  /** The register as if these were its fields, and nothing hung on them. */
  private static Definition ofFields(Definition definition, List<Field> fields) {
    return new Definition(
        definition.id(),
        definition.version(),
        definition.name(),
        definition.kind(),
        "",
        List.of(),
        List.of(),
        Definition.Shape.NONE,
        List.of(),
        fields,
        definition.lifecycle(),
        List.of(),
        List.of(),
        List.of(),
        new Definition.Disclosure(List.of(), List.of()));
  }

  /** The values of a history in words, by field and value. */
  @Transactional(readOnly = true)
  public Map<String, String> said(
      Scope scope, RecordId id, List<RecordChange> history, Language language) {
    Seen seen = seen(scope, id).orElseThrow(Records::unknown);
    return History.said(seen.clerk(), history, language);
  }

  /**
   * Gives fields, region and keeper what they had before a change; or, where nothing is named, the
   * whole record the content that that change left. State stays, and with a whole record region and
   * keeper too: they have ways of their own.
   *
   * @param version the version that the account has looked at
   * @param fields by id, or {@link RecordView#REGION} and the like
   * @throws RecordConflict where it was changed since
   * @throws Problem where the account may not keep it there
   */
  @Transactional
  public RecordView restore(
      Scope scope, RecordId id, int version, UUID change, Set<String> fields) {
    Seen seen = forChange(scope, id, version);
    List<RecordChange> history = changes.list(id);
    RecordChange chosen =
        history.stream()
            .filter(one -> one.id().equals(change))
            .findFirst()
            .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "register-record.unknown-change"));
    RecordEdit edit =
        fields.isEmpty()
            ? History.whole(seen.clerk(), history, chosen)
            : History.before(seen.clerk(), chosen, fields);
    List<FieldFault> faults = new ArrayList<>();
    StoredRecord after = seen.clerk().edited(seen.record(), edit, seen.record().state(), faults);
    mayBeThere(seen.clerk(), after);
    return changed(
        seen, after, RecordChange.Kind.RESTORED, String.valueOf(chosen.version()), faults);
  }

  /** Refuses to give a record to a region or a keeper for whom the account may make none. */
  private static void mayBeThere(Clerk clerk, StoredRecord after) {
    if (!clerk.reach().mayKeep(after)) {
      throw Problem.of(HttpStatus.FORBIDDEN, "register-record.not-there");
    }
  }

  /** Refuses a record that there is not, or that the account does not see. */
  void needSeen(Scope scope, RecordId id) {
    if (seen(scope, id).isEmpty()) {
      throw unknown();
    }
  }

  /** A record and the clerk of its register. */
  private record Seen(Clerk clerk, StoredRecord record) {}

  private Optional<Seen> seen(Scope scope, RecordId id) {
    return rows.find(id)
        .flatMap(
            at -> {
              Clerk clerk = clerks.of(scope, at.register());
              return rows.find(clerk.definition(), id)
                  .filter(clerk.reach()::sees)
                  .map(record -> new Seen(clerk, record));
            });
  }

  private Seen forChange(Scope scope, RecordId id, int version) {
    Seen seen = current(scope, id, version);
    if (!seen.clerk().reach().mayKeep(seen.record())) {
      throw notYours();
    }
    return seen;
  }

  /** Holds the record until the transaction is over, and makes sure that it is as looked at. */
  private Seen current(Scope scope, RecordId id, int version) {
    rows.lock(List.of(id));
    Seen seen = seen(scope, id).orElseThrow(Records::unknown);
    if (seen.record().version() != version) {
      throw seen.clerk().conflict(seen.record(), version, changes.list(id));
    }
    if (seen.record().removal().isPresent()) {
      throw Problem.of(HttpStatus.CONFLICT, "register-record.removed");
    }
    return seen;
  }

  private StoredRecord stored(Clerk clerk, Writing writing, List<FieldFault> faults) {
    Map<RecordId, StoredRecord> before =
        writing.before().stream().collect(Collectors.toMap(StoredRecord::id, record -> record));
    faults.addAll(
        clerk
            .faults(List.of(writing.after()), before)
            .getOrDefault(writing.after().id(), List.of()));
    refuse(faults);
    return write(clerk, writing);
  }

  private static void refuse(List<FieldFault> faults) {
    if (!faults.isEmpty()) {
      throw new FaultyRecord(faults);
    }
  }

  private StoredRecord write(Clerk clerk, Writing writing) {
    try {
      return writer
          .write(
              clerk.scope(), clerk.definition(), clerk.names(), List.of(writing), Optional.empty())
          .getFirst();
    } catch (DuplicateKeyException taken) {
      throw new FaultyRecord(
          List.of(new FieldFault("", Message.of("register-record.taken-just-now"))));
    }
  }

  static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "register-record.unknown");
  }

  static Problem notYours() {
    return Problem.of(HttpStatus.FORBIDDEN, "register-record.not-yours");
  }
}
