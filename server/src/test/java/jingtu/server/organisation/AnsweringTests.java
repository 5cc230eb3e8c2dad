package jingtu.server.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.scope.RegionCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who answers for a task as offices come and go, in an invented county. */
class AnsweringTests {

  private static final LocalDate PLAN = LocalDate.of(2017, 11, 29);
  private static final LocalDate REFORM = LocalDate.of(2019, 3, 1);
  private static final LocalDate LATER = LocalDate.of(2023, 6, 1);
  private static final LocalDate NOW = LocalDate.of(2026, 1, 1);

  private final List<Organisation> organisations = new ArrayList<>();
  private final List<Succession> successions = new ArrayList<>();

  private final Organisation land = add("净原县国土资源局", REFORM);
  private final Organisation nature = add("净原县自然资源局", null);
  private final Organisation branch = add("云岫市生态环境局净原分局", null);
  private final Organisation farming = add("净原县农业农村局", null);

  @Test
  void whoeverTookOverEverythingAnswersFromThatDayOn() {
    pass(land, nature, REFORM, "");

    assertThat(answering(land, REFORM.minusDays(1), "整治土地")).isEqualTo(by(land));
    assertThat(who(answering(land, REFORM, "整治土地"))).isEqualTo(nature);
  }

  @Test
  void aDayBeforeThePlanIsTakenAsThePlansOwn() {
    pass(land, nature, REFORM, "");
    assertThat(answering(land, PLAN.minusYears(1), "整治土地")).isEqualTo(by(land));
  }

  @Test
  void whatTheTaskNamesPassesToWhoeverTookThatOver() {
    split();
    assertThat(who(answering(land, NOW, "开展地下水污染防治试点"))).isEqualTo(branch);
    assertThat(who(answering(land, NOW, "推进农田整治"))).isEqualTo(farming);
  }

  @Test
  void aTaskThatNamesSeveralFunctionsOrNoneIsAsked() {
    split();
    assertThat(candidates(answering(land, NOW, "地下水污染防治和农田整治")))
        .startsWith("云岫市生态环境局净原分局", "净原县农业农村局");
    assertThat(candidates(answering(land, NOW, "登记土地")))
        .startsWith("净原县自然资源局")
        .containsExactlyInAnyOrder("净原县自然资源局", "云岫市生态环境局净原分局", "净原县农业农村局");
  }

  @Test
  void theSameMatterInOtherWordsIsAskedAndProposedFirst() {
    split();
    assertThat(candidates(answering(land, NOW, "监测地下水水质"))).startsWith("云岫市生态环境局净原分局");
  }

  @Test
  void whatWasChosenHoldsAndIsFollowedFurther() {
    split();
    Organisation water = add("净原县水务中心", null);
    pass(branch, water, LATER, "");
    Answering chosen =
        open()
            .answering(
                land,
                PLAN,
                NOW,
                "登记土地",
                (predecessor, on) ->
                    predecessor.equals(land.id()) ? Optional.of(branch.id()) : Optional.empty());

    assertThat(who(chosen)).isEqualTo(water);
    assertThat(chosen.steps()).extracting(Answering.Step::chosen).containsExactly(true, false);
    assertThat(chosen.steps()).extracting(Answering.Step::on).containsExactly(REFORM, LATER);
  }

  @Test
  void anOfficeThatGaveAwayAFunctionGoesOnWithTheRest() {
    pass(farming, branch, REFORM, "农业面源污染治理");

    assertThat(answering(farming, NOW, "推广良种")).isEqualTo(by(farming));
    assertThat(who(answering(farming, NOW, "加强农业面源污染治理"))).isEqualTo(branch);
  }

  @Test
  void aFunctionThatHadPassedBeforeThePlanStaysWithWhomThePlanNames() {
    pass(farming, branch, PLAN.minusYears(2), "农业面源污染治理");
    assertThat(answering(farming, NOW, "加强农业面源污染治理")).isEqualTo(by(farming));
  }

  @Test
  void aPlanThatStillGoesByTheOldNameMeansTheSuccessor() {
    Organisation old = add("净原县环境保护局", PLAN.minusYears(1));
    pass(old, branch, PLAN.minusYears(1), "");
    assertThat(who(answering(old, PLAN, "监测土壤"))).isEqualTo(branch);
  }

  @Test
  void anOfficeThatEndedWithoutSuccessorIsSaidToHaveEnded() {
    assertThat(answering(land, NOW, "登记土地"))
        .isEqualTo(new Answering.Nobody(land, REFORM, List.of()));
  }

  private void split() {
    pass(land, nature, REFORM, "");
    pass(land, branch, REFORM, "地下水污染防治");
    pass(land, farming, REFORM, "农田整治");
  }

  private Answering answering(Organisation named, LocalDate on, String text) {
    return open().answering(named, PLAN, on, text, (predecessor, day) -> Optional.empty());
  }

  private Directory open() {
    return Directory.of(new RegionCode("990121"), List.of(), organisations, successions);
  }

  private static Answering by(Organisation organisation) {
    return new Answering.By(organisation, List.of());
  }

  private static @Nullable Organisation who(Answering answering) {
    return answering instanceof Answering.By by ? by.organisation() : null;
  }

  private static List<String> candidates(Answering answering) {
    return answering instanceof Answering.Undecided undecided
        ? undecided.candidates().stream().map(each -> each.organisation().name()).toList()
        : List.of();
  }

  private Organisation add(String name, @Nullable LocalDate ended) {
    Organisation organisation =
        ExpectedNames.organisation(name, "990121", Optional.ofNullable(ended));
    organisations.add(organisation);
    return organisation;
  }

  private void pass(Organisation from, Organisation to, LocalDate on, String function) {
    successions.add(
        new Succession(new UUID(4, successions.size()), from.id(), to.id(), on, function, ""));
  }
}
