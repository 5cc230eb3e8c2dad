package jingtu.server.duty.closeout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.WholeDuty;
import jingtu.server.duty.closeout.sheet.CheckedItems;
import jingtu.server.duty.closeout.sheet.ImportItems;
import jingtu.server.duty.closeout.sheet.ItemWorkbook;
import jingtu.vocabulary.Language;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Items that come as tables: all of them or none, and each fault in its cell. */
@WholeDuty
@Transactional
class ImportedItemsTests {

  private static final LocalDate DUE = LocalDate.of(2026, 6, 30);

  @Autowired DutyOffice office;
  @Autowired CloseOutLists lists;
  @Autowired KeepCloseOutLists keepLists;
  @Autowired KeepItems keepItems;
  @Autowired ImportItems importItems;
  @Autowired CloseOutImports imports;
  @Autowired StrikeOff strikeOff;

  private CloseOutListId list = new CloseOutListId(new java.util.UUID(0, 0));

  @BeforeEach
  void makeAList() {
    ListOutcome made =
        keepLists.make(
            COORDINATOR,
            new KeepCloseOutLists.Wanted(
                "清零", Optional.empty(), new Targets(List.of(new Milestone(DUE, 100)))));
    list = ((ListOutcome.Done) made).list().id();
  }

  @Test
  void columnsGoByTheNamesThatOfficesUse() {
    CheckedItems taken =
        take(
            """
            禾汀县堆场问题清单,,,,,,
            序号,存在问题,所在地,整改责任单位,责任领导,手机,整改时限,备注
            1,清理河滩堆场,石漪镇,县水利局,程某,0000-0001,2026年6月30日,甲
            ,拆除料棚,石漪镇,石漪镇人民政府,石某,,2026/7/1,
            ,,,,,,,
            3,回收农膜,,禾汀县农业农村局,田某,,2026.8.15,
            """
                .replace("县水利局", "禾汀县水利局"));

    assertThat(taken.findings()).isEmpty();
    assertThat(taken.refusal()).isEmpty();
    assertThat(taken.notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.say(Language.ZH)).contains("备注"));
    assertThat(lists.items(COORDINATOR, list))
        .extracting(
            item ->
                item.entry().number()
                    + " "
                    + item.entry().task()
                    + " "
                    + item.entry().due().orElseThrow())
        .containsExactly("1 清理河滩堆场 2026-06-30", "3 回收农膜 2026-08-15", "4 拆除料棚 2026-07-01");
    assertThat(lists.history(COORDINATOR, lists.items(COORDINATOR, list).getFirst().id()))
        .extracting(CloseOutChange::why)
        .containsExactly("清单.csv");
  }

  @Test
  void everyFaultStandsInItsCellAndNothingIsTaken() {
    CheckedItems checked =
        take(
            """
            编号,任务,责任单位,责任人,电话,完成时限
            1,清理河滩堆场,禾汀县水利局,程某,0000-0001,2026-06-30
            1,重号,禾汀县水利局,程某,,2026-06-30
            2,,禾汀县水利局,程某,,2026-06-30
            3,没有单位,,程某,,2026-06-30
            4,没有这个单位,县石英局,程某,,2026-06-30
            5,没有责任人,禾汀县水利局,,,2026-06-30
            6,电话不对,禾汀县水利局,程某,12,2026-06-30
            7,没有时限,禾汀县水利局,程某,,
            8,不是日期,禾汀县水利局,程某,,6月底
            9,不确切,禾汀县水利局,程某,,2026年6月
            10,没有这一天,禾汀县水利局,程某,,2026-06-31
            11,太久,禾汀县水利局,程某,,1926-06-30
            """);

    assertThat(checked.findings())
        .extracting(finding -> finding.at() + " " + finding.problem().key())
        .containsExactly(
            "A3 closeout.number-taken",
            "B4 closeout.no-task",
            "C5 closeout.no-organisation",
            "C6 closeout.sheet.unknown-organisation",
            "D7 closeout.no-person",
            "E8 closeout.telephone",
            "F9 closeout.no-day",
            "F10 closeout.sheet.no-day",
            "F11 closeout.sheet.no-day",
            "F12 closeout.sheet.no-day",
            "F13 closeout.unlikely-day");
    assertThat(lists.items(COORDINATOR, list)).isEmpty();
  }

  @Test
  void aNumberOfTheListIsNotTakenTwice() {
    String one = "编号,任务,责任单位,责任人,完成时限\n1,清理,禾汀县水利局,程某,2026-06-30\n";
    assertThat(take(one).isSound()).isTrue();
    assertThat(take(one).findings())
        .extracting(finding -> finding.at() + " " + finding.problem().key())
        .containsExactly("A2 closeout.number-taken");
    assertThat(lists.items(COORDINATOR, list)).hasSize(1);
  }

  @Test
  void aTableWithoutItsColumnsOrRowsIsRefused() {
    assertThat(refusal("任务,责任单位\n清理,禾汀县水利局\n")).isEqualTo("没有找到这些栏目：责任人 / 完成时限。");
    assertThat(refusal("甲,乙\n1,2\n")).startsWith("没有找到这些栏目");
    assertThat(refusal("任务,责任单位,责任人,完成时限\n")).isEqualTo("表头下面没有条目。");
    assertThat(importItems.check(COORDINATOR, list, "a.png", new byte[] {1, 2, 3}, Language.ZH))
        .isInstanceOf(ImportItems.Outcome.Read.class);
  }

  @Test
  void onlyWhoKeepsTheListBringsItemsIn() {
    byte[] table = "任务,责任单位,责任人,完成时限\n清理,禾汀县水利局,程某,2026-06-30\n".getBytes(UTF_8);
    assertThat(importItems.take(office.officer("禾汀县水利局"), list, "清单.csv", table, Language.ZH))
        .isInstanceOf(ImportItems.Outcome.Unknown.class);
    take("任务,责任单位,责任人,完成时限\n清理,禾汀县水利局,程某,2026-06-30\n");
    assertThat(importItems.take(office.officer("禾汀县水利局"), list, "清单.csv", table, Language.ZH))
        .isInstanceOf(ImportItems.Outcome.NotYours.class);
  }

  @Test
  void aMergedCellHoldsForAllItsRowsAndADateCellIsADay() {
    byte[] file =
        workbook(
            sheet -> {
              List<List<String>> rows =
                  List.of(
                      List.of("任务", "责任单位", "责任人", "完成时限"),
                      List.of("清理河滩", "禾汀县水利局", "程某", ""),
                      List.of("清理库尾", "", "", "2026-06-30"));
              for (int i = 0; i < rows.size(); i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < 4; j++) {
                  row.createCell(j).setCellValue(rows.get(i).get(j));
                }
              }
              var style = sheet.getWorkbook().createCellStyle();
              style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("yyyy-mm-dd"));
              Cell day = sheet.getRow(1).getCell(3);
              day.setCellStyle(style);
              day.setCellValue(LocalDate.of(2026, 7, 31));
              sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
              sheet.addMergedRegion(new CellRangeAddress(1, 2, 2, 2));
            });

    CheckedItems taken = read(importItems.take(COORDINATOR, list, "清单.xlsx", file, Language.ZH));

    assertThat(taken.findings()).isEmpty();
    assertThat(lists.items(COORDINATOR, list))
        .extracting(item -> item.entry().person() + item.entry().due().orElseThrow())
        .containsExactly("程某2026-07-31", "程某2026-06-30");
  }

  @Test
  void theTemplateIsFilledInAndTakenAndTheExportIsTakenByAnotherList() {
    byte[] filled =
        edited(
            new ItemWorkbook(Language.EN).template(),
            sheet -> {
              List<String> cells =
                  List.of("7", "=1+1", "+河滩", "禾汀县水利局", "程某", "+86 0000-0001", "2026-06-30", "@措施");
              for (int i = 0; i < cells.size(); i++) {
                sheet.getRow(1).getCell(i).setCellValue(cells.get(i));
              }
            });
    assertThat(read(importItems.take(COORDINATOR, list, "清单.xlsx", filled, Language.EN)).isSound())
        .isTrue();
    List<CloseOutItem> items = lists.items(COORDINATOR, list);
    assertThat(items).extracting(item -> item.entry().task()).containsExactly("=1+1");

    byte[] out =
        new ItemWorkbook(Language.ZH)
            .of(items, Map.of(items.getFirst().organisation(), "禾汀县水利局"), DUE);
    edited(
        out,
        sheet -> {
          for (int column : List.of(1, 2, 5, 7)) {
            Cell cell = sheet.getRow(1).getCell(column);
            assertThat(cell.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
          }
        });
    makeAList();
    assertThat(read(importItems.take(COORDINATOR, list, "导出.xlsx", out, Language.ZH)).isSound())
        .isTrue();
    assertThat(lists.items(COORDINATOR, list))
        .extracting(CloseOutItem::entry)
        .containsExactly(items.getFirst().entry());
  }

  @Test
  void faultsAreMarkedInTheSameTable() throws IOException {
    byte[] table = "任务,责任单位,责任人,完成时限\n清理,县石英局,程某,2026-06-30\n".getBytes(UTF_8);
    CheckedItems checked = read(importItems.check(COORDINATOR, list, "清单.csv", table, Language.ZH));
    assertThat(new String(importItems.marked(table, checked, Language.ZH).orElseThrow(), UTF_8))
        .contains("单位名录中没有“县石英局”");
  }

  private static final String UNNUMBERED =
      """
      任务,所在地,责任单位,责任人,完成时限
      清理河滩,石漪镇,禾汀县水利局,程某,2026-06-30
      清理库尾,石漪镇,禾汀县水利局,程某,2026-06-30
      回收农膜,,禾汀县农业农村局,田某,2026-08-15
      """;

  /** The third item is another organisation's, and the fourth elsewhere: neither is there yet. */
  @Test
  void aTableThatSaysWhatIsThereAlreadyIsToldSoBeforeItIsTaken() {
    assertThat(take(UNNUMBERED).notices()).isEmpty();
    String again =
        """
        任务,所在地,责任单位,责任人,完成时限
        清理河滩,石漪镇,禾汀县水利局,程某,2026-12-31
        清理库尾,石漪镇,禾汀县水利局,另一人,2026-06-30
        清理河滩,石漪镇,禾汀县农业农村局,田某,2026-06-30
        清理河滩,别处,禾汀县水利局,程某,2026-06-30
        """;
    CheckedItems checked =
        read(importItems.check(COORDINATOR, list, "清单.csv", again.getBytes(UTF_8), Language.ZH));
    assertThat(checked.isSound()).isTrue();
    assertThat(checked.notices())
        .extracting(notice -> jingtu.vocabulary.Messages.say(notice.problem(), Language.ZH))
        .containsExactly("其中 2 条与清单中的条目内容相同，例如第 1 条。");
  }

  @Test
  void anImportIsTakenBackAsOneAndWhatWasWorkedOnStays() {
    take(UNNUMBERED);
    take(UNNUMBERED);
    List<CloseOutImport> brought = imports.list(COORDINATOR, list);
    assertThat(brought)
        .extracting(each -> each.fileName() + " " + each.count() + " " + each.untouched().size())
        .containsExactly("清单.csv 3 3", "清单.csv 3 3");
    CloseOutItem submitted = secondOf(brought).there().get(1);
    assertThat(
            strikeOff.submit(
                office.officer("禾汀县水利局"),
                submitted.id(),
                submitted.version(),
                new CloseOutSubmission("已清运", List.of(), "")))
        .isInstanceOf(ItemOutcome.Done.class);

    CloseOutImport twice = secondOf(imports.list(COORDINATOR, list));
    assertThat(twice.untouched()).extracting(CloseOutItem::id).doesNotContain(submitted.id());
    assertThat(imports.takeBack(office.officer("禾汀县水利局"), twice.id(), "重复"))
        .isInstanceOf(CloseOutImports.Outcome.NotYours.class);
    assertThat(imports.takeBack(COORDINATOR, twice.id(), " "))
        .isInstanceOf(CloseOutImports.Outcome.Faulty.class);
    assertThat(lists.items(COORDINATOR, list)).hasSize(6);

    CloseOutImport undone = done(imports.takeBack(COORDINATOR, twice.id(), "导入了两次"));
    assertThat(undone.takenBack().orElseThrow().removed()).isEqualTo(2);
    assertThat(undone.there()).extracting(item -> item.entry().number()).containsExactly("5");
    assertThat(lists.items(COORDINATOR, list))
        .extracting(item -> item.entry().number())
        .containsExactly("1", "2", "3", "5");
    assertThat(lists.history(COORDINATOR, list))
        .filteredOn(change -> change.what() == CloseOutChange.What.REMOVED)
        .extracting(change -> change.number() + " " + change.before() + " " + change.why())
        .containsExactlyInAnyOrder("4 清理河滩 导入了两次", "6 回收农膜 导入了两次");
    assertThat(imports.list(COORDINATOR, list))
        .extracting(each -> each.takenBack().map(CloseOutImport.TakenBack::reason).orElse("-"))
        .containsExactlyInAnyOrder("导入了两次", "-");
    assertThat(imports.takeBack(COORDINATOR, twice.id(), "再撤一次"))
        .isInstanceOf(CloseOutImports.Outcome.TakenBackBefore.class);
    assertThat(imports.takeBack(COORDINATOR, new CloseOutImportId(new UUID(0, 9)), "没有这次"))
        .isInstanceOf(CloseOutImports.Outcome.Unknown.class);
  }

  /** Both came at one moment of the clock: the second brought the numbers from 4 on. */
  private static CloseOutImport secondOf(List<CloseOutImport> brought) {
    return brought.stream()
        .filter(each -> each.there().getFirst().entry().number().equals("4"))
        .findFirst()
        .orElseThrow();
  }

  private static CloseOutImport done(CloseOutImports.Outcome outcome) {
    if (outcome instanceof CloseOutImports.Outcome.Done(CloseOutImport brought)) {
      return brought;
    }
    throw new AssertionError(outcome.toString());
  }

  private String refusal(String table) {
    return take(table)
        .refusal()
        .map(finding -> jingtu.vocabulary.Messages.say(finding.problem(), Language.ZH))
        .orElseThrow();
  }

  private CheckedItems take(String table) {
    return read(importItems.take(COORDINATOR, list, "清单.csv", table.getBytes(UTF_8), Language.ZH));
  }

  private static CheckedItems read(ImportItems.Outcome outcome) {
    if (outcome instanceof ImportItems.Outcome.Read(CheckedItems checked)) {
      return checked;
    }
    throw new AssertionError(outcome.toString());
  }

  private interface Work {
    void on(XSSFSheet sheet);
  }

  private static byte[] workbook(Work work) {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      work.on(book.createSheet("清单"));
      return bytes(book);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] edited(byte[] file, Work work) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      work.on(book.getSheetAt(0));
      return bytes(book);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(XSSFWorkbook book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }
}
