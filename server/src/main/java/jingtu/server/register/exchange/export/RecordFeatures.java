package jingtu.server.register.exchange.export;

import static jingtu.server.register.exchange.cell.ExchangeWords.say;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import jingtu.server.register.exchange.cell.CellContent;
import jingtu.server.register.exchange.cell.ExchangedRecord;
import jingtu.server.register.exchange.cell.SheetColumn;
import jingtu.server.register.exchange.cell.SheetColumn.Spine;
import jingtu.server.register.exchange.cell.WriteCell;
import jingtu.server.register.record.GeoJson;
import jingtu.vocabulary.Language;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as GeoJSON (RFC 7946). The coordinates are those of CGCS2000 (EPSG:4490), not turned into
 * WGS 84, which a member {@code note} says, since the format has no place for a reference system;
 * {@code columns} says what each property is called in words.
 */
final class RecordFeatures implements RecordFile {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final JsonGenerator json;
  private final List<SheetColumn> columns;
  private final WriteCell cells;

  RecordFeatures(
      String name,
      List<SheetColumn> columns,
      WriteCell cells,
      Language language,
      OutputStream out) {
    this.json = MAPPER.createGenerator(out);
    this.columns = columns.stream().filter(column -> !isShape(column)).toList();
    this.cells = cells;
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeStringProperty("name", name);
    json.writeStringProperty("note", say(language, "geojson.note"));
    json.writeObjectPropertyStart("columns");
    this.columns.forEach(column -> json.writeStringProperty(column.id(), column.heading()));
    json.writeEndObject();
    json.writeArrayPropertyStart("features");
  }

  private static boolean isShape(SheetColumn column) {
    return column.part() == Spine.LONGITUDE
        || column.part() == Spine.LATITUDE
        || column.part() == Spine.OUTLINE;
  }

  @Override
  public void write(ExchangedRecord told) throws IOException {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeStringProperty("id", told.id().toString());
    json.writeName("geometry");
    told.geometry().ifPresentOrElse(shape -> json.writePOJO(GeoJson.write(shape)), json::writeNull);
    json.writeObjectPropertyStart("properties");
    columns.forEach(column -> property(column, cells.write(column, told)));
    json.writeEndObject();
    json.writeEndObject();
  }

  private void property(SheetColumn column, CellContent content) {
    json.writeName(column.id());
    switch (content) {
      case CellContent.Blank blank -> json.writeNull();
      case CellContent.Text(String text) -> json.writeString(text);
      case CellContent.Figure(BigDecimal number) -> json.writeNumber(number);
      case CellContent.Day(LocalDate date) -> json.writeString(date.toString());
    }
  }

  @Override
  public void close() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }
}
