package jingtu.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BasisLinksTests {

  private static final RegisteredPlan PROVINCE =
      Entries.registered(Entries.numbered("东临省土壤污染防治工作方案", Optional.of("东政发〔2016〕50号")));
  private static final RegisteredPlan COUNTY =
      Entries.registered(Entries.numbered("禾汀县土壤污染防治行动计划实施方案", Optional.empty()));

  private final BasisLinks links = new BasisLinks(List.of(PROVINCE, COUNTY));

  @Test
  void findsADocumentByItsNumberHoweverItsBracketsAreTyped() {
    assertThat(find("省里的方案", "东政发 [2016] 50号")).contains(PROVINCE);
    assertThat(find("省里的方案", "东政发〔2016〕51号")).isEmpty();
  }

  @Test
  void findsADocumentByItsTitleOrThatOfTheLetterThatPassesItOn() {
    assertThat(find("东临省土壤污染 防治工作方案")).contains(PROVINCE);
    assertThat(find("东临省人民政府关于印发东临省土壤污染防治工作方案的通知")).contains(PROVINCE);
  }

  @Test
  void theProvincesPlanIsTheOneWhoseTitleGoesOnInTheSameWords() {
    assertThat(find("省土壤污染防治工作方案")).contains(PROVINCE);
    assertThat(find("市土壤污染防治工作规划")).isEmpty();
  }

  @Test
  void theNationsPlanIsNotTakenForTheCountysThatNamesItInItsTitle() {
    assertThat(find("土壤污染防治行动计划")).isEmpty();
  }

  @Test
  void ofTwoThatCouldBeMeantNeitherIs() {
    RegisteredPlan twin = Entries.registered(PROVINCE.entry());

    assertThat(
            new BasisLinks(List.of(PROVINCE, twin))
                .find(new BasisDocument("东临省土壤污染防治工作方案", Optional.empty())))
        .isEmpty();
  }

  private Optional<RegisteredPlan> find(String title, String... number) {
    return links.find(new BasisDocument(title, List.of(number).stream().findFirst()));
  }
}
