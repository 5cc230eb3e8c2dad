package jingtu.server.register.exchange.cell;

import java.util.List;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;

/**
 * One column of a register's table as it is exchanged.
 *
 * @param id what the program calls it: a field's id, or one with a dot that no field can have
 * @param heading what is written over it, with the unit in brackets
 * @param names what else may stand over it in a table that comes in
 * @param part what of a record it tells
 */
public record SheetColumn(String id, String heading, List<String> names, Part part) {

  public SheetColumn {
    names = List.copyOf(names);
  }

  /** What of a record a column tells. */
  public sealed interface Part {}

  /** The whole value of a field. */
  public record Whole(Field field) implements Part {}

  /** The first day of a period. */
  public record Opening(Field field) implements Part {}

  /** The last day of a period. */
  public record Closing(Field field) implements Part {}

  /** What every record has, whatever its register. */
  public enum Spine implements Part {
    /** The region whose record it is. */
    REGION,
    /** The organisation that keeps it. */
    ORGANISATION,
    /** Where it stands in its life cycle; never taken from a file. */
    STATE,
    /** Its id, by which an exported record finds back. */
    RECORD,
    /** Degrees east of Greenwich, CGCS2000. */
    LONGITUDE,
    /** Degrees north, CGCS2000. */
    LATITUDE,
    /** Longitude and latitude in one cell; read, and never written. */
    POSITION,
    /** A line or a polygon as well-known text (OGC 06-103r4), CGCS2000. */
    OUTLINE
  }

  /** Whether a file that leaves has it. */
  public boolean isWritten() {
    return part != Spine.POSITION;
  }

  /** Whether a file may say it; state and what is computed come of other things. */
  public boolean isTaken() {
    return switch (part) {
      case Whole(Field field) -> !isComputed(field);
      case Opening opening -> true;
      case Closing closing -> true;
      case Spine spine -> spine != Spine.STATE;
    };
  }

  private static boolean isComputed(Field field) {
    return field.type() instanceof FieldType.Computed;
  }
}
