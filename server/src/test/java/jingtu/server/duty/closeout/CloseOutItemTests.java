package jingtu.server.duty.closeout;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.PretendOffice;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.duty.DutyOffice;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import org.junit.jupiter.api.Test;

/** Items of close-out lists, from being put on one to being struck off, and back only visibly. */
class CloseOutItemTests extends CloseOutDesk {

  @Test
  void anItemGoesFromOpenToStruckOffAndBackOnlyVisibly() {
    CloseOutList list = list("堆场清零");
    CloseOutItem open = item(list, WATER, "清理河滩堆场");
    assertThat(open.entry().number()).isEqualTo("1");

    CloseOutItem submitted = submitted(open, WATER);
    assertThat(submitted.state()).isEqualTo(CloseOutState.SUBMITTED);
    CloseOutItem returned =
        done(strikeOff.giveBack(COORDINATOR, open.id(), submitted.version(), "没有照片"));
    assertThat(returned.state()).isEqualTo(CloseOutState.OPEN);
    assertThat(returned.backReason()).isEqualTo("没有照片");

    CloseOutItem again = submitted(returned, WATER);
    assertThat(again.backReason()).isEmpty();
    CloseOutItem struck = done(strikeOff.strikeOff(COORDINATOR, open.id(), again.version()));
    assertThat(struck.struckOffOn()).contains(LocalDate.of(2026, 6, 1));

    CloseOutItem reopened = done(strikeOff.reopen(COORDINATOR, open.id(), struck.version(), "回潮"));
    assertThat(reopened.state()).isEqualTo(CloseOutState.OPEN);
    assertThat(reopened.struckOffOn()).isEmpty();
    assertThat(reopened.reopened()).isEqualTo(1);
    assertThat(lists.history(COORDINATOR, open.id()))
        .extracting(change -> change.what() + " " + change.why() + change.said().words())
        .containsExactly(
            "REOPENED 回潮",
            "STRUCK_OFF ",
            "SUBMITTED 已清运覆土",
            "RETURNED 没有照片",
            "SUBMITTED 已清运覆土",
            "ADDED ");
  }

  @Test
  void nobodyButTheOrganisationOfAnItemSubmitsItAndNobodyButTheKeeperStrikesOff() {
    CloseOutItem open = item(list("清零"), WATER, "清理河滩堆场");
    Scope water = office.officer(WATER);

    assertThat(strikeOff.submit(office.officer(FARMING), open.id(), 1, said("")))
        .isInstanceOf(ItemOutcome.Unknown.class);
    assertThat(strikeOff.submit(COORDINATOR, open.id(), 1, said("")))
        .isInstanceOf(ItemOutcome.Faulty.class);
    assertThat(strikeOff.submit(NEIGHBOUR, open.id(), 1, said("电话")))
        .isInstanceOf(ItemOutcome.Unknown.class);
    assertThat(strikeOff.submit(water, open.id(), 1, said("自己代自己")))
        .isInstanceOf(ItemOutcome.NotYours.class);

    CloseOutItem submitted = submitted(open, WATER);
    assertThat(strikeOff.strikeOff(water, open.id(), submitted.version()))
        .isInstanceOf(ItemOutcome.NotYours.class);
    assertThat(strikeOff.giveBack(water, open.id(), submitted.version(), "看错"))
        .isInstanceOf(ItemOutcome.NotYours.class);
    assertThat(strikeOff.strikeOff(NEIGHBOUR, open.id(), submitted.version()))
        .isInstanceOf(ItemOutcome.Unknown.class);
    CloseOutItem struck = done(strikeOff.strikeOff(COORDINATOR, open.id(), submitted.version()));
    assertThat(strikeOff.reopen(water, open.id(), struck.version(), "看错"))
        .isInstanceOf(ItemOutcome.NotYours.class);
    assertThat(keepItems.edit(COORDINATOR, open.id(), struck.version(), entry("另一件事")))
        .isInstanceOf(ItemOutcome.OutOfTurn.class);
  }

