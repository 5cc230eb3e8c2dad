package jingtu.server.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills the empty tables of a database with the rows of an archive: all of them, or none. */
final class LoadArchive {

  /** Rows that are sent at once; a row of a document's bytes has 256 KiB. */
  private static final int BATCH = 64;

  private final Archive archive;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final LongConsumer progress;
  private long loaded;

  /**
   * @param progress hears how many rows are in
   */
  LoadArchive(Archive archive, DataSource database, LongConsumer progress) {
    this.archive = archive;
    this.jdbc = new JdbcTemplate(database);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    this.progress = progress;
  }

  /** Returns the parts for which the database has no table, and which are therefore left out. */
  List<Manifest.TablePart> run() {
    Map<String, Table> tables =
        Tables.in(jdbc).stream().collect(Collectors.toMap(Table::name, table -> table));
    List<Filling> fillings = new ArrayList<>();
    List<Manifest.TablePart> leftOut = new ArrayList<>();
    for (Manifest.TablePart part : archive.manifest().tables()) {
      Optional.ofNullable(tables.get(part.table()))
          .map(table -> new Filling(part, table.inOrder(part.columns())))
          .ifPresentOrElse(fillings::add, () -> leftOut.add(part));
    }
    transaction.executeWithoutResult(
        t -> {
          fillings.reversed().forEach(this::empty);
          fillings.forEach(this::fill);
          fillings.forEach(this::count);
        });
    return leftOut;
  }

  private record Filling(Manifest.TablePart part, Table table) {}

  /**
   * Removes what the migrations themselves put in. A table without rows is left alone: one from
   * which nothing may be removed would refuse even that.
   */
  private void empty(Filling filling) {
    if (rowsOf(filling.table()) > 0) {
      jdbc.update(filling.table().delete());
    }
  }

  private void fill(Filling filling) {
    Batch batch = new Batch(filling.table());
    Consumer<@Nullable Object[]> rows =
        filling
            .table()
            .upward()
            .<Consumer<@Nullable Object[]>>map(
                upward -> new ParentsFirst(filling.part().columns(), upward, batch))
            .orElse(batch);
    try {
      archive.rows(filling.part(), rows);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + filling.part().name(), e);
    }
    batch.send();
  }

  private void count(Filling filling) {
    long found = rowsOf(filling.table());
    if (found != filling.part().rows()) {
      throw new RowsMissing(filling.part(), found);
    }
  }

  private long rowsOf(Table table) {
    return Objects.requireNonNull(jdbc.queryForObject(table.count(), Long.class));
  }

  /** Rows on their way into a table. */
  private final class Batch implements Consumer<@Nullable Object[]> {

    private final Table table;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    Batch(Table table) {
      this.table = table;
    }

    @Override
    public void accept(@Nullable Object[] row) {
      rows.add(row);
      if (rows.size() == BATCH) {
        send();
      }
    }

    void send() {
      jdbc.batchUpdate(table.insert(), rows, BATCH, table::bind);
      loaded += rows.size();
      progress.accept(loaded);
      rows.clear();
    }
  }

  /** A table that holds other rows than its part of the archive. */
  static final class RowsMissing extends RuntimeException {
    RowsMissing(Manifest.TablePart part, long found) {
      super("%s has %d rows, the table %d".formatted(part.name(), part.rows(), found));
    }
  }
}
