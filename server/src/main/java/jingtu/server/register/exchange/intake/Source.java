package jingtu.server.register.exchange.intake;

import static jingtu.server.register.exchange.cell.ExchangeWords.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import jingtu.sheets.SheetFile;
import jingtu.vocabulary.Finding;

/**
 * A file of rows that somebody sends: the sheets of an .xlsx, a .csv, or the features of a GeoJSON.
 * Rows stream; each reading opens the file anew.
 */
public sealed interface Source permits SheetSource, FeatureSource {

  /** What became of a file. */
  sealed interface Opening {}

  /** A file whose rows can be read. */
  record Opened(Source source) implements Opening {}

  record Refused(Finding finding) implements Opening {}

  /** What sort of file it is; only a table can be given back with its cells marked. */
  enum Kind {
    WORKBOOK,
    CSV,
    GEOJSON
  }

  /** Decides by its content what a file is. */
  static Opening open(Path file) {
    return beginsLikeJson(file)
        ? FeatureSource.open(file)
        : switch (SheetFile.open(file)) {
          case SheetFile.Opened(SheetFile opened) -> new Opened(new SheetSource(opened));
          case SheetFile.Refused(Finding finding) -> new Refused(finding);
        };
  }

  private static boolean beginsLikeJson(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      String opening = new String(bytes.readNBytes(64), StandardCharsets.UTF_8);
      return opening.replace("\uFEFF", "").stripLeading().startsWith("{");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** A refusal of a file that is none of these. */
  static Refused refuse(Path file, String problem, Object... arguments) {
    return new Refused(
        new Finding(
            String.valueOf(file.getFileName()),
            message("file." + problem, arguments),
            message("file." + problem + "-remedy", arguments)));
  }

  Kind kind();

  /** The sheets that are not hidden; one without a name where there are none. */
  List<String> sheets();

  /**
   * What stands over the columns of a sheet.
   *
   * @param isName whether a text is the name of one of the register's columns
   * @param row the row that somebody says is the head; otherwise it is looked for
   */
  TableHead head(String sheet, Predicate<String> isName, OptionalInt row);

  /**
   * Gives the rows below a head, also those that are no records, until {@code goOn} answers false.
   *
   * @return what ended the reading before the file did
   */
  Optional<Finding> rows(TableHead head, Predicate<SourceRow> goOn);

  /** The same file, telling the share that was read, from 0 to 1. */
  Source watchedBy(DoubleConsumer progress);
}
