package jingtu.server.register.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.DeadlineId;
import jingtu.server.register.RecordId;
import jingtu.server.register.definition.DeadlineRule;
import jingtu.server.register.definition.Lifecycle;
import jingtu.server.register.record.FieldValue;
import jingtu.testing.Seeded;
import jingtu.vocabulary.WorkingDays;
import org.junit.jupiter.api.Test;

class ReckoningTests {

  private static final Lifecycle LIFECYCLE =
      new Lifecycle(
          List.of(
              new Lifecycle.State("listed", "在册", false),
              new Lifecycle.State("treating", "治理中", false),
              new Lifecycle.State("closed", "已销号", true)),
          List.of());

  private static final List<DeadlineRule> RULES =
      List.of(
          rule("entry", "listed", "P10WD", "listed", ""),
          rule("yearly", "", "R/--03-31", "", "published"),
          rule("quarter", "listed", "quarterly", "", "measured"),
          rule("survey", "", "P6M", "noticed", "surveyed"),
          rule("moving", "", "-P5WD", "moves_on", "reported"),
          rule("works", "treating", "2026-12-31", "", ""),
          rule("again", "listed", "R/P1Y", "", ""));

  private static DeadlineRule rule(String id, String when, String due, String event, String done) {
    return new DeadlineRule(
        id, filled(when), Optional.empty(), due, filled(event), id, Optional.empty(), filled(done));
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }

  /** One record, its deadlines, and the days as they pass. */
  private static final class Life {

    private final RecordId record = new RecordId(new UUID(0, 1));
    private final Map<String, FieldValue> content = new HashMap<>();
    private final Map<String, LocalDate> entered = new HashMap<>();
    private final Map<DeadlineId, Deadline> deadlines = new HashMap<>();
    private final LocalDate created;
    private String state = "listed";
    private long made;

    Life(LocalDate created) {
      this.created = created;
      entered.put(state, created);
    }

    void doing(String what, LocalDate day) {
      if (what.startsWith("step:")) {
        state =
            switch (what) {
              case "step:start" -> "treating";
              case "step:return" -> "listed";
              default -> "closed";
            };
        entered.put(state, day);
      } else if (what.contains("=")) {
        String field = what.substring(0, what.indexOf('='));
        String value = what.substring(what.indexOf('=') + 1);
        content.remove(field);
        if (value.equals("true")) {
          content.put(field, new FieldValue.Yes(true));
        } else if (!value.isEmpty()) {
          content.put(field, new FieldValue.Day(LocalDate.parse(value)));
        }
      }
    }

    List<DeadlineChange> reckon(LocalDate today) {
      List<DeadlineChange> all = new ArrayList<>();
      Facts facts = new Facts(record, false, state, created, entered, content);
      for (DeadlineRule rule : RULES) {
        boolean applies = !rule.id().equals("quarter") || content.containsKey("radioactive");
        List<Deadline> before =
            deadlines.values().stream()
                .filter(d -> d.rule().equals(rule.id()))
                .sorted(Comparator.comparing(d -> d.id().value()))
                .toList();
        List<DeadlineChange> changes =
            new Reckoning(
                    rule,
                    LIFECYCLE,
                    WorkingDays.shipped(),
                    applies,
                    facts,
                    today,
                    () -> new DeadlineId(new UUID(0, ++made)))
                .changes(before);
        changes.forEach(change -> deadlines.put(change.deadline().id(), change.deadline()));
        all.addAll(changes);
      }
      return all;
    }

    List<Deadline> open() {
      return deadlines.values().stream()
          .filter(Deadline::isOpen)
          .sorted(
              Comparator.comparing((Deadline d) -> d.due().date()).thenComparing(Deadline::rule))
          .toList();
    }
  }

