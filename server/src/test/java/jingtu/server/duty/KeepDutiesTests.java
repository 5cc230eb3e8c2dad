package jingtu.server.duty;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.Organisation;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.resolution.NameRole;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** What the coordinator decides of the duties of a plan, and nobody else. */
@WholeDuty
@Transactional
class KeepDutiesTests {

  @Autowired DutyOffice office;
  @Autowired KeepDuties keepDuties;
  @Autowired OpenDuties openDuties;
  @Autowired Duties duties;

  @Test
  void whatSleepsIsWokenByWhoeverKeepsIt() {
    PlanId plan = office.plan("甲");
    List<DutyId> asleep = ids(duties.all(COORDINATOR, DutyFilter.of(plan).thatSleep()));
    Scope township = office.officer("石漪镇人民政府");

    assertThat(keepDuties.wake(township, asleep, true)).isEmpty();
    assertThat(keepDuties.wake(PretendOffice.coordinator(PretendOffice.TOWNSHIP), asleep, true))
        .isEmpty();
    assertThat(keepDuties.wake(COORDINATOR, asleep, true)).hasSize(2);

    assertThat(duties.all(COORDINATOR, DutyFilter.of(plan).thatSleep())).isEmpty();
    assertThat(duties.all(township, DutyFilter.of(plan))).hasSize(4);
    assertThat(duties.history(COORDINATOR, asleep.getFirst()))
        .extracting(DutyChange::what, DutyChange::before, DutyChange::after)
        .containsExactly(tuple("awake", "false", "true"));
    assertThat(keepDuties.wake(COORDINATOR, asleep, true)).isEmpty();
    assertThat(keepDuties.wake(COORDINATOR, asleep, false)).hasSize(2);
  }

  @Test
  void whoReportsIsChangedFromTheVersionThatWasSeen() {
    Duty second =
        duties.all(COORDINATOR, DutyFilter.of(office.plan("甲"))).stream()
            .filter(duty -> duty.role() == NameRole.LEAD && !duty.reports())
            .findFirst()
            .orElseThrow();

    assertThat(keepDuties.reports(COORDINATOR, second.id(), 1, true))
        .isInstanceOfSatisfying(
            DutyOutcome.Changed.class, changed -> assertThat(changed.duty().reports()).isTrue());
    assertThat(keepDuties.reports(COORDINATOR, second.id(), 1, false))
        .isInstanceOfSatisfying(
            DutyOutcome.Stale.class, stale -> assertThat(stale.now().version()).isEqualTo(2));
    assertThat(keepDuties.reports(office.officer("禾汀县农业农村局"), second.id(), 2, false))
        .isInstanceOf(DutyOutcome.NotYours.class);
    assertThat(
            keepDuties.reports(
                PretendOffice.coordinator(PretendOffice.NEIGHBOUR), second.id(), 2, false))
        .isInstanceOf(DutyOutcome.Unknown.class);
  }

  @Test
  void aNameThatTheDirectoryDoesNotKnowIsGivenToThoseWhomItMeans() {
    PlanId plan = office.plan("甲");
    String members = "县土壤污染防治领导小组成员单位";
    Set<Organisation> whom = Set.of(office.organisation("禾汀县财政局"), office.organisation("禾汀县水利局"));

    assertThat(keepDuties.assign(office.officer("禾汀县财政局"), plan, members, whom)).isEmpty();
    assertThat(keepDuties.assign(COORDINATOR, plan, members, whom))
        .extracting(duty -> duty.assignee().name())
        .containsExactlyInAnyOrder("禾汀县财政局", "禾汀县水利局");

    List<Duty> named =
        duties.all(COORDINATOR, DutyFilter.of(plan)).stream()
            .filter(duty -> duty.printedName().equals(members))
            .toList();
    assertThat(named).extracting(duty -> duty.assignee().id().isPresent()).containsOnly(true);
    assertThat(named).hasSize(2).allSatisfy(duty -> assertThat(duty.due()).hasSize(22));
    assertThat(keepDuties.assign(COORDINATOR, plan, members, whom)).isEmpty();
    assertThat(openDuties.open(COORDINATOR, plan).orElseThrow().opened()).isEmpty();
  }

  private static List<DutyId> ids(List<Duty> duties) {
    return duties.stream().map(Duty::id).toList();
  }
}
