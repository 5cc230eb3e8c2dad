package jingtu.server.duty.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import jingtu.server.duty.DutyFocus;
import jingtu.server.duty.DutyFocus.News;
import jingtu.server.duty.Light;
import jingtu.server.duty.LightRule;
import jingtu.server.duty.Reach;
import jingtu.server.duty.home.LeaderHome.Chapter;
import jingtu.server.duty.home.LeaderHome.Moved;
import jingtu.server.duty.home.LeaderHome.OrganisationLights;
import jingtu.server.duty.home.LeaderHome.TownshipLights;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Puts the leader's page together: every duty is looked at once, and counted three ways. */
@Repository
public class LeaderHomes {

  /** How many duties that moved are told; the list itself has all. */
  private static final int MOVED = 6;

  /** The digits of a township's code; a village has three more. */
  private static final int TOWNSHIP = 9;

  /** Stands for no plan, after all of them. */
  private static final String LAST = "z";

  private final JdbcClient jdbc;
  private final Reach reach;
  private final LightRule rule;
  private final Regions regions;
  private final Clock clock;

  LeaderHomes(JdbcClient jdbc, Reach reach, LightRule rule, Regions regions, Clock clock) {
    this.jdbc = jdbc;
    this.reach = reach;
    this.rule = rule;
    this.regions = regions;
    this.clock = clock;
  }

  /** How many duties of one chapter and one organisation show a light. */
  private record Cell(
      Optional<PlanId> plan,
      String chapter,
      int place,
      Optional<UUID> organisation,
      String name,
      Optional<String> region,
      Light light,
      int duties) {}

  /** The page of what the account sees. */
  @Transactional(readOnly = true)
  public LeaderHome of(Scope scope) {
    LocalDate today = OfficeDay.today(clock);
    List<Cell> cells = cells(scope);
    Map<RegionCode, String> names = regions.names(scope);
    Sentences sentences = sentences(scope);
    return new LeaderHome(
        today,
        DutyFocus.firstDayOfNews(today),
        lights(cells),
        chapters(cells),
        organisations(cells),
        townships(cells, names),
        news(scope),
        moved(scope),
        sentences.all(),
        sentences.withTarget());
  }

  private List<Cell> cells(Scope scope) {
    return bind(
            """
            select plan_id, chapter, min(start_offset) as place, organisation_id,
              organisation_name, organisation_region, light, count(*) as duties
            from (select source.plan_id, source.chapter,
                case when source.origin in ('TASK', 'OBLIGATION') then source.start_offset
                  else 2000000000 end as start_offset, duty.organisation_id,
                duty.organisation_name, duty.organisation_region,
            """
                + rule.sql()
                + " as light from duty join duty_source source on source.id = duty.source_id where "
                + DueDuties.SPOKEN_OF
                + """
                  ) shown
                  group by plan_id, chapter, organisation_id, organisation_name,
                    organisation_region, light
                  """,
            scope)
        .query(
            (row, n) ->
                new Cell(
                    Optional.ofNullable(row.getObject("plan_id", UUID.class)).map(PlanId::new),
                    row.getString("chapter"),
                    row.getInt("place"),
                    Optional.ofNullable(row.getObject("organisation_id", UUID.class)),
                    row.getString("organisation_name"),
                    Optional.ofNullable(row.getString("organisation_region")),
                    Light.valueOf(row.getString("light")),
                    row.getInt("duties")))
        .list();
  }

  private static List<Chapter> chapters(List<Cell> cells) {
    record Key(Optional<PlanId> plan, String chapter) {}
    Map<Key, Integer> places = new LinkedHashMap<>();
    cells.forEach(
        cell -> places.merge(new Key(cell.plan(), cell.chapter()), cell.place(), Math::min));
    ToIntFunction<Map.Entry<Key, Map<Light, Integer>>> place =
        each -> places.getOrDefault(each.getKey(), 0);
    return by(cells.stream(), cell -> Optional.of(new Key(cell.plan(), cell.chapter())))
        .entrySet()
        .stream()
        .sorted(
            Comparator.<Map.Entry<Key, Map<Light, Integer>>, String>comparing(
                    each -> each.getKey().plan().map(plan -> plan.value().toString()).orElse(LAST))
                .thenComparingInt(place)
                .thenComparing(each -> each.getKey().chapter()))
        .map(each -> new Chapter(each.getKey().plan(), each.getKey().chapter(), each.getValue()))
        .toList();
  }

