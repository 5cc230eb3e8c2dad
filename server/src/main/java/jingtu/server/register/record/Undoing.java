package jingtu.server.register.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jingtu.server.register.RecordId;
import jingtu.server.register.definition.Field;
import jingtu.vocabulary.Message;

/**
 * What taking a batch back does to each record that it brought or changed. A record that somebody
 * has changed since stays as it is, and so does one whose key, or other value that only one record
 * may have, belongs to another record by now, or that came from where the account keeps nothing.
 */
final class Undoing {

  private final Clerk clerk;
  private final List<StoredRecord> brought = new ArrayList<>();
  private final Map<StoredRecord, StoredRecord> before = new LinkedHashMap<>();
  private final Map<RecordId, Map<Claims.Claim, List<Field>>> claims = new HashMap<>();
  private final List<RecordId> changedSince = new ArrayList<>();
  private final List<RecordBatch.Held> held = new ArrayList<>();
  private final List<RecordId> gone = new ArrayList<>();

  /**
   * @param done what the batch did to each record, the earliest first
   * @param now its records as they are, as far as the account sees them
   */
  Undoing(Clerk clerk, Map<RecordId, List<RecordChange>> done, List<StoredRecord> now) {
    this.clerk = clerk;
    for (StoredRecord record : now) {
      List<RecordChange> changes = Objects.requireNonNull(done.get(record.id()));
      if (record.removal().isPresent()) {
        gone.add(record.id());
      } else if (record.version() != changes.getLast().version()
          || !clerk.reach().mayKeep(record)) {
        changedSince.add(record.id());
      } else if (changes.getFirst().kind() == RecordChange.Kind.CREATED) {
        brought.add(record);
      } else {
        StoredRecord was = History.undone(clerk, record, changes);
        if (clerk.reach().mayKeep(was)) {
          before.put(record, was);
          claims.put(record.id(), Claims.of(clerk.definition(), was.region(), was.content()));
        } else {
          held.add(new RecordBatch.Held(record.id(), Message.of("register-record.not-back-there")));
        }
      }
    }
  }

  /** What the records that it changed would claim again. */
  Set<Claims.Claim> wanted() {
    Set<Claims.Claim> wanted = new HashSet<>();
    claims.values().forEach(own -> wanted.addAll(own.keySet()));
    return wanted;
  }

  /**
   * Leaves records as they are whose claims have other holders. One that stays keeps what it has,
   * which may be what another wants: so it is looked again until all can have what they want.
   */
  void holdBack(Map<Claims.Claim, RecordId> holders) {
    Set<RecordId> moving = new HashSet<>(claims.keySet());
    brought.forEach(record -> moving.add(record.id()));
    boolean settled = false;
    while (!settled) {
      Map<Claims.Claim, RecordId> promised = new HashMap<>(holders);
      promised.values().removeIf(moving::contains);
      settled = !before.entrySet().removeIf(undone -> isHeld(undone, promised, moving));
    }
  }

  private boolean isHeld(
      Map.Entry<StoredRecord, StoredRecord> undone,
      Map<Claims.Claim, RecordId> promised,
      Set<RecordId> moving) {
    RecordId id = undone.getKey().id();
    Map<Claims.Claim, List<Field>> own = Objects.requireNonNull(claims.get(id));
    Optional<List<Field>> taken =
        own.entrySet().stream()
            .filter(claim -> !promised.getOrDefault(claim.getKey(), id).equals(id))
            .map(Map.Entry::getValue)
            .findFirst();
    taken.ifPresentOrElse(
        fields -> {
          moving.remove(id);
          Message why = Clerks.taken(clerk, fields, undone.getValue()).message();
          held.add(new RecordBatch.Held(id, why));
        },
        () -> own.keySet().forEach(claim -> promised.put(claim, id)));
    return taken.isPresent();
  }

  /** The records that it brought and nobody has changed. */
  List<StoredRecord> brought() {
    return brought;
  }

  /** Each record that it changed, as it is and as it was before. */
  Map<StoredRecord, StoredRecord> restored() {
    return before;
  }

  RecordBatch.TakeBack outcome() {
    return new RecordBatch.TakeBack(
        brought.stream().map(StoredRecord::id).toList(),
        before.keySet().stream().map(StoredRecord::id).toList(),
        List.copyOf(changedSince),
        List.copyOf(held),
        List.copyOf(gone));
  }
}
