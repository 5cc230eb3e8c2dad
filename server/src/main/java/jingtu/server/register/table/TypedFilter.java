package jingtu.server.register.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A condition on one field; what it is held against has the type of the field's values. */
public record TypedFilter(String field, Test test) {

  /** What is asked of the value. */
  public sealed interface Test {
    /** There is one. */
    record Filled() implements Test {}

    /** There is none. */
    record Empty() implements Test {}

    /** It is one of these words. */
    record IsWords(List<String> any) implements Test {}

    /** The words are part of it, in whatever case. */
    record Contains(String words) implements Test {}

    /** It is one of these numbers. */
    record IsNumber(List<BigDecimal> any) implements Test {}

    record NumberFrom(BigDecimal lowest) implements Test {}

    record NumberTo(BigDecimal highest) implements Test {}

    /** It is one of these days; of a period, that one of them lies in it. */
    record IsDay(List<LocalDate> any) implements Test {}

    /** It is that day or later; of a period, that it has not ended before. */
    record DayFrom(LocalDate first) implements Test {}

    /** It is that day or earlier; of a period, that it has begun by then. */
    record DayTo(LocalDate last) implements Test {}

    record IsFlag(boolean holds) implements Test {}

    /** It names one of these things. */
    record IsId(List<UUID> any) implements Test {}

    /** The other test does not hold; so it holds where there is no value. */
    record Not(Test test) implements Test {}
  }
}
