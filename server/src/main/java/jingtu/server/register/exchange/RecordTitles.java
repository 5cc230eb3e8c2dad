package jingtu.server.register.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.exchange.cell.CellNames;
import jingtu.server.register.record.RecordQuery;
import jingtu.server.register.record.RecordTitle;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;

/**
 * What records are called where others link to them: by their key, or by their first text. Asked
 * once for each record and title of a file.
 */
public final class RecordTitles implements CellNames.Titles {

  /** Records of like names that are looked through. */
  private static final int LOOKED_AT = 50;

  private final Scope scope;
  private final Records records;
  private final Definitions definitions;
  private final Map<UUID, Optional<String>> titles = new ConcurrentHashMap<>();
  private final Map<String, List<UUID>> called = new ConcurrentHashMap<>();

  RecordTitles(Scope scope, Records records, Definitions definitions) {
    this.scope = scope;
    this.records = records;
    this.definitions = definitions;
  }

  @Override
  public Optional<String> find(UUID id) {
    return titles.computeIfAbsent(
        id, one -> records.find(scope, new RecordId(one)).flatMap(this::title));
  }

  private Optional<String> title(RecordView record) {
    return definitions
        .find(scope, record.register())
        .flatMap(definition -> RecordTitle.of(definition, record.content()));
  }

  @Override
  public List<UUID> called(RegisterId register, String title) {
    return called.computeIfAbsent(register + " " + title, key -> search(register, title));
  }

  private List<UUID> search(RegisterId register, String title) {
    Optional<Definition> definition = definitions.find(scope, register);
    if (definition.isEmpty()) {
      return List.of();
    }
    RecordQuery query =
        new RecordQuery(
            title,
            List.of(),
            List.of(),
            false,
            Optional.empty(),
            false,
            Optional.empty(),
            LOOKED_AT);
    return records.page(scope, register, query).records().stream()
        .filter(
            record -> RecordTitle.of(definition.get(), record.content()).equals(Optional.of(title)))
        .map(record -> record.id().value())
        .toList();
  }
}
