package jingtu.server.backup;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an archive holds; the last of its parts.
 *
 * @param format the form of the archive itself
 * @param product the version of the program that wrote it
 * @param moment the moment that it shows
 * @param schema the version of each module's tables
 * @param tables in the order in which they can be filled
 * @param files those of the data folder, besides the database
 */
public record Manifest(
    int format,
    String product,
    Instant moment,
    SortedMap<String, String> schema,
    List<TablePart> tables,
    List<FilePart> files) {

  /** The one form that there is so far. */
  static final int FORMAT = 1;

  /** The name of the manifest among the parts. */
  static final String NAME = "manifest.json";

  public Manifest {
    schema = new TreeMap<>(schema);
    tables = List.copyOf(tables);
    files = List.copyOf(files);
  }

  /** How many rows all tables hold together. */
  public long rows() {
    return tables.stream().mapToLong(TablePart::rows).sum();
  }

  /** A part of the archive: its name there, and the SHA-256 of its bytes when unpacked. */
  sealed interface Part permits TablePart, FilePart {
    String name();

    String sha256();
  }

  /** The rows of one table: a line for each, a JSON array of the values of these columns. */
  public record TablePart(String table, List<String> columns, long rows, String sha256)
      implements Part {

    public TablePart {
      columns = List.copyOf(columns);
    }

    static String name(String table) {
      return "tables/" + table + ".jsonl";
    }

    @Override
    public String name() {
      return name(table);
    }
  }

  /** A file of the data folder, its path written with slashes. */
  public record FilePart(String path, String sha256) implements Part {

    static String name(String path) {
      return "files/" + path;
    }

    @Override
    public String name() {
      return name(path);
    }
  }
}
