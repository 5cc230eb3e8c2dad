package jingtu.server.register.lifecycle;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.register.BoundRegister;
import jingtu.server.register.RecordId;
import jingtu.server.register.Registers;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.table.TypedRow;
import jingtu.server.register.table.TypedTables;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Component;

/**
 * Finds out who does what is due: the organisations that hold a function in the record's region,
 * the organisation or the record that a field names, or the person that it writes.
 */
@Component
class DeadlineActors {

  private final TypedTables tables;
  private final RecordLinks links;
  private final NamedRecords named;
  private final BoundRegister<SupervisedUnit> units;
  private final FunctionHolders holders;
  private final Organisations organisations;

  DeadlineActors(
      TypedTables tables,
      RecordLinks links,
      NamedRecords named,
      Registers registers,
      FunctionHolders holders,
      Organisations organisations) {
    this.tables = tables;
    this.links = links;
    this.named = named;
    this.units = registers.bound("supervised-unit", SupervisedUnit.class);
    this.holders = holders;
    this.organisations = organisations;
  }

  /** Who does what, for some records of one register. */
  final class Of {

    private final Scope scope;
    private final Definition definition;
    private final Map<RecordId, TypedRow> rows;
    private final Map<RecordId, Map<String, List<RecordId>>> linked;
    private final Map<RecordId, DeadlineActor> others = new HashMap<>();
    private final FunctionHolders.Told told;
    private final Map<UUID, String> names = new HashMap<>();

    private Of(Scope scope, Definition definition, Collection<RecordId> records) {
      this.scope = scope;
      this.definition = definition;
      this.rows =
          tables.read(definition, records).stream().collect(toMap(TypedRow::id, row -> row));
      this.linked = links.of(records);
      meetOthers();
      this.told = holders.told(scope);
      for (Organisation organisation : organisations.list(scope)) {
        names.put(organisation.id(), organisation.name());
      }
    }

    /** A supervised unit goes by its name and is an organisation; other records by their title. */
    private void meetOthers() {
      List<RecordId> targets =
          linked.values().stream()
              .flatMap(fields -> fields.values().stream())
              .flatMap(List::stream)
              .distinct()
              .toList();
      if (targets.isEmpty()) {
        return;
      }
      named
          .list(scope, targets)
          .forEach(
              (id, record) ->
                  others.put(
                      id,
                      new DeadlineActor(record.title(), record.organisation(), Optional.of(id))));
      for (SupervisedUnit unit : units.list(scope, targets)) {
        others.put(
            unit.id(),
            new DeadlineActor(unit.name(), unit.organisationListed(), Optional.of(unit.id())));
      }
    }

    /**
     * Those who do it.
     *
     * @param by a function, or the id of a field
     */
    List<DeadlineActor> find(RecordId record, String by) {
      TypedRow row = rows.get(record);
      if (row == null) {
        return List.of();
      }
      Optional<Field> field = definition.findField(by);
      return field
          .map(
              known ->
                  known.isVisibleTo(scope.role()) ? inField(row, known) : List.<DeadlineActor>of())
          .orElseGet(() -> inFunction(row, by));
    }

    private List<DeadlineActor> inFunction(TypedRow row, String function) {
      return told.find(function, row.region())
          .map(held -> organisations(held.organisations()))
          .orElseGet(
              () ->
                  List.of(
                      new DeadlineActor(
                          FunctionLabels.of(function), Optional.empty(), Optional.empty())));
    }

    private List<DeadlineActor> inField(TypedRow row, Field field) {
      List<RecordId> targets =
          linked.getOrDefault(row.id(), Map.of()).getOrDefault(field.id(), List.of());
      if (!targets.isEmpty()) {
        return targets.stream().map(others::get).filter(Objects::nonNull).toList();
      }
      FieldValue value = row.content().get(field.id());
      return switch (value) {
        case FieldValue.Ids(List<UUID> ids) -> organisations(ids);
        case FieldValue.Words(String text) ->
            List.of(new DeadlineActor(text, Optional.empty(), Optional.empty()));
        case FieldValue.Amount none -> List.of();
        case FieldValue.Day none -> List.of();
        case FieldValue.Span none -> List.of();
        case FieldValue.Yes none -> List.of();
        case null -> List.of();
      };
    }

    private List<DeadlineActor> organisations(Collection<UUID> ids) {
      List<DeadlineActor> actors = new ArrayList<>();
      for (UUID id : ids) {
        Optional.ofNullable(names.get(id))
            .map(name -> new DeadlineActor(name, Optional.of(id), Optional.empty()))
            .ifPresent(actors::add);
      }
      return actors;
    }
  }

  Of of(Scope scope, Definition definition, Collection<RecordId> records) {
    return new Of(scope, definition, records);
  }
}