  private static List<OrganisationLights> organisations(List<Cell> cells) {
    Map<UUID, String> names = new HashMap<>();
    cells.forEach(cell -> cell.organisation().ifPresent(id -> names.put(id, cell.name())));
    return by(
            cells.stream().filter(cell -> cell.region().filter(LeaderHomes::isBelow).isEmpty()),
            cell -> Optional.of(cell.organisation()))
        .entrySet()
        .stream()
        .map(
            each ->
                new OrganisationLights(
                    each.getKey(), each.getKey().map(names::get).orElse(""), each.getValue()))
        .sorted(worst(OrganisationLights::lights, OrganisationLights::name))
        .toList();
  }

  private static List<TownshipLights> townships(List<Cell> cells, Map<RegionCode, String> names) {
    return by(
            cells.stream(),
            cell ->
                cell.region().filter(LeaderHomes::isBelow).map(code -> code.substring(0, TOWNSHIP)))
        .entrySet()
        .stream()
        .map(
            each -> {
              RegionCode code = new RegionCode(each.getKey());
              return new TownshipLights(
                  code,
                  Optional.ofNullable(names.get(code)).orElse(code.digits()),
                  each.getValue());
            })
        .sorted(worst(TownshipLights::lights, each -> each.code().digits()))
        .toList();
  }

  /** Whether a region is a township or lies in one. */
  private static boolean isBelow(String code) {
    return code.length() >= TOWNSHIP;
  }

  /** What has most that is overdue first, then most that is behind. */
  private static <T> Comparator<T> worst(
      Function<T, Map<Light, Integer>> lights, Function<T, String> name) {
    return Comparator.<T>comparingInt(each -> -count(lights.apply(each), Light.RED))
        .thenComparingInt(each -> -count(lights.apply(each), Light.YELLOW))
        .thenComparing(each -> name.apply(each).isEmpty())
        .thenComparing(name);
  }

  private static int count(Map<Light, Integer> lights, Light light) {
    return lights.getOrDefault(light, 0);
  }

  private static Map<Light, Integer> lights(List<Cell> cells) {
    Map<Light, Integer> lights = new EnumMap<>(Light.class);
    cells.forEach(cell -> lights.merge(cell.light(), cell.duties(), Integer::sum));
    return lights;
  }

  private static <K> Map<K, Map<Light, Integer>> by(
      Stream<Cell> cells, Function<Cell, Optional<K>> key) {
    Map<K, Map<Light, Integer>> groups = new LinkedHashMap<>();
    cells.forEach(
        cell ->
            key.apply(cell)
                .ifPresent(
                    group ->
                        groups
                            .computeIfAbsent(group, none -> new EnumMap<>(Light.class))
                            .merge(cell.light(), cell.duties(), Integer::sum)));
    return groups;
  }

  private Map<News, Integer> news(Scope scope) {
    StringBuilder columns = new StringBuilder();
    for (News news : News.values()) {
      columns
          .append(columns.isEmpty() ? "" : ", ")
          .append("(select count(*) from duty where " + DueDuties.SPOKEN_OF)
          .append(" and " + news.sql() + ") as " + news.name());
    }
    return bind("select " + columns, scope)
        .query(
            (row, n) -> {
              Map<News, Integer> counts = new EnumMap<>(News.class);
              for (News news : News.values()) {
                counts.put(news, row.getInt(news.name()));
              }
              return counts;
            })
        .single();
  }

  private List<Moved> moved(Scope scope) {
    return bind(
            """
            select duty.id, duty.organisation_name,
              case when duty.content = '' then source.sentence else duty.content end as sentence,
              duty.said_before,
              duty.said_state
            from duty join duty_source source on source.id = duty.source_id where
            """
                + DueDuties.SPOKEN_OF
                + " and "
                + News.MOVED.sql()
                + """
                   order by duty.said_since desc, duty.sort_key fetch first :limit rows only
                  """,
            scope)
        .param("limit", MOVED)
        .query(
            (row, n) ->
                new Moved(
                    row.getObject("id", UUID.class),
                    row.getString("organisation_name"),
                    row.getString("sentence"),
                    row.getString("said_before"),
                    row.getString("said_state")))
        .list();
  }

  /** How many sentences oblige somebody, and how many of these state a value to reach. */
  private record Sentences(int all, int withTarget) {}

  private Sentences sentences(Scope scope) {
    return bind(
            """
            select count(*) as sentences, count(case when standard <> '' then 1 end) as targets
            from (select distinct source.id, source.standard
              from duty join duty_source source on source.id = duty.source_id
              where
            """
                + DueDuties.SPOKEN_OF
                + ") asked",
            scope)
        .query((row, n) -> new Sentences(row.getInt("sentences"), row.getInt("targets")))
        .single();
  }

  private StatementSpec bind(String sql, Scope scope) {
    return DutyFocus.days(reach.bind(jdbc.sql(sql), scope), clock);
  }
}
