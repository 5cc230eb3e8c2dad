package jingtu.server.duty;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.audit.Audit;
import jingtu.server.duty.RestateDuties.Restated;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.demand.Demand;
import jingtu.server.plan.demand.Demands;
import jingtu.server.plan.demand.PlanDemands;
import jingtu.server.plan.resolution.NameRole;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the duties of a plan: one for each sentence and each organisation that it calls on. Opening
 * again adds what is missing, says anew what was corrected, ends what the plan does not ask any
 * more and leaves alone whatever people have said. A plan that a newer version replaced, that was
 * withdrawn or put away opens nothing.
 *
 * <ul>
 *   <li>Of several leads the first-named reports, those named as responsible report where nobody
 *       leads, implementers and whoever the sentence itself names report, those who take part do
 *       not; all of which can be changed.
 *   <li>What a general rule hands to implementers sleeps until it is confirmed.
 *   <li>An organisation that is called on twice by one sentence has it once, in the leading role.
 *   <li>A name that means nobody in the directory has a duty under that name until somebody says
 *       who it is, or the directory comes to know it.
 * </ul>
 */
@Service
public class OpenDuties {

  private static final int LONGEST_CHAPTER = 300;

  /** The leading role first. */
  static final List<NameRole> BY_WEIGHT =
      List.of(
          NameRole.LEAD,
          NameRole.ACTOR,
          NameRole.RESPONSIBLE,
          NameRole.IMPLEMENTER,
          NameRole.PARTICIPANT);

