package jingtu.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadPlanFileTests {

  private static final String PLAN =
      """
      澄水县净土攻坚方案
      一、主要任务
      （一）查清底数。2026年底前，完成全县地块清查。（县生态环境分局牵头，县农业农村局、各乡镇参与）
      （二）管住源头。减少农药用量，化肥利用率提高到43%以上。（县农业农村局牵头）
      """;

  @TempDir private Path folder = Path.of("");
  private Path plan = Path.of("");

  @BeforeEach
  void writePlan() throws IOException {
    plan = Files.writeString(folder.resolve("方案.txt"), "\uFEFF" + PLAN);
  }

  @Test
  void writesOneObjectALine() {
    Run run = Run.of("read-plan", plan.toString());

    assertThat(run.exitCode()).isIn(ExitCode.DONE, ExitCode.DONE_WITH_FINDINGS);
    assertThat(run.out().lines().filter(line -> line.contains("\"kind\":\"task\""))).hasSize(2);
    assertThat(run.out()).contains("县生态环境分局");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void printsExactlyTheTextThatOffsetsReferTo() {
    assertThat(Run.of("read-plan", plan.toString(), "--format", "text").out()).isEqualTo(PLAN);
  }

  @Test
  void writesAWorkbookWithARowATask() throws IOException {
    Path out = folder.resolve("任务.xlsx");
    Run run =
        Run.onTerminal("read-plan", plan.toString(), "--format", "xlsx", "--out", out.toString());

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("任务 2 项");
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(out)))) {
      Row heading = book.getSheet("任务").getRow(0);
      assertThat(heading)
          .extracting(cell -> cell.getStringCellValue())
          .containsExactly("序号", "任务", "措施", "目标", "牵头", "责任", "配合", "落实", "时限", "依据原文", "备注");
      Row first = book.getSheet("任务").getRow(1);
      assertThat(first.getCell(4).getStringCellValue()).isEqualTo("县生态环境分局");
      assertThat(first.getCell(6).getStringCellValue()).isEqualTo("县农业农村局、各乡镇");
      assertThat(book.getSheet("任务").getLastRowNum()).isEqualTo(2);
      assertThat(book.getSheet("待确认")).isNotNull();
    }
  }

  @Test
  void saysWhyItDidNothing() throws IOException {
    Path nothing = folder.resolve("无.txt");
    refused("找不到文件", "read-plan", nothing.toString());
    refused("是目录", "read-plan", folder.toString());
    refused("jsonl|xlsx|text", "read-plan", plan.toString(), "--format", "xml");
    refused("缺少参数 FILE", "read-plan");
    refused("无法写入", "read-plan", plan.toString(), "--out", nothing + "/a/b");
    refused("空的", "read-plan", Files.createFile(folder.resolve("空.txt")).toString());
    refused("is empty", "read-plan", folder.resolve("空.txt").toString(), "--lang", "en");
  }

  @Test
  void showsNoWorkbookOnATerminal() {
    Run run = Run.onTerminal("read-plan", plan.toString(), "--format", "xlsx");

    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_DONE);
    assertThat(run.err()).contains("--out");
    assertThat(run.out()).isEmpty();
  }

  private static void refused(String said, String... arguments) {
    Run run = Run.of(arguments);

    assertThat(run.exitCode()).as(said).isEqualTo(ExitCode.NOT_DONE);
    assertThat(run.err()).contains(said);
    assertThat(run.out()).isEmpty();
  }
}
