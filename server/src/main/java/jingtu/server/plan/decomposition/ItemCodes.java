package jingtu.server.plan.decomposition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Gives codes to new items: the number of the task, D and the number of the obligation, the code of
 * the document or A for what is added by hand; then a running number for each item, and one more
 * for each step down. No code is given twice, not even one of an item that was removed.
 */
final class ItemCodes {

  /** 3-2 before 3-10, both before D1-1. */
  static final Comparator<String> ORDER = ItemCodes::compare;

  private static final String BY_HAND = "A";

  private final List<WorkItem> given;
  private final Set<String> codes = new HashSet<>();
  private final PlanPlaces places;

  /** Tells where sources stand in their plan or how they are called. */
  interface PlanPlaces {
    /** The number of a task or obligation in its plan, from 1; empty where it has gone. */
    Optional<Integer> number(ItemSource source);

    /** The code of a document. */
    String code(SourceId document);
  }

  /** {@code given} are all items that have a code, those that were removed among them. */
  ItemCodes(List<WorkItem> given, PlanPlaces places) {
    this.given = new ArrayList<>(given);
    this.places = places;
    given.forEach(item -> codes.add(item.code()));
  }

  /** The item with a code that no other has. */
  WorkItem coded(WorkItem item) {
    String prefix =
        item.parent()
            .map(parent -> find(other -> other.id().equals(parent)).orElseThrow().code())
            .orElseGet(() -> prefix(item.source()));
    String code =
        IntStream.iterate(last(prefix) + 1, n -> n + 1)
            .mapToObj(n -> prefix + "-" + n)
            .filter(candidate -> !codes.contains(candidate))
            .findFirst()
            .orElseThrow();
    WorkItem coded = item.stored(code, item.version());
    codes.add(code);
    given.add(coded);
    return coded;
  }

  private String prefix(ItemSource source) {
    return switch (source) {
      case ItemSource.OfDocument(SourceId document) -> places.code(document);
      case ItemSource.ByHand hand -> BY_HAND;
      case ItemSource.OfPlan(var task, var action) ->
          find(item ->
                  item.source() instanceof ItemSource.OfPlan(var same, var any)
                      && same.equals(task))
              .map(ItemCodes::prefixOf)
              .orElseGet(() -> free("", source));
      case ItemSource.OfObligation obligation ->
          find(item -> item.source().equals(obligation))
              .map(ItemCodes::prefixOf)
              .orElseGet(() -> free("D", source));
    };
  }

  /** Its own number, unless another task had it before the plan was corrected. */
  private String free(String letter, ItemSource source) {
    int from = places.number(source).orElse(1);
    return IntStream.iterate(from, n -> n + 1)
        .mapToObj(n -> letter + n)
        .filter(prefix -> find(item -> prefixOf(item).equals(prefix)).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private int last(String prefix) {
    return given.stream()
        .map(WorkItem::code)
        .filter(code -> code.startsWith(prefix + "-"))
        .map(code -> code.substring(prefix.length() + 1))
        .filter(rest -> rest.indexOf('-') < 0)
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(0);
  }

  private Optional<WorkItem> find(Predicate<WorkItem> wanted) {
    return given.stream().filter(wanted).findFirst();
  }

  private static String prefixOf(WorkItem item) {
    return item.code().substring(0, item.code().indexOf('-'));
  }

  private static int compare(String left, String right) {
    String[] some = left.split("-", -1);
    String[] others = right.split("-", -1);
    for (int i = 0; i < Math.min(some.length, others.length); i++) {
      int part = comparePart(some[i], others[i]);
      if (part != 0) {
        return part;
      }
    }
    return Integer.compare(some.length, others.length);
  }

  private static int comparePart(String left, String right) {
    String letters = left.replaceAll("\\d", "");
    String otherLetters = right.replaceAll("\\d", "");
    return letters.equals(otherLetters)
        ? Integer.compare(digits(left), digits(right))
        : letters.compareTo(otherLetters);
  }

  private static int digits(String part) {
    String digits = part.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }
}
