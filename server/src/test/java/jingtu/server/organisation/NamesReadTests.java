package jingtu.server.organisation;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jingtu.planreader.Action;
import jingtu.planreader.PlanReader;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadOutcome;
import jingtu.planreader.Task;
import jingtu.testing.Needs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lists of expected names have every name that the reader finds in the plans themselves. */
class NamesReadTests {

  static Stream<String> plans() {
    return ExpectedNames.PLANS.stream();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void theListHoldsEveryNameThatIsRead(String plan) throws IOException {
    Path file = Needs.shared("plans", plan + ".txt");
    Set<String> listed =
        ExpectedNames.of(plan).names().stream()
            .map(ExpectedNames.Expected::name)
            .collect(toCollection(TreeSet::new));
    ReadOutcome read = PlanReader.read(plan + ".txt", Files.readAllBytes(file));
    if (!(read instanceof PlanReading reading)) {
      throw new AssertionError(plan + " is not read");
    }
    Set<String> found =
        reading.plans().stream()
            .flatMap(each -> each.tasks().stream())
            .flatMap(NamesReadTests::names)
            .collect(toCollection(TreeSet::new));

    System.out.printf("%s: %d names read, %d listed%n", plan, found.size(), listed.size());
    assertThat(listed).containsAll(found);
  }

  private static Stream<String> names(Task task) {
    return Stream.of(
            task.lead().stream(),
            task.responsible().stream(),
            task.participants().stream(),
            task.implementers().stream(),
            task.actions().stream().map(Action::actor).flatMap(actor -> actor.stream()))
        .flatMap(names -> names);
  }
}
