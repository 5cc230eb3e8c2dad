package jingtu.server.register.exchange.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import jingtu.server.register.exchange.cell.ExchangedRecord;
import jingtu.server.register.exchange.cell.SheetColumn;
import jingtu.server.register.exchange.cell.WriteCell;
import jingtu.vocabulary.Language;

/** A file that records are written into, one after the other; closing completes it. */
public interface RecordFile extends Closeable {

  /** Writes one record. */
  void write(ExchangedRecord told) throws IOException;

  /** The kinds of file, by the ending of their names. */
  enum Kind {
    XLSX,
    CSV,
    GEOJSON
  }

  /**
   * A new file.
   *
   * @param name what the table is called
   * @param cells what is written into its cells
   */
  static RecordFile open(
      Kind kind,
      String name,
      List<SheetColumn> columns,
      WriteCell cells,
      Language language,
      OutputStream out)
      throws IOException {
    return switch (kind) {
      case XLSX -> new RecordWorkbook(name, columns, cells, out);
      case CSV -> new RecordCsv(columns, cells, out);
      case GEOJSON -> new RecordFeatures(name, columns, cells, language, out);
    };
  }
}
