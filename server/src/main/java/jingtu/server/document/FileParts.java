package jingtu.server.document;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file in parts of a size that suits a row of a table. */
public final class FileParts {

  private static final int BYTES = 256 * 1024;

  private FileParts() {}

  /** Rows of owner, ordinal from 0, and bytes. */
  public static List<Object[]> rows(UUID owner, byte[] content) {
    List<Object[]> rows = new ArrayList<>();
    for (int start = 0; start < content.length; start += BYTES) {
      byte[] part = Arrays.copyOfRange(content, start, Math.min(start + BYTES, content.length));
      rows.add(new Object[] {owner, rows.size(), part});
    }
    return rows;
  }

  /** The file whose parts a query gives in their order, each as {@code bytes}. */
  public static byte[] join(JdbcClient.StatementSpec parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    parts.query(
        row -> {
          content.writeBytes(row.getBytes("bytes"));
        });
    return content.toByteArray();
  }
}
