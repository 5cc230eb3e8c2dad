package jingtu.server.plan.decomposition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.audit.Audit;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.DocumentWorkChanged;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notices, meetings and inspections that bring work. Like a plan, each is seen in its own
 * region, in those above it and in those below.
 */
@Repository
public class WorkSources {

  private static final int LONGEST = 300;
  private static final int LONGEST_TEXT = 200_000;

  /** Stands in a list that would be empty otherwise, which SQL does not know; matches nothing. */
  private static final String NO_REGION = "-";

  private final JdbcClient jdbc;
  private final Plans plans;
  private final Regions regions;
  private final Audit audit;
  private final Identifiers identifiers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  WorkSources(
      JdbcClient jdbc,
      Plans plans,
      Regions regions,
      Audit audit,
      Identifiers identifiers,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.plans = plans;
    this.regions = regions;
    this.audit = audit;
    this.identifiers = identifiers;
    this.events = events;
    this.clock = clock;
  }

  /** What a person says of a document; see {@link WorkSource}. */
  public record Entry(
      SourceKind kind,
      String title,
      String number,
      String issuer,
      Optional<LocalDate> issuedOn,
      Optional<PlanId> plan,
      String text) {}

  /** What comes of a change. Whatever is not {@link Kept} or {@link Gone} has changed nothing. */
  public sealed interface Outcome {
    record Kept(WorkSource source) implements Outcome {}

    record Gone() implements Outcome {}

    /** No such document, or none that the scope sees. */
    record Unknown() implements Outcome {}

    record NotYourRegion(RegionCode region) implements Outcome {}

    /** Somebody else changed it meanwhile; this is how it is now. */
    record Stale(WorkSource now) implements Outcome {}

    /** Each place is a field's name. */
    record Refused(List<Finding> findings) implements Outcome {
      public Refused {
        findings = List.copyOf(findings);
      }
    }
  }

  /** A document with the number of its items. */
  public record Counted(WorkSource source, int items) {}

  /** The documents that the scope sees, the latest issued first. */
  @Transactional(readOnly = true)
  public List<Counted> list(Scope scope) {
    return jdbc.sql(
            """
            select work_source.*, (select count(*) from work_item
              where work_item.source_id = work_source.id and not removed) as items
            from work_source where region_code in (:regions)
            order by issued_on desc nulls last, created_at desc
            """)
        .param("regions", visible(scope))
        .query((row, n) -> new Counted(source(row, n), row.getInt("items")))
        .list();
  }

  /** A document; empty where the scope does not see it. */
  @Transactional(readOnly = true)
  public Optional<WorkSource> find(Scope scope, SourceId id) {
    return jdbc.sql("select * from work_source where id = :id and region_code in (:regions)")
        .param("id", id.value())
        .param("regions", visible(scope))
        .query(WorkSources::source)
        .optional();
  }

  /** Keeps a document: in its plan's region, or else in the account's own. */
  @Transactional
  public Outcome add(Scope scope, Entry entry) {
    List<Finding> faults = faults(scope, entry);
    if (!faults.isEmpty()) {
      return new Outcome.Refused(faults);
    }
    RegionCode region =
        entry
            .plan()
            .flatMap(plan -> plans.findSummary(scope, plan))
            .map(RegisteredPlan::region)
            .or(scope::region)
            .orElseThrow();
    if (!regions.governs(scope, region)) {
      return new Outcome.NotYourRegion(region);
    }
    jdbc.sql("select code from region where code = :code for update")
        .param("code", region.digits())
        .query()
        .listOfRows();
    SourceId id = new SourceId(identifiers.next());
    insert(scope, id, region, entry);
    WorkSource added = find(scope, id).orElseThrow();
    audit.record(scope, "source.added", id.value().toString(), tell(added));
    return new Outcome.Kept(added);
  }

