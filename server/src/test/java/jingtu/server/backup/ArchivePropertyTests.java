package jingtu.server.backup;

import static jingtu.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jingtu.testing.Seeded;
import jingtu.vocabulary.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** No change of an archive stays unseen, and where it lies in a part, that part is named. */
class ArchivePropertyTests {

  private static final Instant MOMENT = Instant.parse("2026-03-02T01:00:00Z");
  private static final int LOCAL_HEADER_BYTES = 30;
  private static final int DESCRIPTOR_BYTES = 16;

  @TempDir Path folder;
  private byte[] sound = {};
  private List<Packed> parts = List.of();

  /** Where the packed bytes of a part lie in the archive. */
  private record Packed(String name, int from, int to) {}

  private record Flip(int at, int bit) {}

  @BeforeEach
  void write() throws IOException {
    sound = archive();
    Path archive = Files.write(folder.resolve("sound.zip"), sound);
    parts = parts(archive);
    assertThat(Restored.sound(archive).manifest().rows()).isEqualTo(40);
    assertThat(parts)
        .extracting(Packed::name)
        .containsExactly("tables/one.jsonl", "tables/two.jsonl", "files/loose", "manifest.json");
  }

  private byte[] archive() throws IOException {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
    JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(url));
    for (String table : List.of("one", "two")) {
      database.execute("create table " + table + " (n integer primary key, bytes bytea)");
      IntStream.range(0, 20)
          .forEach(n -> database.update("insert into " + table + " values (?, ?)", n, bytes(n)));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArchiveWriter writer = new ArchiveWriter(out, MOMENT);
    for (Table table : Tables.in(database)) {
      writer.table(table, database);
    }
    writer.file("loose", Files.write(folder.resolve("loose"), bytes(500)));
    writer.finish("0.0.0", new TreeMap<>(), whole -> {});
    return out.toByteArray();
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    Seeded.random(count).nextBytes(bytes);
    return bytes;
  }

  /** The layout of a .zip that was written from its beginning to its end: PKWARE APPNOTE 4.3. */
  private static List<Packed> parts(Path archive) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(archive)).order(ByteOrder.LITTLE_ENDIAN);
    List<Packed> parts = new ArrayList<>();
    int header = 0;
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        int nameAndExtra = bytes.getShort(header + 26) + bytes.getShort(header + 28);
        int from = header + LOCAL_HEADER_BYTES + nameAndExtra;
        int to = from + (int) entry.getCompressedSize();
        parts.add(new Packed(entry.getName(), from, to));
        header = to + DESCRIPTOR_BYTES;
      }
    }
    return parts;
  }

  private List<Finding> findings(byte[] changed) {
    try {
      return switch (Archive.open(Files.write(folder.resolve("changed.zip"), changed))) {
        case Archive.Outcome.Sound whole -> List.of();
        case Archive.Outcome.Faulty(List<Finding> findings) -> findings;
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFlippedBitAnywhereIsFoundAndItsPartIsNamed() {
    forAll(
        300,
        random -> new Flip(random.nextInt(sound.length), 1 << random.nextInt(8)),
        flip -> {
          byte[] changed = sound.clone();
          changed[flip.at()] ^= (byte) flip.bit();

          List<Finding> findings = findings(changed);

          assertThat(findings).isNotEmpty();
          partAt(flip.at())
              .ifPresent(
                  part ->
                      assertThat(findings).extracting(Finding::place).containsExactly(part.name()));
        });
  }

  /** All of them: what is packed breaks off in other ways than stored bytes do. */
  @Test
  void eachFlippedBitOfTheManifestIsFoundThere() {
    Packed manifest = parts.getLast();
    for (int at = manifest.from(); at < manifest.to() - 1; at++) {
      for (int bit = 1; bit < 256; bit <<= 1) {
        byte[] changed = sound.clone();
        changed[at] ^= (byte) bit;

        assertThat(findings(changed))
            .as("byte %d, bit %d", at, bit)
            .extracting(Finding::place)
            .containsExactly(manifest.name());
      }
    }
  }

  /** Without a part's last byte: some bits of that one mean nothing, and no part is damaged. */
  private Optional<Packed> partAt(int position) {
    return parts.stream()
        .filter(part -> position >= part.from() && position < part.to() - 1)
        .findAny();
  }

  @Test
  void anArchiveCutShortOrContinuedIsFound() {
    forAll(
        60,
        random -> random.nextInt(sound.length),
        length -> {
          assertThat(findings(Arrays.copyOf(sound, length))).hasSize(1);
          assertThat(findings(Arrays.copyOf(sound, sound.length + 1 + length))).hasSize(1);
        });
  }

  @Test
  void withoutItsWitnessAnArchiveHasNoSeal() {
    ByteArrayOutputStream unsealed = new ByteArrayOutputStream();
    ArchiveWriter writer = new ArchiveWriter(unsealed, MOMENT);
    assertThatThrownBy(
            () ->
                writer.finish(
                    "0.0.0",
                    new TreeMap<>(),
                    whole -> {
                      throw new IllegalStateException("the audit cannot be written");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(findings(unsealed.toByteArray())).hasSize(1);
  }

  @Test
  void theSealIsTheHashOfAllBeforeIt() {
    byte[] before = Arrays.copyOf(sound, sound.length - SealedStream.SEAL_BYTES);

    assertThat(new String(sound, StandardCharsets.ISO_8859_1))
        .endsWith(
            "jingtu backup sha256 " + HexFormat.of().formatHex(Sha256.digest().digest(before)));
  }
}
