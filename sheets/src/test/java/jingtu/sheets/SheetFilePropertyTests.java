package jingtu.sheets;

import static jingtu.testing.Seeded.forAll;
import static jingtu.testing.Seeded.oneOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import jingtu.vocabulary.Language;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grids of any texts and numbers, written by us and by fastexcel, read back and marked. */
class SheetFilePropertyTests {

  private static final List<String> TEXTS =
      List.of(
          "", "", "镉", "0.30", "<0.01", "a,b", "a;b", "say \"x\"", "two\nlines", "，", "𠮷", "x\ty");
  private static final List<String> ENCODINGS = List.of("UTF-8", "GB18030", "UTF-16LE");

  @TempDir Path folder;

  /** A grid of cells with how it is written as text. */
  private record Grid(List<List<String>> rows, String separator, String lineEnd, String encoding) {

    static Grid make(RandomGenerator random) {
      int width = random.nextInt(2, 7);
      List<List<String>> rows = new ArrayList<>();
      rows.add(columnNames(width));
      for (int row = random.nextInt(1, 12); row > 0; row--) {
        List<String> cells = new ArrayList<>();
        for (int cell = 0; cell < width; cell++) {
          cells.add(random.nextBoolean() ? number(random) : oneOf(random, TEXTS));
        }
        rows.add(cells);
      }
      return new Grid(
          rows,
          oneOf(random, List.of(",", "\t", ";")),
          oneOf(random, List.of("\n", "\r\n")),
          oneOf(random, ENCODINGS));
    }

    private static List<String> columnNames(int width) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        names.add("列" + i);
      }
      return names;
    }

    private static String number(RandomGenerator random) {
      return String.valueOf(random.nextInt(-999_999, 999_999) / 1000.0);
    }

    byte[] text() {
      String mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
      String all =
          rows.stream()
              .map(row -> row.stream().map(this::quoted).collect(Collectors.joining(separator)))
              .collect(Collectors.joining(lineEnd, mark, lineEnd));
      return all.getBytes(Charset.forName(encoding));
    }

    private String quoted(String cell) {
      boolean plain = !cell.contains(separator) && !cell.contains("\"") && !cell.contains("\n");
      return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** As {@link Readings#line} tells rows: empty rows and trailing empty cells left out. */
    List<String> lines() {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        List<String> row = new ArrayList<>(rows.get(i));
        while (!row.isEmpty() && row.getLast().isEmpty()) {
          row.removeLast();
        }
        if (!row.isEmpty()) {
          lines.add((i + 1) + ": " + String.join("|", row));
        }
      }
      return lines;
    }

    List<CellFinding> findings(String sheet, RandomGenerator random) {
      List<CellFinding> findings = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        CellAddress at =
            new CellAddress(sheet, random.nextInt(1, rows.size() + 1), random.nextInt(1, 8));
        findings.add(Unreadable.inCell(at, "broken-number", "\"x\", <y>"));
      }
      return findings;
    }
  }

  @Test
  void readsTextTablesBackAsTheyWereWritten() {
    forAll(
        150,
        Grid::make,
        grid -> assertThat(Readings.lines(write("grid.csv", grid.text()))).isEqualTo(grid.lines()));
  }

  private Path write(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path workbook(Grid grid) {
    Path file = folder.resolve("grid.xlsx");
    try (OutputStream target = Files.newOutputStream(file);
        Workbook workbook = new Workbook(target, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("数据");
      for (int row = 0; row < grid.rows().size(); row++) {
        for (int column = 0; column < grid.rows().get(row).size(); column++) {
          String cell = grid.rows().get(row).get(column);
          if (cell.matches("-?\\d+\\.\\d+") && !cell.endsWith("0")) {
            sheet.value(row, column, Double.parseDouble(cell));
          } else if (!cell.isEmpty()) {
            sheet.value(row, column, cell);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  @Test
  void readsWorkbooksBackAsTheyWereWritten() {
    forAll(
        60, Grid::make, grid -> assertThat(Readings.lines(workbook(grid))).isEqualTo(grid.lines()));
  }

  @Test
  void doesNotChangeAWorkbooksOwnCells() {
    forAll(
        40,
        random -> random,
        random -> {
          Grid grid = Grid.make(random);
          Path copy = folder.resolve("copy.xlsx");
          List<CellFinding> findings = grid.findings("数据", random);
          assertThat(MarkedCopy.write(workbook(grid), copy, findings, Language.ZH)).isEmpty();
          assertThat(Readings.lines(copy)).isEqualTo(grid.lines());
        });
  }

  @Test
  void givesTheSameCellsOfATextTableBackOnceItsMarksAreTakenOff() {
    forAll(
        100,
        random -> random,
        random -> {
          Grid grid = Grid.make(random);
          Path original = write("grid.csv", grid.text());
          Path copy = folder.resolve("copy.csv");
          Path back = folder.resolve("back.csv");
          List<CellFinding> findings = grid.findings("", random);
          assertThat(MarkedCopy.write(original, copy, findings, Language.ZH)).isEmpty();
          assertThat(MarkedCopy.write(copy, back, List.of(), Language.EN)).isEmpty();
          assertThat(Readings.lines(back)).isEqualTo(grid.lines());
        });
  }
}
