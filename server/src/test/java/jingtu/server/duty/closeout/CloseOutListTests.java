package jingtu.server.duty.closeout;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.PretendOffice;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyFilter;
import jingtu.server.duty.DutyId;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.PlanTakenBack;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.Test;

/** Close-out lists: who sees what of them, what they hang on, and how they stand. */
class CloseOutListTests extends CloseOutDesk {

  @Test
  void anOfficerSeesTheOwnItemsOfAListAndNothingElse() {
    CloseOutList list = list("清零");
    CloseOutItem water = item(list, WATER, "清理河滩堆场");
    CloseOutItem farming = item(list, FARMING, "回收农膜");
    item(list, TOWNSHIP, "拆除料棚");
    CloseOutList others = list("别的清单");
    item(others, FARMING, "回收药瓶");
    Scope officer = office.officer(WATER);

    assertThat(lists.list(officer, Optional.empty())).containsExactly(list);
    assertThat(lists.items(officer, list.id())).containsExactly(water);
    assertThat(lists.findItem(officer, farming.id())).isEmpty();
    assertThat(lists.history(officer, farming.id())).isEmpty();
    assertThat(lists.history(officer, list.id())).isEmpty();
    assertThat(lists.shares(officer, Optional.empty(), DUE)).hasSize(1);
    assertThat(lists.find(officer, others.id())).isEmpty();
    assertThat(lists.items(COORDINATOR, list.id())).hasSize(3);
    assertThat(lists.list(NEIGHBOUR, Optional.empty())).isEmpty();
    assertThat(lists.list(PretendOffice.coordinator(PretendOffice.CITY), Optional.empty()))
        .contains(list, others);
    assertThat(lists.items(PretendOffice.coordinator(PretendOffice.TOWNSHIP), list.id()))
        .extracting(item -> item.entry().task())
        .containsExactly("拆除料棚");
    assertThat(
            keepItems.add(
                PretendOffice.coordinator(PretendOffice.TOWNSHIP),
                list.id(),
                entry("混进来"),
                office.organisation(TOWNSHIP).id()))
        .isInstanceOf(ItemOutcome.NotYours.class);
  }

  @Test
  void aListHangsOnASentenceWhichOutlivesItsPlan() {
    PlanId plan = office.plan("挂单");
    Duty duty =
        duties
            .all(
                COORDINATOR,
                new DutyFilter(Optional.of(plan), Optional.empty(), Optional.empty(), false, ""))
            .getFirst();
    CloseOutList list = made(keepLists.make(COORDINATOR, wanted("清零", Optional.of(duty.id()))));

    assertThat(lists.list(COORDINATOR, Optional.of(duty.id()))).containsExactly(list);
    assertThat(lists.list(COORDINATOR, Optional.of(new DutyId(new UUID(0, 1))))).isEmpty();
    assertThat(keepLists.make(COORDINATOR, wanted("清零", Optional.of(new DutyId(new UUID(0, 1))))))
        .isInstanceOf(ListOutcome.Faulty.class);

    events.publishEvent(new PlanTakenBack(plan));

    assertThat(duties.find(COORDINATOR, duty.id()).orElseThrow().sentence())
        .isEqualTo(duty.sentence());
  }

  @Test
  void aChangedListSaysWhatItWasAndTheSecondEditorIsTold() {
    CloseOutList list = list("清零");
    Targets later = new Targets(List.of(new Milestone(DUE.plusDays(30), 50)));
    CloseOutList changed =
        made(
            keepLists.change(
                COORDINATOR,
                list.id(),
                1,
                new KeepCloseOutLists.Wanted("堆场清零", Optional.empty(), later)));

    assertThat(lists.find(COORDINATOR, list.id())).contains(changed);
    assertThat(lists.history(COORDINATOR, list.id()))
        .extracting(change -> change.field() + ": " + change.before() + " -> " + change.after())
        .containsExactlyInAnyOrder(
            "name: 清零 -> 堆场清零",
            "targets: 2026-06-30 60 %; 2026-12-31 100 % -> 2026-07-30 50 %",
            ":  -> ");
    assertThat(keepLists.change(COORDINATOR, list.id(), 1, wanted("清零", Optional.empty())))
        .isEqualTo(new ListOutcome.Stale(changed));
    assertThat(keepLists.change(NEIGHBOUR, list.id(), 2, wanted("清零", Optional.empty())))
        .isInstanceOf(ListOutcome.Unknown.class);
  }

  @Test
  void theRateMovesAndIsHeldAgainstThePercentages() {
    CloseOutList list = list("清零");
    for (int i = 0; i < 7; i++) {
      add(list, entry("任务" + i));
    }
    List<CloseOutItem> items = lists.items(COORDINATOR, list.id());
    for (CloseOutItem item : items.subList(0, 4)) {
      struckOff(item);
    }
    assertThat(standing(list)).isEqualTo("RUNNING 5 1, RUNNING 7 3");
    turnTo(DUE.plusDays(1));
    assertThat(standing(list)).isEqualTo("MISSED 5 1, RUNNING 7 3");
    CloseOutItem fifth = struckOff(items.get(4));
    assertThat(standing(list)).isEqualTo("CAUGHT_UP 5 0, RUNNING 7 2");
    strikeOff.reopen(COORDINATOR, fifth.id(), fifth.version(), "回潮");
    assertThat(standing(list)).isEqualTo("MISSED 5 1, RUNNING 7 3");
  }

  @Test
  void whoOwesItemsAndWhoKeepsTheListSeeHowItStands() {
    CloseOutList list = list("清零");
    CloseOutItem water = item(list, WATER, "清理河滩堆场");
    submitted(item(list, FARMING, "回收农膜"), FARMING);
    list("还没有条目");

    CloseOutGlance own =
        new CloseOutGlance(list.id(), "清零", 1, 0, 0, Optional.of(DUE), Optional.empty());
    assertThat(glances.ofOrganisation(office.officer(WATER), water())).containsExactly(own);
    assertThat(glances.ofOrganisation(COORDINATOR, water())).containsExactly(own);
    assertThat(glances.ofOrganisation(office.officer(FARMING), office.organisation(FARMING).id()))
        .isEmpty();
    assertThat(glances.kept(COORDINATOR))
        .containsExactly(
            new CloseOutGlance(
                list.id(),
                "清零",
                1,
                0,
                1,
                Optional.of(DUE),
                Optional.of(
                    new TargetStanding(
                        TARGETS.milestones().getFirst(), TargetStanding.State.RUNNING, 2, 2, 29))));
    assertThat(glances.kept(office.officer(WATER))).isEmpty();
    assertThat(glances.kept(NEIGHBOUR)).isEmpty();

    turnTo(DUE.plusDays(1));
    assertThat(glances.ofOrganisation(office.officer(WATER), water()))
        .containsExactly(
            new CloseOutGlance(list.id(), "清零", 1, 1, 0, Optional.of(DUE), Optional.empty()));
    struckOff(water);
    assertThat(glances.ofOrganisation(office.officer(WATER), water())).isEmpty();
    assertThat(glances.kept(COORDINATOR))
        .singleElement()
        .satisfies(
            glance -> {
              assertThat(glance.nearest()).isEmpty();
              assertThat(glance.submitted()).isEqualTo(1);
              assertThat(glance.target().orElseThrow().lacking()).isEqualTo(1);
            });
  }
}
