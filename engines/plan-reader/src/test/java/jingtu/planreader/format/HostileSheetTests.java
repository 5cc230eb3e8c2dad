package jingtu.planreader.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jingtu.planreader.PlanReading;
import org.junit.jupiter.api.Test;

/** A .xlsx made to take a reader's memory or its time ends like every other file. */
class HostileSheetTests {

  @Test
  void readsAMillionMergedAreas() {
    String areas =
        IntStream.rangeClosed(1, 1_000_000)
            .mapToObj("<mergeCell ref=\"A%1$d:B%1$d\"/>"::formatted)
            .collect(Collectors.joining());
    byte[] file = SheetFile.of(rows(2, "甲") + "<mergeCells>" + areas + "</mergeCells>", "");

    assertThat(Hostile.read(file)).isInstanceOf(PlanReading.class);
  }

  @Test
  void readsAnAreaMergedOverTheWholeSheet() {
    byte[] file =
        SheetFile.of(rows(2, "甲") + "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(1_000), "");

    assertThat(Hostile.read(file)).isInstanceOf(PlanReading.class);
  }

  @Test
  void readsAHundredThousandRows() {
    assertThat(Hostile.read(SheetFile.of(rows(100_000, "甲"), ""))).isInstanceOf(PlanReading.class);
  }

  @Test
  void refusesOneLongTextSharedByAllCells() {
    String cells = "<c t=\"s\"><v>0</v></c>".repeat(2);
    String rows = "<sheetData>" + ("<row>" + cells + "</row>").repeat(200_000) + "</sheetData>";
    byte[] file = SheetFile.of(rows, "<si><t>" + "字".repeat(30_000) + "</t></si>");

    assertThat(file).hasSizeLessThan(1 << 20);
    assertThat(Hostile.refusal(file)).contains(Limits.TEXT_CHARACTERS + " 个字符");
  }

  @Test
  void refusesSharedTextsThatInflateWithoutEnd() {
    byte[] file = SheetFile.of(rows(1, "甲"), "<si><t>字字字字</t></si>".repeat(2_000_000));

    assertThat(file).hasSizeLessThan(1 << 20);
    assertThat(Hostile.refusal(file)).contains(Limits.TEXT_CHARACTERS + " 个字符");
  }

  private static String rows(int count, String words) {
    String cells = "<c t=\"str\"><v>%s</v></c>".formatted(words).repeat(3);
    return "<sheetData>" + ("<row>" + cells + "</row>").repeat(count) + "</sheetData>";
  }
}
