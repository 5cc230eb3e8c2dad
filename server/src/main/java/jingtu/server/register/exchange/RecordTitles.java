package jingtu.server.register.exchange;

import java.util.ArrayList;
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
import jingtu.server.register.record.RecordPage;
import jingtu.server.register.record.RecordQuery;
import jingtu.server.register.record.RecordTitle;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;

/**
 * What records are called where others link to them, by {@link RecordTitle}; in a file their key
 * will do as well. Asked once for each record and title of a file.
 */
public final class RecordTitles implements CellNames.Titles {

  /** Records of like names that are looked at together. */
  private static final int AT_ONCE = 200;

  /** And at most, where a name is part of many others. */
  private static final int MOST = 2_000;

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
            RecordQuery.firstWords(title),
            List.of(),
            List.of(),
            false,
            Optional.empty(),
            false,
            Optional.empty(),
            AT_ONCE);
    List<UUID> meant = new ArrayList<>();
    Optional<RecordPage> page = Optional.of(records.page(scope, register, query));
    for (int seen = 0; page.isPresent() && seen < MOST; seen += AT_ONCE) {
      page.get().records().stream()
          .filter(record -> RecordTitle.isMeant(definition.get(), record.content(), title))
          .forEach(record -> meant.add(record.id().value()));
      page = page.get().next().map(next -> records.page(scope, register, query.from(next)));
    }
    return meant;
  }
}
