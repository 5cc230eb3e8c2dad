package jingtu.server.register.table;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jingtu.server.register.definition.FieldType;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/** What a column of a typed table holds, and how each database calls it. */
enum ColumnKind {
  /** Any length: what is too long is refused before it comes here, by the field's own limit. */
  TEXT("varchar", "varchar collate \"C\""),
  NUMBER("decimal(28,8)", "decimal(28,8)"),
  DATE("date", "date"),
  FLAG("boolean", "boolean"),
  ID("uuid", "uuid");

  private final String onH2;
  private final String onPostgres;

  ColumnKind(String onH2, String onPostgres) {
    this.onH2 = onH2;
    this.onPostgres = onPostgres;
  }

  /** Its name in the language of a database. */
  String sql(boolean postgres) {
    return postgres ? onPostgres : onH2;
  }

  DataType<?> type() {
    return switch (this) {
      case TEXT -> SQLDataType.VARCHAR;
      case NUMBER -> SQLDataType.NUMERIC(28, 8);
      case DATE -> SQLDataType.LOCALDATE;
      case FLAG -> SQLDataType.BOOLEAN;
      case ID -> SQLDataType.UUID;
    };
  }

  int jdbcType() {
    return switch (this) {
      case TEXT -> Types.VARCHAR;
      case NUMBER -> Types.NUMERIC;
      case DATE -> Types.DATE;
      case FLAG -> Types.BOOLEAN;
      case ID -> Types.OTHER;
    };
  }

  /** Whether its values have an order that means something to a person. */
  boolean isOrdered() {
    return this != ID;
  }

  Class<?> javaType() {
    return switch (this) {
      case TEXT -> String.class;
      case NUMBER -> BigDecimal.class;
      case DATE -> LocalDate.class;
      case FLAG -> Boolean.class;
      case ID -> UUID.class;
    };
  }

  /** The columns that a type of field needs: none for what lies in a table of its own. */
  static List<ColumnKind> of(FieldType type) {
    return switch (type) {
      case FieldType.Text text -> List.of(TEXT);
      case FieldType.LongText text -> List.of(TEXT);
      case FieldType.Figure figure -> List.of(NUMBER);
      case FieldType.Quantity quantity -> List.of(NUMBER);
      case FieldType.Date date -> List.of(DATE);
      case FieldType.Period period -> List.of(DATE, DATE);
      case FieldType.Flag flag -> List.of(FLAG);
      case FieldType.Code code -> List.of(TEXT);
      case FieldType.OfRegion region -> List.of(TEXT);
      case FieldType.OfOrganisation organisation -> List.of(ID);
      case FieldType.Post post -> List.of(TEXT);
      case FieldType.CreditCode code -> List.of(TEXT);
      case FieldType.EstateUnit unit -> List.of(TEXT);
      case FieldType.ParcelCode parcel -> List.of(TEXT);
      case FieldType.DisclosureMark mark -> List.of(TEXT);
      case FieldType.Link link -> List.of();
      case FieldType.Evidence evidence -> List.of();
      case FieldType.Computed computed -> List.of(of(computed.result()));
    };
  }

  static ColumnKind of(FieldType.ResultType result) {
    return switch (result) {
      case TEXT -> TEXT;
      case NUMBER -> NUMBER;
      case DATE -> DATE;
      case FLAG -> FLAG;
    };
  }
}
