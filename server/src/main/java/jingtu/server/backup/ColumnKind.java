package jingtu.server.backup;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * How the values of a column travel between a database and JSON. Both databases hold the same types
 * under names of their own; in an archive they are the same.
 */
enum ColumnKind {
  /** A string. */
  TEXT,
  /** A whole number, up to 64 bits. */
  INTEGER,
  /** A decimal number, as a string that has all its digits. */
  NUMBER,
  /** {@code true} or {@code false}. */
  FLAG,
  /** {@code 2026-03-02}. */
  DATE,
  /** A moment in UTC to the microsecond: {@code 2026-03-02T01:00:00.000001Z}. */
  MOMENT,
  /** Bytes, in Base64. */
  BYTES,
  /** A geometry with its coordinate system: the bytes of its EWKB, in Base64. */
  GEOMETRY,
  /** A UUID, as a string. */
  ID;

  /**
   * The kind of a type by the name that the JDBC driver of H2 or PostgreSQL gives it.
   *
   * @throws UnknownColumnType where a new kind of column has to be taught here first
   */
  static ColumnKind of(String typeName) {
    String name = typeName.toLowerCase(Locale.ROOT);
    return switch (name.startsWith("geometry") ? "geometry" : name) {
      case "character", "character varying", "character large object" -> TEXT;
      case "bpchar", "varchar", "text" -> TEXT;
      case "integer", "bigint", "int4", "int8" -> INTEGER;
      case "decimal", "numeric" -> NUMBER;
      case "boolean", "bool" -> FLAG;
      case "date" -> DATE;
      case "timestamp with time zone", "timestamptz" -> MOMENT;
      case "binary varying", "bytea" -> BYTES;
      case "uuid" -> ID;
      case "geometry" -> GEOMETRY;
      default -> throw new UnknownColumnType(typeName);
    };
  }

  /** What to ask for in order to {@link #read} a column of this name. */
  String asked(String quoted) {
    return this == GEOMETRY ? "cast(" + quoted + " as bytea)" : quoted;
  }

  /** The blank of a statement that {@link #bind} fills. */
  String blank() {
    return this == GEOMETRY ? "cast(? as geometry)" : "?";
  }

  /** The value in the current row, as what JSON knows: a string, a number, a flag or nothing. */
  @Nullable Object read(ResultSet row, int column) throws SQLException {
    @Nullable Object value =
        switch (this) {
          case TEXT -> row.getString(column);
          case INTEGER -> row.getLong(column);
          case NUMBER -> row.getBigDecimal(column);
          case FLAG -> row.getBoolean(column);
          case DATE -> row.getObject(column, LocalDate.class);
          case MOMENT -> row.getObject(column, OffsetDateTime.class);
          case BYTES -> row.getBytes(column);
          case GEOMETRY -> inOneOrder(row.getBytes(column));
          case ID -> row.getObject(column, UUID.class);
        };
    return value == null || row.wasNull() ? null : inJson(value);
  }

  /** Each database writes a geometry in the order of bytes that it likes best. */
  private static byte @Nullable [] inOneOrder(byte @Nullable [] ewkb) {
    if (ewkb == null) {
      return null;
    }
    try {
      return new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true).write(new WKBReader().read(ewkb));
    } catch (ParseException e) {
      throw new IllegalStateException("the database holds a geometry that cannot be read", e);
    }
  }

  private static Object inJson(Object value) {
    return switch (value) {
      case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
      case BigDecimal number -> number.toPlainString();
      case OffsetDateTime moment -> moment.withOffsetSameInstant(ZoneOffset.UTC).toString();
      case Long number -> number;
      case Boolean flag -> flag;
      default -> value.toString();
    };
  }

  /** Sets a parameter to a value that {@link #read} gave, perhaps of the other database. */
  void bind(PreparedStatement statement, int parameter, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(parameter, this == GEOMETRY ? Types.VARBINARY : Types.NULL);
      return;
    }
    switch (this) {
      case TEXT -> statement.setString(parameter, (String) value);
      case INTEGER -> statement.setLong(parameter, ((Number) value).longValue());
      case NUMBER -> statement.setBigDecimal(parameter, new BigDecimal((String) value));
      case FLAG -> statement.setBoolean(parameter, (Boolean) value);
      case DATE -> statement.setObject(parameter, LocalDate.parse((String) value));
      case MOMENT -> statement.setObject(parameter, OffsetDateTime.parse((String) value));
      case BYTES, GEOMETRY ->
          statement.setBytes(parameter, Base64.getDecoder().decode((String) value));
      case ID -> statement.setObject(parameter, UUID.fromString((String) value));
    }
  }

  /** A type of column that no backup has seen yet. */
  static final class UnknownColumnType extends RuntimeException {
    UnknownColumnType(String typeName) {
      super("backups cannot carry columns of type " + typeName);
    }
  }
}
