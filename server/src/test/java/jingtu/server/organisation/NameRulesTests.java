package jingtu.server.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.scope.RegionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule by which a name is recognised, in an invented county 净原县 of the city 云岫市. */
class NameRulesTests {

  private static final LocalDate BEFORE = LocalDate.of(2017, 6, 1);
  private static final LocalDate REFORM = LocalDate.of(2019, 3, 1);
  private static final LocalDate AFTER = LocalDate.of(2024, 4, 1);
  private static final String COUNTY = "990121";
  private static final String CITY = "990100";

  private static final String REGIONS =
      """
      code,name,level,parent
      990000,青岚省,PROVINCE,
      990100,云岫市,CITY,990000
      990121,净原县,COUNTY,990100
      990121100,石漪镇,TOWNSHIP,990121
      990121001,望净街道,TOWNSHIP,990121
      """;

  private final List<Organisation> organisations = new ArrayList<>();
  private final List<Succession> successions = new ArrayList<>();

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          净原县发展和改革局         | 净原县发展和改革局
          县发改局                   | 净原县发展和改革局
          县发展改革局               | 净原县发展和改革局
          发改局                     | 净原县发展和改革局
          净原县发改局               | 净原县发展和改革局
          净原发改局                 | 净原县发展和改革局
          县发改委                   | 净原县发展和改革局
          全县发改局                 | 净原县发展和改革局
          县住建委                   | 净原县住房和城乡建设局
          市场监管局                 | 净原县市场监督管理局
          市市场监督管理局           | 云岫市市场监督管理局
          市级财政局                 | 云岫市财政局
          县财政局                   | 净原县财政局
          市生态环境局               | 云岫市生态环境局
          县生态环境局               | 云岫市生态环境局净原分局
          市生态环境局净原分局       | 云岫市生态环境局净原分局
          市生态环境局分局           | 云岫市生态环境局净原分局
          生态环境分局               | 云岫市生态环境局净原分局
          县委组织部                 | 中共净原县委组织部
          组织部                     | 中共净原县委组织部
          县政府                     | 净原县人民政府
          县政府办                   | 净原县人民政府办公室
          石漪镇                     | 石漪镇人民政府
          石漪镇政府                 | 石漪镇人民政府
          望净街道                   | 望净街道办事处
          省环保厅                   | 青岚省环境保护厅
          环保厅                     | 青岚省环境保护厅
          财政局部门                 | 净原县财政局
          """)
  void isCertain(String name, String organisation) {
    directory();
    assertThat(answer(name, AFTER))
        .isInstanceOfSatisfying(
            NameAnswer.Certain.class,
            certain -> assertThat(certain.organisation().name()).isEqualTo(organisation));
  }

  @ParameterizedTest(name = "{0} proposes {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          县住房和城乡建设           | 净原县住房和城乡建设局
          县水务局                   | 净原县水利局
          县住建局局                 | 净原县住房和城乡建设局
          财正局                     | 净原县财政局
          生态环境部门               | 云岫市生态环境局净原分局
          县国资委                   | 净原县国有资产监督管理局
          县文广局                   | 净原县文化广电体育局
          """)
  void isProposed(String name, String organisation) {
    directory();
    assertThat(candidates(name, AFTER)).first().isEqualTo(organisation);
  }

  @Test
  void anOfficeOfALevelAboveThatIsNotListedIsNobodyHere() {
    directory();
    assertThat(answer("省水利厅", AFTER))
        .isEqualTo(new NameAnswer.None(jingtu.vocabulary.Message.of("names.none-above")));
    assertThat(answer("市水利局", AFTER)).isInstanceOf(NameAnswer.None.class);
  }

  @Test
  void aLevelThatIsSaidOnceMayHoldForTheNamesAfterIt() {
    directory();
    RegionCode city = new RegionCode(CITY);

    assertThat(open().saysRegion("市发展改革委")).contains(city);
    assertThat(open().saysRegion("县发改局")).isEmpty();
    assertThat(open().saysRegion("市生态环境局分局")).isEmpty();
    assertThat(open().saysRegion("市场监管局")).isEmpty();
    assertThat(open().answer("财政局", AFTER, Set.of(city)))
        .isInstanceOfSatisfying(
            NameAnswer.Candidates.class,
            several ->
                assertThat(several.candidates().stream().map(c -> c.organisation().name()))
                    .containsExactly("云岫市财政局", "净原县财政局"));
    assertThat(open().answer("水利局", AFTER, Set.of(city))).isInstanceOf(NameAnswer.Candidates.class);
    assertThat(open().answer("县财政局", AFTER, Set.of(city))).isInstanceOf(NameAnswer.Certain.class);
  }

  @Test
  void inACitysOwnPlanTheCityHoldsForAll() {
    directory();
    Directory city = Directory.of(new RegionCode(CITY), regions(), organisations, successions);

    assertThat(city.answer("市发展改革委、财政局、市场监管局等部门", AFTER, Set.of()))
        .isInstanceOfSatisfying(
            NameAnswer.Group.class,
            group -> {
              assertThat(group.kind()).isEqualTo(NameGroup.LISTED);
              assertThat(group.open()).isTrue();
              assertThat(group.unresolved()).isEmpty();
              assertThat(group.members().stream().map(Organisation::name))
                  .containsExactly("云岫市发展和改革委员会", "云岫市财政局", "云岫市市场监督管理局");
            });
  }

  @Test
  void inALowerPlanAListHeadedByTheCityLeavesTheRestOpen() {
    directory();
    assertThat(answer("市发展改革委、财政局", AFTER))
        .isInstanceOfSatisfying(
            NameAnswer.Group.class,
            group -> {
              assertThat(group.members().stream().map(Organisation::name))
                  .containsExactly("云岫市发展和改革委员会");
              assertThat(group.unresolved()).containsExactly("财政局");
            });
  }

  @Test
  void anAliasThatTwoHaveMeansTheOneThatThereWasOnTheDay() {
    Organisation old = add("净原县环境保护局", COUNTY, REFORM, "环保局");
    Organisation branch = add("云岫市生态环境局净原分局", COUNTY, null, "环保局");
    pass(old, branch, "");

    assertThat(answer("环保局", BEFORE)).isEqualTo(certain(old, answer("环保局", BEFORE)));
    assertThat(answer("环保局", AFTER)).isEqualTo(certain(branch, answer("环保局", AFTER)));
  }

  @Test
  void aNameThatTwoHaveOnTheSameDayIsAsked() {
    add("净原县城市管理局", COUNTY, null);
    add("净原县城市管理综合执法局", COUNTY, null);

    assertThat(candidates("县城管局", AFTER)).containsExactlyInAnyOrder("净原县城市管理局", "净原县城市管理综合执法局");
  }

  @Test
  void theReformProposesWhereTheOldOfficeIsNotListed() {
    Organisation branch = add("云岫市生态环境局净原分局", COUNTY, null);

    assertThat(candidates("县环境保护局", BEFORE)).containsExactly(branch.name());
    assertThat(candidates("县环保局", BEFORE)).containsExactly(branch.name());
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          各乡镇人民政府             | TOWNSHIPS   | true  | 望净街道办事处;石漪镇人民政府
          各乡（镇）、街道           | TOWNSHIPS   | true  | 望净街道办事处;石漪镇人民政府
          各镇                       | TOWNSHIPS   | true  | 石漪镇人民政府
          各街道                     | TOWNSHIPS   | true  | 望净街道办事处
          有关乡镇                   | TOWNSHIPS   | false | 望净街道办事处;石漪镇人民政府
          县直有关部门               | DEPARTMENTS | false |
          相关部门                   | DEPARTMENTS | false |
          有关企业                   | ENTERPRISES | false |
          土地使用权人               | LIABLE      | false |
          各开发区管委会             | ZONES       | true  | 净原经济开发区管理委员会
          """)
  void meansMany(String name, NameGroup kind, boolean everyOne, String members) {
    directory();
    List<String> expected = members == null ? List.of() : Stream.of(members.split(";")).toList();
    assertThat(answer(name, AFTER))
        .isInstanceOfSatisfying(
            NameAnswer.Group.class,
            group -> {
              assertThat(group.kind()).isEqualTo(kind);
              assertThat(group.everyOne()).isEqualTo(everyOne);
              assertThat(group.members().stream().map(Organisation::name))
                  .containsExactlyElementsOf(expected);
            });
  }

  @ParameterizedTest
  @CsvSource({"实行", "合理布局", "查清全市", "优化产业布局", "调查评估结果向所"})
  void aPieceOfASentenceIsNobody(String name) {
    directory();
    assertThat(answer(name, AFTER)).isInstanceOf(NameAnswer.None.class);
  }

  private void directory() {
    add("青岚省环境保护厅", "990000", null);
    for (String name : List.of("云岫市发展和改革委员会", "云岫市财政局", "云岫市市场监督管理局", "云岫市生态环境局")) {
      add(name, CITY, null);
    }
    for (String name :
        List.of(
            "净原县人民政府",
            "净原县人民政府办公室",
            "中共净原县委组织部",
            "净原县发展和改革局",
            "净原县住房和城乡建设局",
            "净原县市场监督管理局",
            "净原县财政局",
            "净原县水利局",
            "净原县国有资产监督管理局",
            "净原县文化广电体育局",
            "云岫市生态环境局净原分局",
            "净原经济开发区管理委员会")) {
      add(name, COUNTY, null);
    }
    add("石漪镇人民政府", "990121100", null);
    add("望净街道办事处", "990121001", null);
  }

  private Organisation add(
      String name,
      String region,
      @org.jspecify.annotations.Nullable LocalDate ended,
      String... aliases) {
    Organisation organisation =
        new Organisation(
            new UUID(1, organisations.size()),
            name,
            Optional.of(new RegionCode(region)),
            Optional.empty(),
            List.of(aliases),
            Optional.empty(),
            "",
            Optional.ofNullable(ended),
            0);
    organisations.add(organisation);
    return organisation;
  }

  private void pass(Organisation from, Organisation to, String function) {
    successions.add(
        new Succession(new UUID(2, successions.size()), from.id(), to.id(), REFORM, function, ""));
  }

  private static NameAnswer certain(Organisation organisation, NameAnswer answer) {
    return answer instanceof NameAnswer.Certain(Organisation who, var reason)
        ? new NameAnswer.Certain(organisation, reason)
        : new NameAnswer.Certain(organisation, jingtu.vocabulary.Message.of("names.none"));
  }

  private List<String> candidates(String name, LocalDate day) {
    return answer(name, day) instanceof NameAnswer.Candidates(var candidates)
        ? candidates.stream().map(each -> each.organisation().name()).toList()
        : List.of();
  }

  private NameAnswer answer(String name, LocalDate day) {
    return open().answer(name, day, Set.of());
  }

  private Directory open() {
    return Directory.of(new RegionCode(COUNTY), regions(), organisations, successions);
  }

  private static List<Region> regions() {
    return RegionSheet.read(REGIONS).regions();
  }
}
