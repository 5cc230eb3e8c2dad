package jingtu.server.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The duties that an account may see, see {@link Reach}. */
@Repository
public class Duties {

  /** The most that one page holds. */
  public static final int LONGEST_PAGE = 200;

  private static final String FILTERED =
      """
      %s where ended_reason = '' and %s
        and awake <> :asleep
        and (cast(:plan as uuid) is null or source.plan_id = :plan)
        and (cast(:chapter as varchar(300)) is null or source.chapter = :chapter)
        and (cast(:whose as uuid) is null or organisation_id = :whose)
      """
          .formatted(DutyRows.TABLES, Reach.SEEN);

  private static final String WITH_WORDS =
      """
        and (lower(source.sentence) like :words escape '!'
          or lower(organisation_name) like :words escape '!')
      """;

  private final JdbcClient jdbc;
  private final DutyRows rows;
  private final PartRows parts;
  private final Reach reach;
  private final LightRule lights;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Duties(
      JdbcClient jdbc,
      DutyRows rows,
      PartRows parts,
      Reach reach,
      LightRule lights,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.parts = parts;
    this.reach = reach;
    this.lights = lights;
    this.events = events;
    this.clock = clock;
  }

  /** At most {@code limit} duties, those after the named one. */
  @Transactional(readOnly = true)
  public DutyPage page(Scope scope, DutyFilter filter, Optional<DutyId> after, int limit) {
    int wanted = Math.clamp(limit, 1, LONGEST_PAGE);
    String filtered =
        FILTERED
            + (filter.words().isEmpty() ? "" : WITH_WORDS)
            + filter.from().map(DutyFilter.From::sql).orElse("")
            + filter.focus().sql(lights);
    long total = bind("select count(*) " + filtered, scope, filter).query(Long.class).single();
    List<Duty> duties =
        rows.complete(
            bind(
                    "select "
                        + DutyRows.COLUMNS
                        + filtered
                        + """
                           and (cast(:after as uuid) is null
                            or sort_key > (select sort_key from duty d where d.id = :after))
                          order by sort_key fetch first :limit rows only
                          """,
                    scope,
                    filter)
                .param("after", after.map(DutyId::value).orElse(null))
                .param("limit", wanted + 1)
                .query(BareDuty::of)
                .list());
    boolean more = duties.size() > wanted;
    List<Duty> page = more ? duties.subList(0, wanted) : duties;
    return new DutyPage(page, total, more ? Optional.of(page.getLast().id()) : Optional.empty());
  }

  /** All of them, page by page. */
  @Transactional(readOnly = true)
  public List<Duty> all(Scope scope, DutyFilter filter) {
    List<Duty> all = new ArrayList<>();
    DutyPage page = page(scope, filter, Optional.empty(), LONGEST_PAGE);
    all.addAll(page.duties());
    while (page.next().isPresent()) {
      page = page(scope, filter, page.next(), LONGEST_PAGE);
      all.addAll(page.duties());
    }
    return List.copyOf(all);
  }

  /** One of them, also one that is in no list any more. */
  @Transactional(readOnly = true)
  public Optional<Duty> find(Scope scope, DutyId id) {
    return list(scope, List.of(id)).stream().findFirst();
  }

  /** Those of the duties that the scope sees, in the order of their plan. */
  @Transactional(readOnly = true)
  public List<Duty> list(Scope scope, Collection<DutyId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    StatementSpec select =
        jdbc.sql(
            "select "
                + DutyRows.COLUMNS
                + DutyRows.TABLES
                + " where duty.id in (:ids) and "
                + Reach.SEEN
                + " order by sort_key");
    return rows.complete(
        reach
            .bind(select, scope)
            .param("ids", ids.stream().map(DutyId::value).toList())
            .query(BareDuty::of)
            .list());
  }

  /** What was changed in a duty, the latest first; nothing where the scope does not see it. */
  @Transactional(readOnly = true)
  public List<DutyChange> history(Scope scope, DutyId id) {
    return find(scope, id).isPresent() ? rows.changes(id) : List.of();
  }

  /** A change that was checked and now needs doing. */
  record Alteration(
      String what, String before, String after, String reason, UnaryOperator<DutyEdit> edit) {}

  /**
   * Changes a duty that the scope keeps, if it is in the version that they saw, and notes it; what
   * is so already stays as it is.
   */
  @Transactional
  DutyOutcome change(Scope scope, DutyId id, int version, Alteration alteration) {
    rows.hold(id);
    Optional<Duty> seen = find(scope, id);
    if (seen.isEmpty()) {
      return new DutyOutcome.Unknown();
    }
    if (!reach.keeps(scope, seen.get())) {
      return new DutyOutcome.NotYours();
    }
    if (seen.get().version() != version) {
      return new DutyOutcome.Stale(seen.get());
    }
    boolean so = alteration.edit().apply(new DutyEdit(seen.get())).sameVersion().equals(seen.get());
    return new DutyOutcome.Changed(so ? seen.get() : write(scope, seen.get(), alteration));
  }

  /**
   * Writes a change of a duty that the caller may change, notes it, and tells where it is reported
   * on from now on or no more.
   */
  @Transactional
  Duty write(Scope scope, Duty before, Alteration alteration) {
    return write(scope, List.of(before), alteration).getFirst();
  }

