package jingtu.server.duty.closeout;

import static jingtu.server.duty.DutyOffice.COORDINATOR;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.PretendOffice;
import jingtu.server.TurnableClock;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.duty.Duties;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.WholeDuty;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A desk at which lists are made and items struck off, on a day of June. */
@WholeDuty
@Transactional
abstract class CloseOutDesk {

  static final String WATER = "禾汀县水利局";
  static final String FARMING = "禾汀县农业农村局";
  static final String TOWNSHIP = "石漪镇人民政府";
  static final LocalDate DUE = LocalDate.of(2026, 6, 30);
  static final Targets TARGETS =
      new Targets(List.of(new Milestone(DUE, 60), new Milestone(LocalDate.of(2026, 12, 31), 100)));
  static final Scope NEIGHBOUR = PretendOffice.coordinator(PretendOffice.NEIGHBOUR);

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired CloseOutLists lists;
  @Autowired KeepCloseOutLists keepLists;
  @Autowired KeepItems keepItems;
  @Autowired StrikeOff strikeOff;
  @Autowired CloseOutGlances glances;
  @Autowired Evidence evidence;
  @Autowired Duties duties;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;

  private final Instant start = Instant.parse("2026-03-02T01:00:00Z");

  @BeforeEach
  void june() {
    turnTo(LocalDate.of(2026, 6, 1));
  }

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), start));
  }

  String standing(CloseOutList list) {
    LocalDate today = OfficeDay.today(clock);
    CloseOutTally tally =
        CloseOutLists.byList(lists.shares(COORDINATOR, Optional.of(list.id()), today))
            .getOrDefault(list.id(), CloseOutTally.NONE);
    return String.join(
        ", ",
        list.targets().standings(tally, today).stream()
            .map(each -> each.state() + " " + each.needed() + " " + each.lacking())
            .toList());
  }

  CloseOutItem struckOff(CloseOutItem item) {
    return done(strikeOff.strikeOff(COORDINATOR, item.id(), submitted(item, WATER).version()));
  }

  CloseOutItem submitted(CloseOutItem item, String by) {
    return done(strikeOff.submit(office.officer(by), item.id(), item.version(), said("")));
  }

  static CloseOutSubmission said(String toldBy) {
    return new CloseOutSubmission("已清运覆土", List.of(), toldBy);
  }

  CloseOutList list(String name) {
    return made(keepLists.make(COORDINATOR, wanted(name, Optional.empty())));
  }

  static KeepCloseOutLists.Wanted wanted(String name, Optional<DutyId> duty) {
    return new KeepCloseOutLists.Wanted(name, duty, TARGETS);
  }

  CloseOutItem item(CloseOutList list, String whose, String task) {
    return done(
        keepItems.add(COORDINATOR, list.id(), entry(task), office.organisation(whose).id()));
  }

  void add(CloseOutList list, CloseOutEntry entry) {
    done(keepItems.add(COORDINATOR, list.id(), entry, water()));
  }

  UUID water() {
    return office.organisation(WATER).id();
  }

  static CloseOutEntry entry(String task) {
    return new CloseOutEntry("", task, "", "程某", "", Optional.of(DUE), "");
  }

  static CloseOutItem done(ItemOutcome outcome) {
    if (outcome instanceof ItemOutcome.Done(CloseOutItem item)) {
      return item;
    }
    throw new AssertionError(outcome.toString());
  }

  static CloseOutList made(ListOutcome outcome) {
    if (outcome instanceof ListOutcome.Done(CloseOutList list)) {
      return list;
    }
    throw new AssertionError(outcome.toString());
  }

  static List<String> fields(ItemOutcome outcome) {
    if (outcome instanceof ItemOutcome.Faulty(List<Finding> findings)) {
      return findings.stream().map(Finding::place).toList();
    }
    throw new AssertionError(outcome.toString());
  }

  void turnTo(LocalDate day) {
    Instant morning = day.atTime(9, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), morning));
  }
}
