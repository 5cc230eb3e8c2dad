package jingtu.server.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.OnBothDatabases;
import jingtu.server.organisation.ImportOrganisations.Outcome;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.sheets.CellFinding;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.annotation.Transactional;

@ApplicationModuleTest(BootstrapMode.DIRECT_DEPENDENCIES)
@OnBothDatabases
@Transactional
class ImportOrganisationsTests {

  private static final RegionCode COUNTY = new RegionCode("991101");
  private static final Scope KEEPER =
      new Scope(new UUID(0, 1), "tester", Role.COORDINATOR, Optional.of(COUNTY), Optional.empty());

  @Autowired Regions regions;
  @Autowired Areas areas;
  @Autowired Organisations organisations;
  @Autowired Liaisons liaisons;
  @Autowired ImportOrganisations importOrganisations;
  @Autowired OrganisationWorkbook workbook;
  @TempDir Path folder;

  @BeforeEach
  void load() {
    InventedRegions.load(regions);
    areas.add(KEEPER, "产业园", AreaKind.DEVELOPMENT_ZONE, COUNTY);
  }

  private Path sheet(String text) throws IOException {
    return Files.writeString(folder.resolve("单位.csv"), text, StandardCharsets.UTF_8);
  }

  private static Outcome.Read read(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Read.class);
    return (Outcome.Read) outcome;
  }

  private Organisation named(String name) {
    return organisations.list(KEEPER).stream()
        .filter(o -> o.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static final String DIRECTORY =
      """
      甲县土壤污染防治成员单位,,,,,,,
      部门,地区代码,片区,简称,上级单位,撤销日期,联系人,联系电话
      甲县分局,991101,,县分局,甲市局,,张某；李某,0000-1；0000-2
      甲市局,,,,,,,
      园区管委会,991101,产业园,,,,王某,
      甲乡人民政府,991101001,,,,,,
      旧局,991101,,,,2019年3月1日,,
      """;

  @Test
  void aSheetAsOfficesKeepItBecomesTheDirectory() throws IOException {
    Outcome.Read checked = read(importOrganisations.check(KEEPER, sheet(DIRECTORY)));
    assertThat(checked.findings()).isEmpty();
    assertThat(organisations.list(KEEPER)).extracting(Organisation::name).doesNotContain("甲县分局");
    assertThat(checked.changes())
        .extracting(change -> change.kind() + " " + change.row() + " " + change.name())
        .containsExactly("NEW 3 甲县分局", "NEW 4 甲市局", "NEW 5 园区管委会", "NEW 6 甲乡人民政府", "NEW 7 旧局");

    importOrganisations.take(KEEPER, sheet(DIRECTORY));
    Organisation branch = named("甲县分局");
    assertThat(branch.aliases()).containsExactly("县分局");
    assertThat(branch.supervisor()).contains(named("甲市局").id());
    assertThat(liaisons.list(KEEPER).get(branch.id()))
        .containsExactly(new Liaison("张某", "", "0000-1"), new Liaison("李某", "", "0000-2"));
    assertThat(named("园区管委会").area()).isPresent();
    assertThat(named("甲市局").region()).contains(COUNTY);
    assertThat(named("旧局").endedOn()).contains(LocalDate.of(2019, 3, 1));

    Outcome.Read again = read(importOrganisations.take(KEEPER, sheet(DIRECTORY)));
    assertThat(again.changes())
        .allSatisfy(change -> assertThat(change.kind()).isEqualTo(SheetChange.Kind.SAME));
  }

  @Test
  void whatIsWrittenOutComesBackWithoutAChangeAndAnEditShowsAsJustThat() throws IOException {
    importOrganisations.take(KEEPER, sheet(DIRECTORY));
    Path written = folder.resolve("out.xlsx");
    for (Language language : Language.values()) {
      try (OutputStream out = Files.newOutputStream(written)) {
        workbook.write(KEEPER, language, out);
      }
      Outcome.Read back = read(importOrganisations.check(KEEPER, written));
      assertThat(back.findings()).isEmpty();
      assertThat(back.changes()).hasSize(5);
      assertThat(back.changes())
          .allSatisfy(change -> assertThat(change.parts()).as(change.name()).isEmpty());
    }
    Path edited = sheet("单位名称,别名,联络人\n县分局,县分局；生态环境分局,张某；李某\n甲乡人民政府,,\n");
    assertThat(read(importOrganisations.take(KEEPER, edited)).changes())
        .extracting(SheetChange::kind)
        .containsExactly(SheetChange.Kind.CHANGED, SheetChange.Kind.NEW);
    Organisation branch = named("甲县分局");
    assertThat(branch.aliases()).containsExactly("县分局", "生态环境分局");
    assertThat(branch.supervisor()).as("has no column").isPresent();
  }

  /** One faulty row among sound ones; its cell, what is wrong, and that the others are taken. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "B3 | name-missing           | ,991101,,,,,,",
        "C3 | region-code            | 某局,99110,,,,,,",
        "C3 | sheet.elsewhere        | 某局,991102,,,,,,",
        "C3 | sheet.elsewhere        | 某局,123456,,,,,,",
        "D3 | sheet.no-area          | 某局,,新区,,,,,",
        "F3 | sheet.no-supervisor    | 某局,,,,无此局,,,",
        "G3 | sheet.no-day           | 某局,,,,,2019-02-30,,",
        "G3 | sheet.no-day           | 某局,,,,,去年,,",
        "I3 | sheet.persons          | 某局,,,,,,甲；乙,0000-1",
        "E3 | sheet.name-shared      | 某局,,,在先,,,,",
        "B3 | sheet.twice            | 在先的局,,,,,,,"
      })
  void aFaultyRowIsToldAtItsCellAndTheOthersAreTaken(String cell, String key, String row)
      throws IOException {
    Path file =
        sheet(
            "序号,单位名称,地区代码,片区,别名,主管单位,撤销日期,联络人,联络人电话\n"
                + "1,在先的局,,,在先,,,,\n2,"
                + row
                + "\n3,在后的局,,,,,,,\n");
    Outcome.Read taken = read(importOrganisations.take(KEEPER, file));
    assertThat(taken.findings())
        .extracting(CellFinding::at)
        .extracting(Object::toString)
        .containsExactly(cell);
    assertThat(taken.findings().getFirst().problem().key()).isEqualTo("organisation." + key);
    assertThat(taken.changes()).extracting(SheetChange::name).containsExactly("在先的局", "在后的局");
    assertThat(organisations.list(KEEPER))
        .extracting(Organisation::name)
        .contains("在先的局", "在后的局")
        .doesNotContain("某局");
  }

  @Test
  void aRowWhoseSupervisorIsLeftOutIsLeftOutToo() throws IOException {
    Outcome.Read read =
        read(
            importOrganisations.check(KEEPER, sheet("单位名称,主管单位,撤销日期\n甲局,乙局,\n乙局,丙局,\n丙局,,不是日期\n")));
    assertThat(read.changes()).isEmpty();
    assertThat(read.findings())
        .extracting(finding -> finding.problem().key())
        .containsExactlyInAnyOrder(
            "organisation.sheet.no-day",
            "organisation.sheet.no-supervisor",
            "organisation.sheet.no-supervisor");
  }

  @Test
  void aFileWithoutNamesOrThatIsNoSheetIsRefusedInWords() throws IOException {
    assertThat(read(importOrganisations.check(KEEPER, sheet("甲,乙\n1,2\n"))).findings())
        .singleElement()
        .extracting(finding -> finding.problem().key())
        .isEqualTo("organisation.sheet.no-names");
    Path noSheet = Files.write(folder.resolve("单位.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
    assertThat(importOrganisations.check(KEEPER, noSheet)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void onlyNewOnesAreAddedAtAStart() throws IOException {
    importOrganisations.addMissing(KEEPER, sheet("单位名称,别名\n某局,甲\n"));
    importOrganisations.addMissing(KEEPER, sheet("单位名称,别名\n某局,乙\n另一局,丙\n"));
    assertThat(named("某局").aliases()).containsExactly("甲");
    assertThat(named("另一局").aliases()).containsExactly("丙");
  }
}
