package jingtu.server.backup;

import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a table as JSON lines: an array of values a line, in the order of the columns. The
 * half of a surrogate pair, which UTF-8 cannot hold but H2 may, is written as an escape.
 */
final class JsonRows {

  private static final JsonMapper LINES =
      new JsonMapper(
          JsonFactory.builder()
              .rootValueSeparator("\n")
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
              .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
              .build());

  private static final ObjectReader ROW =
      LINES.readerFor(Object[].class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonRows() {}

  /** Writes rows one by one; closing it leaves the stream open. */
  static final class Writer implements AutoCloseable {

    private final JsonGenerator json;
    private final List<Table.Column> columns;
    private long rows;

    Writer(OutputStream out, Table table) {
      this.json = LINES.createGenerator(out);
      this.columns = table.columns();
    }

    void write(ResultSet row) throws SQLException {
      json.writeStartArray();
      for (int i = 0; i < columns.size(); i++) {
        json.writePOJO(columns.get(i).kind().read(row, i + 1));
      }
      json.writeEndArray();
      rows++;
    }

    long rows() {
      return rows;
    }

    @Override
    public void close() {
      json.close();
    }
  }

  /** Hands on row after row, each as what {@link ColumnKind#read} gave. */
  static void read(InputStream lines, Consumer<@Nullable Object[]> rows) {
    try (JsonParser json = LINES.createParser(lines)) {
      while (json.nextToken() != null) {
        rows.accept(ROW.readValue(json));
      }
    }
  }
}
