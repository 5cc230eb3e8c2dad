package jingtu.server.duty.refill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.document.DocumentId;
import jingtu.server.duty.Reach;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The forms of the regions that an account coordinates, their editions and fillings. */
@Repository
public class SuperiorForms {

  private static final String SEEN = " superior_form.region_code in (:governed) ";

  private static final String FORM =
      """
      select superior_form.id, superior_form.region_code, superior_form.form_name,
        superior_form.months, superior_form.in_use, superior_form.version,
        superior_form.changed_by_name, superior_form.changed_at
      from superior_form where
      """;

  private static final String EDITIONS =
      """
      select edition.* from superior_form_edition edition
        join superior_form on superior_form.id = edition.form_id
      where edition.form_id = :form and
      """;

  private static final String FILLINGS =
      """
      select filling.*, superior_form.months from superior_form_filling filling
        join superior_form on superior_form.id = filling.form_id
      where
      """;

  private final JdbcClient jdbc;
  private final Reach reach;

  SuperiorForms(JdbcClient jdbc, Reach reach) {
    this.jdbc = jdbc;
    this.reach = reach;
  }

  /** All of them, by name, those that were put away last. */
  @Transactional(readOnly = true)
  public List<SuperiorForm> list(Scope scope) {
    return reach
        .bind(jdbc.sql(FORM + SEEN + "order by in_use desc, form_name, id"), scope)
        .query(SuperiorForms::form)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<SuperiorForm> find(Scope scope, FormId id) {
    return reach
        .bind(jdbc.sql(FORM + SEEN + "and superior_form.id = :form"), scope)
        .param("form", id.value())
        .query(SuperiorForms::form)
        .optional();
  }

  /** Of a form, the latest first. */
  @Transactional(readOnly = true)
  public List<FormEdition> editions(Scope scope, FormId id) {
    return reach
        .bind(jdbc.sql(EDITIONS + SEEN + "order by edition.ordinal desc"), scope)
        .param("form", id.value())
        .query(SuperiorForms::edition)
        .list();
  }

  /** Of a form, the latest period first, and of a period the latest filling. */
  @Transactional(readOnly = true)
  public List<Filling> fillings(Scope scope, FormId id) {
    return fillings(scope, "and filling.form_id = :form")
        .param("form", id.value())
        .query(SuperiorForms::filling)
        .list();
  }

  /** Of all forms, the latest period first. */
  @Transactional(readOnly = true)
  public List<Filling> allFillings(Scope scope) {
    return fillings(scope, "").query(SuperiorForms::filling).list();
  }

  /** What was written in a filling, in the order of its cells. */
  @Transactional(readOnly = true)
  public List<WrittenValue> values(Scope scope, UUID filling) {
    return reach
        .bind(
            jdbc.sql(
                """
                select written.* from superior_form_value written
                  join superior_form_filling filling on filling.id = written.filling_id
                  join superior_form on superior_form.id = filling.form_id
                where written.filling_id = :filling and
                """
                    + SEEN
                    + "order by written.ordinal"),
            scope)
        .param("filling", filling)
        .query(
            (row, n) ->
                new WrittenValue(
                    row.getObject("mapped_id", UUID.class),
                    row.getString("row_key"),
                    row.getString("place"),
                    row.getString("written")))
        .list();
  }

  private StatementSpec fillings(Scope scope, String which) {
    return reach.bind(
        jdbc.sql(
            FILLINGS
                + SEEN
                + which
                + " order by filling.first_day desc, filling.changed_at desc, filling.id desc"),
        scope);
  }

  /** Holds a form that the scope sees until the transaction ends. */
  Optional<SuperiorForm> hold(Scope scope, FormId id) {
    jdbc.sql("select id from superior_form where id = :id for update")
        .param("id", id.value())
        .query()
        .listOfRows();
    return find(scope, id);
  }

  void insert(SuperiorForm form) {
    bind(
            jdbc.sql(
                """
                insert into superior_form (id, region_code, form_name, months, in_use, version,
                  changed_by_name, changed_at)
                values (:id, :region, :name, :months, :used, :version, :by, :at)
                """),
            form)
        .param("region", form.region().digits())
        .param("months", form.months())
        .update();
  }

  void update(SuperiorForm form) {
    bind(
            jdbc.sql(
                """
                update superior_form set form_name = :name, in_use = :used, version = :version,
                  changed_by_name = :by, changed_at = :at
                where id = :id
                """),
            form)
        .update();
  }

  private static StatementSpec bind(StatementSpec statement, SuperiorForm form) {
    return statement
        .param("id", form.id().value())
        .param("name", form.name())
        .param("used", form.inUse())
        .param("version", form.version())
        .param("by", form.changedBy())
        .param("at", form.changedAt().atOffset(ZoneOffset.UTC));
  }

  void insert(FormEdition edition) {
    jdbc.sql(
            """
            insert into superior_form_edition (id, form_id, ordinal, file_name, document_id,
              mapping, changed_by_name, changed_at)
            values (:id, :form, :ordinal, :name, :document, :mapping, :by, :at)
            """)
        .param("id", edition.id())
        .param("form", edition.form().value())
        .param("ordinal", edition.ordinal())
        .param("name", edition.fileName())
        .param("document", edition.document().value())
        .param("mapping", KeptMapping.write(edition.mapping()))
        .param("by", edition.changedBy())
        .param("at", edition.changedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void map(FormEdition edition, List<MappedCell> cells) {
    jdbc.sql("update superior_form_edition set mapping = :mapping where id = :id")
        .param("mapping", KeptMapping.write(cells))
        .param("id", edition.id())
        .update();
  }

  void insert(Filling filling, List<WrittenValue> values) {
    jdbc.sql(
            """
            insert into superior_form_filling (id, form_id, edition_id, first_day, file_name,
              document_id, cells, warnings, faults, changed_by_name, changed_at)
            values (:id, :form, :edition, :first, :name, :document, :cells, :warnings, :faults,
              :by, :at)
            """)
        .param("id", filling.id())
        .param("form", filling.form().value())
        .param("edition", filling.edition())
        .param("first", filling.period().first())
        .param("name", filling.fileName())
        .param("document", filling.document().value())
        .param("cells", filling.cells())
        .param("warnings", filling.warnings())
        .param("faults", filling.faults())
        .param("by", filling.changedBy())
        .param("at", filling.changedAt().atOffset(ZoneOffset.UTC))
        .update();
    for (int i = 0; i < values.size(); i++) {
      WrittenValue value = values.get(i);
      jdbc.sql(
              """
              insert into superior_form_value (filling_id, ordinal, mapped_id, row_key, place,
                written)
              values (:filling, :ordinal, :mapped, :key, :place, :written)
              """)
          .param("filling", filling.id())
          .param("ordinal", i)
          .param("mapped", value.mapped())
          .param("key", value.rowKey())
          .param("place", value.place())
          .param("written", value.text())
          .update();
    }
  }

  private static SuperiorForm form(ResultSet row, int number) throws SQLException {
    return new SuperiorForm(
        new FormId(row.getObject("id", UUID.class)),
        new RegionCode(row.getString("region_code")),
        row.getString("form_name"),
        row.getInt("months"),
        row.getBoolean("in_use"),
        row.getInt("version"),
        row.getString("changed_by_name"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private static FormEdition edition(ResultSet row, int number) throws SQLException {
    return new FormEdition(
        row.getObject("id", UUID.class),
        new FormId(row.getObject("form_id", UUID.class)),
        row.getInt("ordinal"),
        row.getString("file_name"),
        new DocumentId(row.getObject("document_id", UUID.class)),
        KeptMapping.read(row.getString("mapping")),
        row.getString("changed_by_name"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private static Filling filling(ResultSet row, int number) throws SQLException {
    return new Filling(
        row.getObject("id", UUID.class),
        new FormId(row.getObject("form_id", UUID.class)),
        row.getObject("edition_id", UUID.class),
        new ReportingPeriod(row.getObject("first_day", LocalDate.class), row.getInt("months")),
        row.getString("file_name"),
        new DocumentId(row.getObject("document_id", UUID.class)),
        row.getInt("cells"),
        row.getInt("warnings"),
        row.getInt("faults"),
        row.getString("changed_by_name"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
