package jingtu.planreader.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import jingtu.planreader.PlanReader;
import jingtu.testing.Needs;
import org.junit.jupiter.api.Test;

/** The revision of the demo's county plan, and the list of its changes, written by hand. */
class PlantedChangesTests {

  private static final Path SERVER = Needs.repository().resolve("server/src");
  private static final Path REVISION = SERVER.resolve("test/resources/plan/revision");
  private static final Path OLD = SERVER.resolve("main/resources/demo/county-plan.txt");
  private static final Path NEW = REVISION.resolve("county-plan-revised.txt");

  @Test
  void theRevisionShowsJustTheTwentyPlantedChanges() throws IOException {
    Comparison comparison = PlanComparison.of(version(OLD), version(NEW));
    assertThat(comparison.changes()).hasSize(20);
    assertThat(Told.of(comparison))
        .isEqualTo(Files.readAllLines(REVISION.resolve("county-plan-changes.txt")));
  }

  @Test
  void everyTaskThatStayedKnowsWhichItWas() throws IOException {
    Comparison comparison = PlanComparison.of(version(OLD), version(NEW));
    int olds = version(OLD).plan().tasks().size();
    assertThat(comparison.tasks().stream().map(TaskPair::before).distinct()).hasSize(olds - 1);
    assertThat(comparison.tasks()).hasSize(olds);
  }

  @Test
  void whatIsKnownToBelongTogetherIsNotMatchedAnew() throws IOException {
    PlanText old = version(OLD);
    List<TaskPair> crossed =
        IntStream.range(2, old.plan().tasks().size()).mapToObj(i -> new TaskPair(i, i)).toList();
    assertThat(PlanComparison.of(old, old, crossed).changes().stream().map(Change::kind))
        .containsExactlyInAnyOrder(
            Change.Kind.REMOVED, Change.Kind.REMOVED, Change.Kind.ADDED, Change.Kind.ADDED);
    assertThat(PlanComparison.of(old, old, crossed).tasks()).isEqualTo(crossed);
  }

  private static PlanText version(Path file) throws IOException {
    return PlanText.of(PlanReader.readText(Files.readString(file)), 0);
  }
}
