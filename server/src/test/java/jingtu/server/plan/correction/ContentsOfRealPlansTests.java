package jingtu.server.plan.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.planreader.PlanReader;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;
import jingtu.planreader.Task;
import jingtu.server.plan.entry.EntryKind;
import jingtu.server.plan.entry.EntryReading;
import jingtu.server.scope.Identifiers;
import jingtu.testing.Needs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is read of a real plan may be sent back: nobody has to mend what the reader read. */
class ContentsOfRealPlansTests {

  private final Identifiers identifiers = new Identifiers(Clock.systemUTC());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compilation",
        "county-2024",
        "huilongxu-2017",
        "jiangxi",
        "lishu-task-table",
        "yanshou-2017",
        "zhengzhou-2019"
      })
  void whatIsReadHasNoFaults(String name) throws IOException {
    Path text = Needs.shared("plans", name + ".txt");
    PlanReading reading = (PlanReading) PlanReader.read(name + ".txt", Files.readAllBytes(text));

    for (ReadPlan plan : reading.plans()) {
      plan.goals().forEach(goal -> assertSound(plan, EntryKind.GOAL, EntryReading.of(goal)));
      plan.tasks()
          .forEach(
              task ->
                  assertSound(
                      plan,
                      EntryKind.TASK,
                      EntryReading.of(
                          task, task.actions().stream().map(each -> identifiers.next()).toList())));
      plan.obligations()
          .forEach(duty -> assertSound(plan, EntryKind.OBLIGATION, EntryReading.of(duty)));
      assertThat(overlaps(plan)).isEmpty();
    }
  }

  private void assertSound(ReadPlan plan, EntryKind kind, EntryReading reading) {
    Set<UUID> actions = Set.copyOf(reading.actionIds());
    CheckContent check = new CheckContent(plan.span(), actions, identifiers);

    EntryReading again =
        check.read(
            Place.entry(0), kind, headedOtherwise(EntryContent.of(reading)), Optional.of(reading));

    assertThat(check.faults()).as("%s", reading).isEmpty();
    assertThat(again).usingRecursiveComparison().ignoringFields("path").isEqualTo(reading);
  }

  private static EntryContent headedOtherwise(EntryContent content) {
    return new EntryContent(
        content.start(),
        content.end(),
        content.clauseStart(),
        content.clauseEnd(),
        List.of("一、别的标题"),
        content.lead(),
        content.responsible(),
        content.participants(),
        content.implementers(),
        content.implementersSource(),
        content.open(),
        content.scope(),
        content.actor(),
        content.events(),
        content.deadlines(),
        content.targets(),
        content.actions());
  }

  private static List<Span> overlaps(ReadPlan plan) {
    List<Span> overlaps = new ArrayList<>();
    for (Task task : plan.tasks()) {
      for (Task other : plan.tasks()) {
        task.clause()
            .filter(clause -> !other.equals(task))
            .filter(clause -> clause.start() < other.span().end())
            .filter(clause -> other.span().start() < clause.end())
            .ifPresent(overlaps::add);
      }
    }
    return overlaps;
  }
}
