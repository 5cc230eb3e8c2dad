package jingtu.server.register.exchange;

import static jingtu.testing.Seeded.forAll;
import static jingtu.testing.Seeded.oneOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.exchange.cell.ExchangedRecord;
import jingtu.server.register.exchange.cell.ReadCell;
import jingtu.server.register.exchange.cell.SheetColumn;
import jingtu.server.register.exchange.cell.SheetColumns;
import jingtu.server.register.exchange.cell.WriteCell;
import jingtu.server.register.exchange.export.RecordFile;
import jingtu.server.register.exchange.intake.MatchColumns;
import jingtu.server.register.exchange.intake.ReadRow;
import jingtu.server.register.exchange.intake.RowReading;
import jingtu.server.register.exchange.intake.Source;
import jingtu.server.register.exchange.intake.SourceRow;
import jingtu.server.register.exchange.intake.TableHead;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever records hold, the files that they are written into give it back. */
class RecordFilesPropertyTests {

  private static final RegionCode REGION = new RegionCode("991101");

  /** What the account does not see, be it a record or a file. */
  private static final UUID UNSEEN = new UUID(4, 4);

  @TempDir Path folder;

  private record Made(Definition definition, Language language, List<ExchangedRecord> records) {}

  private static Made made(RandomGenerator random) {
    Definition definition = MadeYards.definition(oneOf(random, List.of(Definition.Shape.values())));
    List<ExchangedRecord> records =
        IntStream.range(0, random.nextInt(1, 12))
            .mapToObj(i -> record(random, definition))
            .toList();
    return new Made(definition, oneOf(random, List.of(Language.values())), records);
  }

  private static ExchangedRecord record(RandomGenerator random, Definition definition) {
    return new ExchangedRecord(
        new UUID(random.nextLong(), random.nextLong()),
        oneOf(random, List.of(REGION, new RegionCode("991201"))),
        random.nextBoolean() ? Optional.of(MadeNames.WATER) : Optional.empty(),
        "在册",
        MadeRecords.content(
            random,
            definition,
            new MadeRecords.Around(
                Role.COORDINATOR,
                list -> List.of("1", "A", "A1", "B1", "C1", "D1"),
                register ->
                    List.of(
                        MadeNames.FACTORY,
                        new UUID(2, 2),
                        new UUID(2, 3),
                        MadeNames.CALLED_LIKE_AN_ID,
                        UNSEEN),
                List.of(MadeNames.PROOF, new UUID(3, 2), UNSEEN),
                List.of(MadeNames.WATER, new UUID(1, 2), new UUID(1, 3)),
                List.of("991101"))),
        MadeRecords.geometry(random, definition.geometry()));
  }

  @ParameterizedTest
  @EnumSource(RecordFile.Kind.class)
  void recordsSurviveAFile(RecordFile.Kind kind) {
    forAll(40, RecordFilesPropertyTests::made, made -> survives(made, kind));
  }

  private void survives(Made made, RecordFile.Kind kind) {
    SheetColumns columns = SheetColumns.of(made.definition(), Role.COORDINATOR, made.language());
    Path file = folder.resolve("records." + kind);
    try (OutputStream out = Files.newOutputStream(file);
        RecordFile records =
            RecordFile.open(
                kind,
                made.definition().name(),
                columns.columns().stream().filter(SheetColumn::isWritten).toList(),
                new WriteCell(MadeNames.names(), made.language()),
                made.language(),
                out)) {
      for (ExchangedRecord record : made.records()) {
        records.write(record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<RowReading> rows = read(file, made.definition(), columns);
    assertThat(rows).hasSameSizeAs(made.records());
    for (int i = 0; i < rows.size(); i++) {
      ExchangedRecord record = made.records().get(i);
      RowReading row = rows.get(i);
      assertThat(row.findings()).isEmpty();
      assertThat(row.known()).contains(record.id());
      assertThat(row.region()).isEqualTo(record.region());
      assertThat(row.organisation()).isEqualTo(record.organisation());
      assertThat(row.content()).isEqualTo(record.content());
      assertThat(row.geometry().map(Object::toString))
          .isEqualTo(record.geometry().map(Object::toString));
    }
  }

  private static List<RowReading> read(Path file, Definition definition, SheetColumns columns) {
    if (!(Source.open(file) instanceof Source.Opened(Source source))) {
      throw new AssertionError("refused: " + Source.open(file));
    }
    MatchColumns match = new MatchColumns(columns);
    TableHead head = source.head(source.sheets().getFirst(), match::isName, OptionalInt.empty());
    Map<Integer, SheetColumn> matched = new LinkedHashMap<>();
    match
        .propose(head, heading -> Optional.empty())
        .forEach((n, found) -> matched.put(n, columns.find(found.column()).orElseThrow()));
    ReadRow reading =
        new ReadRow(
            new ReadCell(MadeNames.names()),
            definition.geometry(),
            matched,
            REGION,
            Optional.empty());
    List<SourceRow> rows = new ArrayList<>();
    assertThat(source.rows(head, rows::add)).isEmpty();
    return rows.stream().map(reading::read).toList();
  }
}
