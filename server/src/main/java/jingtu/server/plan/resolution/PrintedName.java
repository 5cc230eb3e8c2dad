package jingtu.server.plan.resolution;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Task;
import jingtu.server.organisation.Directory;
import jingtu.server.scope.RegionCode;

/**
 * A name that stands in the tasks of a plan.
 *
 * @param counts in how many tasks it has each role; roles that it never has are absent
 * @param tasks the numbers of those tasks, from 1
 * @param carried regions of another level that a name before it in a list says, and that may hold
 *     for it too
 */
public record PrintedName(
    String name, Map<NameRole, Integer> counts, SortedSet<Integer> tasks, Set<RegionCode> carried) {

  /** How often it is named in a role. */
  public int occurrences() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** A name that stands in no task. */
  static PrintedName outsideTasks(String name) {
    return new PrintedName(name, new EnumMap<>(NameRole.class), new TreeSet<>(), Set.of());
  }

  /** Every name of a plan's tasks, in the order of their first mention. */
  static List<PrintedName> listOf(ReadPlan plan, Directory directory) {
    Map<String, PrintedName> names = new LinkedHashMap<>();
    for (int i = 0; i < plan.tasks().size(); i++) {
      for (NameRole role : NameRole.values()) {
        note(names, plan.tasks().get(i), i + 1, role, directory);
      }
    }
    return new ArrayList<>(names.values());
  }

  private static void note(
      Map<String, PrintedName> names, Task task, int number, NameRole role, Directory directory) {
    Optional<RegionCode> carried = Optional.empty();
    for (String name : role.of(task)) {
      PrintedName printed =
          names.computeIfAbsent(
              name,
              n ->
                  new PrintedName(
                      n, new EnumMap<>(NameRole.class), new TreeSet<>(), new LinkedHashSet<>()));
      printed.counts().merge(role, 1, Integer::sum);
      printed.tasks().add(number);
      Optional<RegionCode> said = directory.saysRegion(name);
      if (said.isEmpty() && role != NameRole.ACTOR) {
        carried.ifPresent(printed.carried()::add);
      }
      carried = said.or(() -> Optional.empty());
    }
  }
}
