package jingtu.server.register.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.record.FieldValue;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The columns in which a field keeps its values: one named like the field, two for a period, none
 * for what lies in a table of its own. No field's id has two underscores in a row, so what the
 * store itself adds never meets a field.
 */
record FieldColumns(Field field, List<Column> columns) {

  /** Columns that every typed table has; a field of the same name gets an underscore after it. */
  static final Set<String> TAKEN =
      Set.of(
          "record_id", "region_code", "organisation_id", "state", "removed", "search_text", "geom");

  /** One column. */
  record Column(String name, ColumnKind kind) {

    org.jooq.Field<?> sql() {
      return DSL.field(DSL.name(name), kind.type());
    }
  }

  static FieldColumns of(Field field) {
    return new FieldColumns(field, columns(field.id(), ColumnKind.of(field.type())));
  }

  /** The columns of a field of which only its signature is known. */
  static List<Column> known(String field, String signature) {
    String word = signature.split(" ", 2)[0];
    return columns(
        field,
        switch (word) {
          case "number", "quantity" -> List.of(ColumnKind.NUMBER);
          case "date" -> List.of(ColumnKind.DATE);
          case "period" -> List.of(ColumnKind.DATE, ColumnKind.DATE);
          case "flag" -> List.of(ColumnKind.FLAG);
          case "organisation" -> List.of(ColumnKind.ID);
          case "link", "evidence" -> List.of();
          case "computed" ->
              List.of(
                  ColumnKind.of(
                      FieldType.ResultType.valueOf(signature.substring(word.length() + 1))));
          default -> List.of(ColumnKind.TEXT);
        });
  }

  private static List<Column> columns(String field, List<ColumnKind> kinds) {
    String name = TAKEN.contains(field) ? field + "_" : field;
    List<Column> columns = new ArrayList<>();
    if (kinds.size() == 1) {
      columns.add(new Column(name, kinds.getFirst()));
    } else if (kinds.size() == 2) {
      columns.add(new Column(name + "__from", kinds.getFirst()));
      columns.add(new Column(name + "__to", kinds.getLast()));
    }
    return List.copyOf(columns);
  }

  /** The column that lists sort by. */
  Optional<Column> sorting() {
    return columns.stream().findFirst().filter(column -> column.kind().isOrdered());
  }

  /** What the columns are to hold for a value; all nothing for none. */
  List<@Nullable Object> write(@Nullable FieldValue value) {
    List<@Nullable Object> cells = new ArrayList<>();
    switch (value) {
      case null -> columns.forEach(column -> cells.add(null));
      case FieldValue.Words(String text) -> cells.add(text);
      case FieldValue.Amount(var number) -> cells.add(number);
      case FieldValue.Day(var date) -> cells.add(date);
      case FieldValue.Span(var from, var to) -> {
        cells.add(from);
        cells.add(to.orElse(null));
      }
      case FieldValue.Yes(boolean holds) -> cells.add(holds);
      case FieldValue.Ids(List<UUID> ids) -> cells.add(ids.getFirst());
    }
    for (int i = 0; i < columns.size(); i++) {
      Object cell = i < cells.size() ? cells.get(i) : null;
      if (cells.size() != columns.size()
          || (cell != null && !columns.get(i).kind().javaType().isInstance(cell))) {
        throw new IllegalArgumentException(field.id() + " of " + field.type() + " is not " + value);
      }
    }
    return cells;
  }

  /** Adds the value of a row, where it has one. */
  void read(Record row, Map<String, FieldValue> content) {
    if (columns.isEmpty()) {
      return;
    }
    Object cell = row.get(columns.getFirst().name());
    if (cell != null) {
      content.put(field.id(), value(cell, row));
    }
  }

  private FieldValue value(Object cell, Record row) {
    return switch (columns.getFirst().kind()) {
      case TEXT -> new FieldValue.Words((String) cell);
      case NUMBER -> new FieldValue.Amount((java.math.BigDecimal) cell);
      case DATE ->
          field.type() instanceof FieldType.Period
              ? new FieldValue.Span(
                  (java.time.LocalDate) cell,
                  Optional.ofNullable(row.get(columns.getLast().name(), java.time.LocalDate.class)))
              : new FieldValue.Day((java.time.LocalDate) cell);
      case FLAG -> new FieldValue.Yes((Boolean) cell);
      case ID -> new FieldValue.Ids(List.of((UUID) cell));
    };
  }

  /**
   * What the values of a field are, in a form that stays the same as long as they mean the same: a
   * changed unit changes what a stored number says, a changed length does not.
   */
  static String signature(FieldType type) {
    return switch (type) {
      case FieldType.Text text -> "text";
      case FieldType.LongText text -> "long-text";
      case FieldType.Figure figure -> "number";
      case FieldType.Quantity quantity -> "quantity " + quantity.unit();
      case FieldType.Date date -> "date";
      case FieldType.Period period -> "period";
      case FieldType.Flag flag -> "flag";
      case FieldType.Code code -> "code " + code.list();
      case FieldType.OfRegion region -> "region";
      case FieldType.OfOrganisation organisation -> "organisation";
      case FieldType.Post post -> "post";
      case FieldType.CreditCode code -> "credit-code";
      case FieldType.EstateUnit unit -> "estate-unit";
      case FieldType.ParcelCode parcel -> "parcel-code";
      case FieldType.DisclosureMark mark -> "disclosure";
      case FieldType.Link link -> "link " + link.to().value();
      case FieldType.Evidence evidence -> "evidence";
      case FieldType.Computed computed -> "computed " + computed.result();
    };
  }
}
