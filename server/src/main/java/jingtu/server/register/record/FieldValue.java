package jingtu.server.register.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a record holds in one field. A field that holds nothing has no value at all. */
public sealed interface FieldValue {

  /**
   * Characters: texts, codes of a list, regions, credit codes, marks, and persons as written. Not
   * blank.
   */
  record Words(String text) implements FieldValue {
    public Words {
      if (text.isBlank()) {
        throw new IllegalArgumentException("blank words are no value");
      }
    }
  }

  /** A number, without trailing zeros after the point, so that 1.50 equals 1.5. */
  record Amount(BigDecimal number) implements FieldValue {
    public Amount {
      BigDecimal plain = number.stripTrailingZeros();
      number = plain.scale() < 0 ? plain.setScale(0) : plain;
    }
  }

  record Day(LocalDate date) implements FieldValue {}

  /** From a day to a day, both included, or still open. */
  record Span(LocalDate from, Optional<LocalDate> to) implements FieldValue {
    public Span {
      if (to.isPresent() && to.get().isBefore(from)) {
        throw new IllegalArgumentException("a period that ends before it begins");
      }
    }
  }

  record Yes(boolean holds) implements FieldValue {}

  /** Other things by id, in the order in which they were named: records, an organisation, files. */
  record Ids(List<UUID> ids) implements FieldValue {
    public Ids {
      ids = List.copyOf(ids);
      if (ids.isEmpty()) {
        throw new IllegalArgumentException("no ids are no value");
      }
    }
  }
}
