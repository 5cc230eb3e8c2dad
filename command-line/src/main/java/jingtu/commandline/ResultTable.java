package jingtu.commandline;

import java.io.IOException;

/** Where rows of results go, one at a time; nothing of them is kept in memory. */
sealed interface ResultTable extends AutoCloseable permits CsvTable, XlsxTable {

  /** Writes a row; the first is the header. */
  void write(Iterable<String> cells) throws IOException;

  @Override
  void close() throws IOException;
}
