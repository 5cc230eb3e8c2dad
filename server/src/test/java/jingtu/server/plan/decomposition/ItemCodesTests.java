package jingtu.server.plan.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.plan.TaskId;
import org.junit.jupiter.api.Test;

class ItemCodesTests {

  private static final TaskId FIRST = new TaskId(new UUID(0, 1));
  private static final TaskId THIRD = new TaskId(new UUID(0, 3));
  private static final SourceId NOTICE = new SourceId(new UUID(1, 1));
  private static final UUID OBLIGATION = new UUID(2, 2);

  private final List<WorkItem> given = new ArrayList<>();

  @Test
  void anItemIsNumberedBelowItsTaskItsDocumentOrThoseByHand() {
    assertThat(code(ofTask(THIRD))).isEqualTo("3-1");
    assertThat(code(ofTask(THIRD))).isEqualTo("3-2");
    assertThat(code(ofTask(FIRST))).isEqualTo("1-1");
    assertThat(code(new ItemSource.OfObligation(OBLIGATION))).isEqualTo("D2-1");
    assertThat(code(new ItemSource.OfDocument(NOTICE))).isEqualTo("N4-1");
    assertThat(code(new ItemSource.ByHand())).isEqualTo("A-1");
    assertThat(code(new ItemSource.ByHand())).isEqualTo("A-2");
  }

  @Test
  void whatIsHandedDownIsNumberedBelowItsParent() {
    code(ofTask(THIRD));
    WorkItemId parent = given.getFirst().id();
    assertThat(code(ofTask(THIRD), Optional.of(parent))).isEqualTo("3-1-1");
    assertThat(code(ofTask(THIRD), Optional.of(parent))).isEqualTo("3-1-2");
    assertThat(code(ofTask(THIRD), Optional.of(given.get(1).id()))).isEqualTo("3-1-1-1");
    assertThat(code(ofTask(THIRD))).isEqualTo("3-2");
  }

  @Test
  void aNumberThatAnotherTaskHadBeforeIsNotGivenAgain() {
    code(ofTask(THIRD));
    TaskId movedUp = new TaskId(new UUID(0, 33));
    assertThat(code(ofTask(movedUp))).isEqualTo("4-1");
    assertThat(code(ofTask(THIRD))).isEqualTo("3-2");
  }

  @Test
  void codesAreSortedByTheirNumbers() {
    assertThat(
            Stream.of("N1-1", "3-10", "A-1", "3-2-1", "3-2", "12-1", "D1-1", "1-1")
                .sorted(ItemCodes.ORDER))
        .containsExactly("1-1", "3-2", "3-2-1", "3-10", "12-1", "A-1", "D1-1", "N1-1");
  }

  private static ItemSource ofTask(TaskId task) {
    return new ItemSource.OfPlan(task, Optional.empty());
  }

  private String code(ItemSource source) {
    return code(source, Optional.empty());
  }

  private String code(ItemSource source, Optional<WorkItemId> parent) {
    WorkItem item = new ItemCodes(given, places()).coded(MadeItems.of(source, parent));
    given.add(item);
    return item.code();
  }

  private static ItemCodes.PlanPlaces places() {
    Map<ItemSource, Integer> numbers = Map.of(new ItemSource.OfObligation(OBLIGATION), 2);
    return new ItemCodes.PlanPlaces() {
      @Override
      public Optional<Integer> number(ItemSource source) {
        return source instanceof ItemSource.OfPlan(var task, var action)
            ? Optional.of(task.equals(FIRST) ? 1 : 3)
            : Optional.ofNullable(numbers.get(source));
      }

      @Override
      public String code(SourceId document) {
        return "N4";
      }
    };
  }
}
