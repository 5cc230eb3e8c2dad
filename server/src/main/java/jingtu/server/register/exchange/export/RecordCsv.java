package jingtu.server.register.exchange.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import jingtu.server.register.exchange.cell.CellContent;
import jingtu.server.register.exchange.cell.ExchangedRecord;
import jingtu.server.register.exchange.cell.GuardedText;
import jingtu.server.register.exchange.cell.SheetColumn;
import jingtu.server.register.exchange.cell.WriteCell;

/**
 * Records as comma-separated values (RFC 4180) in UTF-8 with a byte-order mark, by which
 * spreadsheets know the encoding. Texts that they would take for formulas are guarded.
 */
final class RecordCsv implements RecordFile {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Writer out;
  private final List<SheetColumn> columns;
  private final WriteCell cells;

  RecordCsv(List<SheetColumn> columns, WriteCell cells, OutputStream out) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.columns = columns;
    this.cells = cells;
    this.out.append(BYTE_ORDER_MARK);
    line(columns.stream().map(column -> GuardedText.guard(column.heading())).toList());
  }

  @Override
  public void write(ExchangedRecord told) throws IOException {
    line(columns.stream().map(column -> text(cells.write(column, told))).toList());
  }

  private static String text(CellContent content) {
    return switch (content) {
      case CellContent.Blank blank -> "";
      case CellContent.Text(String text) -> GuardedText.guard(text);
      case CellContent.Figure(BigDecimal number) -> number.toPlainString();
      case CellContent.Day(LocalDate date) -> date.toString();
    };
  }

  private void line(List<String> texts) throws IOException {
    out.write(texts.stream().map(RecordCsv::quoted).collect(Collectors.joining(",")));
    out.write("\r\n");
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ' || c == ';');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
