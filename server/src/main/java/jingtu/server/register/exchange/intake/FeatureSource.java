package jingtu.server.register.exchange.intake;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import jingtu.server.register.record.GeoJson;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.Limits;
import jingtu.sheets.Row;
import jingtu.vocabulary.Finding;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The features of a GeoJSON (RFC 7946): a property is a column, in the order in which properties
 * first occur; a feature is a row, numbered from 1.
 */
final class FeatureSource implements Source {

  /** Features are read one by one: behind each there is more. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final String SHEET = "";
  private static final int SAMPLES = 3;
  private static final int MOST_DIGITS = 100;

  private final Path file;
  private final Map<String, TableHead.Column> columns;
  private final DoubleConsumer progress;

  private FeatureSource(Path file, Map<String, TableHead.Column> columns, DoubleConsumer progress) {
    this.file = file;
    this.columns = columns;
    this.progress = progress;
  }

  /** Opens a file that begins like JSON; reads it once to learn which properties there are. */
  static Opening open(Path file) {
    Map<String, List<String>> samples = new LinkedHashMap<>();
    Optional<Finding> fault = features(file, share -> {}, (n, feature) -> note(feature, samples));
    if (fault.isPresent()) {
      return new Refused(fault.get());
    }
    if (samples.size() > Limits.COLUMNS) {
      return Source.refuse(file, "too-many-properties", Limits.COLUMNS);
    }
    Map<String, TableHead.Column> columns = new LinkedHashMap<>();
    samples.forEach(
        (name, values) ->
            columns.put(
                name, new TableHead.Column(columns.size() + 1, name, List.of(name), values)));
    return new Opened(new FeatureSource(file, columns, share -> {}));
  }

  private static boolean note(JsonNode feature, Map<String, List<String>> samples) {
    for (Map.Entry<String, JsonNode> property : feature.path("properties").properties()) {
      List<String> values = samples.computeIfAbsent(property.getKey(), key -> new ArrayList<>());
      if (values.size() < SAMPLES && !property.getValue().isNull()) {
        values.add(text(property.getValue()));
      }
    }
    return true;
  }

  /** What is done with a feature; false ends the reading. */
  private interface Take {
    boolean take(int number, JsonNode feature);
  }

  private static Optional<Finding> features(Path file, DoubleConsumer progress, Take take) {
    try (InputStream bytes = new Watched(file, progress);
        JsonParser json = MAPPER.createParser(bytes)) {
      return findFeatures(json)
          ? walk(json, take)
          : Optional.of(Source.refuse(file, "no-features").finding());
    } catch (JacksonException broken) {
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
      return Optional.of(Source.refuse(file, "broken-json", line).finding());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static boolean findFeatures(JsonParser json) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean features = json.currentName().equals("features");
      JsonToken value = json.nextToken();
      if (features) {
        return value == JsonToken.START_ARRAY;
      }
      json.skipChildren();
    }
    return false;
  }

  private static Optional<Finding> walk(JsonParser json, Take take) {
    int number = 1;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      JsonNode feature = MAPPER.readTree(json);
      if (!take.take(number++, feature)) {
        break;
      }
    }
    return Optional.empty();
  }

  @Override
  public Kind kind() {
    return Kind.GEOJSON;
  }

  @Override
  public List<String> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Source watchedBy(DoubleConsumer watcher) {
    return new FeatureSource(file, columns, watcher);
  }

  @Override
  public TableHead head(String sheet, Predicate<String> isName, OptionalInt row) {
    return new TableHead(SHEET, 0, 0, List.copyOf(columns.values()));
  }

  @Override
  public Optional<Finding> rows(TableHead head, Predicate<SourceRow> goOn) {
    return features(file, progress, (number, feature) -> goOn.test(row(number, feature)));
  }

  private SourceRow row(int number, JsonNode feature) {
    List<Cell> cells = new ArrayList<>();
    columns.forEach(
        (name, column) ->
            cells.add(
                cell(
                    new CellAddress(SHEET, number, column.number()),
                    feature.path("properties").path(name))));
    return new SourceRow(
        new Row(SHEET, number, cells), shape(feature.path("geometry")), Optional.empty());
  }

  private static Cell cell(CellAddress at, JsonNode value) {
    Cell.Kind kind =
        switch (value.getNodeType()) {
          case NUMBER -> isOrdinary(value) ? Cell.Kind.NUMBER : Cell.Kind.TEXT;
          case BOOLEAN -> Cell.Kind.FLAG;
          case MISSING, NULL -> Cell.Kind.EMPTY;
          case STRING -> value.asString().isBlank() ? Cell.Kind.EMPTY : Cell.Kind.TEXT;
          case ARRAY, OBJECT, BINARY, POJO -> Cell.Kind.TEXT;
        };
    return new Cell(at, kind, kind == Cell.Kind.EMPTY ? "" : text(value));
  }

  /** Whether a number can be written out; an exponent of a million would fill the memory. */
  private static boolean isOrdinary(JsonNode value) {
    BigDecimal number = value.decimalValue();
    return Math.abs(number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
  }

  private static String text(JsonNode value) {
    if (value.isNumber() && isOrdinary(value)) {
      return value.decimalValue().stripTrailingZeros().toPlainString();
    }
    return value.isContainer() ? value.toString() : value.asString().strip();
  }

  private static SourceRow.Shape shape(JsonNode geometry) {
    if (geometry.isNull() || geometry.isMissingNode()) {
      return new SourceRow.Shape.None();
    }
    return GeoJson.read(MAPPER.treeToValue(geometry, Object.class))
        .<SourceRow.Shape>map(SourceRow.Shape.Read::new)
        .orElseGet(SourceRow.Shape.Unreadable::new);
  }

  /** Tells which share of a file has been read. */
  private static final class Watched extends FilterInputStream {
    private final long size;
    private final DoubleConsumer progress;
    private long read;

    Watched(Path file, DoubleConsumer progress) throws IOException {
      super(new BufferedInputStream(Files.newInputStream(file)));
      this.size = Math.max(1, Files.size(file));
      this.progress = progress;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = super.read(bytes, from, length);
      read += Math.max(0, count);
      progress.accept(Math.min(1, (double) read / size));
      return count;
    }
  }
}
