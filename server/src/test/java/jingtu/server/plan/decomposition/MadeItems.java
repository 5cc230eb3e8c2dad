package jingtu.server.plan.decomposition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import jingtu.testing.Seeded;

/** Work items made for a test, of anything that people write. */
public final class MadeItems {

  private static final List<String> PIECES =
      List.of("完成", "排查", "50%", "；", ";", " ", "：", ":", "2027", "年", "-06-30", "、", "\n", "底");

  private MadeItems() {}

  /** An item by hand of an organisation, with nothing else in it. */
  public static WorkItem bare(String organisation, String work) {
    return made(new ItemSource.ByHand(), Optional.empty(), organisation, work);
  }

  /** An item of a source. */
  public static WorkItem of(ItemSource source, Optional<WorkItemId> parent) {
    return made(source, parent, "某单位", "某事");
  }

  private static WorkItem made(
      ItemSource source, Optional<WorkItemId> parent, String organisation, String work) {
    return new WorkItem(
        new WorkItemId(UUID.randomUUID()),
        "",
        source,
        "",
        "",
        "",
        organisation,
        ItemRole.IMPLEMENTER,
        work,
        "",
        Optional.empty(),
        List.of(),
        List.of(),
        "",
        "",
        "",
        "",
        "",
        parent,
        0);
  }

  /** Shares of up to four years, with any words that a share may have. */
  static List<YearShare> years(RandomGenerator random) {
    return IntStream.range(2026, 2026 + random.nextInt(5))
        .boxed()
        .flatMap(year -> share(year, words(random)).stream())
        .toList();
  }

  private static Optional<YearShare> share(int year, String words) {
    try {
      return Optional.of(new YearShare(year, words));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /** Up to four milestones, with any words that one may have. */
  static List<Milestone> milestones(RandomGenerator random) {
    List<Milestone> milestones = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      milestone(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900)), words(random))
          .ifPresent(milestones::add);
    }
    return milestones;
  }

  private static Optional<Milestone> milestone(LocalDate day, String words) {
    try {
      return Optional.of(new Milestone(day, words));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private static String words(RandomGenerator random) {
    StringBuilder words = new StringBuilder();
    for (int i = 1 + random.nextInt(7); i > 0; i--) {
      words.append(Seeded.oneOf(random, PIECES));
    }
    return words.toString();
  }
}
