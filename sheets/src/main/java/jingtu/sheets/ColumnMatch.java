package jingtu.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a table holds which field.
 *
 * @param columns the column of each field that has one, by the field's id
 * @param unmatched columns that are none of the fields
 * @param findings columns that claim a field which an earlier column has
 */
public record ColumnMatch(
    Map<String, Header.Column> columns, List<Header.Column> unmatched, List<CellFinding> findings) {

  public ColumnMatch {
    columns = Map.copyOf(columns);
    unmatched = List.copyOf(unmatched);
    findings = List.copyOf(findings);
  }

  /**
   * Something that a table may tell in a column.
   *
   * @param id what the program calls it
   * @param names what people write over the column, compared as {@link HeaderText#comparable} says
   */
  public record Field(String id, List<String> names) {

    public Field {
      names = List.copyOf(names);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("field '" + id + "' has no name");
      }
    }
  }

  /** Fields by the names that people write. */
  public static final class Fields {
    private final Map<String, Field> byName = new HashMap<>();

    /**
     * The fields of one kind of table.
     *
     * @throws AmbiguousName where two fields share a name
     */
    public Fields(List<Field> fields) {
      for (Field field : fields) {
        for (String name : field.names()) {
          Field other = byName.putIfAbsent(HeaderText.comparable(name), field);
          if (other != null && !other.equals(field)) {
            throw new AmbiguousName(name, other, field);
          }
        }
      }
    }

    /** The field of that name, with or without what stands in brackets. */
    public Optional<Field> find(String written) {
      return Optional.ofNullable(byName.get(HeaderText.comparable(written)))
          .or(
              () ->
                  Optional.ofNullable(
                      byName.get(HeaderText.comparable(HeaderText.of(written).name()))));
    }

    /** The field that a column's header names, its lowest cell first. */
    public Optional<Field> find(Header.Column column) {
      return column.cells().reversed().stream()
          .map(cell -> find(cell.text()))
          .flatMap(Optional::stream)
          .findFirst();
    }
  }

  /** The column of a field, if the table has one. */
  public Optional<Header.Column> find(String field) {
    return Optional.ofNullable(columns.get(field));
  }

  /** The first column that claims a field has it; every further one is a finding. */
  public static ColumnMatch of(Header header, Fields fields) {
    Map<String, Header.Column> columns = new LinkedHashMap<>();
    List<Header.Column> unmatched = new ArrayList<>();
    List<CellFinding> findings = new ArrayList<>();
    for (Header.Column column : header.columns()) {
      Optional<Field> field = fields.find(column);
      if (field.isEmpty()) {
        unmatched.add(column);
        continue;
      }
      Header.Column earlier = columns.putIfAbsent(field.get().id(), column);
      if (earlier != null) {
        findings.add(claimedTwice(field.get(), earlier, column));
      }
    }
    return new ColumnMatch(columns, unmatched, findings);
  }

  private static CellFinding claimedTwice(
      Field field, Header.Column earlier, Header.Column column) {
    return Unreadable.inCell(
        column.at(),
        "claimed-twice",
        column.cells().getLast().text(),
        field.names().getFirst(),
        earlier.at());
  }

  /** Two fields share a name: a defect of the program or its data. */
  public static final class AmbiguousName extends RuntimeException {
    AmbiguousName(String name, Field one, Field other) {
      super("'" + name + "' names both '" + one.id() + "' and '" + other.id() + "'");
    }
  }
}
