package jingtu.server.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.planreader.Deadline;
import jingtu.planreader.Doubt;
import jingtu.planreader.Head;
import jingtu.planreader.Passage;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;
import jingtu.planreader.Target;
import jingtu.planreader.Task;
import jingtu.server.document.DocumentId;
import jingtu.server.plan.EntryState;
import jingtu.server.plan.EntryStates;
import jingtu.server.plan.FindingState;
import jingtu.server.plan.Life;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.PlanKind;
import jingtu.server.plan.PlanLevel;
import jingtu.server.plan.RegisterEntry;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.Validity;
import jingtu.server.scope.RegionCode;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.junit.jupiter.api.Test;

/** A document of two tasks whose first character counts as one code point and two {@code char}s. */
class PlanViewTests {

  private static final String TEXT = "𠮷县方案\n1.回收农膜。2028年达到88%。（甲局牵头）\n2.清理堆场。（乙局负责）\n";
  private static final Span FIRST_BODY = span("2028年达到88%。");
  private static final Span FIRST_CLAUSE = span("（甲局牵头）");
  private static final Span SECOND_BODY = span("2.清理堆场。");
  private static final Span SECOND_CLAUSE = span("（乙局负责）");

  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();

  @Test
  void everyTextIsTheSliceBetweenItsOffsets() {
    PlanView view = PlanView.of(plan(), register(), Language.EN);

    assertThat(view.passages())
        .extracting(PlanView.PassageView::text)
        .containsExactly("𠮷县方案", "1.回收农膜。", "2028年达到88%。（甲局牵头）", "2.清理堆场。（乙局负责）");
    assertThat(view.passages().getFirst().end()).isEqualTo(4);
    assertThat(view.tasks())
        .extracting(PlanView.TaskView::text)
        .containsExactly("2028年达到88%。", "2.清理堆场。");
  }

  @Test
  void aPassageNamesTheTasksThatHaveWordsInIt() {
    PlanView view = PlanView.of(plan(), register(), Language.EN);

    assertThat(view.passages())
        .extracting(PlanView.PassageView::taskIds)
        .containsExactly(List.of(), List.of(), List.of(first), List.of(second));
  }

  @Test
  void aTaskSaysWhoAndByWhenAndHowMuch() {
    PlanView.TaskView task = PlanView.of(plan(), register(), Language.EN).tasks().getFirst();

    assertThat(task.id()).isEqualTo(first);
    assertThat(task.number()).isOne();
    assertThat(task.lead()).containsExactly("甲局");
    assertThat(task.clauseStart()).isEqualTo(FIRST_CLAUSE.start());
    assertThat(task.deadlines())
        .extracting(PlanView.DeadlineView::notation)
        .containsExactly("2028-12-31");
    assertThat(task.targets())
        .singleElement()
        .satisfies(
            target -> {
              assertThat(target.comparator()).isEqualTo(">=");
              assertThat(target.value()).isEqualByComparingTo("88");
              assertThat(target.by()).isEqualTo("2028-12-31");
            });
  }

  @Test
  void findingsAreSaidInTheLanguageAskedFor() {
    assertThat(PlanView.of(plan(), register(), Language.EN).findings())
        .extracting(PlanView.FindingView::problem)
        .containsExactly("The file is empty.");
    assertThat(PlanView.of(plan(), register(), Language.ZH).findings())
        .extracting(PlanView.FindingView::problem)
        .containsExactly("文件是空的。");
  }

  private StoredPlan plan() {
    Span title = span("𠮷县方案");
    Head head =
        new Head(
            title,
            "𠮷县方案",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty());
    Doubt doubt =
        new Doubt(
            title,
            List.of(),
            new Finding("1", Message.of("document.empty"), Message.of("document.choose-another")));
    ReadPlan reading =
        new ReadPlan(
            head,
            new Span(0, TEXT.codePointCount(0, TEXT.length())),
            List.of(),
            List.of(task(FIRST_BODY, FIRST_CLAUSE, "甲局"), task(SECOND_BODY, SECOND_CLAUSE, "乙局")),
            List.of(),
            List.of(doubt));
    return new StoredPlan(
        summary(),
        TEXT,
        List.of(
            passage(title),
            passage(span("1.回收农膜。")),
            passage(span("2028年达到88%。（甲局牵头）")),
            passage(span("2.清理堆场。（乙局负责）"))),
        reading,
        new EntryStates(List.of(), List.of(state(first), state(second)), List.of()),
        List.of(),
        List.of(new FindingState(0, Optional.empty())));
  }

  private static EntryState state(UUID task) {
    return new EntryState(task, 0, Optional.empty(), List.of());
  }

  private static Task task(Span body, Span clause, String lead) {
    Deadline deadline = new Deadline("2028-12-31", span("2028年"), false);
    Target target =
        new Target(
            span("88%"),
            "农膜回收率",
            Target.Comparator.AT_LEAST,
            Optional.of(new BigDecimal("88")),
            "%",
            Optional.of(deadline),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false);
    return new Task(
        body,
        Optional.of(clause),
        List.of(),
        List.of(lead),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        false,
        List.of(deadline),
        List.of(target),
        List.of());
  }

  private static RegisteredPlan summary() {
    return new RegisteredPlan(
        new PlanId(UUID.randomUUID()),
        new DocumentId(UUID.randomUUID()),
        entry(),
        Life.UNTOUCHED,
        Optional.empty(),
        new RegionCode("991121"),
        2,
        1,
        Instant.EPOCH,
        "zhang");
  }

  private static RegisterEntry entry() {
    return new RegisterEntry(
        "𠮷县方案",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        PlanKind.WORK_PLAN,
        PlanLevel.COUNTY,
        new Validity(Optional.empty(), Optional.empty()),
        Optional.empty());
  }

  private RegisterView register() {
    return RegisterView.of(plan(), List.of(), LocalDate.EPOCH);
  }

  private static Passage passage(Span span) {
    return new Passage(Passage.Kind.PARAGRAPH, 0, span, List.of());
  }

  private static Span span(String words) {
    int at = TEXT.indexOf(words);
    return new Span(TEXT.codePointCount(0, at), TEXT.codePointCount(0, at + words.length()));
  }
}
