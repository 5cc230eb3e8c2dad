package jingtu.server.register.exchange.cell;

import static jingtu.server.register.exchange.cell.ExchangeWords.message;

import java.util.Optional;
import jingtu.server.register.record.FieldValue;
import jingtu.vocabulary.Message;

/** What was understood of one cell. */
public sealed interface CellReading {

  /** The cell holds nothing. */
  record Nothing() implements CellReading {}

  /**
   * A value.
   *
   * @param doubt why somebody should look whether it is meant so
   */
  record Taken(FieldValue value, Optional<Fault> doubt) implements CellReading {}

  /** What stands there is no value of the column. */
  record Faulty(Fault fault) implements CellReading {}

  /**
   * What is wrong, and what is allowed.
   *
   * @param kind the problem's name, by which faults are counted
   */
  record Fault(String kind, Message problem, Message remedy) {

    /** A fault whose sentences are {@code fault.<kind>} and {@code fault.<kind>-remedy}. */
    public static Fault of(String kind, Object... arguments) {
      return new Fault(
          kind,
          message("fault." + kind, arguments),
          message("fault." + kind + "-remedy", arguments));
    }
  }

  /** A value that is clear. */
  static CellReading taken(FieldValue value) {
    return new Taken(value, Optional.empty());
  }

  /** A value to be looked at. */
  static CellReading doubtful(FieldValue value, Fault doubt) {
    return new Taken(value, Optional.of(doubt));
  }

  /** A fault as {@link Fault#of} makes it. */
  static CellReading faulty(String kind, Object... arguments) {
    return new Faulty(Fault.of(kind, arguments));
  }
}
