package jingtu.planreader.format;

import static jingtu.planreader.format.WordFile.cell;
import static jingtu.planreader.format.WordFile.deleted;
import static jingtu.planreader.format.WordFile.inserted;
import static jingtu.planreader.format.WordFile.item;
import static jingtu.planreader.format.WordFile.level;
import static jingtu.planreader.format.WordFile.list;
import static jingtu.planreader.format.WordFile.p;
import static jingtu.planreader.format.WordFile.row;
import static jingtu.planreader.format.WordFile.run;
import static jingtu.planreader.format.WordFile.table;
import static jingtu.planreader.format.WordFile.textBox;
import static jingtu.planreader.format.WordFile.use;

/** One invented plan as plain text, and as Word writes it with all that Word can do to it. */
final class SamePlan {

  static final String TEXT =
      """
      禾川县净土守护工作方案
      禾净办〔2025〕12号
      各乡镇人民政府，县直有关单位：
      为守护全县土壤环境，结合禾川实际，制定本工作方案。
      一、主要目标
      到2026年底，全县受污染耕地安全利用率达到94%以上，重点建设用地安全利用得到有效保障。
      二、重点任务
      （一）摸清家底
      1.开展用地清查。2025年底前，完成全县历史遗留地块清查，建立一地一档，逐块登记面积、用途和权属，并将结果上传县级平台，由平台统一编号。（县生态环境分局牵头，县自然资源局、县农业农村局参与，各乡镇人民政府负责落实）
      2.布设监测点位。2026年6月底前，布设耕地监测点位不少于60个，每年采样一次。（县农业农村局牵头，县生态环境分局参与）
      （二）严控新增
      1.管好重点单位。土壤污染重点监管单位应当每年开展自行监测，监测结果于次年1月底前报送。（县生态环境分局负责）
      2.减少投入品用量。到2026年，化肥利用率提高到43%以上，农膜回收率达到86%以上。（县农业农村局牵头，县供销社、各乡镇人民政府参与）
      三、保障措施
      （一）加强调度。县净土办每季度调度一次，通报进展。（县生态环境分局牵头，各成员单位参与）
      附件
      禾川县监测点位分配表
      序号\t乡镇\t点位数\t备注
      1\t东塬乡\t24\t含水源地
      2\t西渡镇\t20\t
      3\t北岭乡\t16\t
      """;

  private static final String LISTS =
      list(
              3,
              level(0, "chineseCountingThousand", "%1、"),
              level(1, "chineseCountingThousand", "（%2）"),
              level(2, "decimal", "%3."))
          + use(1, 3, "");

  private SamePlan() {}

  /** The plan as a .docx: automatic numbers, tracked changes, a text box, an annex with a table. */
  static byte[] asWord() {
    String[] lines = TEXT.split("\n", -1);
    return WordFile.of(
            p(lines[0]),
            "<w:p>" + textBox(lines[1]) + "</w:p>",
            p(lines[2]),
            p(lines[3]),
            item(1, 0, "主要目标"),
            p(lines[5]),
            item(1, 0, "重点任务"),
            item(1, 1, "摸清家底"),
            numbered(2, lines[8], "2025年底前", "2024年底前"),
            item(1, 2, lines[9].substring(2)),
            item(1, 1, "严控新增"),
            item(1, 2, lines[11].substring(2)),
            numbered(2, lines[12], "43%", "40%"),
            item(1, 0, "保障措施"),
            item(1, 1, lines[14].substring(3)),
            p(lines[15]),
            p(lines[16]),
            annex(lines),
            "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\""
                + " w:right=\"1800\" w:bottom=\"1440\" w:left=\"1800\" w:header=\"851\""
                + " w:footer=\"992\" w:gutter=\"0\"/></w:sectPr>")
        .numbering(LISTS)
        .bytes();
  }

  /** An item in which the printed words took the place of others, the change being tracked. */
  private static String numbered(int level, String line, String printed, String before) {
    String words = line.substring(2);
    int at = words.indexOf(printed);
    String properties =
        "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"1\"/></w:numPr>".formatted(level);
    return WordFile.paragraph(
        properties,
        run(words.substring(0, at))
            + deleted(before)
            + inserted(printed)
            + run(words.substring(at + printed.length())));
  }

  private static String annex(String[] lines) {
    StringBuilder rows = new StringBuilder();
    for (int i = 17; i <= 20; i++) {
      StringBuilder cells = new StringBuilder();
      for (String words : lines[i].split("\t", -1)) {
        cells.append(cell("<w:tcW w:w=\"2100\" w:type=\"dxa\"/>", p(words)));
      }
      rows.append(row(cells.toString()));
    }
    return table(rows.toString());
  }
}
