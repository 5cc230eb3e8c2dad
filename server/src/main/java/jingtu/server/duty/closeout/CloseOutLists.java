package jingtu.server.duty.closeout;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.Reach;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The close-out lists that an account may see: all of those of the regions that it coordinates, and
 * of any other the items of its own organisation and of the organisations of its region.
 */
@Repository
public class CloseOutLists {

  /** A condition on rows of {@code item} beside {@code list}; {@link Reach} binds it. */
  static final String SEEN_ITEM =
      """
      (list.region_code in (:governed) or item.organisation_region in (:governed)
        or item.organisation_id = :own)
      """;

  private static final String SEEN_LIST =
      """
      (list.region_code in (:governed) or exists (
        select 1 from close_out_item item where item.list_id = list.id
          and (item.organisation_region in (:governed) or item.organisation_id = :own)))
      """;

  private static final String SEEN_LISTS =
      "select " + CloseOutRows.LIST + " from close_out_list list where " + SEEN_LIST;

  private static final String ITEMS =
      " from close_out_item item join close_out_list list on list.id = item.list_id where ";

  private static final String SEEN_ITEMS = "select " + CloseOutRows.ITEM + ITEMS + SEEN_ITEM;

  private final JdbcClient jdbc;
  private final CloseOutRows rows;
  private final Reach reach;

