package jingtu.server.organisation;

import static jingtu.testing.Seeded.forAll;
import static jingtu.testing.Seeded.oneOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import jingtu.server.scope.RegionCode;
import org.junit.jupiter.api.Test;

/**
 * A county and its city with offices at random, one of them printed in a random usual form: with
 * its level or without, long or short. Whom the answer names for certain is that office and no
 * other, whatever else the directory has or lacks.
 */
class NamesPropertyTests {

  private static final LocalDate DAY = LocalDate.of(2018, 6, 1);
  private static final LocalDate REFORM = LocalDate.of(2019, 3, 1);

  private static final List<Region> REGIONS =
      RegionSheet.read(
              """
              code,name,level,parent
              990100,云岫市,CITY,
              990121,净原县,COUNTY,990100
              """)
          .regions();

  /** The long form first, then others that offices of that name are printed in. */
  private static final List<List<String>> OFFICES =
      List.of(
          List.of("发展和改革局", "发改局", "发展改革局"),
          List.of("环境保护局", "环保局"),
          List.of("生态环境局", "生态环境局"),
          List.of("国土资源局", "国土局"),
          List.of("自然资源局", "自然资源局"),
          List.of("自然资源和规划局", "自然资源规划局", "自规局", "资规局"),
          List.of("住房和城乡建设局", "住建局", "住房城乡建设局"),
          List.of("工业和信息化局", "工信局"),
          List.of("经济和信息化委员会", "经信委"),
          List.of("农业局", "农业局"),
          List.of("农业农村局", "农业农村局"),
          List.of("农业机械化管理局", "农机局"),
          List.of("林业局", "林业局"),
          List.of("林业和草原局", "林草局"),
          List.of("城市管理局", "城管局"),
          List.of("城市管理综合执法局", "城管局"),
          List.of("市场监督管理局", "市场监管局"),
          List.of("质量技术监督局", "质监局"),
          List.of("安全生产监督管理局", "安监局"),
          List.of("应急管理局", "应急局"),
          List.of("水利局", "水利局"),
          List.of("水务局", "水务局"),
          List.of("商务局", "商务局"),
          List.of("粮食局", "粮食局"),
          List.of("商务和粮食局", "商务粮食局"),
          List.of("科学技术局", "科技局"),
          List.of("工业科技和信息化局", "工科信局"),
          List.of("卫生和计划生育局", "卫计局", "卫生计生局"),
          List.of("卫生健康局", "卫健局"));

  private static final List<String> COUNTY_LEADS = List.of("净原县", "县", "", "净原", "全县");
  private static final List<String> CITY_LEADS = List.of("云岫市", "市", "市级");

  private record Printed(String name, Optional<Organisation> meant, Directory directory) {}

  @Test
  void whoIsNamedForCertainIsWhoWasMeant() {
    forAll(4000, random -> printed(random, true), NamesPropertyTests::isRight);
  }

  @Test
  void nobodyIsNamedForCertainByTheNameOfAnOfficeThatIsNotListed() {
    forAll(4000, random -> printed(random, false), NamesPropertyTests::isRight);
  }

  private static void isRight(Printed printed) {
    NameAnswer answer = printed.directory().answer(printed.name(), DAY, Set.of());
    switch (answer) {
      case NameAnswer.Certain(Organisation who, var reason) ->
          assertThat(Optional.of(who.name()))
              .as(printed.name() + " " + reason)
              .isEqualTo(printed.meant().map(Organisation::name));
      case NameAnswer.Group group -> assertThat(group.members()).isEmpty();
      case NameAnswer.Candidates candidates -> {}
      case NameAnswer.None none -> {}
    }
  }

  private static Printed printed(RandomGenerator random, boolean listed) {
    boolean ofCity = random.nextInt(4) == 0;
    List<String> office = oneOf(random, OFFICES);
    Organisation meant = organisation(ofCity, office.getFirst(), random.nextInt(5) == 0);
    Map<String, Organisation> organisations = new LinkedHashMap<>();
    List<Succession> successions = new ArrayList<>();
    for (int i = random.nextInt(14); i > 0; i--) {
      Organisation other =
          organisation(
              random.nextBoolean(), oneOf(random, OFFICES).getFirst(), random.nextBoolean());
      organisations.put(other.name(), other);
    }
    organisations.remove(meant.name());
    if (listed) {
      organisations.put(meant.name(), meant);
    }
    List<Organisation> all = new ArrayList<>(organisations.values());
    for (int i = random.nextInt(3); i > 0 && all.size() > 1; i--) {
      Organisation from = oneOf(random, all);
      Organisation to = oneOf(random, all);
      if (!from.equals(to)) {
        successions.add(new Succession(new UUID(3, i), from.id(), to.id(), REFORM, "", ""));
      }
    }
    List<String> forms = listed ? office : office.stream().filter(form -> !isShared(form)).toList();
    String name = oneOf(random, ofCity ? CITY_LEADS : COUNTY_LEADS) + oneOf(random, forms);
    return new Printed(
        name,
        listed ? Optional.of(meant) : Optional.empty(),
        Directory.of(new RegionCode("990121"), REGIONS, all, successions));
  }

  /** Where two offices share a short form and one of them is listed, nobody can tell the other. */
  private static boolean isShared(String form) {
    return OFFICES.stream().filter(office -> office.contains(form)).count() > 1;
  }

  private static Organisation organisation(boolean ofCity, String office, boolean ended) {
    return ExpectedNames.organisation(
        (ofCity ? "云岫市" : "净原县") + office,
        ofCity ? "990100" : "990121",
        ended ? Optional.of(REFORM) : Optional.empty());
  }
}
