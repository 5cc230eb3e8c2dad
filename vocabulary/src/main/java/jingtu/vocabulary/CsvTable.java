package jingtu.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of the program's own data: comma-separated lines under a line of column names. Lines that
 * begin with {@code #} and empty lines are left out; a field may stand in double quotes, in which a
 * doubled one means itself; a field never runs over the end of a line.
 *
 * <p>Strict, since it reads what ships with the program: a fault is a {@link Faulty} that names
 * file and line. Sheets that people send are read by other code.
 */
public record CsvTable(String name, List<Row> rows) {

  public CsvTable {
    rows = List.copyOf(rows);
  }

  /** A line of the table; {@code values[i]} stands in column {@code columns[i]}. */
  public record Row(String table, int line, List<String> columns, List<String> values) {

    public Row {
      columns = List.copyOf(columns);
      values = List.copyOf(values);
    }

    /** What stands in a column, without blanks around it; empty where nothing does. */
    public String get(String column) {
      int index = columns.indexOf(column);
      if (index < 0) {
        throw fault("has no column '" + column + "'");
      }
      return values.get(index);
    }

    /** The parts of a column's text between semicolons, without blanks around them. */
    public List<String> list(String column) {
      return List.of(get(column).split(";")).stream()
          .map(String::strip)
          .filter(part -> !part.isEmpty())
          .toList();
    }

    /** A fault of this line, to be thrown. */
    public Faulty fault(String what) {
      return new Faulty(table + ":" + line + " " + what);
    }
  }

  /** Reads a resource beside a class. */
  public static CsvTable resource(Class<?> beside, String name, String... columns) {
    try (InputStream file = beside.getResourceAsStream(name)) {
      if (file == null) {
        throw new Faulty(name + " is not among the resources");
      }
      return read(name, new String(file.readAllBytes(), StandardCharsets.UTF_8), columns);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /**
   * Reads a table whose columns are named in advance.
   *
   * @throws Faulty where the columns are others, or a line has more or fewer fields
   */
  public static CsvTable read(String name, String text, String... columns) {
    CsvTable table = read(name, text);
    List<String> expected = List.of(columns);
    if (table.rows.isEmpty() || !table.rows.getFirst().columns().equals(expected)) {
      throw new Faulty(name + " must have rows with the columns " + expected);
    }
    return table;
  }

  /** Reads a table with whatever columns it names. */
  public static CsvTable read(String name, String text) {
    List<String> columns = List.of();
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> fields = fields(name + ":" + number, line);
      if (columns.isEmpty()) {
        columns = fields;
      } else if (fields.size() == columns.size()) {
        rows.add(new Row(name, number, columns, fields));
      } else {
        throw new Faulty(
            "%s:%d has %d fields, not %d".formatted(name, number, fields.size(), columns.size()));
      }
    }
    return new CsvTable(name, rows);
  }

  private static List<String> fields(String place, String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    if (quoted) {
      throw new Faulty(place + " has a quote that does not end");
    }
    fields.add(field.toString().strip());
    return fields;
  }

  /** Data that ships with the program and is not as it must be: a defect of the program. */
  public static final class Faulty extends RuntimeException {
    public Faulty(String message) {
      super(message);
    }
  }
}
