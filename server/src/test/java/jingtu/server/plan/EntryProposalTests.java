package jingtu.server.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jingtu.planreader.PlanReader;
import jingtu.planreader.PlanReading;
import jingtu.server.organisation.RegionLevel;
import org.junit.jupiter.api.Test;

class EntryProposalTests {

  private static final RegisteredPlan PROVINCE =
      Entries.registered(
          Entries.at(
              Entries.numbered("东临省土壤污染防治工作方案", Optional.of("东政发〔2016〕50号")), PlanLevel.PROVINCE));
  private static final RegisteredPlan CITY =
      Entries.registered(Entries.at(Entries.titled("河口市土壤污染防治工作方案"), PlanLevel.CITY));
  private static final RegisteredPlan BELOW =
      Entries.registered(Entries.at(Entries.titled("石漪镇土壤污染防治工作方案"), PlanLevel.TOWNSHIP));

  private static final String PLAN =
      """
      禾汀县人民政府文件

      禾政发〔2026〕5号

      禾汀县人民政府关于印发禾汀县土壤污染防治工作方案（2026—2030年）的通知

      各乡镇人民政府：

      现将方案印发给你们，请认真贯彻执行。

      禾汀县人民政府
      2026年4月9日

      禾汀县土壤污染防治工作方案（2026—2030年）

      根据《东临省土壤污染防治工作方案》（东政发〔2016〕50号）、《河口市土壤污染防治工作方案》和《石漪镇土壤污染防治工作方案》，制定本方案。

      一、主要任务

      （一）清查堆场。逐个登记。（县城管局牵头，县水利局参与）
      """;

  @Test
  void proposesWhatIsPrintedAndWhatThatSuggests() {
    RegisterEntry entry = propose(PLAN, List.of());

    assertThat(entry.title()).isEqualTo("禾汀县土壤污染防治工作方案（2026—2030年）");
    assertThat(entry.number()).contains("禾政发〔2026〕5号");
    assertThat(entry.issuer()).contains("禾汀县人民政府");
    assertThat(entry.issuedOn()).contains(LocalDate.of(2026, 4, 9));
    assertThat(entry.kind()).isEqualTo(PlanKind.WORK_PLAN);
    assertThat(entry.level()).isEqualTo(PlanLevel.COUNTY);
    assertThat(entry.validity()).hasToString("2026-01-01/2030-12-31");
    assertThat(entry.parent()).isEmpty();
  }

  @Test
  void theNearestPlanAboveThatIsNamedAsBasisIsProposedAsParent() {
    assertThat(propose(PLAN, List.of(PROVINCE, CITY, BELOW)).parent()).contains(CITY.id());
    assertThat(propose(PLAN, List.of(PROVINCE, BELOW)).parent()).contains(PROVINCE.id());
    assertThat(propose(PLAN, List.of(BELOW)).parent()).isEmpty();
  }

  @Test
  void theNumberOfABasisDocumentIsReadFromBehindItsTitle() {
    PlanReading reading = read(PLAN);

    assertThat(BasisDocument.of(reading.plans().getFirst(), new Words(reading.text())))
        .containsExactly(
            new BasisDocument("东临省土壤污染防治工作方案", Optional.of("东政发〔2016〕50号")),
            new BasisDocument("河口市土壤污染防治工作方案", Optional.empty()),
            new BasisDocument("石漪镇土壤污染防治工作方案", Optional.empty()));
  }

  @Test
  void withoutYearsInItsTitleAPlanIsInForceFromTheDayOfItsIssue() {
    RegisterEntry entry = propose(PLAN.replace("（2026—2030年）", ""), List.of());

    assertThat(entry.validity()).hasToString("2026-04-09/..");
  }

  private static RegisterEntry propose(String text, List<RegisteredPlan> register) {
    PlanReading reading = read(text);
    return new EntryProposal("方案", Optional.of(RegionLevel.CITY), register)
        .of(reading.plans().getFirst(), new Words(reading.text()));
  }

  private static PlanReading read(String text) {
    return (PlanReading) PlanReader.read("方案.txt", text.getBytes(UTF_8));
  }
}
