package jingtu.server.register.lifecycle;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.definition.Lifecycle;
import jingtu.server.register.lifecycle.NamedRecords.Named;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How records hang together: which others a record links to, and which link to it. Of those in
 * regions that the account does not see only the number is told; links in fields that it may not
 * see are not told at all.
 */
@Service
public class Relations {

  private final JdbcClient jdbc;
  private final Records records;
  private final Definitions definitions;
  private final NamedRecords named;

  Relations(JdbcClient jdbc, Records records, Definitions definitions, NamedRecords named) {
    this.jdbc = jdbc;
    this.records = records;
    this.definitions = definitions;
    this.named = named;
  }

  /** Which way a link leads. */
  public enum Direction {
    /** From the record to others. */
    TO,
    /** From others to the record. */
    FROM
  }

  /**
   * The records at the other end of one field's links.
   *
   * @param register that they belong to
   * @param field the id of the field: the record's own, or theirs
   * @param records those that the account sees, by title
   * @param elsewhere how many more there are in regions that it does not see
   */
  public record Related(
      Direction direction,
      RegisterId register,
      String registerName,
      String field,
      String label,
      List<RelatedRecord> records,
      int elsewhere) {

    public Related {
      records = List.copyOf(records);
    }
  }

  /**
   * A record at the other end.
   *
   * @param state what its state is called
   */
  public record RelatedRecord(RecordId id, String title, String state) {}

  /** A link between two records. */
  private record Link(RegisterId register, String field, RecordId other) {}

  /** The related records, the record's own links first; empty where the record is not seen. */
  @Transactional(readOnly = true)
  public Optional<List<Related>> list(Scope scope, RecordId id) {
    return records.find(scope, id).map(record -> list(scope, record));
  }

  private List<Related> list(Scope scope, RecordView record) {
    List<Related> related = new ArrayList<>();
    definitions
        .find(scope, record.register())
        .ifPresent(own -> related.addAll(to(scope, own, record.id())));
    related.addAll(from(scope, record.id()));
    return related;
  }

  private List<Related> to(Scope scope, Definition own, RecordId id) {
    List<Link> links =
        jdbc.sql(
                """
                select l.field, l.target_id, r.register
                from record_link l join record r on r.id = l.target_id
                where l.record_id = :id and r.removed_at is null
                order by l.field, l.ordinal
                """)
            .param("id", id.value())
            .query(
                (row, n) ->
                    new Link(
                        new RegisterId(row.getString("register")),
                        row.getString("field"),
                        new RecordId(row.getObject("target_id", UUID.class))))
            .list();
    return grouped(scope, Direction.TO, links, link -> fieldOf(scope, own, link.field()));
  }

  private List<Related> from(Scope scope, RecordId id) {
    List<Link> links =
        jdbc.sql(
                """
                select l.field, l.record_id, r.register
                from record_link l join record r on r.id = l.record_id
                where l.target_id = :id and r.removed_at is null
                order by r.register, l.field
                """)
            .param("id", id.value())
            .query(
                (row, n) ->
                    new Link(
                        new RegisterId(row.getString("register")),
                        row.getString("field"),
                        new RecordId(row.getObject("record_id", UUID.class))))
            .list();
    return grouped(
        scope,
        Direction.FROM,
        links,
        link ->
            definitions
                .find(scope, link.register())
                .flatMap(theirs -> fieldOf(scope, theirs, link.field())));
  }

  private static Optional<Field> fieldOf(Scope scope, Definition definition, String id) {
    return definition
        .findField(id)
        .filter(field -> !field.retired() && field.isVisibleTo(scope.role()))
        .filter(field -> field.type() instanceof FieldType.Link);
  }

  private interface FieldOfLink {
    Optional<Field> of(Link link);
  }

  private record Group(RegisterId register, Field field) {}

  private List<Related> grouped(
      Scope scope, Direction direction, List<Link> links, FieldOfLink fields) {
    Map<Group, List<RecordId>> groups = new LinkedHashMap<>();
    for (Link link : links) {
      fields
          .of(link)
          .map(field -> new Group(link.register(), field))
          .ifPresent(
              group -> groups.computeIfAbsent(group, g -> new ArrayList<>()).add(link.other()));
    }
    Map<RecordId, Named> seen =
        named.list(scope, groups.values().stream().flatMap(List::stream).toList());
    Map<RegisterId, Definition> registers = new HashMap<>();
    definitions.list(scope).forEach(each -> registers.put(each.id(), each));
    return groups.entrySet().stream()
        .map(
            group ->
                related(
                    direction,
                    group.getKey(),
                    Optional.ofNullable(registers.get(group.getKey().register())),
                    group.getValue(),
                    seen))
        .toList();
  }

  private static Related related(
      Direction direction,
      Group group,
      Optional<Definition> definition,
      List<RecordId> ids,
      Map<RecordId, Named> seen) {
    List<RelatedRecord> shown =
        ids.stream()
            .filter(seen::containsKey)
            .map(id -> seen.get(id))
            .sorted(comparing(Named::title).thenComparing(each -> each.id().value()))
            .map(each -> new RelatedRecord(each.id(), each.title(), said(definition, each.state())))
            .toList();
    return new Related(
        direction,
        group.register(),
        definition.map(Definition::name).orElse(group.register().value()),
        group.field().id(),
        group.field().label(),
        shown,
        ids.size() - shown.size());
  }

  private static String said(Optional<Definition> definition, String state) {
    return definition
        .flatMap(known -> known.lifecycle().findState(state))
        .map(Lifecycle.State::label)
        .orElse(state);
  }
}
