package jingtu.server.register.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.record.RecordWriter.Writing;
import jingtu.server.register.table.TypedTables;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Message;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Many records that come in together and can be taken back together. Each is written with one entry
 * of history that carries the batch's id. Whoever brings them writes the audit.
 */
@Component
public class RecordBatch {

  private static final int AT_ONCE = 1_000;

  /** Fewer do not change much of what a database knows of a table. */
  private static final int MANY = 1_000;

  private final Clerks clerks;
  private final RecordRows rows;
  private final ChangeRows changes;
  private final Claims claims;
  private final RecordWriter writer;
  private final TypedTables tables;
  private final Identifiers identifiers;

  RecordBatch(
      Clerks clerks,
      RecordRows rows,
      ChangeRows changes,
      Claims claims,
      RecordWriter writer,
      TypedTables tables,
      Identifiers identifiers) {
    this.clerks = clerks;
    this.rows = rows;
    this.changes = changes;
    this.claims = claims;
    this.writer = writer;
    this.tables = tables;
    this.identifiers = identifiers;
  }

  /** One record of a batch. */
  public sealed interface Item {
    /** A record that is not there yet. */
    record New(RecordDraft draft) implements Item {}

    /** A record that is there, and what the batch knows better. */
    record Update(RecordId record, RecordEdit edit) implements Item {}
  }

  /** What is wrong with one item of a batch: {@code index} counts them from 0. */
  public record Faulty(int index, List<FieldFault> faults) {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /** A check for the register's records as this account would fill them in. */
  @Transactional(readOnly = true)
  public RecordCheck check(Scope scope, RegisterId register) {
    Clerk clerk = clerks.of(scope, register);
    return new RecordCheck(
        clerk.definition(),
        field -> clerk.reach().sees(clerk.definition(), field),
        clerks.known(clerk.names()));
  }

  /**
   * The records that have the same key as these drafts, in the same order: what an import calls
   * duplicates. A register without a key has none.
   */
  @Transactional(readOnly = true)
  public List<Optional<RecordId>> sameKey(
      Scope scope, RegisterId register, List<RecordDraft> drafts) {
    Clerk clerk = clerks.of(scope, register);
    if (clerk.definition().key().isEmpty()) {
      return drafts.stream().map(draft -> Optional.<RecordId>empty()).toList();
    }
    List<Optional<Claims.Claim>> keys =
        drafts.stream()
            .map(
                draft ->
                    Claims.of(clerk.definition(), draft.region(), draft.content()).keySet().stream()
                        .filter(claim -> claim.slot().startsWith("$key "))
                        .findFirst())
            .toList();
    Map<Claims.Claim, RecordId> holders =
        claims.holders(
            clerk.definition(),
            keys.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
    return keys.stream().map(key -> key.flatMap(k -> Optional.ofNullable(holders.get(k)))).toList();
  }

  /**
   * What is wrong with the items of a batch, as {@link #write} would find them; nothing is stored.
   * Items that share a key with each other are told so from the second on.
   */
  @Transactional(readOnly = true)
  public List<Faulty> faults(Scope scope, RegisterId register, List<Item> items) {
    Prepared prepared = prepared(clerks.of(scope, register), items);
    List<Faulty> faulty = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<FieldFault> own = prepared.faults().get(prepared.ids().get(i));
      if (own != null) {
        faulty.add(new Faulty(i, own));
      }
    }
    return faulty;
  }

  /**
   * Stores all items, or none.
   *
   * @param progress hears how many are stored
   * @return their ids, in the same order
   * @throws FaultyRecord where one of them has faults; whoever calls has looked before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<RecordId> write(
      Scope scope, RegisterId register, UUID batch, List<Item> items, IntConsumer progress) {
    Clerk clerk = clerks.of(scope, register);
    rows.lock(old(items));
    List<RecordId> ids = new ArrayList<>();
    for (int from = 0; from < items.size(); from += AT_ONCE) {
      Prepared prepared =
          prepared(clerk, items.subList(from, Math.min(items.size(), from + AT_ONCE)));
      prepared.faults().values().stream()
          .findFirst()
          .ifPresent(
              faults -> {
                throw new FaultyRecord(faults);
              });
      writer.write(
          scope, clerk.definition(), clerk.names(), prepared.writings(), Optional.of(batch));
      ids.addAll(prepared.ids());
      progress.accept(ids.size());
    }
    measureWhereMany(clerk, items.size());
    return ids;
  }

  /** Items on their way: {@code ids[i]} is the record of the i-th. */
  private record Prepared(
      List<RecordId> ids, List<Writing> writings, Map<RecordId, List<FieldFault>> faults) {}

