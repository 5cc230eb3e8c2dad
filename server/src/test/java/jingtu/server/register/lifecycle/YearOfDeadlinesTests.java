package jingtu.server.register.lifecycle;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jingtu.server.PretendOffice;
import jingtu.server.TurnableClock;
import jingtu.server.organisation.Regions;
import jingtu.server.register.DeadlineId;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordEdit;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A year of one record's deadlines as the whole module keeps them, held against what was reckoned
 * by hand.
 */
@WholeLifecycle
class YearOfDeadlinesTests {

  @Autowired HeardDeadlines told;
  @Autowired TurnableClock clock;
  @Autowired Regions regions;
  @Autowired DefineRegister defineRegister;
  @Autowired Records records;
  @Autowired Lifecycles lifecycles;
  @Autowired KeepDeadlines keep;
  @Autowired DeadlineRows rows;

  private static final Scope COORDINATOR = PretendOffice.coordinator(PretendOffice.COUNTY);
  private static final RegisterId REGISTER = new RegisterId("test-year");

  private Optional<RecordView> record = Optional.empty();

  @Test
  void followsOneRecordThroughTheYear() {
    PretendOffice.open(regions);
    defineRegister.apply(COORDINATOR, "year.yaml", YearOfDeadlines.definition());
    for (YearOfDeadlines.Row row : YearOfDeadlines.rows()) {
      told.takeAll();
      turnTo(row.day());
      keep.dayBegins();
      happen(row.done());

      assertThat(told.takeAll().stream().map(this::written).sorted())
          .as("told on %s", row.day())
          .isEqualTo(row.told());
      assertThat(open()).as("open on %s", row.day()).isEqualTo(row.open());
    }
  }

  /** Soon after midnight in the offices, which is the day before in UTC. */
  private void turnTo(LocalDate day) {
    Instant morning = day.atTime(0, 30).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    clock.turn(Duration.between(clock.instant(), morning));
  }

  private void happen(String what) {
    if (what.equals("created")) {
      record =
          Optional.of(
              records.create(
                  COORDINATOR,
                  REGISTER,
                  new RecordDraft(
                      PretendOffice.COUNTY,
                      Optional.empty(),
                      Map.of("name", new FieldValue.Words("北沟")),
                      Optional.empty())));
    } else if (what.startsWith("step:")) {
      RecordView now = record.orElseThrow();
      String step = what.substring("step:".length());
      record =
          Optional.of(
              lifecycles.take(COORDINATOR, now.id(), now.version(), step, StepTaken.plainly()));
    } else if (what.contains("=")) {
      RecordView now = record.orElseThrow();
      record = Optional.of(records.change(COORDINATOR, now.id(), now.version(), edit(what)));
    }
  }

  /** {@code field=value}, or {@code field=} to empty it. */
  private static RecordEdit edit(String what) {
    String field = what.substring(0, what.indexOf('='));
    String value = what.substring(what.indexOf('=') + 1);
    if (value.isEmpty()) {
      return RecordEdit.of(Map.of(), Set.of(field), "");
    }
    return RecordEdit.of(
        Map.of(
            field,
            value.equals("true")
                ? new FieldValue.Yes(true)
                : new FieldValue.Day(LocalDate.parse(value))));
  }

  private String written(Map.Entry<String, DeadlineId> heard) {
    Deadline deadline = rows.find(heard.getValue()).orElseThrow();
    return heard.getKey() + " " + YearOfDeadlines.written(deadline.rule(), deadline.due());
  }

  private List<String> open() {
    RecordId id = record.orElseThrow().id();
    return rows.list(List.of(id)).getOrDefault(id, List.of()).stream()
        .filter(Deadline::isOpen)
        .sorted(comparing((Deadline d) -> d.due().date()).thenComparing(Deadline::rule))
        .map(d -> YearOfDeadlines.written(d.rule(), d.due()))
        .toList();
  }
}
