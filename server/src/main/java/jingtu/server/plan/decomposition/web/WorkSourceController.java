package jingtu.server.plan.decomposition.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.decomposition.ItemRole;
import jingtu.server.plan.decomposition.ItemSource;
import jingtu.server.plan.decomposition.ReadSource;
import jingtu.server.plan.decomposition.SourceId;
import jingtu.server.plan.decomposition.SourceKind;
import jingtu.server.plan.decomposition.StoredItem;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItems;
import jingtu.server.plan.decomposition.WorkSource;
import jingtu.server.plan.decomposition.WorkSources;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Notices, meetings and inspections, and the work that they bring. */
@RestController
@RequestMapping("/api/work-sources")
class WorkSourceController {

  private final WorkSources sources;
  private final WorkItems items;
  private final Identifiers identifiers;
  private final Clock clock;

  WorkSourceController(WorkSources sources, WorkItems items, Identifiers identifiers, Clock clock) {
    this.sources = sources;
    this.items = items;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** A document in a list; {@code items} counts the work that came of it. */
  record SourceView(
      UUID id,
      String code,
      int version,
      String regionCode,
      @Nullable UUID planId,
      SourceKind kind,
      String title,
      String number,
      String issuer,
      @Nullable LocalDate issuedOn,
      String text,
      int items,
      String changedBy,
      Instant changedAt) {

    static SourceView of(WorkSource source, int items) {
      return new SourceView(
          source.id().value(),
          source.code(),
          source.version(),
          source.region().digits(),
          source.plan().map(PlanId::value).orElse(null),
          source.kind(),
          source.title(),
          source.number(),
          source.issuer(),
          source.issuedOn().orElse(null),
          source.text(),
          items,
          source.by(),
          source.at());
    }
  }

  record NamedView(String organisation, ItemRole role) {}

  /** A duty that was read in the text; {@code taken} says whether an item has this sentence. */
  record DutyView(
      int start,
      int end,
      String sentence,
      String heading,
      List<NamedView> organisations,
      String deadline,
      String targets,
      boolean taken) {

    static DutyView of(ReadSource.Duty duty, List<WorkItem> items) {
      return new DutyView(
          duty.start(),
          duty.end(),
          duty.sentence(),
          duty.heading(),
          duty.organisations().stream()
              .map(named -> new NamedView(named.organisation(), named.role()))
              .toList(),
          duty.deadline(),
          duty.targets(),
          items.stream().anyMatch(item -> item.sentence().equals(duty.sentence())));
    }
  }

  record SourcePageView(SourceView source, List<DutyView> duties, List<WorkItemView> items) {}

  record SourceForm(
      @Nullable Integer version,
      @NotNull SourceKind kind,
      @NotNull String title,
      @NotNull String number,
      @NotNull String issuer,
      @Nullable LocalDate issuedOn,
      @Nullable UUID planId,
      @NotNull String text) {

    WorkSources.Entry entry() {
      return new WorkSources.Entry(
          kind,
          title,
          number,
          issuer,
          Optional.ofNullable(issuedOn),
          Optional.ofNullable(planId).map(PlanId::new),
          text);
    }
  }

  record TextView(String text) {}

  @GetMapping
  @AllowedTo.Everyone
  List<SourceView> list(Scope scope) {
    return sources.list(scope).stream()
        .map(counted -> SourceView.of(counted.source(), counted.items()))
        .toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.COORDINATOR)
  SourceView add(Scope scope, @Valid @RequestBody SourceForm form) {
    return SourceView.of(kept(sources.add(scope, form.entry())), 0);
  }

  /** The words of a file, to be looked at before anything is kept. */
  @PostMapping(path = "/text", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedTo(Role.COORDINATOR)
  TextView text(Scope scope, @RequestParam MultipartFile file) throws IOException {
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    return ReadSource.text(name, file.getBytes())
        .map(TextView::new)
        .orElseThrow(
            () -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "decomposition.unreadable", name));
  }

  /** The document, what was read in it, and the work that was taken from it. */
  @GetMapping("/{id}")
  @AllowedTo.Everyone
  SourcePageView get(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    WorkSource source = seen(scope, id);
    Language language = RequestLanguage.of(request);
    List<WorkItem> live =
        items.listAll(scope, source.id()).stream()
            .filter(stored -> !stored.removed())
            .map(StoredItem::item)
            .toList();
    int year = source.issuedOn().orElseGet(() -> OfficeDay.today(clock)).getYear();
    return new SourcePageView(
        SourceView.of(source, live.size()),
        ReadSource.duties(source.text(), year).stream()
            .map(duty -> DutyView.of(duty, live))
            .toList(),
        live.stream().map(item -> WorkItemView.of(item, language)).toList());
  }

  @PutMapping("/{id}")
  @AllowedTo(Role.COORDINATOR)
  SourceView change(Scope scope, @PathVariable UUID id, @Valid @RequestBody SourceForm form) {
    int version = Optional.ofNullable(form.version()).orElse(0);
    WorkSource source = kept(sources.change(scope, new SourceId(id), version, form.entry()));
    return SourceView.of(source, count(scope, source));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo(Role.COORDINATOR)
  void remove(Scope scope, @PathVariable UUID id) {
    WorkSources.Outcome outcome = sources.remove(scope, new SourceId(id));
    if (!(outcome instanceof WorkSources.Outcome.Gone)) {
      throw problem(outcome);
    }
  }

  /** Takes duties as items, and changes them. */
  @PostMapping("/{id}/changes")
  @AllowedTo(Role.COORDINATOR)
  List<WorkItemView> changeItems(
      Scope scope,
      @PathVariable UUID id,
      @Valid @RequestBody ChangesForm form,
      HttpServletRequest request) {
    WorkSource source = seen(scope, id);
    Language language = RequestLanguage.of(request);
    List<WorkItem> known =
        items.listAll(scope, source.id()).stream().map(StoredItem::item).toList();
    ItemSource whose = new ItemSource.OfDocument(source.id());
    return Answers.of(
        items.apply(scope, source.id(), form.changes(known, whose, identifiers, language)),
        language);
  }

  private int count(Scope scope, WorkSource source) {
    return (int)
        items.listAll(scope, source.id()).stream().filter(stored -> !stored.removed()).count();
  }

  private WorkSource seen(Scope scope, UUID id) {
    return sources.find(scope, new SourceId(id)).orElseThrow(WorkSourceController::unknown);
  }

  private static WorkSource kept(WorkSources.Outcome outcome) {
    if (outcome instanceof WorkSources.Outcome.Kept(WorkSource source)) {
      return source;
    }
    throw problem(outcome);
  }

  private static Problem problem(WorkSources.Outcome outcome) {
    return switch (outcome) {
      case WorkSources.Outcome.Kept kept -> throw new IllegalStateException("no problem");
      case WorkSources.Outcome.Gone gone -> throw new IllegalStateException("no problem");
      case WorkSources.Outcome.Unknown none -> unknown();
      case WorkSources.Outcome.NotYourRegion(RegionCode region) -> Answers.notYourRegion(region);
      case WorkSources.Outcome.Stale(WorkSource now) ->
          Problem.of(
              HttpStatus.CONFLICT,
              "decomposition.stale",
              now.code(),
              now.by(),
              Answers.said(now.at()));
      case WorkSources.Outcome.Refused(List<Finding> findings) -> Answers.refused(findings);
    };
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "decomposition.unknown-source");
  }
}
