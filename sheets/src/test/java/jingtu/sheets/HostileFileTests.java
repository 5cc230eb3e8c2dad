package jingtu.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jingtu.sheets.SheetFile.Opened;
import jingtu.sheets.SheetFile.Refused;
import jingtu.testing.Seeded;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged, or made to do harm: each ends in findings or rows, and soon. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileFileTests {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  @TempDir Path folder;

  /** What the reading of all sheets tells; an exception fails the test. */
  private List<String> findings(Path file) {
    List<String> findings = new ArrayList<>();
    switch (SheetFile.open(file)) {
      case Refused(Finding finding) -> findings.add(key(finding));
      case Opened(SheetFile opened) -> {
        for (String sheet : opened.sheets()) {
          Optional<Finding> end =
              opened.rows(
                  sheet, row -> row.faults().forEach(fault -> findings.add(key(fault.finding()))));
          end.ifPresent(finding -> findings.add(key(finding)));
          opened.merged(sheet);
        }
      }
    }
    CellFinding mark = Unreadable.inCell(new CellAddress("S", 2, 2), "broken-number", "x");
    Path copy = folder.resolve("copy");
    MarkedCopy.write(file, copy, List.of(mark), Language.ZH)
        .ifPresent(finding -> findings.add("copy " + key(finding)));
    return findings;
  }

  private static String key(Finding finding) {
    assertThat(finding.say(Language.ZH)).isNotBlank();
    assertThat(finding.say(Language.EN)).isNotBlank();
    return finding.problem().key().replace("sheets.", "");
  }

  private Path sheet(String document) {
    return new MadeWorkbook()
        .rows("S", "")
        .part("xl/worksheets/sheet1.xml", document)
        .write(folder.resolve("hostile.xlsx"));
  }

  @Test
  void expandsNoEntities() {
    String laughs =
        "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    assertThat(findings(sheet(laughs + "<worksheet xmlns=\"" + MAIN + "\">&c;</worksheet>")))
        .containsExactly("forbidden-xml", "copy forbidden-xml");
  }

  @Test
  void readsNoOtherFile() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    String outside = "<!DOCTYPE l [<!ENTITY a SYSTEM \"" + secret.toUri() + "\">]>";
    String document =
        "<worksheet xmlns=\"%s\"><sheetData><row><c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>"
            .formatted(MAIN);

    assertThat(findings(sheet(outside + document)))
        .containsExactly("forbidden-xml", "copy forbidden-xml");
    assertThat(findings(sheet(document))).containsExactly("forbidden-xml", "copy forbidden-xml");
  }

  @Test
  void stopsWhereAPartInflatesBeyondReason() throws IOException {
    Path file = folder.resolve("bomb.xlsx");
    Path bare = new MadeWorkbook().rows("S", "").write(folder.resolve("bare.xlsx"));
    byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    rewrite(
        bare,
        file,
        "xl/worksheets/sheet1.xml",
        target -> {
          target.write(
              ("<worksheet xmlns=\"" + MAIN + "\"><sheetData>").getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < 40; i++) {
            target.write(blanks);
          }
        });

    assertThat(Files.size(file)).isLessThan(100_000);
    assertThat(findings(file)).containsExactly("bomb", "copy bomb");
  }

  /** Writes bytes to a part. */
  private interface Content {
    void write(OutputStream target) throws IOException;
  }

  private static void rewrite(Path from, Path to, String part, Content content) {
    try (var zip = new java.util.zip.ZipFile(from.toFile());
        ZipOutputStream target = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry : zip.stream().toList()) {
        target.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals(part)) {
          content.write(target);
        } else {
          zip.getInputStream(entry).transferTo(target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void refusesElementsNestedWithoutEnd() {
    String open = "<a>".repeat(100_000);
    assertThat(findings(sheet("<worksheet xmlns=\"" + MAIN + "\">" + open)))
        .containsExactly("damaged", "copy damaged");
  }

  @Test
  void doesNotHoldWhatRowsAndCellsClaimToBe() {
    String cells =
        "<c r=\"AMJ1\"><v>1</v></c><c r=\"ZZZ1\"><v>1</v></c><c r=\"ZZZZZZ9\"><v>1</v></c>";
    String document =
        "<worksheet xmlns=\"%s\"><sheetData><row r=\"%s\">%s</row></sheetData></worksheet>";

    assertThat(findings(sheet(document.formatted(MAIN, "1048576", cells))))
        .containsExactly("wide-row");
    assertThat(findings(sheet(document.formatted(MAIN, "1048577", cells)))).contains("many-rows");
    assertThat(findings(sheet(document.formatted(MAIN, "-5", cells)))).contains("many-rows");
    assertThat(findings(sheet(document.formatted(MAIN, "99999999999", cells))))
        .containsExactly("wide-row");
  }

  @Test
  void endsWhereTheFileWasCutOff() throws IOException {
    byte[] whole = Files.readAllBytes(sound());
    for (int length : List.of(4, 30, 100, whole.length / 2, whole.length - 30, whole.length - 1)) {
      Path file = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, length));
      assertThat(findings(file)).as("%d bytes", length).contains("damaged");
    }
  }

  private Path sound() {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i < 200; i++) {
      rows.append(
          "<row r=\"%1$d\"><c r=\"A%1$d\" t=\"s\"><v>%2$d</v></c><c r=\"B%1$d\" s=\"1\"><v>0.%1$d</v></c></row>"
              .formatted(i, i % 3));
    }
    return new MadeWorkbook()
        .shared("<si><t>样品</t></si><si><r><t>镉</t></r></si><si><t>x_x000D_</t></si>")
        .formats("0.00%", "yyyy-mm-dd")
        .rows("S", rows.toString())
        .write(folder.resolve("sound.xlsx"));
  }

  @Test
  void takesNothingForSoundOfWhichABitWasLost() throws IOException {
    byte[] whole = Files.readAllBytes(sound());
    List<String> expected = Readings.lines(folder.resolve("sound.xlsx"));
    RandomGenerator random = Seeded.random(7);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Path file = Files.write(folder.resolve("flip.xlsx"), damaged);
      if (findings(file).isEmpty()) {
        SheetFile opened = Readings.open(file);
        List<Row> rows = Readings.rows(opened, opened.sheets().getFirst());
        assertThat(rows.stream().map(Readings::line)).as("flip %d", i).isEqualTo(expected);
      }
    }
  }

  @Test
  void endsForAnyXmlInAnyPart() {
    byte[] sheet =
        ("<worksheet xmlns=\"%s\"><cols><col min=\"1\" max=\"2\" style=\"1\"/></cols><sheetData><row r=\"1\" s=\"1\" customFormat=\"1\">"
                + "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>镉 &amp; &#x4e00;</t></is></c>"
                + "<c r=\"C1\"><f>A1</f><v>45413.5</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>")
            .formatted(MAIN)
            .getBytes(StandardCharsets.UTF_8);
    Path sound = sound();
    RandomGenerator random = Seeded.random(11);
    for (int i = 0; i < 500; i++) {
      byte[] damaged = sheet.clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Path file = folder.resolve("fuzzed.xlsx");
      rewrite(sound, file, "xl/worksheets/sheet1.xml", target -> target.write(damaged));
      findings(file);
    }
  }

  @Test
  void endsForBytesOfAnyKind() throws IOException {
    RandomGenerator random = Seeded.random(3);
    byte[] alphabet = "a,\";\t\r\n<\0\u00e9\u9549".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(3_000)];
      random.nextBytes(bytes);
      if (i % 2 == 0) {
        for (int k = 0; k < bytes.length; k++) {
          bytes[k] = alphabet[Math.floorMod(bytes[k], alphabet.length)];
        }
      }
      findings(Files.write(folder.resolve("bytes"), bytes));
    }
  }
}
