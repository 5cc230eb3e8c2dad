package jingtu.server.backup;

import static jingtu.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However the rows of a table come, each is handed on once, after the one that it names. */
class ParentsFirstPropertyTests {

  private static final List<String> COLUMNS = List.of("parent", "code");

  @Test
  void noRowComesBeforeTheOneThatItNames() {
    forAll(
        200,
        ParentsFirstPropertyTests::shuffledForest,
        rows -> {
          List<@Nullable Object[]> handedOn = new ArrayList<>();
          ParentsFirst parentsFirst =
              new ParentsFirst(COLUMNS, new Table.Upward("parent", "code"), handedOn::add);
          rows.forEach(parentsFirst);

          assertThat(handedOn).containsExactlyInAnyOrderElementsOf(rows);
          Set<@Nullable Object> before = new HashSet<>();
          for (@Nullable Object[] row : handedOn) {
            Object parent = row[0];
            before.add(row[1]);
            assertThat(parent == null || before.contains(parent)).isTrue();
          }
        });
  }

  /** Some name none, some themselves, all others one of a lower number. */
  private static List<@Nullable Object[]> shuffledForest(RandomGenerator random) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int code = 0; code < 30; code++) {
      int kind = random.nextInt(10);
      int parent = kind == 0 ? code : random.nextInt(code + 1);
      rows.add(
          random.nextInt(rows.size() + 1),
          new @Nullable Object[] {kind == 1 ? null : Integer.valueOf(parent), code});
    }
    return rows;
  }
}
