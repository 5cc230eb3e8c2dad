package jingtu.server.register.exchange.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Shapes as GeoJSON writes them (RFC 7946, 3.1): points, lines and polygons, single or several, of
 * two coordinates, longitude first. Heights are passed over.
 */
public final class GeoJson {

  private static final GeometryFactory FACTORY = ShapeText.factory();

  private GeoJson() {}

  /** Writes a shape; one of a kind that no register has is written as null. */
  public static void write(JsonGenerator json, Geometry shape) {
    switch (shape.getGeometryType()) {
      case Geometry.TYPENAME_POINT ->
          write(json, shape, () -> position(json, shape.getCoordinate()));
      case Geometry.TYPENAME_LINESTRING -> write(json, shape, () -> line(json, (LineString) shape));
      case Geometry.TYPENAME_POLYGON -> write(json, shape, () -> polygon(json, (Polygon) shape));
      case Geometry.TYPENAME_MULTILINESTRING ->
          write(json, shape, () -> parts(json, shape, part -> line(json, (LineString) part)));
      case Geometry.TYPENAME_MULTIPOLYGON ->
          write(json, shape, () -> parts(json, shape, part -> polygon(json, (Polygon) part)));
      default -> json.writeNull();
    }
  }

  private static void write(JsonGenerator json, Geometry shape, Runnable coordinates) {
    json.writeStartObject();
    json.writeStringProperty("type", shape.getGeometryType());
    json.writeName("coordinates");
    coordinates.run();
    json.writeEndObject();
  }

  private static void parts(JsonGenerator json, Geometry shape, Consumer<Geometry> part) {
    json.writeStartArray();
    IntStream.range(0, shape.getNumGeometries()).mapToObj(shape::getGeometryN).forEach(part);
    json.writeEndArray();
  }

  private static void polygon(JsonGenerator json, Polygon polygon) {
    json.writeStartArray();
    line(json, polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      line(json, polygon.getInteriorRingN(i));
    }
    json.writeEndArray();
  }

  private static void line(JsonGenerator json, LineString line) {
    CoordinateSequence positions = line.getCoordinateSequence();
    json.writeStartArray();
    for (int i = 0; i < positions.size(); i++) {
      position(json, positions.getCoordinate(i));
    }
    json.writeEndArray();
  }

  private static void position(JsonGenerator json, Coordinate position) {
    json.writeStartArray();
    json.writeNumber(position.x);
    json.writeNumber(position.y);
    json.writeEndArray();
  }

  /** The shape of a member {@code geometry}; empty where it is none that can be read. */
  public static Optional<Geometry> read(JsonNode member) {
    JsonNode coordinates = member.path("coordinates");
    try {
      return switch (member.path("type").asString("")) {
        case Geometry.TYPENAME_POINT -> Optional.of(point(coordinates));
        case Geometry.TYPENAME_LINESTRING ->
            Optional.of(FACTORY.createLineString(positions(coordinates)));
        case Geometry.TYPENAME_POLYGON -> Optional.of(polygon(coordinates));
        case Geometry.TYPENAME_MULTILINESTRING ->
            Optional.of(
                FACTORY.createMultiLineString(
                    elements(coordinates).stream()
                        .map(line -> FACTORY.createLineString(positions(line)))
                        .toArray(LineString[]::new)));
        case Geometry.TYPENAME_MULTIPOLYGON ->
            Optional.of(
                FACTORY.createMultiPolygon(
                    elements(coordinates).stream().map(GeoJson::polygon).toArray(Polygon[]::new)));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException noShape) {
      return Optional.empty();
    }
  }

  private static Point point(JsonNode coordinates) {
    return FACTORY.createPoint(position(coordinates));
  }

  private static Polygon polygon(JsonNode coordinates) {
    List<LinearRing> rings =
        elements(coordinates).stream()
            .map(ring -> FACTORY.createLinearRing(positions(ring)))
            .toList();
    if (rings.isEmpty()) {
      throw new IllegalArgumentException("a polygon without a ring");
    }
    return FACTORY.createPolygon(
        rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static Coordinate[] positions(JsonNode coordinates) {
    return elements(coordinates).stream().map(GeoJson::position).toArray(Coordinate[]::new);
  }

  private static Coordinate position(JsonNode position) {
    if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
      throw new IllegalArgumentException("a position has two numbers");
    }
    return new Coordinate(position.get(0).asDouble(), position.get(1).asDouble());
  }

  private static List<JsonNode> elements(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements;
  }
}
