package jingtu.server.register.exchange.intake;

import java.util.Optional;
import java.util.Set;
import jingtu.sheets.Row;
import org.locationtech.jts.geom.Geometry;

/**
 * One row of a file, or one feature.
 *
 * @param row its cells, also those of merged areas that cover it; the faults of the file itself
 * @param shape what a feature has as its geometry
 * @param leftOut why it is no record
 */
public record SourceRow(Row row, Shape shape, Optional<LeftOut> leftOut) {

  /** What a feature says of where it is. */
  public sealed interface Shape {
    /** Nothing, as rows of sheets. */
    record None() implements Shape {}

    record Read(Geometry geometry) implements Shape {}

    /** A member {@code geometry} that is no shape. */
    record Unreadable() implements Shape {}
  }

  /** Rows that are no records. */
  public enum LeftOut {
    /** The rows of a template that explain it. */
    HINT,
    /** A sum of other rows. */
    TOTAL,
    /** Words below or between the rows. */
    REMARK,
    /** The head once more, as on each printed page. */
    REPEATED_HEAD,
    /** Nothing in any column that is taken: a running number at most. */
    NOTHING
  }

  /** The same, left out where none of the columns that are taken says anything. */
  public SourceRow taking(Set<Integer> columns) {
    boolean says =
        leftOut.isPresent()
            || !(shape instanceof Shape.None)
            || !row.faults().isEmpty()
            || columns.stream().anyMatch(number -> !row.cell(number).isEmpty());
    return says ? this : new SourceRow(row, shape, Optional.of(LeftOut.NOTHING));
  }

  /** Its number in the file, from 1. */
  public int number() {
    return row.number();
  }
}
