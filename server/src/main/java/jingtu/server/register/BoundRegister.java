package jingtu.server.register;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jingtu.server.register.binding.Binding;
import jingtu.server.register.record.RecordPage;
import jingtu.server.register.record.RecordQuery;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;

/**
 * The records of one register as a Java type, as far as an account sees them: those of its regions,
 * without the fields that are hidden from it. Records that were removed are left out.
 */
public final class BoundRegister<T extends Record> {

  private final Binding<T> binding;
  private final Records records;

  BoundRegister(Binding<T> binding, Records records) {
    this.binding = binding;
    this.records = records;
  }

  /**
   * Some records of a register.
   *
   * @param next the record after which the next page begins; empty on the last page
   */
  public record Page<T>(List<T> records, Optional<RecordId> next) {
    public Page {
      records = List.copyOf(records);
    }
  }

  public Optional<T> find(Scope scope, RecordId id) {
    return list(scope, List.of(id)).stream().findFirst();
  }

  /** Those of the records that there are, in the order asked for. */
  public List<T> list(Scope scope, Collection<RecordId> ids) {
    return records.list(scope, binding.register(), ids).stream()
        .filter(record -> record.removal().isEmpty())
        .map(this::read)
        .toList();
  }

  /** A page of all records, in the order in which they were entered. */
  public Page<T> page(Scope scope, Optional<RecordId> after) {
    RecordPage page =
        records.page(
            scope, binding.register(), after.map(RecordQuery.ALL::from).orElse(RecordQuery.ALL));
    return new Page<>(page.records().stream().map(this::read).toList(), page.next());
  }

  private T read(RecordView record) {
    return binding.read(
        record.id(), record.region(), record.organisation(), record.state(), record.content());
  }
}