  @Test
  void whoKeepsTheListWritesDownWhatWasToldAndByWhom() {
    CloseOutItem open = item(list("清零"), WATER, "清理河滩堆场");
    CloseOutItem submitted = done(strikeOff.submit(COORDINATOR, open.id(), 1, said("水利局值班室，电话")));
    assertThat(submitted.said().toldBy()).isEqualTo("水利局值班室，电话");
  }

  @Test
  void theSecondEditorIsToldWhatTheFirstChanged() {
    CloseOutItem open = item(list("清零"), WATER, "清理河滩堆场");
    CloseOutEntry other =
        new CloseOutEntry("", "清理河滩堆场并覆土", "", "程某", "0000-0001", Optional.of(DUE), "");
    CloseOutItem edited = done(keepItems.edit(COORDINATOR, open.id(), 1, other));
    assertThat(edited.entry().number()).isEqualTo("1");

    ItemOutcome outcome = keepItems.edit(COORDINATOR, open.id(), 1, entry("清理河滩"));

    assertThat(outcome).isInstanceOf(ItemOutcome.Stale.class);
    ItemOutcome.Stale stale = (ItemOutcome.Stale) outcome;
    assertThat(stale.now()).isEqualTo(edited);
    assertThat(stale.since())
        .extracting(change -> change.field() + ": " + change.before() + " -> " + change.after())
        .containsExactlyInAnyOrder("task: 清理河滩堆场 -> 清理河滩堆场并覆土", "telephone:  -> 0000-0001");
    assertThat(strikeOff.submit(office.officer(WATER), open.id(), 1, said("")))
        .isInstanceOf(ItemOutcome.Stale.class);
  }

  @Test
  void anItemIsPassedOnForAReason() {
    CloseOutItem open = item(list("清零"), WATER, "清理河滩堆场");
    UUID farming = office.organisation(FARMING).id();

    assertThat(fields(keepItems.transfer(COORDINATOR, open.id(), 1, farming, "", "", "职能划转")))
        .containsExactly("person");
    assertThat(fields(keepItems.transfer(COORDINATOR, open.id(), 1, farming, "田某", "", " ")))
        .containsExactly("why");
    assertThat(
            fields(
                keepItems.transfer(
                    COORDINATOR, open.id(), 1, open.organisation(), "田某", "", "职能划转")))
        .containsExactly("organisation");
    CloseOutItem passed =
        done(keepItems.transfer(COORDINATOR, open.id(), 1, farming, "田某", "", "职能划转"));

    assertThat(passed.organisation()).isEqualTo(farming);
    assertThat(lists.findItem(office.officer(WATER), open.id())).isEmpty();
    assertThat(lists.history(office.officer(FARMING), open.id()))
        .anySatisfy(
            change -> {
              assertThat(change.field()).isEqualTo("organisation");
              assertThat(change.before() + " -> " + change.after())
                  .isEqualTo(WATER + " -> " + FARMING);
              assertThat(change.why()).isEqualTo("职能划转");
            });
    CloseOutItem submitted = submitted(passed, FARMING);
    assertThat(
            keepItems.transfer(
                COORDINATOR,
                open.id(),
                submitted.version(),
                office.organisation(WATER).id(),
                "程某",
                "",
                "退给原单位"))
        .isInstanceOf(ItemOutcome.OutOfTurn.class);
  }

  @Test
  void whatWasNeverSubmittedIsTakenOffForAReasonAndTheRestStays() {
    CloseOutList list = list("清零");
    CloseOutItem twice = item(list, WATER, "清理河滩堆场");
    CloseOutItem kept = submitted(item(list, WATER, "清理河滩"), WATER);

    assertThat(fields(keepItems.remove(COORDINATOR, twice.id(), 1, ""))).containsExactly("why");
    done(keepItems.remove(COORDINATOR, twice.id(), 1, "重复"));
    CloseOutItem back = done(strikeOff.giveBack(COORDINATOR, kept.id(), kept.version(), "没有照片"));
    assertThat(keepItems.remove(COORDINATOR, kept.id(), back.version(), "不要了"))
        .isInstanceOf(ItemOutcome.OutOfTurn.class);

    assertThat(lists.items(COORDINATOR, list.id())).containsExactly(back);
    assertThat(lists.history(COORDINATOR, list.id()))
        .extracting(change -> change.what() + " " + change.number() + " " + change.why())
        .containsExactly("REMOVED 1 重复", "MADE  ");
    assertThat(keepLists.remove(COORDINATOR, list.id(), 1))
        .isEqualTo(new ListOutcome.NotEmpty(list, 1));
  }

