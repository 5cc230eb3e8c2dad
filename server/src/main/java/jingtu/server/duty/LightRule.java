package jingtu.server.duty;

import java.util.List;
import java.util.stream.Collectors;
import jingtu.vocabulary.CsvTable;
import org.springframework.stereotype.Component;

/**
 * Which light a duty shows: {@code duty/lights.csv} names the facts, the weightiest first, and the
 * light of each. The first that holds decides. This is the only place that says so; lists, counts
 * and pages all ask it.
 */
@Component
public class LightRule {

  private static final String SHIPPED = "/duty/lights.csv";

  private final String sql;

  LightRule() {
    sql = caseOf(shipped());
  }

  /** What can be so of a duty, as a condition on its row; {@code :today} is the day. */
  enum Fact {
    /** A day on which it was due has passed, and nothing said has settled it. */
    OVERDUE("duty.open_day < :today"),
    /** It stood as not reported when its last round-up closed, and still does. */
    MISSING("duty.unreported"),
    /** Nothing was said of it yet. */
    SILENT("duty.said_state = ''"),
    NOT_STARTED("duty.said_state = 'NOT_STARTED'"),
    GOING_ON("duty.said_state = 'GOING_ON'"),
    STEADY("duty.said_state = 'STEADY'"),
    DONE("duty.said_state = 'DONE'"),
    BEHIND("duty.said_state = 'BEHIND'"),
    NOT_CONCERNED("duty.said_state = 'NOT_CONCERNED'");

    private final String condition;

    Fact(String condition) {
      this.condition = condition;
    }
  }

  /** A fact with its light. */
  record Row(Fact fact, Light light) {}

  /** The name of the light as an expression over a row of {@code duty}; {@code :today} is bound. */
  public String sql() {
    return sql;
  }

  private static String caseOf(List<Row> rows) {
    return rows.stream()
        .map(row -> "when " + row.fact().condition + " then '" + row.light() + "'")
        .collect(Collectors.joining(" ", "(case ", " else '" + Light.WHITE + "' end)"));
  }

  private static List<Row> shipped() {
    return CsvTable.resource(LightRule.class, SHIPPED, "fact", "light").rows().stream()
        .map(row -> new Row(Fact.valueOf(row.get("fact")), Light.valueOf(row.get("light"))))
        .toList();
  }
}
