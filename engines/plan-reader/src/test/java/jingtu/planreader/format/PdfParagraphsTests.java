package jingtu.planreader.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jingtu.planreader.format.Block.Grid;
import jingtu.planreader.format.Block.GridCell;
import jingtu.planreader.format.Block.Paragraph;
import org.junit.jupiter.api.Test;

/** Pages 400 points wide between their margins, with signs of 16 points. */
class PdfParagraphsTests {

  private static final double LEFT = 90;
  private static final double RIGHT = 490;
  private static final double SIZE = 16;

  @Test
  void anIndentedLineBeginsAParagraph() throws Unreadable {
    assertThat(
            paragraphs(
                page(
                    line(122, RIGHT, 100, "开展清查，"),
                    line(LEFT, RIGHT, 128, "建立台账。"),
                    line(122, RIGHT, 156, "强化巡查"))))
        .containsExactly("开展清查，建立台账。", "强化巡查");
  }

  @Test
  void aLineThatLeavesRoomEndsAParagraph() throws Unreadable {
    assertThat(paragraphs(page(line(LEFT, 300, 100, "总体要求"), line(LEFT, RIGHT, 128, "坚持预防为主"))))
        .containsExactly("总体要求", "坚持预防为主");
  }

  @Test
  void aParagraphGoesOnOverThePageAndItsNumber() throws Unreadable {
    PdfPage first = page(line(122, RIGHT, 700, "各乡"), line(280, 300, 780, "— 3 —"));
    PdfPage second = page(line(LEFT, RIGHT, 80, "镇落实。"), line(280, 300, 780, "- 4 -"));

    assertThat(paragraphs(first, second)).containsExactly("各乡镇落实。");
  }

  @Test
  void latinWordsStayApart() throws Unreadable {
    assertThat(paragraphs(page(line(LEFT, RIGHT, 100, "heavy"), line(LEFT, 200, 128, "metals"))))
        .containsExactly("heavy metals");
  }

  @Test
  void aRunningHeaderIsLeftOut() throws Unreadable {
    List<PdfPage> pages = new ArrayList<>();
    for (String words : List.of("甲", "乙", "丙")) {
      pages.add(page(line(LEFT, 200, 40, "某县文件"), line(122, 200, 100, words)));
    }

    assertThat(paragraphs(pages.toArray(PdfPage[]::new))).containsExactly("甲", "乙", "丙");
  }

  @Test
  void aTableGoesOnOverThePage() throws Unreadable {
    PdfParagraphs joined = new PdfParagraphs();
    joined.startPage(page());
    joined.add(grid("清查"));
    joined.startPage(page());
    joined.add(grid("巡查"));

    assertThat(joined.finish()).hasSize(1);
  }

  private static Grid grid(String words) {
    return new Grid(
        List.of(
            List.of(new GridCell(List.of(words), 0, 1, 1), new GridCell(List.of("甲局"), 1, 1, 1))),
        false);
  }

  private static PdfLine line(double left, double right, double top, String words) {
    return new PdfLine(words, left, right, top, SIZE);
  }

  private static PdfPage page(PdfLine... lines) {
    return new PdfPage(List.of(lines), LEFT, RIGHT, 0, List.of());
  }

  private static List<String> paragraphs(PdfPage... pages) throws Unreadable {
    PdfParagraphs joined = new PdfParagraphs();
    for (PdfPage page : PageMarks.leaveOut(List.of(pages))) {
      joined.startPage(new PdfPage(page.pieces(), LEFT, RIGHT, 0, List.of()));
      for (PdfPage.Piece piece : page.pieces()) {
        joined.add((PdfLine) piece);
      }
    }
    return joined.finish().stream().map(block -> ((Paragraph) block).text()).toList();
  }
}