  @Test
  void numbersAreUniqueAndStandInTheirOrder() {
    CloseOutList list = list("清零");
    for (String number : List.of("10", "2", "A-2", "A-10")) {
      add(list, entry("任务" + number).numbered(number));
    }
    assertThat(fields(keepItems.add(COORDINATOR, list.id(), entry("重").numbered("002"), water())))
        .containsExactly("number");
    add(list, entry("接着编"));
    assertThat(lists.items(COORDINATOR, list.id()))
        .extracting(item -> item.entry().number())
        .containsExactly("2", "10", "11", "A-2", "A-10");
  }

  @Test
  void whatIsMissingInAnItemIsToldByItsField() {
    CloseOutList list = list("清零");
    CloseOutEntry empty = new CloseOutEntry("", " ", "", "", "12", Optional.empty(), "");
    assertThat(fields(keepItems.add(COORDINATOR, list.id(), empty, new UUID(0, 7))))
        .containsExactlyInAnyOrder("task", "person", "telephone", "due", "organisation");
    assertThat(
            keepLists.make(
                COORDINATOR, new KeepCloseOutLists.Wanted(" ", Optional.empty(), TARGETS)))
        .isInstanceOf(ListOutcome.Faulty.class);
  }

  @Test
  void whatWasStruckOffBeforeKeepsItsFilesToo() {
    CloseOutItem open = item(list("清零"), WATER, "清理河滩堆场");
    EvidenceId file = new EvidenceId(new UUID(0, 4));
    EvidenceId other = new EvidenceId(new UUID(0, 5));
    jdbc.sql("update close_out_item set files = :files, item_state = 'STRUCK_OFF' where id = :id")
        .param("files", file.value() + "," + other.value())
        .param("id", open.id().value())
        .update();

    DutyOffice.statements("V17__files_that_prove.sql", "INSERT INTO close_out_item_file")
        .forEach(statement -> jdbc.sql(statement).update());

    assertThat(evidence.held(COORDINATOR, List.of(file, other, new EvidenceId(new UUID(0, 6)))))
        .containsOnlyKeys(file, other)
        .allSatisfy(
            (piece, by) -> assertThat(by).extracting(Finding::place).containsExactly("清理河滩堆场"));
    assertThat(evidence.held(NEIGHBOUR, List.of(file)).get(file))
        .as("whoever does not see the item is told that there is one")
        .extracting(Finding::place)
        .containsExactly("");
  }

  @Test
  void onlyFilesThatAreSeenProveAnything() {
    CloseOutItem open = item(list("清零"), WATER, "清理河滩堆场");
    Scope water = office.officer(WATER);
    byte[] text = "已清运".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    EvidenceId file =
        evidence.add(water, PretendOffice.COUNTY, "照片说明.txt", text, "")
                instanceof Evidence.Outcome.Done(var piece)
            ? piece.id()
            : new EvidenceId(new UUID(0, 0));

    assertThat(
            fields(
                strikeOff.submit(
                    water,
                    open.id(),
                    1,
                    new CloseOutSubmission("已清运", List.of(new EvidenceId(new UUID(0, 9))), ""))))
        .containsExactly("files");
    assertThat(
            fields(
                strikeOff.submit(water, open.id(), 1, new CloseOutSubmission(" ", List.of(), ""))))
        .containsExactly("words");
    CloseOutItem submitted =
        done(
            strikeOff.submit(
                water, open.id(), 1, new CloseOutSubmission("已清运", List.of(file), "")));
    assertThat(submitted.said().files()).containsExactly(file);
  }
}
