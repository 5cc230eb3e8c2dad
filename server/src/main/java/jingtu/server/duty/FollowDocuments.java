package jingtu.server.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import jingtu.server.organisation.Organisation;
import jingtu.server.plan.DocumentWorkChanged;
import jingtu.server.plan.demand.Demand;
import jingtu.server.plan.demand.DocumentDemands;
import jingtu.server.plan.demand.DocumentDemands.DocumentDemand;
import jingtu.server.plan.demand.DocumentDemands.OfDocument;
import jingtu.server.plan.resolution.NameRole;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a duty for each item of a notice, a meeting or an inspection, in the transaction that
 * changes the document. Each item is asked of its own organisation, which reports on it; those who
 * only take part do not.
 */
@Component
class FollowDocuments {

  private static final Logger LOG = LoggerFactory.getLogger(FollowDocuments.class);
  private static final String NOTHING = "";

  private final DocumentDemands demands;
  private final AlignDuties alignDuties;
  private final DutyRows rows;
  private final Identifiers identifiers;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final AtomicReference<LocalDate> lookedOn = new AtomicReference<>(LocalDate.MIN);

  FollowDocuments(
      DocumentDemands demands,
      AlignDuties alignDuties,
      DutyRows rows,
      Identifiers identifiers,
      TransactionTemplate transaction,
      Clock clock) {
    this.demands = demands;
    this.alignDuties = alignDuties;
    this.rows = rows;
    this.identifiers = identifiers;
    this.transaction = transaction;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void changed(DocumentWorkChanged changed) {
    follow(changed.document());
  }

  /**
   * Soon after the start, and then every hour, asks whether another day has begun: names may mean
   * others by now, and documents may be older than their duties. One that fails leaves the others
   * alone, and is looked through again an hour later.
   */
  @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void dayBegins() {
    LocalDate today = OfficeDay.today(clock);
    if (today.equals(lookedOn.get())) {
      return;
    }
    boolean whole = true;
    for (UUID document : demands.documents(SystemScope.SYSTEM)) {
      try {
        transaction.executeWithoutResult(status -> follow(document));
      } catch (RuntimeException failure) {
        whole = false;
        LOG.warn("cannot follow document {}", document, failure);
      }
    }
    if (whole) {
      lookedOn.set(today);
    }
  }

  private void follow(UUID document) {
    Optional<OfDocument> read = demands.of(SystemScope.SYSTEM, document, OfficeDay.today(clock));
    alignDuties.align(
        SystemScope.SYSTEM,
        document.toString(),
        read.map(this::wanted).orElseGet(Map::of),
        rows.ofDocument(document),
        duty -> Ended.NOT_ASKED);
  }

  private Map<String, Duty> wanted(OfDocument document) {
    Map<String, Duty> wanted = new LinkedHashMap<>();
    for (DocumentDemand demand : document.demands()) {
      if (demand.answering().isEmpty()) {
        wanted.put(key(demand, NOTHING), duty(document, demand, Assignee.named(demand.name())));
      }
      for (Organisation organisation : demand.answering()) {
        wanted.put(
            key(demand, organisation.id().toString()),
            duty(document, demand, Assignee.of(organisation)));
      }
    }
    return wanted;
  }

  private static String key(DocumentDemand demand, String organisation) {
    return String.join(
        "|", List.of(demand.item().toString(), demand.role().name(), demand.name(), organisation));
  }

  private Duty duty(OfDocument document, DocumentDemand demand, Assignee assignee) {
    Scope scope = SystemScope.SYSTEM;
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = OfficeDay.today(clock);
    List<DutyTime> times = demand.times().stream().map(FollowDocuments::time).toList();
    return new Duty(
        new DutyId(identifiers.next()),
        document.region(),
        new DutyOrigin.OfDocument(
            document.document(), demand.item(), document.plan(), demand.number()),
        OpenDuties.chapter(document.title()),
        document.title(),
        demand.words(),
        demand.role(),
        demand.name(),
        assignee,
        true,
        demand.role() != NameRole.PARTICIPANT,
        demand.standard(),
        Optional.empty(),
        Optional.empty(),
        times,
        new DueDays(today, today).of(times),
        1,
        scope.username(),
        now);
  }

  private static DutyTime time(Demand.Time time) {
    return new DutyTime.Dated(time.notation(), time.words(), time.assumed());
  }
}
