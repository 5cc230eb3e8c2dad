package jingtu.commandline;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A table as comma-separated values in UTF-8, a line feed after each row. */
final class CsvTable implements ResultTable {

  private static final int BUFFER_CHARS = 1 << 16;

  private final CsvWriter csv;

  private CsvTable(Writer writer) {
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
  }

  /** Into a pipe: nothing but the rows. The stream stays open. */
  static CsvTable intoPipe(OutputStream stream) {
    return new CsvTable(writer(stream));
  }

  /** Into a file, behind the mark by which spreadsheets know that it is UTF-8. */
  static CsvTable intoFile(OutputStream stream) throws IOException {
    Writer writer = writer(stream);
    writer.write('\uFEFF');
    return new CsvTable(writer);
  }

  private static Writer writer(OutputStream stream) {
    return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER_CHARS);
  }

  @Override
  public void write(Iterable<String> cells) {
    csv.writeRecord(cells);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