  private final Demands demands;
  private final DutyRows rows;
  private final Duties duties;
  private final RestateDuties restateDuties;
  private final Rhythms rhythms;
  private final Regions regions;
  private final Identifiers identifiers;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OpenDuties(
      Demands demands,
      DutyRows rows,
      Duties duties,
      RestateDuties restateDuties,
      Rhythms rhythms,
      Regions regions,
      Identifiers identifiers,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.demands = demands;
    this.rows = rows;
    this.duties = duties;
    this.restateDuties = restateDuties;
    this.rhythms = rhythms;
    this.regions = regions;
    this.identifiers = identifiers;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What opening did, or would do.
   *
   * @param opened duties that are new, and those that had ended with a sentence or name that is
   *     back
   * @param changed duties whose sentence, times or standard the plan puts otherwise by now
   * @param ended duties whose sentence or name the plan does not have any more, and those of a name
   *     that is known by now to mean an organisation; each says why it ends
   * @param kept how many stay in the lists as they are
   */
  public record Opened(List<Duty> opened, List<Changed> changed, List<Duty> ended, int kept) {
    public Opened {
      opened = List.copyOf(opened);
      changed = List.copyOf(changed);
      ended = List.copyOf(ended);
    }

    boolean isNothing() {
      return opened.isEmpty() && changed.isEmpty() && ended.isEmpty();
    }
  }

  /**
   * A duty that is asked otherwise by now.
   *
   * @param duty as it stood
   * @param asked what the plan asks of whoever has the sentence
   */
  public record Changed(Duty duty, Duty asked) {}

  /**
   * What opening would do now; empty where there is no such plan, or none of a region that the
   * scope governs.
   */
  @Transactional(readOnly = true)
  public Optional<Opened> check(Scope scope, PlanId plan) {
    return governed(scope, plan).map(read -> differences(scope, read).opened());
  }

  /**
   * Opens what is missing, asks again what had ended because the plan did not have it for a while,
   * says anew what was corrected, and ends what is gone; empty as with {@link #check}.
   */
  @Transactional
  public Optional<Opened> open(Scope scope, PlanId plan) {
    return governed(scope, plan).map(read -> open(scope, read));
  }

  private Optional<PlanDemands> governed(Scope scope, PlanId plan) {
    return demands
        .of(scope, plan, today())
        .filter(read -> regions.governs(scope, read.plan().region()));
  }

  private Opened open(Scope scope, PlanDemands read) {
    Differences differences = differences(scope, read);
    differences.gone().forEach(gone -> duties.end(scope, gone.duty(), gone.why(), gone.whom(), ""));
    differences.back().forEach(duty -> duties.revive(scope, duty));
    Set<DutyId> stirred = restateDuties.restate(scope, differences.restated().values());
    rows.insert(differences.fresh());
    differences.back().forEach(duty -> stirred.add(duty.id()));
    if (!stirred.isEmpty()) {
      events.publishEvent(new DaysChanged(List.copyOf(stirred)));
    }
    rhythms.propose(read);
    Opened opened = differences.opened();
    events.publishEvent(new AskedOtherwise(opened.opened().stream().map(Duty::id).toList()));
    if (!opened.isNothing()) {
      audit.record(
          scope,
          "duty.opened",
          read.plan().id().value().toString(),
          "+%d ~%d -%d"
              .formatted(opened.opened().size(), opened.changed().size(), opened.ended().size()));
    }
    return opened;
  }

  /**
   * New duties with their keys, those that are asked again, those that are gone and those that
   * stand in a list and stay, with what is asked otherwise at their places.
   */
  private record Differences(
      List<DutyRows.Keyed> fresh,
      List<Duty> back,
      Map<SourceRows.Place, Restated> restated,
      List<Gone> gone,
      List<Duty> standing) {

    Opened opened() {
      List<Changed> changed = standing.stream().flatMap(this::changed).toList();
      return new Opened(
          Stream.concat(fresh.stream().map(DutyRows.Keyed::duty), back.stream()).toList(),
          changed,
          gone.stream().map(Gone::ended).toList(),
          standing.size() - changed.size());
    }

    private Stream<Changed> changed(Duty duty) {
      return Optional.ofNullable(restated.get(SourceRows.Place.of(duty.origin()))).stream()
          .map(difference -> new Changed(duty, difference.now()));
    }
  }

  /**
   * A duty that ends.
   *
   * @param whom who has it instead; may be empty
   */
  private record Gone(Duty duty, Ended why, String whom) {
    Duty ended() {
      return new DutyEdit(duty).ended(why).sameVersion();
    }
  }

  private Differences differences(Scope scope, PlanDemands read) {
    Map<String, Duty> wanted = new Listing(scope, read).byKey();
    Map<String, Duty> there = rows.ofPlan(read.plan().id());
    boolean asks = read.plan().life().ceases().filter(day -> !day.isAfter(today())).isEmpty();
    List<DutyRows.Keyed> fresh = asks ? fresh(wanted, there) : List.of();
    Map<String, List<Assignee>> wantedNames = byName(wanted);
    List<Duty> back =
        there.entrySet().stream()
            .filter(each -> asks && each.getValue().ended().equals(Optional.of(Ended.NOT_IN_PLAN)))
            .filter(each -> wantedNames.containsKey(withoutOrganisation(each.getKey())))
            .map(Map.Entry::getValue)
            .toList();
    List<Gone> gone = new ArrayList<>();
    List<Duty> standing = new ArrayList<>();
    there.forEach(
        (key, duty) -> {
          if (duty.ended().isEmpty()) {
            gone(duty, wantedNames.getOrDefault(withoutOrganisation(key), List.of()))
                .ifPresentOrElse(gone::add, () -> standing.add(duty));
          }
        });
    return new Differences(
        fresh, back, RestateDuties.differences(wanted.values(), there.values()), gone, standing);
  }

  private static List<DutyRows.Keyed> fresh(Map<String, Duty> wanted, Map<String, Duty> there) {
    Set<String> assigned =
        there.keySet().stream().map(OpenDuties::withoutOrganisation).collect(toSet());
    return wanted.entrySet().stream()
        .filter(each -> !there.containsKey(each.getKey()))
        .filter(
            each ->
                each.getValue().assignee().id().isPresent() || !assigned.contains(each.getKey()))
        .map(each -> new DutyRows.Keyed(each.getKey(), each.getValue()))
        .toList();
  }

  /** Who is called on by one name in one sentence, by the key without them. */
  private static Map<String, List<Assignee>> byName(Map<String, Duty> wanted) {
    return wanted.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                each -> withoutOrganisation(each.getKey()),
                Collectors.mapping(each -> each.getValue().assignee(), Collectors.toList())));
  }

  /** That a duty ends, where its name is not asked any more, or means organisations by now. */
  private static Optional<Gone> gone(Duty duty, List<Assignee> called) {
    if (called.isEmpty()) {
      return Optional.of(new Gone(duty, Ended.NOT_IN_PLAN, ""));
    }
    String whom =
        called.stream()
            .filter(assignee -> assignee.id().isPresent())
            .map(Assignee::name)
            .collect(Collectors.joining(", "));
    return duty.assignee().id().isEmpty() && !whom.isEmpty()
        ? Optional.of(new Gone(duty, Ended.ASSIGNED, whom))
        : Optional.empty();
  }

  private LocalDate today() {
    return OfficeDay.today(clock);
  }

  /**
   * What says which demand a duty answers, and whose list it is in; the former without the latter.
   */
  private static String key(Demand demand, String organisation) {
    return Stream.of(
            demand.at().entry().toString(),
            demand.at().sentence().map(UUID::toString).orElse("-"),
            demand.role().name(),
            demand.name(),
            organisation)
        .collect(Collectors.joining("|"));
  }

  /** As much of a heading as a list can be narrowed to. */
  static String chapter(String heading) {
    return heading.substring(0, Math.min(LONGEST_CHAPTER, heading.length()));
  }

  static String withoutOrganisation(String key) {
    return key.substring(0, key.lastIndexOf('|') + 1);
  }

  /** The duties that a plan asks for. */
  private final class Listing {

    private final Scope scope;
    private final PlanDemands read;
    private final DueDays days;
    private final Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);

    Listing(Scope scope, PlanDemands read) {
      this.scope = scope;
      this.read = read;
      this.days = new DueDays(read.from(), read.until());
    }

    Map<String, Duty> byKey() {
      Map<String, Duty> byKey = new LinkedHashMap<>();
      Map<String, List<Demand>> bySentence =
          read.demands().stream()
              .collect(
                  Collectors.groupingBy(
                      demand -> demand.at().toString(), LinkedHashMap::new, Collectors.toList()));
      Set<String> inTask = new HashSet<>();
      bySentence
          .values()
          .forEach(
              together -> {
                List<Demand> byWeight = new ArrayList<>(together);
                byWeight.sort(Comparator.comparingInt(demand -> BY_WEIGHT.indexOf(demand.role())));
                byWeight.forEach(demand -> add(demand, byKey, inTask));
              });
      return byKey;
    }

    /**
     * Adds a demand for each who answers, unless the sentence, or for a mere part the task, has it.
     */
    private void add(Demand demand, Map<String, Duty> byKey, Set<String> taken) {
      if (demand.answering().isEmpty()) {
        byKey.put(key(demand, ""), duty(demand, Assignee.named(demand.name())));
      }
      for (Organisation organisation : demand.answering()) {
        String ofTask = demand.at().entry() + " " + organisation.id();
        String ofSentence = demand.at() + " " + organisation.id();
        boolean has =
            demand.role() == NameRole.PARTICIPANT
                ? taken.contains(ofTask)
                : taken.contains(ofSentence);
        if (!has) {
          taken.add(ofTask);
          taken.add(ofSentence);
          byKey.put(
              key(demand, organisation.id().toString()), duty(demand, Assignee.of(organisation)));
        }
      }
    }

    private Duty duty(Demand demand, Assignee assignee) {
      List<DutyTime> times =
          Stream.<DutyTime>concat(
                  demand.times().stream()
                      .map(
                          time ->
                              new DutyTime.Dated(time.notation(), time.words(), time.assumed())),
                  demand.events().stream().map(event -> new DutyTime.OnEvent(event)))
              .toList();
      return new Duty(
          new DutyId(identifiers.next()),
          read.plan().region(),
          new DutyOrigin.OfPlan(read.plan().id(), demand.at(), demand.number(), demand.span()),
          chapter(demand.chapter()),
          demand.heading(),
          demand.sentence(),
          demand.role(),
          demand.name(),
          assignee,
          !demand.inherited(),
          reports(demand),
          String.join("\n", demand.targets()),
          Optional.empty(),
          Optional.empty(),
          times,
          days.of(times),
          1,
          scope.username(),
          now);
    }
  }

  private static boolean reports(Demand demand) {
    return switch (demand.role()) {
      case LEAD -> demand.alone() || demand.place() == 0;
      case RESPONSIBLE, PARTICIPANT -> demand.alone();
      case IMPLEMENTER, ACTOR -> true;
    };
  }
}
