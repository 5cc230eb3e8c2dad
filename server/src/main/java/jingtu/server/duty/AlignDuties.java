package jingtu.server.duty;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jingtu.server.audit.Audit;
import jingtu.server.scope.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings duties in line with what a document or a register asks now: adds what is missing, says
 * anew what was said otherwise, ends what is gone, and takes up again what was ended for that
 * reason. What people decided (who has it, whether it is asked about, what was handed down) stays.
 */
@Component
class AlignDuties {

  private final DutyRows rows;
  private final SourceRows sources;
  private final Duties duties;
  private final ApplicationEventPublisher events;
  private final Audit audit;

  AlignDuties(
      DutyRows rows,
      SourceRows sources,
      Duties duties,
      ApplicationEventPublisher events,
      Audit audit) {
    this.rows = rows;
    this.sources = sources;
    this.duties = duties;
    this.events = events;
    this.audit = audit;
  }

  /**
   * Brings them in line, in the transaction of whoever changed the document or the record.
   *
   * @param subject what the audit says it was about
   * @param wanted what is asked now, each by its key, whose last part is the organisation
   * @param there the duties of the same document or records, ended ones too, by their keys
   * @param why a duty that is not wanted ends
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void align(
      Scope scope,
      String subject,
      Map<String, Duty> wanted,
      Map<String, Duty> there,
      Function<Duty, Ended> why) {
    Set<DutyId> stirred = new LinkedHashSet<>();
    int opened = open(scope, wanted, there, stirred);
    int restated = restate(wanted, there, stirred);
    int ended = end(scope, wanted, there, why);
    if (!stirred.isEmpty()) {
      events.publishEvent(new DaysChanged(List.copyOf(stirred)));
    }
    if (opened + restated + ended > 0) {
      audit.record(scope, "duty.followed", subject, "+" + opened + " ~" + restated + " -" + ended);
    }
  }

  private int open(
      Scope scope, Map<String, Duty> wanted, Map<String, Duty> there, Set<DutyId> stirred) {
    Set<String> given = prefixes(there);
    List<DutyRows.Keyed> fresh = new ArrayList<>();
    List<Duty> revived = new ArrayList<>();
    wanted.forEach(
        (key, duty) -> {
          Duty known = there.get(key);
          if (known != null) {
            known.ended().filter(AlignDuties::mayReturn).ifPresent(reason -> revived.add(known));
          } else if (duty.assignee().id().isPresent()
              || !given.contains(OpenDuties.withoutOrganisation(key))) {
            fresh.add(new DutyRows.Keyed(key, duty));
          }
        });
    rows.insert(fresh);
    revived.forEach(
        duty -> {
          stirred.add(duty.id());
          duties.write(
              scope,
              duty,
              new Duties.Alteration(
                  "ended", duty.ended().map(Ended::name).orElse(""), "", "", DutyEdit::revived));
        });
    return fresh.size() + revived.size();
  }

  private static boolean mayReturn(Ended reason) {
    return reason == Ended.NOT_ASKED || reason == Ended.DONE;
  }

  /** What many organisations are asked stands once, so it is said anew once. */
  private int restate(Map<String, Duty> wanted, Map<String, Duty> there, Set<DutyId> stirred) {
    Map<String, Duty> byPrefix = new HashMap<>();
    there.forEach(
        (key, duty) ->
            byPrefix.merge(
                OpenDuties.withoutOrganisation(key),
                duty,
                (one, other) -> one.ended().isEmpty() ? one : other));
    Set<SourceRows.Place> said = new HashSet<>();
    wanted.forEach(
        (key, duty) -> {
          Duty known = byPrefix.get(OpenDuties.withoutOrganisation(key));
          if (known != null
              && !asksTheSame(known, duty)
              && said.add(SourceRows.Place.of(duty.origin()))) {
            stirred.addAll(sources.restate(known.id(), duty));
          }
        });
    return said.size();
  }

  private static boolean asksTheSame(Duty one, Duty other) {
    return one.sentence().equals(other.sentence())
        && one.origin().equals(other.origin())
        && one.heading().equals(other.heading())
        && one.chapter().equals(other.chapter())
        && one.standard().equals(other.standard())
        && one.times().equals(other.times())
        && one.due().equals(other.due());
  }

  private int end(
      Scope scope, Map<String, Duty> wanted, Map<String, Duty> there, Function<Duty, Ended> why) {
    Map<String, List<Map.Entry<String, Duty>>> byPrefix =
        wanted.entrySet().stream()
            .collect(groupingBy(each -> OpenDuties.withoutOrganisation(each.getKey())));
    int ended = 0;
    for (Map.Entry<String, Duty> each : there.entrySet()) {
      Duty duty = each.getValue();
      List<Map.Entry<String, Duty>> asked =
          byPrefix.getOrDefault(OpenDuties.withoutOrganisation(each.getKey()), List.of());
      Optional<String> settled =
          duty.assignee().id().isPresent()
              ? Optional.empty()
              : asked.stream()
                  .map(other -> other.getValue().assignee())
                  .filter(assignee -> assignee.id().isPresent())
                  .map(Assignee::name)
                  .findFirst();
      if (duty.ended().isEmpty() && (asked.isEmpty() || settled.isPresent())) {
        duties.end(
            scope,
            duty,
            settled.isPresent() ? Ended.ASSIGNED : why.apply(duty),
            settled.orElse(""),
            "");
        ended++;
      }
    }
    return ended;
  }

  private static Set<String> prefixes(Map<String, Duty> there) {
    return there.keySet().stream().map(OpenDuties::withoutOrganisation).collect(toSet());
  }
}
