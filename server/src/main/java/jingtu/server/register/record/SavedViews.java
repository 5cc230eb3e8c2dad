package jingtu.server.register.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.audit.Audit;
import jingtu.server.edge.Problem;
import jingtu.server.organisation.Regions;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ways of looking at a register that people keep under a name: each for itself, or shared with the
 * accounts that see its maker's region. Its maker changes it, and the coordinator of that region
 * where it is shared.
 */
@Component
public class SavedViews {

  private static final int LONGEST_NAME = 60;
  private static final JsonMapper MAPPER = new JsonMapper();

  private final JdbcClient jdbc;
  private final Definitions definitions;
  private final Regions regions;
  private final Identifiers identifiers;
  private final Clock clock;
  private final Audit audit;

  SavedViews(
      JdbcClient jdbc,
      Definitions definitions,
      Regions regions,
      Identifiers identifiers,
      Clock clock,
      Audit audit) {
    this.jdbc = jdbc;
    this.definitions = definitions;
    this.regions = regions;
    this.identifiers = identifiers;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * What a view asks, as an address writes it.
   *
   * @param filters each {@code field:operator:value}
   * @param columns the fields that are shown, in this order; empty: the usual ones
   */
  public record Question(
      String q, List<String> filters, String sort, List<String> columns, String state) {
    public Question {
      filters = List.copyOf(filters);
      columns = List.copyOf(columns);
    }

    /** The same without what names fields that somebody may not know. */
    Question within(Definition definition, Scope scope) {
      return new Question(
          q,
          filters.stream()
              .filter(filter -> isKnown(definition, scope, filter.split(":", 2)[0]))
              .toList(),
          isKnown(definition, scope, sort.replaceFirst("^-", "")) ? sort : "",
          columns.stream().filter(column -> isKnown(definition, scope, column)).toList(),
          state);
    }

    private static boolean isKnown(Definition definition, Scope scope, String field) {
      return definition.findField(field).map(known -> known.isVisibleTo(scope.role())).orElse(true);
    }
  }

  /** A view, and whether it is the account's own. */
  public record View(
      UUID id, String name, boolean shared, boolean mine, String by, Question question) {}

  private record Row(View view, String region) {}

  /** The account's own views and those that are shared with it, by name. */
  @Transactional(readOnly = true)
  public List<View> list(Scope scope, RegisterId register) {
    Definition definition = definition(scope, register);
    List<String> visible =
        regions.visibleTo(scope).stream().map(RegionCode::digits).collect(Collectors.toList());
    return jdbc
        .sql("select * from record_view where register = :register order by name, id")
        .param("register", register.value())
        .query((row, n) -> row(row, scope, definition))
        .list()
        .stream()
        .filter(row -> row.view().mine() || (row.view().shared() && visible.contains(row.region())))
        .map(Row::view)
        .toList();
  }

  private static Row row(ResultSet row, Scope scope, Definition definition) throws SQLException {
    UUID account = row.getObject("account_id", UUID.class);
    String region = row.getString("region_code");
    return new Row(
        new View(
            row.getObject("id", UUID.class),
            row.getString("name"),
            row.getBoolean("shared"),
            account.equals(scope.account()),
            row.getString("account_name"),
            MAPPER.readValue(row.getString("question"), Question.class).within(definition, scope)),
        region == null ? "" : region);
  }

  /** Keeps a view. */
  @Transactional
  public View add(
      Scope scope, RegisterId register, String name, boolean shared, Question question) {
    Definition definition = definition(scope, register);
    UUID id = identifiers.next();
    jdbc.sql(
            """
            insert into record_view (id, register, account_id, account_name, region_code, name,
                                     shared, question, changed_at)
            values (:id, :register, :account, :by, :region, :name, :shared, :question, :at)
            """)
        .param("id", id)
        .param("register", register.value())
        .param("account", scope.account())
        .param("by", scope.username())
        .param("region", scope.region().map(RegionCode::digits).orElse(null))
        .param("name", checked(name))
        .param("shared", shared)
        .param("question", MAPPER.writeValueAsString(question))
        .param("at", RecordRows.moment(now()))
        .update();
    told(scope, register, shared, "record.view-shared", name);
    return new View(
        id, checked(name), shared, true, scope.username(), question.within(definition, scope));
  }

  /**
   * Changes a view.
   *
   * @throws Problem where there is none of that id that the account may change
   */
  @Transactional
  public View change(
      Scope scope, RegisterId register, UUID id, String name, boolean shared, Question question) {
    Definition definition = definition(scope, register);
    View before = kept(scope, register, id);
    jdbc.sql(
            """
            update record_view
            set name = :name, shared = :shared, question = :question, changed_at = :at
            where id = :id
            """)
        .param("name", checked(name))
        .param("shared", shared)
        .param("question", MAPPER.writeValueAsString(question))
        .param("at", RecordRows.moment(now()))
        .param("id", id)
        .update();
    told(scope, register, shared || before.shared(), "record.view-shared", name);
    return new View(
        id, checked(name), shared, before.mine(), before.by(), question.within(definition, scope));
  }

  /** Removes a view. */
  @Transactional
  public void remove(Scope scope, RegisterId register, UUID id) {
    View before = kept(scope, register, id);
    jdbc.sql("delete from record_view where id = :id").param("id", id).update();
    told(scope, register, before.shared(), "record.view-removed", before.name());
  }

  private View kept(Scope scope, RegisterId register, UUID id) {
    Definition definition = definition(scope, register);
    return jdbc.sql("select * from record_view where id = :id and register = :register")
        .param("id", id)
        .param("register", register.value())
        .query((row, n) -> row(row, scope, definition))
        .optional()
        .filter(row -> mayChange(scope, row))
        .map(Row::view)
        .orElseThrow(SavedViews::unknown);
  }

  private boolean mayChange(Scope scope, Row row) {
    return row.view().mine()
        || (row.view().shared()
            && scope.is(Role.COORDINATOR)
            && RegionCode.isOne(row.region())
            && regions.governs(scope, new RegionCode(row.region())));
  }

  /** What somebody keeps for itself is nobody's business. */
  private void told(Scope scope, RegisterId register, boolean shared, String action, String name) {
    if (shared) {
      audit.record(scope, action, register.value(), name.strip());
    }
  }

  private Definition definition(Scope scope, RegisterId register) {
    return definitions
        .find(scope, register)
        .orElseThrow(
            () ->
                Problem.of(
                    HttpStatus.NOT_FOUND, "register-record.unknown-register", register.value()));
  }

  private static String checked(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.codePointCount(0, stripped.length()) > LONGEST_NAME) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "register-record.view-name", LONGEST_NAME);
    }
    return stripped;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "register-record.unknown-view");
  }
}