  private Prepared prepared(Clerk clerk, List<Item> items) {
    Map<RecordId, StoredRecord> before = before(clerk, items);
    Iterator<RecordId> fresh = idsInOrder(items);
    List<RecordId> ids = new ArrayList<>();
    List<Writing> writings = new ArrayList<>();
    Map<RecordId, List<FieldFault>> faults = new HashMap<>();
    for (Item item : items) {
      List<FieldFault> own = new ArrayList<>();
      switch (item) {
        case Item.New(RecordDraft draft) -> {
          RecordId id = fresh.next();
          ids.add(id);
          writings.add(Writing.creation(clerk.drafted(id, draft, own)));
        }
        case Item.Update(RecordId id, RecordEdit edit) -> {
          ids.add(id);
          StoredRecord was = before.get(id);
          if (was == null || was.removal().isPresent() || !clerk.reach().mayKeep(was)) {
            own.add(new FieldFault("", Message.of("register-record.not-yours.detail")));
          } else {
            StoredRecord after = clerk.edited(was, edit, was.state(), own);
            if (!RecordWriter.differences(was, after).isEmpty()) {
              writings.add(Writing.of(was, after, RecordChange.Kind.CHANGED, edit.reason()));
            }
          }
        }
      }
      if (!own.isEmpty()) {
        faults.put(ids.getLast(), own);
      }
    }
    List<StoredRecord> after = writings.stream().map(Writing::after).toList();
    after.stream()
        .filter(record -> !clerk.reach().mayKeep(record))
        .forEach(
            record ->
                faults
                    .computeIfAbsent(record.id(), r -> new ArrayList<>())
                    .add(
                        new FieldFault(
                            RecordView.REGION, Message.of("register-record.not-yours.detail"))));
    clerk
        .faults(after, before)
        .forEach((id, more) -> faults.computeIfAbsent(id, r -> new ArrayList<>()).addAll(more));
    return new Prepared(ids, writings, faults);
  }

  /** Ids that sort as the items stand, so that a list shows what came in as it came in. */
  private Iterator<RecordId> idsInOrder(List<Item> items) {
    return items.stream()
        .filter(Item.New.class::isInstance)
        .map(item -> identifiers.next())
        .sorted(Comparator.comparing(UUID::toString))
        .map(RecordId::new)
        .toList()
        .iterator();
  }

  private static List<RecordId> old(List<Item> items) {
    List<RecordId> old = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Item.Update(RecordId id, var edit)) {
        old.add(id);
      }
    }
    return old;
  }

  private Map<RecordId, StoredRecord> before(Clerk clerk, List<Item> items) {
    return rows.list(clerk.definition(), old(items)).stream()
        .filter(clerk.reach()::sees)
        .collect(Collectors.toMap(StoredRecord::id, record -> record));
  }

  /**
   * What taking a batch back does, or has done.
   *
   * @param removed records that it brought
   * @param restored records that it changed, which hold again what they held before
   * @param changedSince records that somebody has changed after it, which stay as they are
   * @param held records that stay as they are since what they held belongs to another by now
   * @param gone records that are removed already
   */
  public record TakeBack(
      List<RecordId> removed,
      List<RecordId> restored,
      List<RecordId> changedSince,
      List<Held> held,
      List<RecordId> gone) {

    /** How many of the records that are there stay as they are. */
    public int kept() {
      return changedSince.size() + held.size();
    }
  }

  /** A record that cannot hold again what it held before, and why. */
  public record Held(RecordId record, Message why) {}

  /** What taking a batch back would do. */
  @Transactional(readOnly = true)
  public TakeBack wouldTakeBack(Scope scope, RegisterId register, UUID batch) {
    return undoing(clerks.of(scope, register), batch).outcome();
  }

  /**
   * Takes a batch back in one transaction, except what was changed since, what belongs to other
   * records by now, and what the account may not give back to where it came from.
   *
   * @param reason stands in the history of each record
   * @throws FaultyRecord where somebody takes such a value at this moment; nothing is stored then
   */
  @Transactional
  public TakeBack takeBack(Scope scope, RegisterId register, UUID batch, String reason) {
    Clerk clerk = clerks.of(scope, register);
    rows.lock(changes.ofBatch(batch).stream().map(Map.Entry::getKey).distinct().toList());
    Undoing undoing = undoing(clerk, batch);
    List<Writing> writings = new ArrayList<>();
    for (StoredRecord record : undoing.brought()) {
      writings.add(
          Writing.of(
              record,
              record.removed(Optional.of(new StoredRecord.Removal(writer.now(), reason))),
              RecordChange.Kind.TAKEN_BACK,
              reason));
    }
    undoing
        .restored()
        .forEach(
            (record, before) ->
                writings.add(Writing.of(record, before, RecordChange.Kind.TAKEN_BACK, reason)));
    write(scope, clerk, writings);
    return undoing.outcome();
  }

  /** All give up what they claim before any claims what it had: they may have swapped it. */
  private void write(Scope scope, Clerk clerk, List<Writing> writings) {
    claims.giveUp(writings.stream().map(writing -> writing.after().id()).toList());
    try {
      for (int from = 0; from < writings.size(); from += AT_ONCE) {
        writer.write(
            scope,
            clerk.definition(),
            clerk.names(),
            writings.subList(from, Math.min(writings.size(), from + AT_ONCE)),
            Optional.empty());
      }
    } catch (DuplicateKeyException taken) {
      throw new FaultyRecord(
          List.of(new FieldFault("", Message.of("register-record.taken-just-now"))));
    }
    measureWhereMany(clerk, writings.size());
  }

  private void measureWhereMany(Clerk clerk, int written) {
    if (written >= MANY) {
      tables.measureAfterwards(clerk.definition());
    }
  }

  private Undoing undoing(Clerk clerk, UUID batch) {
    Map<RecordId, List<RecordChange>> done =
        changes.ofBatch(batch).stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    LinkedHashMap::new,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    List<StoredRecord> now =
        rows.list(clerk.definition(), done.keySet()).stream().filter(clerk.reach()::sees).toList();
    Undoing undoing = new Undoing(clerk, done, now);
    undoing.holdBack(claims.holders(clerk.definition(), undoing.wanted()));
    return undoing;
  }
}
