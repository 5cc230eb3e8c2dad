package jingtu.server.register.definition;

import java.math.BigDecimal;
import java.util.Optional;
import jingtu.server.register.RegisterId;

/** What a field holds; its word in a definition file stands beside each case. */
public sealed interface FieldType {

  /** {@code text}: one line, at most {@code longest} characters (code points). */
  record Text(int longest) implements FieldType {}

  /** {@code long-text}: paragraphs. */
  record LongText() implements FieldType {}

  /**
   * {@code number}: without a unit, with at most {@code decimals} digits after the point.
   *
   * @param decimals 0 to 8
   */
  record Figure(int decimals, Optional<BigDecimal> min, Optional<BigDecimal> max)
      implements FieldType {}

  /** {@code quantity}: a number in the unit of its field, as {@code unit} writes it. */
  record Quantity(String unit, int decimals, Optional<BigDecimal> min, Optional<BigDecimal> max)
      implements FieldType {}

  /** {@code date}: a day. */
  record Date() implements FieldType {}

  /** {@code period}: from a day, to a day or still open. */
  record Period() implements FieldType {}

  /** {@code flag}: yes or no. */
  record Flag() implements FieldType {}

  /** {@code code}: one entry of a dated, hierarchical list of codes. */
  record Code(String list) implements FieldType {}

  /** {@code region}: the code of a region. */
  record OfRegion() implements FieldType {}

  /** {@code organisation}: one of the directory of organisations. */
  record OfOrganisation() implements FieldType {}

  /** {@code post}: a person with the post held and a way to reach them, as written. */
  record Post() implements FieldType {}

  /** {@code credit-code}: 统一社会信用代码, GB 32100-2015, with its check digit. */
  record CreditCode() implements FieldType {}

  /** {@code estate-unit}: 不动产单元号. */
  record EstateUnit() implements FieldType {}

  /** {@code parcel-code}: 地块编码. */
  record ParcelCode() implements FieldType {}

  /** {@code disclosure}: whether the record may be made public: 主动公开, 依申请公开, 不予公开. */
  record DisclosureMark() implements FieldType {}

  /** {@code link}: records of a register, several where {@code many}. */
  record Link(RegisterId to, boolean many) implements FieldType {}

  /** {@code evidence}: files that prove something, any number. */
  record Evidence() implements FieldType {}

  /** {@code computed}: worked out from other fields when a record is stored; never typed in. */
  record Computed(String expression, ResultType result) implements FieldType {}

  /** What a computed field works out. */
  enum ResultType {
    TEXT,
    NUMBER,
    DATE,
    FLAG
  }
}
