package jingtu.server.register.table;

import java.util.List;

/** A definition that gives fields another type than their values have. */
public final class TypeChanged extends RuntimeException {

  private final transient List<TableChange.ChangedType> fields;

  TypeChanged(List<TableChange.ChangedType> fields) {
    super("a changed type is a new field: " + fields);
    this.fields = List.copyOf(fields);
  }

  /** The fields, each with the type it has and the one it cannot take. */
  public List<TableChange.ChangedType> fields() {
    return fields;
  }
}
