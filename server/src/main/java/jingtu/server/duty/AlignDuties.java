package jingtu.server.duty;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jingtu.server.audit.Audit;
import jingtu.server.duty.RestateDuties.Restated;
import jingtu.server.scope.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings duties in line with what a document or a register asks now: adds what is missing, says
 * anew what was said otherwise, ends what is gone, and takes up again what was ended for that
 * reason. Whoever has a duty because the office passed it on keeps it, and gets it back. Parts that
 * ended with their duty are not taken up again; they are handed down anew.
 */
@Component
class AlignDuties {

  private final DutyRows rows;
  private final RestateDuties restateDuties;
  private final Duties duties;
  private final ApplicationEventPublisher events;
  private final Audit audit;

  AlignDuties(
      DutyRows rows,
      RestateDuties restateDuties,
      Duties duties,
      ApplicationEventPublisher events,
      Audit audit) {
    this.rows = rows;
    this.restateDuties = restateDuties;
    this.duties = duties;
    this.events = events;
    this.audit = audit;
  }

  /** A duty with its key. */
  private record Entry(String key, Duty duty) {}

  /** What is asked of one name and what stands of it, whoever has it. */
  private record Group(List<Entry> wanted, List<Entry> there) {

    /** The office decided who has it. */
    boolean isPassedOn() {
      return there.stream().anyMatch(entry -> endedAs(entry.duty(), Ended.PASSED_ON));
    }

    boolean wants(String key) {
      return wanted.stream().anyMatch(entry -> entry.key().equals(key));
    }

    /** The organisation that the name is known to mean by now. */
    Optional<String> settled() {
      return wanted.stream()
          .map(entry -> entry.duty().assignee())
          .filter(assignee -> assignee.id().isPresent())
          .map(Assignee::name)
          .findFirst();
    }
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
    List<DutyRows.Keyed> fresh = new ArrayList<>();
    List<Duty> revived = new ArrayList<>();
    int ended = 0;
    for (Group group : groups(wanted, there)) {
      group.wanted().stream()
          .filter(entry -> !there.containsKey(entry.key()))
          .forEach(entry -> fresh.add(new DutyRows.Keyed(entry.key(), entry.duty())));
      group.there().stream()
          .filter(entry -> returns(group, entry))
          .forEach(entry -> revived.add(entry.duty()));
      for (Entry entry : group.there()) {
        ended += end(scope, group, entry, why) ? 1 : 0;
      }
    }
    revived.forEach(duty -> duties.revive(scope, duty));
    Set<DutyId> stirred = new LinkedHashSet<>();
    revived.forEach(duty -> stirred.add(duty.id()));
    Collection<Restated> restated =
        RestateDuties.differences(wanted.values(), there.values()).values();
    stirred.addAll(restateDuties.restate(scope, restated));
    rows.insert(fresh);
    events.publishEvent(new AskedOtherwise(fresh.stream().map(each -> each.duty().id()).toList()));
    if (!stirred.isEmpty()) {
      events.publishEvent(new DaysChanged(List.copyOf(stirred)));
    }
    if (fresh.size() + revived.size() + restated.size() + ended > 0) {
      audit.record(
          scope,
          "duty.followed",
          subject,
          "+" + (fresh.size() + revived.size()) + " ~" + restated.size() + " -" + ended);
    }
  }

  private static List<Group> groups(Map<String, Duty> wanted, Map<String, Duty> there) {
    Map<String, List<Entry>> asked = byPrefix(wanted);
    Map<String, List<Entry>> standing = byPrefix(there);
    Set<String> prefixes = new LinkedHashSet<>(asked.keySet());
    prefixes.addAll(standing.keySet());
    return prefixes.stream()
        .map(
            prefix ->
                new Group(
                    asked.getOrDefault(prefix, List.of()),
                    standing.getOrDefault(prefix, List.of())))
        .toList();
  }

  private static Map<String, List<Entry>> byPrefix(Map<String, Duty> duties) {
    return duties.entrySet().stream()
        .map(each -> new Entry(each.getKey(), each.getValue()))
        .collect(groupingBy(entry -> OpenDuties.withoutOrganisation(entry.key())));
  }

  /** Whether a duty that ended with its source is asked again, of whoever had it then. */
  private static boolean returns(Group group, Entry entry) {
    boolean gone =
        Set.of(Ended.NOT_ASKED, Ended.DONE, Ended.LAPSED).stream()
            .anyMatch(reason -> endedAs(entry.duty(), reason));
    boolean settled = endedAs(entry.duty(), Ended.ASSIGNED);
    return group.wants(entry.key())
        ? gone || settled
        : gone && group.isPassedOn() && !group.wanted().isEmpty();
  }

  private static boolean endedAs(Duty duty, Ended reason) {
    return duty.ended().filter(reason::equals).isPresent();
  }

  private boolean end(Scope scope, Group group, Entry entry, Function<Duty, Ended> why) {
    Duty duty = entry.duty();
    boolean stays = group.wants(entry.key()) || (!group.wanted().isEmpty() && group.isPassedOn());
    if (duty.ended().isPresent() || stays) {
      return false;
    }
    Optional<String> settled =
        duty.assignee().id().isPresent() ? Optional.empty() : group.settled();
    duties.end(
        scope,
        duty,
        settled.isPresent() ? Ended.ASSIGNED : why.apply(duty),
        settled.orElse(""),
        "");
    return true;
  }
}
