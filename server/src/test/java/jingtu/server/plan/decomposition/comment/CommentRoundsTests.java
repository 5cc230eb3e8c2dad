package jingtu.server.plan.decomposition.comment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.TOWNSHIP;
import static jingtu.server.PretendOffice.coordinator;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.decomposition.MadeItems;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemChange;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItems;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(module = "plan", mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class CommentRoundsTests {

  private static final Scope COORDINATOR = coordinator(COUNTY);
  private static final LocalDate CLOSES = LocalDate.of(2099, 12, 31);
  private static final int OPINION = 11;

  @Autowired CommentRounds rounds;
  @Autowired WorkItems items;
  @Autowired ImportPlan importPlan;
  @Autowired Regions regions;
  @TempDir Path folder;

  private PlanId plan;
  private WorkItem water;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
    String text =
        """
        某县土壤污染防治工作方案

        （一）清查堆场。逐个登记，编号 %s。（县城管局牵头，县水利局参与）
        """
            .formatted(UUID.randomUUID());
    plan =
        switch (importPlan.from(COORDINATOR, COUNTY, "方案.txt", text.getBytes(UTF_8))) {
          case ImportOutcome.Imported imported -> imported.plans().getFirst().id();
          case ImportOutcome other -> throw new AssertionError("not imported: " + other);
        };
    water = added("县水利局", "核查河道堆场");
    added("县财政局", "落实资金");
  }

  @Test
  void aSheetGoesOutComesBackAndItsCommentsAreAnswered() throws IOException {
    CommentRound round = done(rounds.open(COORDINATOR, plan, CLOSES));
    assertThat(round.silent()).containsExactlyInAnyOrder("县水利局", "县财政局");

    Path returned = filled(round, "县水利局", water.code(), "时间太紧", "核查并建立河道堆场台账");
    CommentRound commented = done(rounds.take(COORDINATOR, plan, round.id(), returned));

    assertThat(commented.silent()).containsExactly("县财政局");
    CommentRound.Comment comment = commented.comments().getFirst();
    assertThat(comment.item()).contains(water.id());
    assertThat(comment.opinion()).isEqualTo("时间太紧");

    CommentRound answered =
        done(
            rounds.answer(
                COORDINATOR,
                plan,
                round.id(),
                comment.id(),
                new CommentRounds.Reply(
                    1,
                    Decision.PARTLY,
                    "时限由方案定",
                    Optional.of(
                        new CommentRounds.Change(
                            WorkItemColumn.WORK, "核查并建立台账", water.version())))));

    assertThat(items.list(COORDINATOR, plan)).extracting(WorkItem::work).contains("核查并建立台账");
    assertThat(answered.comments().getFirst().answer().orElseThrow().before()).isEqualTo("核查河道堆场");
    assertThat(cells(rounds.summary(COORDINATOR, plan, round.id(), Language.ZH).orElseThrow()))
        .contains("时间太紧", "部分采纳", "时限由方案定", "具体工作: 核查河道堆场", "具体工作: 核查并建立台账", "县财政局");
  }

  @Test
  void theSameSheetTwiceIsKeptOnceAndOneWithoutWordsCountsAsAnswered() throws IOException {
    CommentRound round = done(rounds.open(COORDINATOR, plan, CLOSES));
    Path returned = filled(round, "县水利局", water.code(), "时间太紧", "");
    rounds.take(COORDINATOR, plan, round.id(), returned);

    assertThat(done(rounds.take(COORDINATOR, plan, round.id(), returned)).comments()).hasSize(1);
    CommentRound silent =
        done(rounds.take(COORDINATOR, plan, round.id(), filled(round, "县财政局", "none", "", "")));
    assertThat(silent.silent()).isEmpty();
    assertThat(silent.comments()).hasSize(1);
  }

  @Test
  void aCodeThatNobodyKnowsIsToldAtItsCell() throws IOException {
    CommentRound round = done(rounds.open(COORDINATOR, plan, CLOSES));
    byte[] sheet = rounds.sheet(COORDINATOR, plan, round.id(), "县水利局", Language.ZH).orElseThrow();
    Path returned = folder.resolve("odd.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheet));
        OutputStream out = Files.newOutputStream(returned)) {
      Row row = book.getSheetAt(0).getRow(5);
      row.getCell(0).setCellValue("9-9");
      row.getCell(OPINION).setCellValue("不是我们的");
      book.write(out);
    }

    assertThat(rounds.take(COORDINATOR, plan, round.id(), returned))
        .isInstanceOfSatisfying(
            CommentRounds.Outcome.Done.class,
            taken -> {
              assertThat(taken.round().comments()).isEmpty();
              assertThat(taken.findings()).hasSize(1);
              assertThat(taken.findings().getFirst().at().toString()).endsWith("L6");
            });
  }

  @Test
  void theSecondOfTwoWhoAnswerACommentIsTold() {
    CommentRound round = done(rounds.open(COORDINATOR, plan, CLOSES));
    CommentRound.Comment comment = typed(round, "时间太紧");
    CommentRounds.Reply refusal =
        new CommentRounds.Reply(1, Decision.REFUSED, "时限由方案定", Optional.empty());
    rounds.answer(COORDINATOR, plan, round.id(), comment.id(), refusal);

    assertThat(rounds.answer(COORDINATOR, plan, round.id(), comment.id(), refusal))
        .isInstanceOf(CommentRounds.Outcome.StaleComment.class);
  }

  @Test
  void anAnswerDoesNotOverwriteAnItemThatSomebodyChangedMeanwhile() {
    CommentRound round = done(rounds.open(COORDINATOR, plan, CLOSES));
    CommentRound.Comment comment = typed(round, "时间太紧");
    WorkItem other = WorkItemColumn.WORK.read(water, "别人写的").orElseThrow();
    items.apply(COORDINATOR, plan, List.of(new WorkItemChange.Edit(other)));

    CommentRounds.Outcome outcome =
        rounds.answer(
            COORDINATOR,
            plan,
            round.id(),
            comment.id(),
            new CommentRounds.Reply(
                1,
                Decision.ADOPTED,
                "",
                Optional.of(
                    new CommentRounds.Change(WorkItemColumn.WORK, "我写的", water.version()))));

    assertThat(outcome).isInstanceOf(CommentRounds.Outcome.StaleItem.class);
    assertThat(items.list(COORDINATOR, plan)).extracting(WorkItem::work).contains("别人写的");
    assertThat(rounds.list(COORDINATOR, plan).getFirst().comments().getFirst().answer()).isEmpty();
  }

  @Test
  void aRoundClosesOnceAllIsAnsweredAndChangesNoMore() {
    CommentRound round = done(rounds.open(COORDINATOR, plan, CLOSES));
    CommentRound.Comment comment = typed(round, "时间太紧");
    assertThat(rounds.close(COORDINATOR, plan, round.id()))
        .isInstanceOf(CommentRounds.Outcome.Refused.class);
    assertThat(rounds.open(COORDINATOR, plan, CLOSES))
        .isInstanceOf(CommentRounds.Outcome.Refused.class);

    rounds.answer(
        COORDINATOR,
        plan,
        round.id(),
        comment.id(),
        new CommentRounds.Reply(1, Decision.ADOPTED, "", Optional.empty()));
    assertThat(done(rounds.close(COORDINATOR, plan, round.id())).closed()).isPresent();

    assertThat(rounds.type(COORDINATOR, plan, round.id(), "县水利局", Optional.empty(), "再说", ""))
        .isInstanceOf(CommentRounds.Outcome.Closed.class);
    assertThat(rounds.close(COORDINATOR, plan, round.id()))
        .isInstanceOf(CommentRounds.Outcome.Closed.class);
    assertThat(done(rounds.open(COORDINATOR, plan, CLOSES)).number()).isEqualTo(2);
  }

  @Test
  void onlyWhoGovernsTheRegionAsks() {
    assertThat(rounds.open(coordinator(TOWNSHIP), plan, CLOSES))
        .isEqualTo(new CommentRounds.Outcome.NotYourRegion(COUNTY));
    assertThat(rounds.open(coordinator(NEIGHBOUR), plan, CLOSES))
        .isEqualTo(new CommentRounds.Outcome.Unknown());
    CommentRound round = done(rounds.open(COORDINATOR, plan, CLOSES));
    assertThat(rounds.list(coordinator(TOWNSHIP), plan)).containsExactly(round);
    assertThat(rounds.list(coordinator(NEIGHBOUR), plan)).isEmpty();
    assertThat(rounds.open(COORDINATOR, plan, LocalDate.of(2001, 1, 1)))
        .isInstanceOf(CommentRounds.Outcome.Refused.class);
  }

  private CommentRound.Comment typed(CommentRound round, String opinion) {
    return done(rounds.type(
            COORDINATOR, plan, round.id(), "县水利局", Optional.of(water.id()), opinion, ""))
        .comments()
        .getFirst();
  }

  private WorkItem added(String organisation, String work) {
    WorkItems.Outcome outcome =
        items.apply(
            COORDINATOR, plan, List.of(new WorkItemChange.Add(MadeItems.bare(organisation, work))));
    if (outcome instanceof WorkItems.Outcome.Applied(List<WorkItem> added)) {
      return added.getFirst();
    }
    throw new AssertionError("not added: " + outcome);
  }

  /** The sheet of an organisation as it comes back, with words beside one of its items. */
  private Path filled(
      CommentRound round, String organisation, String code, String opinion, String proposed)
      throws IOException {
    byte[] sent =
        rounds.sheet(COORDINATOR, plan, round.id(), organisation, Language.ZH).orElseThrow();
    Path returned = folder.resolve(organisation + ".xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sent));
        OutputStream out = Files.newOutputStream(returned)) {
      XSSFSheet sheet = book.getSheetAt(0);
      for (Row row : sheet) {
        if (row.getCell(0) != null && row.getCell(0).getStringCellValue().equals(code)) {
          row.getCell(OPINION).setCellValue(opinion);
          row.getCell(OPINION + 1).setCellValue(proposed);
        }
      }
      book.write(out);
    }
    return returned;
  }

  private static List<String> cells(byte[] workbook) throws IOException {
    DataFormatter formatter = new DataFormatter();
    List<String> cells = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      book.forEach(
          sheet ->
              sheet.forEach(
                  row -> row.forEach(cell -> cells.add(formatter.formatCellValue(cell)))));
    }
    return cells;
  }

  private static CommentRound done(CommentRounds.Outcome outcome) {
    if (outcome instanceof CommentRounds.Outcome.Done(CommentRound round, var findings)) {
      return round;
    }
    throw new AssertionError("not done: " + outcome);
  }
}
