package jingtu.server.duty;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.PretendOffice;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.PlanId;
import jingtu.testing.Needs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Tells what a published plan asks of whom. Prints; only what the plan itself says is asserted. */
@WholeDuty
@Transactional
class RealPlanDutiesTests {

  @Autowired DutyOffice office;
  @Autowired ImportPlan importPlan;
  @Autowired Duties duties;
  @Autowired Rhythms rhythms;

  @Test
  void theDutiesOfACityPlan() throws IOException {
    Path file = Needs.shared("plans", "zhengzhou-2019.txt");
    ImportOutcome outcome =
        importPlan.from(
            COORDINATOR, PretendOffice.COUNTY, "zhengzhou-2019.txt", Files.readAllBytes(file));
    PlanId plan = ((ImportOutcome.Imported) outcome).plans().getFirst().id();
    List<Duty> all =
        Stream.of(DutyFilter.of(plan), DutyFilter.of(plan).thatSleep())
            .flatMap(filter -> duties.all(COORDINATOR, filter).stream())
            .toList();

    Map<String, List<Duty>> byName =
        all.stream().collect(groupingBy(Duty::printedName, TreeMap::new, Collectors.toList()));
    byName.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
        .forEach(entry -> System.out.println(entry.getKey() + ": " + kinds(entry.getValue())));
    String wanted = System.getProperty("duties.of", "");
    Stream.of(wanted.split(","))
        .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
        .forEach(duty -> System.out.println(line(duty)));
    System.out.println(rhythms.list(COORDINATOR, plan).stream().map(Object::toString).toList());

    assertThat(all.stream().flatMap(duty -> duty.due().stream()).map(day -> day.day().toString()))
        .anyMatch(day -> day.endsWith("-04-11"))
        .anyMatch(day -> day.endsWith("-04-18"));
    assertThat(rhythms.list(COORDINATOR, plan))
        .extracting(Rhythms.Rhythm::months)
        .contains(1, 3, 12);
  }

  private static Map<String, Long> kinds(List<Duty> duties) {
    return duties.stream().collect(groupingBy(RealPlanDutiesTests::kind, TreeMap::new, counting()));
  }

  private static String kind(Duty duty) {
    String when =
        duty.times().stream()
                .anyMatch(
                    time ->
                        time instanceof DutyTime.Dated dated && dated.notation().startsWith("R"))
            ? "recurring"
            : !duty.due().isEmpty()
                ? "dated"
                : duty.times().isEmpty() ? "no date" : "open or on an event";
    return duty.role() + ", " + when + (duty.awake() ? "" : ", asleep");
  }

  private static String line(Duty duty) {
    return duty.printedName()
        + " | "
        + kind(duty)
        + " | "
        + duty.due().stream().findFirst().map(day -> day.day().toString()).orElse("")
        + " | "
        + duty.sentence().replace("\n", "");
  }
}
