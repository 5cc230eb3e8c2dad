package jingtu.server.register.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import jingtu.server.audit.Audit;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.record.RecordWriter.Writing;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same edit to many records of a register. Each record takes all of it or nothing; records that
 * cannot take it are named with the reason, the others are changed.
 */
@Component
public class BulkEdit {

  /** Records that are changed in one transaction. */
  private static final int AT_ONCE = 500;

  private final Clerks clerks;
  private final RecordRows rows;
  private final RecordWriter writer;
  private final Audit audit;
  private final TransactionTemplate transaction;

  BulkEdit(
      Clerks clerks,
      RecordRows rows,
      RecordWriter writer,
      Audit audit,
      PlatformTransactionManager transactions) {
    this.clerks = clerks;
    this.rows = rows;
    this.writer = writer;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What came of it: how many records were changed, and why others were not. */
  public record Outcome(int changed, List<Refused> refused) {
    public Outcome {
      refused = List.copyOf(refused);
    }
  }

  /** A record that stayed as it was. */
  public record Refused(RecordId record, List<Message> why) {
    public Refused {
      why = List.copyOf(why);
    }
  }

  /**
   * Changes records.
   *
   * @param versions the versions that were looked at; a record that is not among them is changed
   *     whatever its version
   */
  public Outcome of(
      Scope scope,
      RegisterId register,
      List<RecordId> ids,
      Map<RecordId, Integer> versions,
      RecordEdit edit) {
    int changed = 0;
    List<Refused> refused = new ArrayList<>();
    List<RecordId> all = List.copyOf(new LinkedHashSet<>(ids));
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<RecordId> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      Outcome part =
          Objects.requireNonNull(
              transaction.execute(t -> some(scope, register, some, versions, edit)));
      changed += part.changed();
      refused.addAll(part.refused());
    }
    return new Outcome(changed, refused);
  }

  private Outcome some(
      Scope scope,
      RegisterId register,
      List<RecordId> ids,
      Map<RecordId, Integer> versions,
      RecordEdit edit) {
    Clerk clerk = clerks.of(scope, register);
    rows.lock(ids);
    Map<RecordId, StoredRecord> before =
        rows.list(clerk.definition(), ids).stream()
            .filter(clerk.reach()::sees)
            .collect(Collectors.toMap(StoredRecord::id, record -> record));
    Map<RecordId, List<Message>> why = new HashMap<>();
    List<StoredRecord> after = new ArrayList<>();
    for (RecordId id : ids) {
      Optional<StoredRecord> record = Optional.ofNullable(before.get(id));
      Optional<Message> obstacle = obstacle(clerk, record, Optional.ofNullable(versions.get(id)));
      if (obstacle.isPresent()) {
        why.put(id, List.of(obstacle.get()));
      } else {
        List<FieldFault> faults = new ArrayList<>();
        StoredRecord was = record.orElseThrow();
        StoredRecord edited = clerk.edited(was, edit, was.state(), faults);
        if (!clerk.reach().mayKeep(edited)) {
          why.put(id, List.of(Message.of("register-record.not-there.detail")));
        } else if (!faults.isEmpty()) {
          why.put(id, faults.stream().map(FieldFault::message).toList());
        } else {
          after.add(edited);
        }
      }
    }
    clerk
        .faults(after, before)
        .forEach((id, faults) -> why.put(id, faults.stream().map(FieldFault::message).toList()));
    List<Writing> writings =
        after.stream()
            .filter(record -> !why.containsKey(record.id()))
            .filter(record -> !RecordWriter.differences(was(before, record), record).isEmpty())
            .map(
                record ->
                    Writing.of(
                        was(before, record), record, RecordChange.Kind.CHANGED, edit.reason()))
            .toList();
    if (!writings.isEmpty()) {
      writer.write(scope, clerk.definition(), clerk.names(), writings, Optional.empty());
      audit.record(
          scope,
          "record.changed-in-bulk",
          register.value(),
          writings.size() + ": " + String.join(", ", edit.named()));
    }
    return new Outcome(
        ids.size() - why.size(),
        ids.stream()
            .filter(why::containsKey)
            .map(id -> new Refused(id, Objects.requireNonNull(why.get(id))))
            .toList());
  }

  private static StoredRecord was(Map<RecordId, StoredRecord> before, StoredRecord after) {
    return Objects.requireNonNull(before.get(after.id()));
  }

  private static Optional<Message> obstacle(
      Clerk clerk, Optional<StoredRecord> record, Optional<Integer> version) {
    if (record.isEmpty()) {
      return Optional.of(Message.of("register-record.unknown.detail"));
    }
    if (record.get().removal().isPresent()) {
      return Optional.of(Message.of("register-record.removed.detail"));
    }
    if (!clerk.reach().mayKeep(record.get())) {
      return Optional.of(Message.of("register-record.not-yours.detail"));
    }
    return version.filter(seen -> seen != record.get().version()).isPresent()
        ? Optional.of(Message.of("register-record.changed-since.detail"))
        : Optional.empty();
  }
}
