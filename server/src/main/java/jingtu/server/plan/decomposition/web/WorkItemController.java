package jingtu.server.plan.decomposition.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.decomposition.FillPersons;
import jingtu.server.plan.decomposition.ItemSource;
import jingtu.server.plan.decomposition.PrintedNow;
import jingtu.server.plan.decomposition.ProposeWork;
import jingtu.server.plan.decomposition.StoredItem;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemId;
import jingtu.server.plan.decomposition.WorkItems;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The work items of a plan: proposed, taken, changed. */
@RestController
@RequestMapping("/api/plans/{id}/work-items")
class WorkItemController {

  private final Plans plans;
  private final WorkItems items;
  private final ProposeWork proposeWork;
  private final FillPersons fillPersons;
  private final PrintedNow printedNow;
  private final Identifiers identifiers;

  WorkItemController(
      Plans plans,
      WorkItems items,
      ProposeWork proposeWork,
      FillPersons fillPersons,
      PrintedNow printedNow,
      Identifiers identifiers) {
    this.plans = plans;
    this.items = items;
    this.proposeWork = proposeWork;
    this.fillPersons = fillPersons;
    this.printedNow = printedNow;
    this.identifiers = identifiers;
  }

  /** The items by code, and apart from them those that were removed. */
  record DecompositionView(List<WorkItemView> items, List<WorkItemView.ChangedView> removed) {}

  record ProposalView(String key, WorkItemView item) {}

  record TakenForm(@NotNull Set<String> keys) {}

  record PersonsForm(@NotNull List<UUID> ids) {}

  @GetMapping
  @AllowedTo.Everyone
  DecompositionView list(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    PlanId plan = seen(scope, id);
    Language language = RequestLanguage.of(request);
    List<StoredItem> all = items.listAll(scope, plan);
    List<WorkItem> live = all.stream().filter(s -> !s.removed()).map(StoredItem::item).toList();
    Map<WorkItemId, String> printed = printedNow.changed(scope, plan, live);
    return new DecompositionView(
        live.stream().map(item -> WorkItemView.of(item, printed, language)).toList(),
        all.stream()
            .filter(StoredItem::removed)
            .map(stored -> WorkItemView.ChangedView.of(stored, language))
            .toList());
  }

  /** Adds, edits, removes and brings back items: all of it, or nothing. */
  @PostMapping("/changes")
  @AllowedTo(Role.COORDINATOR)
  List<WorkItemView> change(
      Scope scope,
      @PathVariable UUID id,
      @Valid @RequestBody ChangesForm form,
      HttpServletRequest request) {
    PlanId plan = seen(scope, id);
    Language language = RequestLanguage.of(request);
    List<WorkItem> known = items.listAll(scope, plan).stream().map(StoredItem::item).toList();
    return Answers.of(
        items.apply(
            scope, plan, form.changes(known, new ItemSource.ByHand(), identifiers, language)),
        language);
  }

  /** What the plan's own sentences propose, without what is there already. */
  @GetMapping("/proposals")
  @AllowedTo.Everyone
  List<ProposalView> propose(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    return proposeWork.list(scope, new PlanId(id)).orElseThrow(Answers::unknown).stream()
        .map(
            proposal ->
                new ProposalView(proposal.key(), WorkItemView.of(proposal.item(), language)))
        .toList();
  }

  /** Takes proposals as items. */
  @PostMapping("/proposals")
  @AllowedTo(Role.COORDINATOR)
  List<WorkItemView> take(
      Scope scope,
      @PathVariable UUID id,
      @Valid @RequestBody TakenForm form,
      HttpServletRequest request) {
    return Answers.of(
        proposeWork.take(scope, seen(scope, id), form.keys()), RequestLanguage.of(request));
  }

  /** Takes leaders and liaison persons over from the directory where an item names none. */
  @PostMapping("/persons")
  @AllowedTo(Role.COORDINATOR)
  List<WorkItemView> fill(
      Scope scope,
      @PathVariable UUID id,
      @Valid @RequestBody PersonsForm form,
      HttpServletRequest request) {
    return Answers.of(
        fillPersons.of(scope, seen(scope, id), form.ids().stream().map(WorkItemId::new).toList()),
        RequestLanguage.of(request));
  }

  private PlanId seen(Scope scope, UUID id) {
    return plans.findSummary(scope, new PlanId(id)).orElseThrow(Answers::unknown).id();
  }
}