  private static Optional<String> told(DeadlineChange change) {
    Optional<String> word =
        switch (change) {
          case DeadlineChange.Set set -> Optional.of("set");
          case DeadlineChange.Reopened reopened -> Optional.of("set");
          case DeadlineChange.Moved moved -> Optional.of("moved");
          case DeadlineChange.Met met -> Optional.of("met");
          case DeadlineChange.Dropped dropped -> Optional.of("dropped");
          case DeadlineChange.Noted noted -> Optional.empty();
          case DeadlineChange.Amended amended -> Optional.empty();
        };
    return word.map(w -> w + " " + written(change.deadline()));
  }

  private static String written(Deadline deadline) {
    return YearOfDeadlines.written(deadline.rule(), deadline.due());
  }

  @Test
  void followsOneRecordThroughTheYearAsReckonedByHand() {
    List<YearOfDeadlines.Row> rows = YearOfDeadlines.rows();
    Life life = new Life(rows.getFirst().day());
    for (YearOfDeadlines.Row row : rows) {
      life.doing(row.done(), row.day());
      List<String> told =
          life.reckon(row.day()).stream().flatMap(c -> told(c).stream()).sorted().toList();

      assertThat(told).as("told on %s", row.day()).isEqualTo(row.told());
      assertThat(life.open().stream().map(ReckoningTests::written))
          .as("open on %s", row.day())
          .isEqualTo(row.open());
    }
  }

  /**
   * Nothing tells whether a yearly review was done: it passes with its day, and the next is set.
   */
  @Test
  void letsPassWhatRecursWithoutAFieldThatSaysThatItWasDone() {
    Life life = new Life(LocalDate.of(2024, 5, 6));
    life.reckon(LocalDate.of(2024, 5, 6));
    assertThat(toldOn(life, "2025-05-06")).isEmpty();
    assertThat(toldOn(life, "2025-05-07")).contains("set again 2026-05-06");
    assertThat(toldOn(life, "2028-01-01"))
        .contains("set again 2028-05-06")
        .doesNotContain("dropped again 2026-05-06");
    assertThat(life.open().stream().filter(d -> d.rule().equals("again"))).hasSize(1);
    life.doing("step:start", LocalDate.of(2028, 1, 2));
    assertThat(toldOn(life, "2028-01-02")).contains("dropped again 2028-05-06");
  }

  private static List<String> toldOn(Life life, String day) {
    return life.reckon(LocalDate.parse(day)).stream()
        .flatMap(change -> told(change).stream())
        .filter(said -> said.contains(" again "))
        .toList();
  }

  private static final List<String> DOINGS =
      List.of(
          "radioactive=true",
          "radioactive=",
          "step:start",
          "step:return",
          "step:close",
          "noticed=",
          "moves_on=");

  private static final List<String> DAYS =
      List.of("published=", "measured=", "noticed=", "surveyed=", "moves_on=", "reported=");

  /** Whatever happens: the same facts reckoned again change nothing, and no rule asks twice. */
  @Test
  void changesNothingWhenReckonedTwice() {
    Seeded.forAll(
        300,
        random -> {
          List<String> story = new ArrayList<>();
          LocalDate day = LocalDate.of(2025, 11, 3).plusDays(random.nextInt(200));
          for (int i = 0; i < 40; i++) {
            day = day.plusDays(random.nextInt(40));
            String what =
                random.nextInt(3) == 0
                    ? Seeded.oneOf(random, DOINGS)
                    : Seeded.oneOf(random, DAYS)
                        + (random.nextInt(5) == 0 ? "" : day.minusDays(random.nextInt(60)));
            story.add(day + " " + what);
          }
          return story;
        },
        story -> {
          Life life = new Life(LocalDate.parse(story.getFirst().substring(0, 10)));
          for (String line : story) {
            LocalDate today = LocalDate.parse(line.substring(0, 10));
            life.doing(line.substring(11), today);
            life.reckon(today);

            assertThat(life.reckon(today)).as("again on %s", line).isEmpty();
            assertThat(life.open().stream().map(ReckoningTests::written))
                .as("open on %s", line)
                .doesNotHaveDuplicates();
            assertThat(life.open().stream().filter(d -> d.rule().equals("survey")).count())
                .as("surveys on %s", line)
                .isLessThanOrEqualTo(1);
          }
        });
  }
}