  /** Says something else of a document. Its region and code stay. */
  @Transactional
  public Outcome change(Scope scope, SourceId id, int version, Entry entry) {
    Optional<WorkSource> before = find(scope, id);
    if (before.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (!regions.governs(scope, before.get().region())) {
      return new Outcome.NotYourRegion(before.get().region());
    }
    List<Finding> faults = faults(scope, entry);
    boolean elsewhere =
        entry
            .plan()
            .flatMap(plan -> plans.findSummary(scope, plan))
            .filter(plan -> !plan.region().equals(before.get().region()))
            .isPresent();
    if (elsewhere) {
      faults.add(fault("plan", "decomposition.plan-elsewhere", "decomposition.choose-plan"));
    }
    if (!faults.isEmpty()) {
      return new Outcome.Refused(faults);
    }
    if (!update(scope, id, version, entry)) {
      return new Outcome.Stale(find(scope, id).orElseThrow());
    }
    WorkSource after = find(scope, id).orElseThrow();
    audit.record(scope, "source.changed", id.value().toString(), tell(after));
    events.publishEvent(new DocumentWorkChanged(id.value()));
    return new Outcome.Kept(after);
  }

  /** Removes a document that no item comes from. */
  @Transactional
  public Outcome remove(Scope scope, SourceId id) {
    Optional<WorkSource> before = find(scope, id);
    if (before.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (!regions.governs(scope, before.get().region())) {
      return new Outcome.NotYourRegion(before.get().region());
    }
    boolean used =
        jdbc.sql("select count(*) from work_item where source_id = :id and not removed")
                .param("id", id.value())
                .query(Integer.class)
                .single()
            > 0;
    if (used) {
      return new Outcome.Refused(
          List.of(fault("", "decomposition.source-used", "decomposition.remove-items")));
    }
    jdbc.sql("delete from work_source where id = :id").param("id", id.value()).update();
    audit.record(scope, "source.removed", id.value().toString(), tell(before.get()));
    return new Outcome.Gone();
  }

  private List<Finding> faults(Scope scope, Entry entry) {
    List<Finding> faults = new ArrayList<>();
    if (entry.title().isBlank()) {
      faults.add(fault("title", "decomposition.no-title", "decomposition.give-title"));
    }
    if (Stream.of(entry.title(), entry.number(), entry.issuer())
        .anyMatch(words -> words.length() > LONGEST)) {
      faults.add(
          new Finding(
              "title",
              Message.of("decomposition.too-long", LONGEST),
              Message.of("decomposition.shorten")));
    }
    if (entry.text().length() > LONGEST_TEXT) {
      faults.add(
          new Finding(
              "text",
              Message.of("decomposition.too-long", LONGEST_TEXT),
              Message.of("decomposition.shorten")));
    }
    if (entry.plan().filter(plan -> plans.findSummary(scope, plan).isEmpty()).isPresent()) {
      faults.add(fault("plan", "decomposition.unknown-plan", "decomposition.choose-plan"));
    }
    if (entry.plan().isEmpty() && scope.region().isEmpty()) {
      faults.add(fault("plan", "decomposition.no-region", "decomposition.choose-plan"));
    }
    return faults;
  }

  private static Finding fault(String field, String problem, String remedy) {
    return new Finding(field, Message.of(problem), Message.of(remedy));
  }

  private void insert(Scope scope, SourceId id, RegionCode region, Entry entry) {
    jdbc.sql(
            """
            insert into work_source (id, region_code, plan_id, code, kind, title, document_number,
              issuer, issued_on, text, version, created_by_name, created_at, changed_by_name,
              changed_at)
            values (:id, :region, :plan, :code, :kind, :title, :number, :issuer, :issuedOn, :text,
              1, :by, :at, :by, :at)
            """)
        .param("region", region.digits())
        .param("code", freeCode(region, entry.kind()))
        .params(values(scope, id, entry))
        .update();
  }

  private boolean update(Scope scope, SourceId id, int version, Entry entry) {
    return jdbc.sql(
                """
                update work_source set plan_id = :plan, kind = :kind, title = :title,
                  document_number = :number, issuer = :issuer, issued_on = :issuedOn,
                  text = :text, version = version + 1, changed_by_name = :by, changed_at = :at
                where id = :id and version = :version
                """)
            .params(values(scope, id, entry))
            .param("version", version)
            .update()
        > 0;
  }

  private Map<String, @Nullable Object> values(Scope scope, SourceId id, Entry entry) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", id.value());
    values.put("plan", entry.plan().map(PlanId::value).orElse(null));
    values.put("kind", entry.kind().name());
    values.put("title", entry.title().strip());
    values.put("number", entry.number().strip());
    values.put("issuer", entry.issuer().strip());
    values.put("issuedOn", entry.issuedOn().orElse(null));
    values.put("text", entry.text());
    values.put("by", scope.username());
    values.put("at", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    return values;
  }

  /** The letter of the kind and a number after those that the region has. */
  private String freeCode(RegionCode region, SourceKind kind) {
    int last =
        jdbc
            .sql("select code from work_source where region_code = :region")
            .param("region", region.digits())
            .query(String.class)
            .list()
            .stream()
            .filter(code -> code.startsWith(kind.letter()))
            .mapToInt(code -> Integer.parseInt(code.substring(kind.letter().length())))
            .max()
            .orElse(0);
    return kind.letter() + (last + 1);
  }

  private static String tell(WorkSource source) {
    return source.code() + " " + source.kind() + " " + source.number() + " " + source.title();
  }

  private static WorkSource source(ResultSet row, int number) throws SQLException {
    return new WorkSource(
        new SourceId(row.getObject("id", UUID.class)),
        row.getString("code"),
        new RegionCode(row.getString("region_code")),
        Optional.ofNullable(row.getObject("plan_id", UUID.class)).map(PlanId::new),
        SourceKind.valueOf(row.getString("kind")),
        row.getString("title"),
        row.getString("document_number"),
        row.getString("issuer"),
        Optional.ofNullable(row.getObject("issued_on", LocalDate.class)),
        row.getString("text"),
        row.getInt("version"),
        row.getString("changed_by_name"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private List<String> visible(Scope scope) {
    return Stream.concat(
            Stream.of(NO_REGION), regions.visibleTo(scope).stream().map(RegionCode::digits))
        .toList();
  }
}
