package jingtu.server.backup;

import static jingtu.testing.Seeded.forAll;
import static jingtu.testing.Seeded.oneOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import jingtu.testing.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Any row comes out of a table, through JSON and back into a table as it was. */
class JsonRowsPropertyTests {

  private static final String COLUMNS =
      """
      n integer primary key, short varchar(200), fixed char(3), long text, big bigint, flag boolean,
      issued date, moment timestamp(6) with time zone, bytes bytea, id uuid
      """;

  private static final List<String> TEXTS =
      List.of("", " ", "null", "净土", "𠮷\n\"\\\u2028", "\u0001\t", "a'b", "x".repeat(150));

  /** Half a character: H2 keeps it, PostgreSQL does not, nor does UTF-8. */
  private static final String HALF = "a\ud83d";

  @Test
  void onH2() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
    List<String> texts = new ArrayList<>(TEXTS);
    texts.add(HALF);
    comesBack(url, "", texts);
  }

  @Test
  void onPostgres() {
    Postgres.need();
    comesBack(Postgres.freshDatabase(), "postgres", TEXTS);
  }

  /** Over one connection: opening some for every row was most of the work. */
  private static void comesBack(String url, String user, List<String> texts) {
    SingleConnectionDataSource connection = new SingleConnectionDataSource(url, user, "", true);
    try {
      comesBack(new JdbcTemplate(connection), texts);
    } finally {
      connection.destroy();
    }
  }

  private static void comesBack(JdbcTemplate database, List<String> texts) {
    database.execute("create table made (" + COLUMNS + ")");
    Table table =
        Tables.in(database).stream().filter(t -> t.name().equals("made")).findAny().orElseThrow();
    forAll(
        100,
        random -> rows(random, texts),
        rows -> {
          database.update("delete from made");
          rows.forEach(row -> insert(database, table, row));
          byte[] lines = lines(database, table);
          assertThatNoException()
              .isThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(lines)));
          database.update("delete from made");
          read(lines).forEach(row -> insert(database, table, row));
          assertThat(written(read(lines(database, table)))).isEqualTo(written(rows));
          assertThat(lines(database, table)).isEqualTo(lines);
        });
  }

  private static List<@Nullable Object[]> rows(RandomGenerator random, List<String> texts) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int n = 0; n < 3; n++) {
      rows.add(
          new @Nullable Object[] {
            n,
            maybe(random, oneOf(random, texts)),
            maybe(random, oneOf(random, List.of("abc", "甲乙丙"))),
            maybe(random, oneOf(random, texts).repeat(random.nextInt(300))),
            maybe(random, oneOf(random, List.of(Long.MIN_VALUE, 1L << 53, Long.MAX_VALUE))),
            maybe(random, random.nextBoolean()),
            maybe(random, oneOf(random, List.of("0001-01-01", "1970-01-01", "9999-12-31"))),
            maybe(
                random,
                oneOf(
                    random,
                    List.of(
                        "1900-01-01T00:00:00.000001Z",
                        "2026-03-02T01:00Z",
                        "2026-11-25T23:59:59.999999Z"))),
            maybe(random, oneOf(random, List.of("", "AP8Q", "////"))),
            maybe(random, new UUID(random.nextLong(), random.nextLong()).toString())
          });
    }
    return rows;
  }

  private static @Nullable Object maybe(RandomGenerator random, Object value) {
    return random.nextInt(4) == 0 ? null : value;
  }

  private static void insert(JdbcTemplate database, Table table, @Nullable Object[] row) {
    database.update(table.insert(), (PreparedStatement insert) -> table.bind(insert, row));
  }

  private static byte[] lines(JdbcTemplate database, Table table) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonRows.Writer lines = new JsonRows.Writer(out, table)) {
      RowCallbackHandler write = lines::write;
      database.query(table.select(), write);
    }
    return out.toByteArray();
  }

  private static List<@Nullable Object[]> read(byte[] lines) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    JsonRows.read(new ByteArrayInputStream(lines), rows::add);
    return rows;
  }

  private static List<String> written(List<@Nullable Object[]> rows) {
    return rows.stream().map(Arrays::toString).toList();
  }
}
