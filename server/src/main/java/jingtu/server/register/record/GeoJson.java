package jingtu.server.register.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Geometries as GeoJSON objects (RFC 7946), as a JSON library reads and writes them: longitude
 * before latitude. They are in EPSG:4490 here, which a map cannot tell from WGS 84.
 */
public final class GeoJson {

  private static final int EPSG_CGCS2000 = 4490;
  private static final GeometryFactory GEOMETRIES =
      new GeometryFactory(new PrecisionModel(), EPSG_CGCS2000);

  private GeoJson() {}

  /** A geometry as an object with {@code type} and {@code coordinates}. */
  public static Map<String, Object> write(Geometry geometry) {
    Object coordinates =
        switch (geometry) {
          case Point point -> position(point.getCoordinate());
          case LineString line -> positions(line);
          case Polygon polygon -> rings(polygon);
          default -> parts(geometry);
        };
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", geometry.getGeometryType());
    json.put("coordinates", coordinates);
    return json;
  }

  private static List<Object> parts(Geometry geometry) {
    return IntStream.range(0, geometry.getNumGeometries())
        .mapToObj(
            i -> {
              Object coordinates = write(geometry.getGeometryN(i)).get("coordinates");
              return coordinates == null ? List.of() : coordinates;
            })
        .toList();
  }

  private static List<Object> rings(Polygon polygon) {
    List<Object> rings = new ArrayList<>(List.of(positions(polygon.getExteriorRing())));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(positions(polygon.getInteriorRingN(i)));
    }
    return rings;
  }

  private static List<Object> positions(LineString line) {
    return java.util.Arrays.stream(line.getCoordinates()).<Object>map(GeoJson::position).toList();
  }

  private static List<Double> position(Coordinate at) {
    return List.of(at.x, at.y);
  }

  /**
   * The geometry that an object describes. A height is dropped, as records have none.
   *
   * @return empty where it describes none: another type, a ring that is not closed, no numbers
   */
  public static Optional<Geometry> read(@Nullable Object json) {
    if (!(json instanceof Map<?, ?> object) || !(object.get("type") instanceof String type)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(type, object.get("coordinates")));
    } catch (NoGeometry e) {
      return Optional.empty();
    }
  }

  private static Geometry read(String type, @Nullable Object json) {
    return switch (type) {
      case "Point" -> GEOMETRIES.createPoint(coordinate(json));
      case "MultiPoint" -> GEOMETRIES.createMultiPointFromCoords(coordinates(json, 1));
      case "LineString" -> GEOMETRIES.createLineString(coordinates(json, 2));
      case "MultiLineString" ->
          GEOMETRIES.createMultiLineString(
              list(json).stream()
                  .map(line -> GEOMETRIES.createLineString(coordinates(line, 2)))
                  .toArray(LineString[]::new));
      case "Polygon" -> polygon(json);
      case "MultiPolygon" ->
          GEOMETRIES.createMultiPolygon(
              list(json).stream().map(GeoJson::polygon).toArray(Polygon[]::new));
      default -> throw new NoGeometry();
    };
  }

  private static Polygon polygon(@Nullable Object json) {
    List<LinearRing> rings = list(json).stream().map(GeoJson::ring).toList();
    if (rings.isEmpty()) {
      throw new NoGeometry();
    }
    return GEOMETRIES.createPolygon(
        rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(Object json) {
    Coordinate[] coordinates = coordinates(json, 4);
    if (!coordinates[0].equals2D(coordinates[coordinates.length - 1])) {
      throw new NoGeometry();
    }
    return GEOMETRIES.createLinearRing(coordinates);
  }

  private static Coordinate[] coordinates(@Nullable Object json, int least) {
    Coordinate[] coordinates =
        list(json).stream().map(GeoJson::coordinate).toArray(Coordinate[]::new);
    if (coordinates.length < least) {
      throw new NoGeometry();
    }
    return coordinates;
  }

  private static Coordinate coordinate(@Nullable Object json) {
    List<?> numbers = list(json);
    if (numbers.size() < 2
        || !(numbers.get(0) instanceof Number x)
        || !(numbers.get(1) instanceof Number y)
        || !Double.isFinite(x.doubleValue())
        || !Double.isFinite(y.doubleValue())) {
      throw new NoGeometry();
    }
    return new Coordinate(x.doubleValue(), y.doubleValue());
  }

  private static List<?> list(@Nullable Object json) {
    if (json instanceof List<?> list) {
      return list;
    }
    throw new NoGeometry();
  }

  /** Something that describes no geometry. */
  private static final class NoGeometry extends RuntimeException {
    NoGeometry() {
      super("no geometry", null, false, false);
    }
  }
}
