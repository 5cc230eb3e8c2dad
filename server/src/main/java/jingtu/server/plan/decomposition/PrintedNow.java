package jingtu.server.plan.decomposition;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds the words that items keep against the plan as it was corrected since. */
@Service
public class PrintedNow {

  private final Plans plans;
  private final JdbcClient jdbc;

  PrintedNow(Plans plans, JdbcClient jdbc) {
    this.plans = plans;
    this.jdbc = jdbc;
  }

  /**
   * Of the items that come from the plan those whose words are not in it any more, each with the
   * words that stand there now: an action's or an obligation's sentence, or a task's beginning.
   * Empty words where the sentence has gone.
   */
  @Transactional(readOnly = true)
  public Map<WorkItemId, String> changed(Scope scope, PlanId id, List<WorkItem> items) {
    Map<ItemSource, String> printed =
        plans
            .find(scope, id)
            .map(plan -> PlanSentences.of(plan, jdbc).places())
            .orElse(List.of())
            .stream()
            .collect(toMap(PlanSentences.Place::source, PrintedNow::words));
    Map<WorkItemId, String> changed = new HashMap<>();
    for (WorkItem item : items) {
      Optional<String> kept = kept(item);
      String now = printed.getOrDefault(item.source(), "");
      kept.filter(words -> !plain(words).equals(plain(now)))
          .ifPresent(words -> changed.put(item.id(), now));
    }
    return changed;
  }

  private static String words(PlanSentences.Place place) {
    return place.sentence().isEmpty() ? place.excerpt() : place.sentence();
  }

  /** The words of the plan that an item keeps; empty where it comes from elsewhere. */
  private static Optional<String> kept(WorkItem item) {
    return switch (item.source()) {
      case ItemSource.OfPlan(var task, var action) ->
          Optional.of(action.isPresent() ? item.sentence() : item.task());
      case ItemSource.OfObligation obligation -> Optional.of(item.sentence());
      case ItemSource.OfDocument document -> Optional.empty();
      case ItemSource.ByHand hand -> Optional.empty();
    };
  }

  private static String plain(String words) {
    return words.replaceAll("[\\s\\u3000]", "");
  }
}
