package jingtu.server.register.exchange.cell;

import static jingtu.server.register.exchange.cell.ExchangeWords.message;

import java.util.Locale;
import jingtu.server.register.definition.Definition.Shape;
import jingtu.server.register.exchange.cell.CellReading.Fault;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Shapes as files write them, in degrees of CGCS2000 (EPSG:4490), longitude first. */
public final class ShapeText {

  public static final int SRID = 4490;

  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), SRID);

  private ShapeText() {}

  /** What was understood of a shape. */
  public sealed interface Reading {
    record Read(Geometry geometry) implements Reading {}

    record Faulty(Fault fault) implements Reading {}
  }

  /** Well-known text of a shape of that kind. */
  public static Reading read(String text, Shape wanted) {
    try {
      return of(new WKTReader(FACTORY).read(text), wanted);
    } catch (ParseException | IllegalArgumentException noShape) {
      return new Reading.Faulty(fault("not-wkt", "", wanted));
    }
  }

  /** A shape as read from elsewhere, where it is of the wanted kind. */
  public static Reading of(Geometry geometry, Shape wanted) {
    if (!fits(geometry, wanted)) {
      return new Reading.Faulty(fault("other-shape", geometry.getGeometryType(), wanted));
    }
    geometry.setSRID(SRID);
    return new Reading.Read(geometry);
  }

  private static Fault fault(String kind, String found, Shape wanted) {
    return new Fault(
        kind,
        message("fault." + kind, found),
        message("fault.shape-wanted." + wanted.name().toLowerCase(Locale.ROOT)));
  }

  private static boolean fits(Geometry geometry, Shape wanted) {
    String type = geometry.getGeometryType();
    return switch (wanted) {
      case NONE -> false;
      case POINT -> type.equals(Geometry.TYPENAME_POINT);
      case LINE ->
          type.equals(Geometry.TYPENAME_LINESTRING)
              || type.equals(Geometry.TYPENAME_MULTILINESTRING);
      case POLYGON ->
          type.equals(Geometry.TYPENAME_POLYGON) || type.equals(Geometry.TYPENAME_MULTIPOLYGON);
    };
  }

  /** The point at two angles in degrees. */
  public static Geometry point(double longitude, double latitude) {
    return FACTORY.createPoint(new Coordinate(longitude, latitude));
  }

  /** The factory of all shapes that are exchanged. */
  public static GeometryFactory factory() {
    return FACTORY;
  }
}
