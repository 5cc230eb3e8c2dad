package jingtu.server.register.lifecycle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.register.DeadlineId;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.lifecycle.Deadline.Standing;
import jingtu.server.scope.RegionCode;
import jingtu.vocabulary.DueDay;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what is, or was, due. */
@Repository
class DeadlineRows {

  private static final int ROWS_AT_ONCE = 500;

  /** Stands in a list that would be empty otherwise, which SQL does not know; matches nothing. */
  private static final String NOTHING = "-";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  DeadlineRows(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** The names under which standings are stored. */
  private enum Kind {
    OPEN,
    MET,
    PASSED,
    DROPPED;

    static Kind of(Standing standing) {
      return switch (standing) {
        case Standing.Open open -> OPEN;
        case Standing.Met met -> MET;
        case Standing.Passed passed -> PASSED;
        case Standing.Dropped dropped -> DROPPED;
      };
    }
  }

  /** All deadlines of records, also those that are over, in the order in which they were made. */
  Map<RecordId, List<Deadline>> list(Collection<RecordId> records) {
    return jdbc
        .sql("select * from record_deadline where record_id in (:records) order by id")
        .param("records", records.stream().map(RecordId::value).toList())
        .query(DeadlineRows::deadline)
        .list()
        .stream()
        .collect(groupingBy(Deadline::record));
  }

  Optional<Deadline> find(DeadlineId id) {
    return jdbc.sql("select * from record_deadline where id = :id")
        .param("id", id.value())
        .query(DeadlineRows::deadline)
        .optional();
  }

  /** What is open of a register until a day, by day; of records in these regions. */
  List<Deadline> listOpen(
      RegisterId register, LocalDate until, Collection<RegionCode> regions, int limit) {
    return jdbc.sql(
            """
            select d.* from record_deadline d join record r on r.id = d.record_id
            where d.register = :register and d.standing = 'OPEN' and d.due_on <= :until
              and r.region_code in (:regions)
            order by d.due_on, d.id
            limit :limit
            """)
        .param("register", register.value())
        .param("until", until)
        .param(
            "regions",
            Stream.concat(Stream.of(NOTHING), regions.stream().map(RegionCode::digits)).toList())
        .param("limit", limit)
        .query(DeadlineRows::deadline)
        .list();
  }

  /** A deadline with the register and the region of its record. */
  record Placed(RegisterId register, RegionCode region, Deadline deadline) {}

  /** These of them, whatever their standing; of records that are removed, too. */
  List<Placed> placed(Collection<DeadlineId> ids) {
    List<UUID> asked = ids.stream().map(DeadlineId::value).distinct().toList();
    List<Placed> found = new ArrayList<>();
    for (int from = 0; from < asked.size(); from += ROWS_AT_ONCE) {
      found.addAll(
          jdbc.sql(
                  """
                  select d.*, r.region_code from record_deadline d join record r on r.id = d.record_id
                  where d.id in (:ids) order by d.id
                  """)
              .param("ids", asked.subList(from, Math.min(asked.size(), from + ROWS_AT_ONCE)))
              .query(
                  (row, n) ->
                      new Placed(
                          new RegisterId(row.getString("register")),
                          new RegionCode(row.getString("region_code")),
                          deadline(row, n)))
              .list());
    }
    return found;
  }

  /** What is open of all registers; of records in these regions. */
  List<DeadlineId> listOpen(Collection<RegionCode> regions) {
    return jdbc.sql(
            """
            select d.id from record_deadline d join record r on r.id = d.record_id
            where d.standing = 'OPEN' and r.region_code in (:regions)
            order by d.id
            """)
        .param(
            "regions",
            Stream.concat(Stream.of(NOTHING), regions.stream().map(RegionCode::digits)).toList())
        .query((row, n) -> new DeadlineId(row.getObject("id", UUID.class)))
        .list();
  }

  /** What is open of one rule; of records in these regions. */
  List<DeadlineId> listOpen(RegisterId register, String rule, Collection<RegionCode> regions) {
    return jdbc.sql(
            """
            select d.id from record_deadline d join record r on r.id = d.record_id
            where d.register = :register and d.rule = :rule and d.standing = 'OPEN'
              and r.region_code in (:regions)
            order by d.id
            """)
        .param("register", register.value())
        .param("rule", rule)
        .param(
            "regions",
            Stream.concat(Stream.of(NOTHING), regions.stream().map(RegionCode::digits)).toList())
        .query((row, n) -> new DeadlineId(row.getObject("id", UUID.class)))
        .list();
  }

  /** Whether anything is open of a register. */
  boolean anyOpen(RegisterId register) {
    return !jdbc.sql(
            """
            select id from record_deadline
            where register = :register and standing = 'OPEN'
            limit 1
            """)
        .param("register", register.value())
        .query()
        .listOfRows()
        .isEmpty();
  }

  /** Stores new deadlines. */
  void insert(RegisterId register, Collection<Deadline> deadlines) {
    batches.batchUpdate(
        """
        insert into record_deadline (due_on, nominal_on, unknown_years, standing, closed_on,
          recorded_on, settled, id, record_id, register, rule)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        deadlines,
        ROWS_AT_ONCE,
        (blanks, deadline) -> {
          int next = fill(blanks, deadline);
          blanks.setObject(next, deadline.record().value());
          blanks.setString(next + 1, register.value());
          blanks.setString(next + 2, deadline.rule());
        });
  }

  /** Stores what has changed of deadlines. */
  void update(Collection<Deadline> deadlines) {
    batches.batchUpdate(
        """
        update record_deadline
        set due_on = ?, nominal_on = ?, unknown_years = ?, standing = ?, closed_on = ?,
          recorded_on = ?, settled = ?
        where id = ?
        """,
        deadlines,
        ROWS_AT_ONCE,
        DeadlineRows::fill);
  }

  /** Fills what both statements share and returns the place of the next blank. */
  private static int fill(PreparedStatement blanks, Deadline deadline) throws SQLException {
    DueDay due = deadline.due();
    blanks.setObject(1, due.date());
    blanks.setObject(2, due.nominal());
    blanks.setString(3, due.unknownYears().stream().map(String::valueOf).collect(joining(" ")));
    blanks.setString(4, Kind.of(deadline.standing()).name());
    blanks.setObject(5, closed(deadline.standing()));
    blanks.setObject(6, deadline.findMet().map(Standing.Met::recorded).orElse(null));
    blanks.setBoolean(7, deadline.findMet().filter(Standing.Met::settled).isPresent());
    blanks.setObject(8, deadline.id().value());
    return 9;
  }

  private static @Nullable LocalDate closed(Standing standing) {
    return switch (standing) {
      case Standing.Open open -> null;
      case Standing.Met met -> met.on();
      case Standing.Passed passed -> passed.on();
      case Standing.Dropped dropped -> dropped.on();
    };
  }

  private static Deadline deadline(ResultSet row, int number) throws SQLException {
    TreeSet<Integer> unknown = new TreeSet<>();
    Arrays.stream(row.getString("unknown_years").split(" ", -1))
        .filter(year -> !year.isEmpty())
        .map(Integer::valueOf)
        .forEach(unknown::add);
    return new Deadline(
        new DeadlineId(row.getObject("id", UUID.class)),
        new RecordId(row.getObject("record_id", UUID.class)),
        row.getString("rule"),
        new DueDay(
            row.getObject("due_on", LocalDate.class),
            row.getObject("nominal_on", LocalDate.class),
            unknown),
        standing(row));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return switch (Kind.valueOf(row.getString("standing"))) {
      case OPEN -> new Standing.Open();
      case MET ->
          new Standing.Met(
              row.getObject("closed_on", LocalDate.class),
              row.getObject("recorded_on", LocalDate.class),
              row.getBoolean("settled"));
      case PASSED -> new Standing.Passed(row.getObject("closed_on", LocalDate.class));
      case DROPPED -> new Standing.Dropped(row.getObject("closed_on", LocalDate.class));
    };
  }
}