  /** Writes the same change of several duties in this way. */
  @Transactional
  List<Duty> write(Scope scope, List<Duty> before, Alteration alteration) {
    List<Duty> after = before.stream().map(duty -> store(scope, duty, alteration)).toList();
    List<DutyId> stirred = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      if (isReportedOn(before.get(i)) != isReportedOn(after.get(i))) {
        stirred.add(after.get(i).id());
      }
    }
    if (!stirred.isEmpty()) {
      events.publishEvent(new AskedOtherwise(stirred));
    }
    return after;
  }

  /** As far as people decide it; what has ended is told otherwise. */
  private static boolean isReportedOn(Duty duty) {
    return duty.awake()
        && duty.reports()
        && duty.handed()
            .map(part -> part.acceptance() == HandedDown.Acceptance.ACCEPTED)
            .orElse(true);
  }

  private Duty store(Scope scope, Duty before, Alteration alteration) {
    Duty after = alteration.edit().apply(new DutyEdit(before)).by(scope.username(), now());
    rows.update(after);
    rows.note(
        after, alteration.what(), alteration.before(), alteration.after(), alteration.reason());
    return after;
  }

  /** The parts that were handed down of a duty, as far as the scope sees them, ended ones last. */
  @Transactional(readOnly = true)
  public List<Duty> parts(Scope scope, DutyId parent) {
    return below(
        scope,
        parent,
        "duty.happened_on is null order by ended_reason, organisation_name, duty.id");
  }

  /** What events started of a duty, as far as the scope sees it, the latest first, ended last. */
  @Transactional(readOnly = true)
  public List<Duty> occurrences(Scope scope, DutyId parent) {
    return below(
        scope,
        parent,
        "duty.happened_on is not null order by ended_reason, happened_on desc, duty.id");
  }

  private List<Duty> below(Scope scope, DutyId parent, String rest) {
    StatementSpec select =
        jdbc.sql(
            "select "
                + DutyRows.COLUMNS
                + DutyRows.TABLES
                + " where duty.parent_id = :parent and "
                + Reach.SEEN
                + " and "
                + rest);
    return rows.complete(
        reach.bind(select, scope).param("parent", parent.value()).query(BareDuty::of).list());
  }

  /** The lights of those of the duties that are reported on and seen. */
  @Transactional(readOnly = true)
  public Map<DutyId, Light> lights(Scope scope, Collection<DutyId> ids) {
    Map<DutyId, Light> shown = new HashMap<>();
    if (!ids.isEmpty()) {
      StatementSpec select =
          reach.bind(
              jdbc.sql(
                  "select duty.id, "
                      + lights.sql()
                      + " as light from duty where duty.id in (:ids) and ended_reason = '' and "
                      + DutyFocus.REPORTED
                      + " and "
                      + Reach.SEEN),
              scope);
      DutyFocus.days(select, clock)
          .param("ids", ids.stream().map(DutyId::value).toList())
          .query(
              row -> {
                shown.put(
                    new DutyId(row.getObject("id", UUID.class)),
                    Light.valueOf(row.getString("light")));
              });
    }
    return shown;
  }

  /**
   * Ends a duty that the caller may end, and all parts that were handed down of it, however far.
   *
   * @param whom who has it instead; may be empty
   */
  @Transactional
  void end(Scope scope, Duty duty, Ended why, String whom, String reason) {
    write(scope, duty, new Alteration("ended", "", whom, reason, edit -> edit.ended(why)));
    events.publishEvent(new DutiesEnded(List.of(duty.id())));
    parts.living(duty.id()).forEach(part -> end(scope, part, Ended.WITHDRAWN, "", reason));
  }

  /**
   * Ends duties with the plan that asks them, each for itself: whoever calls names what was handed
   * down of them, too.
   *
   * @param from the first day on which they are not asked
   * @param reason what says so; may be empty
   */
  @Transactional
  void endFrom(Scope scope, List<Duty> together, LocalDate from, String reason) {
    together.forEach(
        duty ->
            write(
                scope,
                duty,
                new Alteration(
                    "ended", "", "", reason, edit -> edit.ended(Ended.PLAN_NOT_IN_FORCE))));
    events.publishEvent(new DutiesEnded(together.stream().map(Duty::id).toList(), from));
  }

  /**
   * Asks a duty again that had ended; whoever calls tells {@link DaysChanged}. Its parts, which
   * ended with it, stay ended.
   */
  void revive(Scope scope, Duty duty) {
    write(
        scope,
        duty,
        new Alteration(
            "ended", duty.ended().map(Ended::name).orElse(""), "", "", DutyEdit::revived));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private StatementSpec bind(String sql, Scope scope, DutyFilter filter) {
    StatementSpec statement =
        reach
            .bind(jdbc.sql(sql), scope)
            .param("asleep", filter.asleep())
            .param("plan", filter.plan().map(PlanId::value).orElse(null))
            .param("chapter", filter.chapter().orElse(null))
            .param("whose", filter.organisation().orElse(null))
            .param("words", pattern(filter.words()));
    filter.focus().light().ifPresent(light -> statement.param("light", light.name()));
    return DutyFocus.days(statement, clock);
  }

  /** Finds the words anywhere, whatever signs of a pattern they hold. */
  private static String pattern(String words) {
    return "%" + words.toLowerCase(Locale.ROOT).replaceAll("[%_!]", "!$0") + "%";
  }
}
