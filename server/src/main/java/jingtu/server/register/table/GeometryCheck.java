package jingtu.server.register.table;

import java.util.Optional;
import jingtu.server.register.definition.Definition.Shape;
import jingtu.vocabulary.Message;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Whether a geometry can be what a record of a register has on the map. */
public final class GeometryCheck {

  /** More than any boundary of a county's parcels has; a whole province's outline has fewer. */
  public static final int MOST_VERTICES = 100_000;

  /** Degrees of longitude and latitude in which China lies, its seas included. */
  private static final Envelope CHINA = new Envelope(73, 136, 3, 54);

  private GeometryCheck() {}

  /** What is wrong with it; nothing where it is sound. */
  public static Optional<Message> fault(Shape shape, Geometry geometry) {
    if (shape == Shape.NONE) {
      return Optional.of(Message.of("register-table.no-geometry"));
    }
    if (geometry.isEmpty()) {
      return Optional.of(Message.of("register-table.empty-geometry"));
    }
    if (!isA(shape, geometry)) {
      return Optional.of(Message.of(wanted(shape)));
    }
    if (geometry.getNumPoints() > MOST_VERTICES) {
      return Optional.of(
          Message.of("register-table.too-many-vertices", geometry.getNumPoints(), MOST_VERTICES));
    }
    return outside(geometry).or(() -> invalid(geometry));
  }

  private static boolean isA(Shape shape, Geometry geometry) {
    return switch (shape) {
      case NONE -> false;
      case POINT -> geometry instanceof Puntal;
      case LINE -> geometry instanceof Lineal;
      case POLYGON -> geometry instanceof Polygonal;
    };
  }

  private static String wanted(Shape shape) {
    return switch (shape) {
      case NONE -> "register-table.no-geometry";
      case POINT -> "register-table.no-point";
      case LINE -> "register-table.no-line";
      case POLYGON -> "register-table.no-polygon";
    };
  }

  private static Optional<Message> outside(Geometry geometry) {
    for (Coordinate at : geometry.getCoordinates()) {
      if (!CHINA.contains(at)) {
        boolean swapped = CHINA.contains(new Coordinate(at.y, at.x));
        return Optional.of(
            Message.of(swapped ? "register-table.swapped" : "register-table.outside", at.x, at.y));
      }
    }
    return Optional.empty();
  }

  private static Optional<Message> invalid(Geometry geometry) {
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    return error == null
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "register-table.crosses-itself", error.getCoordinate().x, error.getCoordinate().y));
  }
}
