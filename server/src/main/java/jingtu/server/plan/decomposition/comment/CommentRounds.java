package jingtu.server.plan.decomposition.comment;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import jingtu.server.audit.Audit;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.decomposition.StoredItem;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemChange;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItemId;
import jingtu.server.plan.decomposition.WorkItems;
import jingtu.server.plan.decomposition.comment.CommentRound.Answer;
import jingtu.server.plan.decomposition.comment.CommentRound.Comment;
import jingtu.server.plan.decomposition.comment.CommentRound.Request;
import jingtu.server.plan.decomposition.comment.CommentRound.Signed;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.sheets.CellFinding;
import jingtu.sheets.SheetFile;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the organisations of a plan what they think of their work, and keeps what they say. */
@Service
public class CommentRounds {

  private final CommentRows rows;
  private final WorkItems items;
  private final Plans plans;
  private final Regions regions;
  private final Audit audit;
  private final Identifiers identifiers;
  private final Clock clock;

  CommentRounds(
      JdbcClient jdbc,
      WorkItems items,
      Plans plans,
      Regions regions,
      Audit audit,
      Identifiers identifiers,
      Clock clock) {
    this.rows = new CommentRows(jdbc);
    this.items = items;
    this.plans = plans;
    this.regions = regions;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** What comes of a change. Whatever is not {@link Done} has changed nothing. */
  public sealed interface Outcome {
    /** The round as it is now, and what was not understood of a sheet. */
    record Done(CommentRound round, List<CellFinding> findings) implements Outcome {
      public Done {
        findings = List.copyOf(findings);
      }
    }

    /** No such plan, round or comment, or none that the scope sees. */
    record Unknown() implements Outcome {}

    record NotYourRegion(RegionCode region) implements Outcome {}

    /** The round is closed. */
    record Closed() implements Outcome {}

    record Refused(List<Finding> findings) implements Outcome {
      public Refused {
        findings = List.copyOf(findings);
      }
    }

    /** Somebody else answered the comment meanwhile. */
    record StaleComment(Comment now) implements Outcome {}

    /** Somebody else changed the item meanwhile. */
    record StaleItem(List<StoredItem> now) implements Outcome {
      public StaleItem {
        now = List.copyOf(now);
      }
    }
  }

  /**
   * What is answered to a comment.
   *
   * @param version of the comment, as it was seen
   * @param change the cell of the item that is to say something else because of it
   */
  public record Reply(int version, Decision decision, String reason, Optional<Change> change) {}

  /** Another wording of an item's cell; {@code itemVersion} is the one that was seen. */
  public record Change(WorkItemColumn column, String wording, int itemVersion) {}

  /** The rounds of a plan, the latest first; none of a plan that is not seen. */
  @Transactional(readOnly = true)
  public List<CommentRound> list(Scope scope, PlanId plan) {
    return plans.findSummary(scope, plan).isPresent() ? rows.list(plan) : List.of();
  }

  /** The sheet of one organisation in a round. */
  @Transactional(readOnly = true)
  public Optional<byte[]> sheet(
      Scope scope, PlanId id, UUID round, String organisation, Language language) {
    Optional<RegisteredPlan> plan = plans.findSummary(scope, id);
    return plan.flatMap(p -> rows.find(id, round))
        .filter(found -> isAsked(found, organisation))
        .map(
            found ->
                new CommentWorkbooks(language)
                    .sheet(
                        plan.get().title(),
                        found,
                        organisation,
                        items.list(scope, id).stream()
                            .filter(item -> item.organisation().equals(organisation))
                            .toList()));
  }

  /** The summary of what became of the comments. */
  @Transactional(readOnly = true)
  public Optional<byte[]> summary(Scope scope, PlanId id, UUID round, Language language) {
    Optional<RegisteredPlan> plan = plans.findSummary(scope, id);
    List<WorkItem> all = items.listAll(scope, id).stream().map(StoredItem::item).toList();
    return plan.flatMap(p -> rows.find(id, round))
        .map(found -> new CommentWorkbooks(language).summary(plan.get().title(), found, all));
  }

  /** Opens a round to all who have work in the plan. One round is open at a time. */
  @Transactional
  public Outcome open(Scope scope, PlanId plan, LocalDate closesOn) {
    return governed(
        scope,
        plan,
        () -> {
          List<CommentRound> before = rows.list(plan);
          List<String> asked =
              items.list(scope, plan).stream().map(WorkItem::organisation).distinct().toList();
          if (closesOn.isBefore(OfficeDay.today(clock))) {
            return refused("decomposition.round.past", "decomposition.round.give-day");
          }
          if (asked.isEmpty()) {
            return refused("decomposition.round.nobody", "decomposition.round.take-work");
          }
          if (before.stream().anyMatch(round -> round.closed().isEmpty())) {
            return refused("decomposition.round.open", "decomposition.round.close-first");
          }
          CommentRound round =
              new CommentRound(
                  identifiers.next(),
                  before.stream().mapToInt(CommentRound::number).max().orElse(0) + 1,
                  closesOn,
                  signed(scope),
                  Optional.empty(),
                  asked.stream().map(name -> new Request(name, Optional.empty())).toList(),
                  List.of());
          rows.insert(plan, round);
          tell(scope, "decomposition.round-opened", plan, round, closesOn.toString());
          return done(plan, round.id());
        });
  }

  /** Closes a round; nothing in it changes after that. Every comment has its answer by then. */
  @Transactional
  public Outcome close(Scope scope, PlanId plan, UUID id) {
    return inOpenRound(
        scope,
        plan,
        id,
        round -> {
          if (round.unanswered() > 0) {
            return new Outcome.Refused(
                List.of(
                    new Finding(
                        "",
                        Message.of("decomposition.round.unanswered", round.unanswered()),
                        Message.of("decomposition.round.answer-first"))));
          }
          rows.close(id, signed(scope));
          tell(scope, "decomposition.round-closed", plan, round, round.silent().toString());
          return done(plan, id);
        });
  }

  /**
   * Keeps what somebody says on behalf of an organisation; without any words, that it has nothing
   * to say.
   */
  @Transactional
  public Outcome type(
      Scope scope,
      PlanId plan,
      UUID id,
      String organisation,
      Optional<WorkItemId> item,
      String opinion,
      String proposed) {
    return inOpenRound(
        scope,
        plan,
        id,
        round -> {
          if (!isAsked(round, organisation)) {
            return refused("decomposition.round.not-asked", "decomposition.round.choose-one");
          }
          boolean elsewhere =
              item.filter(
                      wanted ->
                          items.list(scope, plan).stream()
                              .noneMatch(known -> known.id().equals(wanted)))
                  .isPresent();
          if (elsewhere) {
            return refused("decomposition.no-item", "decomposition.look-again");
          }
          Signed received = signed(scope);
          if (!opinion.isBlank() || !proposed.isBlank()) {
            rows.insert(
                id,
                round.comments().size(),
                new Comment(
                    identifiers.next(),
                    organisation,
                    item,
                    opinion.strip(),
                    proposed.strip(),
                    received,
                    Optional.empty(),
                    1));
          }
          rows.answered(id, organisation, received);
          tell(scope, "decomposition.comment-received", plan, round, organisation);
          return done(plan, id);
        });
  }

  /** Takes a sheet back; what it said already in this round is not kept twice. */
  @Transactional
  public Outcome take(Scope scope, PlanId plan, UUID id, Path file) {
    return inOpenRound(
        scope,
        plan,
        id,
        round ->
            switch (SheetFile.open(file)) {
              case SheetFile.Refused(Finding finding) -> new Outcome.Refused(List.of(finding));
              case SheetFile.Opened(SheetFile opened) ->
                  switch (ReturnedSheet.read(opened)) {
                    case ReturnedSheet.Outcome.Refused(Finding finding) ->
                        new Outcome.Refused(List.of(finding));
                    case ReturnedSheet.Outcome.Read(ReturnedSheet sheet) ->
                        take(scope, plan, round, sheet);
                  };
            });
  }

  private Outcome take(Scope scope, PlanId plan, CommentRound round, ReturnedSheet sheet) {
    Map<String, WorkItem> byCode =
        items.listAll(scope, plan).stream()
            .map(StoredItem::item)
            .collect(toMap(WorkItem::code, item -> item));
    Optional<String> organisation =
        sheet
            .organisation()
            .or(
                () ->
                    sheet.lines().stream()
                        .flatMap(line -> Optional.ofNullable(byCode.get(line.code())).stream())
                        .map(WorkItem::organisation)
                        .findFirst());
    if (organisation.filter(name -> isAsked(round, name)).isEmpty()) {
      return refused("decomposition.round.not-asked", "decomposition.round.keep-name");
    }
    List<CellFinding> findings = new ArrayList<>(sheet.findings());
    Signed received = signed(scope);
    int ordinal = round.comments().size();
    for (ReturnedSheet.Line line : sheet.lines()) {
      Optional<WorkItem> item = Optional.ofNullable(byCode.get(line.code()));
      if (item.isEmpty() && !line.code().isEmpty()) {
        findings.add(
            new CellFinding(
                line.at(),
                Message.of("decomposition.sheet.unknown-code", line.code()),
                Message.of("decomposition.sheet.keep-codes")));
      } else if (!isThere(round, organisation.get(), item.map(WorkItem::id), line)) {
        rows.insert(
            round.id(),
            ordinal++,
            new Comment(
                identifiers.next(),
                organisation.get(),
                item.map(WorkItem::id),
                line.opinion(),
                line.proposed(),
                received,
                Optional.empty(),
                1));
      }
    }
    rows.answered(round.id(), organisation.get(), received);
    tell(scope, "decomposition.comment-received", plan, round, organisation.get());
    return new Outcome.Done(rows.find(plan, round.id()).orElseThrow(), findings);
  }

  private static boolean isThere(
      CommentRound round, String organisation, Optional<WorkItemId> item, ReturnedSheet.Line line) {
    return round.comments().stream()
        .anyMatch(
            comment ->
                comment.organisation().equals(organisation)
                    && comment.item().equals(item)
                    && comment.opinion().equals(line.opinion())
                    && comment.proposed().equals(line.proposed()));
  }

  /** Answers a comment, and changes its item where the answer says so. */
  @Transactional
  public Outcome answer(Scope scope, PlanId plan, UUID id, UUID comment, Reply reply) {
    return inOpenRound(
        scope,
        plan,
        id,
        round -> {
          Optional<Comment> found =
              round.comments().stream().filter(c -> c.id().equals(comment)).findFirst();
          if (found.isEmpty()) {
            return new Outcome.Unknown();
          }
          if (found.get().version() != reply.version()) {
            return new Outcome.StaleComment(found.get());
          }
          if (reply.decision() != Decision.ADOPTED && reply.reason().isBlank()) {
            return refused("decomposition.round.no-reason", "decomposition.round.give-reason");
          }
          return answer(scope, plan, round, found.get(), reply);
        });
  }

  private Outcome answer(
      Scope scope, PlanId plan, CommentRound round, Comment comment, Reply reply) {
    Optional<Change> change = reply.change();
    if (change.isEmpty()) {
      return keep(scope, plan, round, comment, reply, "", "");
    }
    Optional<WorkItem> item =
        comment
            .item()
            .flatMap(
                id ->
                    items.list(scope, plan).stream()
                        .filter(known -> known.id().equals(id))
                        .findFirst());
    if (item.isEmpty() || reply.decision() == Decision.REFUSED) {
      return refused("decomposition.round.no-change", "decomposition.round.only-reason");
    }
    WorkItemColumn column = change.get().column();
    Optional<WorkItem> edited = column.read(item.get(), change.get().wording());
    if (edited.isEmpty()) {
      return refused("decomposition.round.not-read", "decomposition.round.mend-wording");
    }
    WorkItem seen = edited.get().seenAs(item.get().id(), change.get().itemVersion());
    return switch (items.apply(scope, plan, List.of(new WorkItemChange.Edit(seen)))) {
      case WorkItems.Outcome.Applied applied ->
          keep(
              scope,
              plan,
              round,
              comment,
              reply,
              column.text(item.get(), Language.ZH),
              column.text(edited.get(), Language.ZH));
      case WorkItems.Outcome.Unknown none -> new Outcome.Unknown();
      case WorkItems.Outcome.NotYourRegion(RegionCode region) -> new Outcome.NotYourRegion(region);
      case WorkItems.Outcome.Stale(List<StoredItem> now) -> new Outcome.StaleItem(now);
      case WorkItems.Outcome.Refused(List<Finding> findings) -> new Outcome.Refused(findings);
    };
  }

  private Outcome keep(
      Scope scope,
      PlanId plan,
      CommentRound round,
      Comment comment,
      Reply reply,
      String before,
      String after) {
    rows.answer(
        comment.id(),
        new Answer(
            reply.decision(),
            reply.reason().strip(),
            reply.change().map(Change::column),
            before,
            after,
            signed(scope)));
    tell(
        scope,
        "decomposition.comment-answered",
        plan,
        round,
        comment.organisation() + " " + reply.decision() + " " + reply.reason().strip());
    return done(plan, round.id());
  }

  private Outcome inOpenRound(
      Scope scope, PlanId plan, UUID id, Function<CommentRound, Outcome> change) {
    return governed(
        scope,
        plan,
        () ->
            rows.find(plan, id)
                .map(
                    round ->
                        round.closed().isPresent() ? new Outcome.Closed() : change.apply(round))
                .orElseGet(Outcome.Unknown::new));
  }

  private Outcome governed(Scope scope, PlanId id, Supplier<Outcome> change) {
    Optional<RegisteredPlan> plan = plans.findSummary(scope, id);
    if (plan.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (!regions.governs(scope, plan.get().region())) {
      return new Outcome.NotYourRegion(plan.get().region());
    }
    rows.lock(id);
    return change.get();
  }

  private Outcome done(PlanId plan, UUID round) {
    return new Outcome.Done(rows.find(plan, round).orElseThrow(), List.of());
  }

  private static Outcome refused(String problem, String remedy) {
    return new Outcome.Refused(
        List.of(new Finding("", new Message(problem, List.of()), new Message(remedy, List.of()))));
  }

  private static boolean isAsked(CommentRound round, String organisation) {
    return round.requests().stream()
        .anyMatch(request -> request.organisation().equals(organisation));
  }

  private void tell(Scope scope, String action, PlanId plan, CommentRound round, String detail) {
    audit.record(scope, action, plan.value().toString(), round.number() + " " + detail);
  }

  private Signed signed(Scope scope) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Signed(scope.username(), now);
  }
}
