package jingtu.server.plan.decomposition.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jingtu.server.edge.Problem;
import jingtu.server.plan.decomposition.StoredItem;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItems;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.springframework.http.HttpStatus;

/** What a list of changes is answered with. */
final class Answers {

  private static final DateTimeFormatter OFFICE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(OfficeDay.ZONE);

  private Answers() {}

  /** What the changes left, or the problem that kept them from being made. */
  static List<WorkItemView> of(WorkItems.Outcome outcome, Language language) {
    return items(outcome, language).stream().map(item -> WorkItemView.of(item, language)).toList();
  }

  private static List<WorkItem> items(WorkItems.Outcome outcome, Language language) {
    return switch (outcome) {
      case WorkItems.Outcome.Applied(List<WorkItem> items) -> items;
      case WorkItems.Outcome.Unknown none -> throw unknown();
      case WorkItems.Outcome.NotYourRegion(RegionCode region) -> throw notYourRegion(region);
      case WorkItems.Outcome.Stale(List<StoredItem> now) -> throw stale(now, language);
      case WorkItems.Outcome.Refused(List<Finding> findings) -> throw refused(findings);
    };
  }

  static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "plan.unknown");
  }

  static Problem notYourRegion(RegionCode region) {
    return Problem.of(HttpStatus.FORBIDDEN, "plan.not-your-region", region.digits());
  }

  static Problem refused(List<Finding> findings) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "decomposition.faults").with(findings);
  }

  /** Names the first, with who changed it and when; all of them come along as they are now. */
  static Problem stale(List<StoredItem> now, Language language) {
    StoredItem first = now.getFirst();
    return Problem.of(
            HttpStatus.CONFLICT,
            "decomposition.stale",
            first.item().code(),
            first.by(),
            said(first.at()))
        .with(
            "current",
            now.stream().map(stored -> WorkItemView.ChangedView.of(stored, language)).toList());
  }

  /** An instant as date and time of the office. */
  static String said(Instant at) {
    return OFFICE_TIME.format(at);
  }
}
