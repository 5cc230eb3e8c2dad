package jingtu.server.register.table;

import jingtu.server.register.definition.Field;
import jingtu.vocabulary.Message;

/** One thing that bringing a table, or what it holds, in line with a definition does to it. */
public sealed interface TableChange {

  /** The register gets its table. */
  record NewTable(String table) implements TableChange {}

  /** The table gets what a field needs; records have no value in it yet. */
  record NewField(Field field) implements TableChange {}

  /** Records may have a place on the map from now on. */
  record NewGeometry() implements TableChange {}

  /** Lists can be sorted by the field. */
  record NewIndex(Field field) implements TableChange {}

  /** What the records that are there hold in a computed field is worked out anew. */
  record Recomputed(Field field) implements TableChange {}

  /**
   * A field is no longer asked for.
   *
   * @param kept how many records hold a value in it, which stays
   */
  record RetiredField(String field, String label, long kept) implements TableChange {}

  /**
   * A field is asked for again.
   *
   * @param kept how many records have held a value in it all along
   */
  record RevivedField(String field, String label, long kept) implements TableChange {}

  /** A field would hold something else than before, which is refused: that is a new field. */
  record ChangedType(String field, String label, String before, String after)
      implements TableChange {}

  /** What it does, for the one who is to agree to it. */
  default Message message() {
    return switch (this) {
      case NewTable(String table) -> Message.of("register-table.new-table", table);
      case NewField(Field field) -> Message.of("register-table.new-field", field.label());
      case NewGeometry() -> Message.of("register-table.new-geometry");
      case NewIndex(Field field) -> Message.of("register-table.new-index", field.label());
      case Recomputed(Field field) -> Message.of("register-table.recomputed", field.label());
      case RetiredField(var field, String label, long kept) ->
          Message.of("register-table.retired-field", label, kept);
      case RevivedField(var field, String label, long kept) ->
          Message.of("register-table.revived-field", label, kept);
      case ChangedType(var field, String label, String before, String after) ->
          Message.of("register-table.changed-type", label, before, after);
    };
  }
}
