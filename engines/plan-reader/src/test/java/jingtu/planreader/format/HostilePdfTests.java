package jingtu.planreader.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A .pdf made to take a reader's memory or its time ends like every other file. */
class HostilePdfTests {

  private static final int MEGABYTES = 300;

  @Test
  void refusesAPageThatInflatesWithoutEnd() {
    byte[] bomb = PdfBytes.deflated(" ", MEGABYTES);
    byte[] file = PdfBytes.onePage("", "/Filter/FlateDecode", bomb).bytes();

    assertThat(file).hasSizeLessThan(2 << 20);
    assertThat(Hostile.refusal(file)).contains("解压后大得不正常", "128");
  }

  @Test
  void refusesAPageThatInflatesBehindAnotherFilter() {
    String hex = HexFormat.of().formatHex(PdfBytes.deflated(" ", MEGABYTES)) + ">";
    byte[] file =
        PdfBytes.onePage(
                "",
                "/Filter[/ASCIIHexDecode/FlateDecode]",
                hex.getBytes(StandardCharsets.ISO_8859_1))
            .bytes();

    assertThat(Hostile.refusal(file)).contains("解压后大得不正常");
  }

  @Test
  void refusesObjectsThatInflateWithoutEnd() {
    byte[] bomb = PdfBytes.deflated("1 0 ", MEGABYTES);
    byte[] file =
        new PdfBytes()
            .object("<</Type/Catalog/Pages 2 0 R>>").stream(
                    "/Type/ObjStm/N 100000/First 4/Filter/FlateDecode", bomb)
                .withoutTable();

    assertThat(Hostile.refusal(file)).contains("解压后大得不正常");
  }

  @Test
  void refusesAPageThatShowsOneStreamOverAndOver() {
    byte[] content = PdfBytes.deflated("q Q ", 2);
    byte[] file =
        PdfBytes.onePage(
                "/Contents[" + "4 0 R ".repeat(5_000) + "]", "/Filter/FlateDecode", content)
            .bytes();

    assertThat(Hostile.refusal(file)).isNotEmpty();
  }

  /** Ten drawings that each draw the next one ten times: ten thousand million drawings. */
  @Test
  void refusesDrawingsThatDrawEachOther() {
    String forms =
        IntStream.range(5, 15).mapToObj("/F%1$d %1$d 0 R"::formatted).reduce("", String::concat);
    PdfBytes file =
        PdfBytes.onePage(
            "/Resources<</XObject<<" + forms + ">>>>",
            "",
            "/F5 Do".getBytes(StandardCharsets.UTF_8));
    for (int i = 5; i < 15; i++) {
      String draws = i < 14 ? "/F%d Do ".formatted(i + 1).repeat(10) : "0 0 m 9 9 l S ";
      file.stream(
          "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<<" + forms + ">>>>",
          draws.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(Hostile.refusal(file.bytes())).contains("绘制指令");
  }

  @Test
  void refusesAPageOfFiveMillionSigns() {
    String show = "BT /F1 9 Tf (" + "x".repeat(5_000_000) + ") Tj ET";
    byte[] file =
        PdfBytes.onePage(
                "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
                "",
                show.getBytes(StandardCharsets.UTF_8))
            .bytes();

    assertThat(Hostile.refusal(file)).contains("一页的字符超过 100000 个");
  }

  @Test
  void refusesAPageFullOfRules() {
    StringBuilder grid = new StringBuilder();
    for (int i = 0; i < 3_700; i++) {
      grid.append("0 %1$d m 1200 %1$d l S ".formatted(4 * i));
    }
    for (int i = 0; i < 250; i++) {
      grid.append("%1$d 0 m %1$d 14000 l S ".formatted(4 * i));
    }
    byte[] file =
        PdfBytes.onePage(
                "/MediaBox[0 0 1300 14400]", "", grid.toString().getBytes(StandardCharsets.UTF_8))
            .bytes();

    assertThat(Hostile.refusal(file)).contains("500000 个单元格");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {2_001, 2_000_000_000})
  void refusesMorePagesThanAPlanHas(int count) {
    byte[] file =
        new PdfBytes()
            .object("<</Type/Catalog/Pages 2 0 R>>")
            .object("<</Type/Pages/Kids[" + "3 0 R ".repeat(2_001) + "]/Count " + count + ">>")
            .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")
            .bytes();

    assertThat(Hostile.refusal(file)).contains("2000 页");
  }

  @Test
  void refusesATreeOfPagesWithoutEnd() {
    PdfBytes file = new PdfBytes().object("<</Type/Catalog/Pages 2 0 R>>");
    for (int i = 2; i < 100_000; i++) {
      file.object("<</Type/Pages/Kids[%d 0 R]/Count 1>>".formatted(i + 1));
    }
    file.object("<</Type/Page/MediaBox[0 0 9 9]>>");

    assertThat(Hostile.refusal(file.bytes())).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"[", "<</K ", "(("})
  void refusesObjectsInsideEachOtherWithoutEnd(String open) {
    byte[] file =
        new PdfBytes()
            .object("<</Type/Catalog/Pages 2 0 R/X " + open.repeat(1_000_000) + ">>")
            .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .object("<</Type/Page/MediaBox[0 0 9 9]>>")
            .bytes();

    assertThat(Hostile.refusal(file)).isNotEmpty();
  }
}