  CloseOutLists(JdbcClient jdbc, CloseOutRows rows, Reach reach) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.reach = reach;
  }

  /**
   * How the items of an organisation on a list stand, as far as the scope sees them.
   *
   * @param organisation by its id
   */
  public record Share(CloseOutListId list, UUID organisation, CloseOutTally tally) {}

  /** The lists, by name; those that hang on a duty, where one is named. */
  @Transactional(readOnly = true)
  public List<CloseOutList> list(Scope scope, Optional<DutyId> duty) {
    return whole(
        reach
            .bind(
                jdbc.sql(
                    SEEN_LISTS
                        + " and (cast(:duty as uuid) is null or list.duty_id = :duty)"
                        + " order by list.name, list.id"),
                scope)
            .param("duty", duty.map(DutyId::value).orElse(null)));
  }

  @Transactional(readOnly = true)
  public Optional<CloseOutList> find(Scope scope, CloseOutListId id) {
    return whole(
            reach.bind(jdbc.sql(SEEN_LISTS + " and list.id = :id"), scope).param("id", id.value()))
        .stream()
        .findFirst();
  }

  /** The same, held until the transaction ends, so that nobody else changes it or its items. */
  @Transactional
  public Optional<CloseOutList> hold(Scope scope, CloseOutListId id) {
    rows.hold(id);
    return find(scope, id);
  }

  private List<CloseOutList> whole(StatementSpec select) {
    List<CloseOutList> bare = select.query(CloseOutRows::list).list();
    Map<CloseOutListId, List<Milestone>> milestones =
        rows.milestones(bare.stream().map(CloseOutList::id).toList());
    return bare.stream()
        .map(
            list ->
                new CloseOutList(
                    list.id(),
                    list.region(),
                    list.name(),
                    list.duty(),
                    new Targets(milestones.getOrDefault(list.id(), List.of())),
                    list.version(),
                    list.changedBy(),
                    list.changedAt()))
        .toList();
  }

  /** Whether somebody keeps a list: says what stands on it, and strikes off. */
  @Transactional(readOnly = true)
  public boolean keeps(Scope scope, CloseOutList list) {
    return reach.keeps(scope, list.region());
  }

  /** The items of a list that the scope sees, in the order of their numbers. */
  @Transactional(readOnly = true)
  public List<CloseOutItem> items(Scope scope, CloseOutListId list) {
    return reach
        .bind(
            jdbc.sql(SEEN_ITEMS + " and item.list_id = :list order by item.sort_key, item.id"),
            scope)
        .param("list", list.value())
        .query(CloseOutRows::item)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<CloseOutItem> findItem(Scope scope, CloseOutItemId id) {
    return reach
        .bind(jdbc.sql(SEEN_ITEMS + " and item.id = :id"), scope)
        .param("id", id.value())
        .query(CloseOutRows::item)
        .optional();
  }

  /** What was done with an item, the latest first; nothing where the scope does not see it. */
  @Transactional(readOnly = true)
  public List<CloseOutChange> history(Scope scope, CloseOutItemId id) {
    return findItem(scope, id).isPresent() ? rows.changes(id) : List.of();
  }

  /** What was done with a list itself, the latest first; nothing where the scope keeps it not. */
  @Transactional(readOnly = true)
  public List<CloseOutChange> history(Scope scope, CloseOutListId id) {
    return find(scope, id).filter(list -> keeps(scope, list)).isPresent()
        ? rows.changes(id)
        : List.of();
  }

  /** What each organisation has on each list, or on one of them, on a day. */
  @Transactional(readOnly = true)
  public List<Share> shares(Scope scope, Optional<CloseOutListId> list, LocalDate today) {
    record Whose(CloseOutListId list, UUID organisation) {}
    Map<Whose, CloseOutTally> tallies = new HashMap<>();
    reach
        .bind(
            jdbc.sql(
                """
                select item.list_id, item.organisation_id, item.item_state, item.struck_off_on,
                  count(*) as items,
                  sum(case when item.item_state = 'OPEN' and item.due_day < :today then 1 else 0 end)
                    as overdue
                """
                    + ITEMS
                    + SEEN_ITEM
                    + """
                     and (cast(:list as uuid) is null or item.list_id = :list)
                    group by item.list_id, item.organisation_id, item.item_state,
                      item.struck_off_on
                    """),
            scope)
        .param("today", today)
        .param("list", list.map(CloseOutListId::value).orElse(null))
        .query(
            row -> {
              Whose whose =
                  new Whose(
                      new CloseOutListId(row.getObject("list_id", UUID.class)),
                      row.getObject("organisation_id", UUID.class));
              CloseOutTally part =
                  tally(
                      CloseOutState.valueOf(row.getString("item_state")),
                      Optional.ofNullable(row.getObject("struck_off_on", LocalDate.class)),
                      row.getInt("items"),
                      row.getInt("overdue"));
              tallies.merge(whose, part, CloseOutTally::plus);
            });
    return tallies.entrySet().stream()
        .map(each -> new Share(each.getKey().list(), each.getKey().organisation(), each.getValue()))
        .toList();
  }

  /** The earliest day of an open item on each list: of any item, or of those of an organisation. */
  @Transactional(readOnly = true)
  public Map<CloseOutListId, LocalDate> nearest(Scope scope, Optional<UUID> organisation) {
    record Day(CloseOutListId list, LocalDate day) {}
    return reach
        .bind(
            jdbc.sql(
                "select item.list_id, min(item.due_day) as nearest"
                    + ITEMS
                    + SEEN_ITEM
                    + """
                     and item.item_state = 'OPEN'
                      and (cast(:organisation as uuid) is null
                        or item.organisation_id = :organisation)
                    group by item.list_id
                    """),
            scope)
        .param("organisation", organisation.orElse(null))
        .query(
            (row, n) ->
                new Day(
                    new CloseOutListId(row.getObject("list_id", UUID.class)),
                    row.getObject("nearest", LocalDate.class)))
        .list()
        .stream()
        .collect(toMap(Day::list, Day::day));
  }

  /** Shares of the same list put together. */
  public static Map<CloseOutListId, CloseOutTally> byList(List<Share> shares) {
    return shares.stream().collect(toMap(Share::list, Share::tally, CloseOutTally::plus));
  }

  private static CloseOutTally tally(
      CloseOutState state, Optional<LocalDate> struckOff, int items, int overdue) {
    return switch (state) {
      case OPEN -> new CloseOutTally(items, 0, overdue, new TreeMap<>());
      case SUBMITTED -> new CloseOutTally(0, items, 0, new TreeMap<>());
      case STRUCK_OFF ->
          new CloseOutTally(0, 0, 0, new TreeMap<>(Map.of(struckOff.orElseThrow(), items)));
    };
  }
}
