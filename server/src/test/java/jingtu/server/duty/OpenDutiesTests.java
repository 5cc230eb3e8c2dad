package jingtu.server.duty;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.OrganisationEntry;
import jingtu.server.organisation.Organisations;
import jingtu.server.plan.EntryState;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.TakeBackPlan;
import jingtu.server.plan.correction.ChangeKind;
import jingtu.server.plan.correction.CorrectPlan;
import jingtu.server.plan.correction.EntryChange;
import jingtu.server.plan.correction.EntryContent;
import jingtu.server.plan.correction.EntryContent.DeadlineContent;
import jingtu.server.plan.entry.EntryKind;
import jingtu.server.plan.entry.EntryReading;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** The duties of a plan, held against a list that was written first. */
@WholeDuty
@Transactional
class OpenDutiesTests {

  @Autowired DutyOffice office;
  @Autowired OpenDuties openDuties;
  @Autowired Duties duties;
  @Autowired KeepDuties keepDuties;
  @Autowired Rhythms rhythms;
  @Autowired TakeBackPlan takeBackPlan;
  @Autowired CorrectPlan correctPlan;
  @Autowired Plans plans;
  @Autowired Organisations organisations;
  @Autowired PartRows partRows;

  @Test
  void aPlanThatComesInHasItsDuties() {
    PlanId plan = office.plan("甲");

    List<String> expected = DutyOffice.lines("/duty/expected-duties.csv").toList();
    assertThat(all(plan).map(OpenDutiesTests::line)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theRhythmOfReportingIsProposedFromThePlansOwnWords() {
    PlanId plan = office.plan("甲");

    assertThat(rhythms.list(COORDINATOR, plan))
        .extracting(Rhythms.Rhythm::months, Rhythms.Rhythm::used)
        .containsExactly(tuple(1, true), tuple(3, false), tuple(12, false));
    assertThat(rhythms.list(COORDINATOR, plan).getFirst().sentence()).contains("月调度");
  }

  @Test
  void openingAgainChangesNothing() {
    PlanId plan = office.plan("甲");
    List<Duty> before = all(plan).toList();

    OpenDuties.Opened again = openDuties.open(COORDINATOR, plan).orElseThrow();

    assertThat(again.opened()).isEmpty();
    assertThat(again.changed()).isEmpty();
    assertThat(again.ended()).isEmpty();
    assertThat(again.kept()).isEqualTo(before.size());
    assertThat(all(plan)).containsExactlyElementsOf(before);
  }

  @Test
  void whatACorrectionTookOutIsAskedAgainOnceTheCorrectionIsUndone() {
    PlanId plan = office.plan("改");
    List<Duty> before = all(plan).toList();
    UUID task = entry(before.getFirst());
    List<DutyId> ofTask =
        before.stream().filter(duty -> entry(duty).equals(task)).map(Duty::id).toList();
    CorrectPlan.Outcome removed =
        correctPlan.make(
            COORDINATOR,
            plan,
            ChangeKind.REMOVE,
            Optional.of("与上一条重复"),
            List.of(new EntryChange(EntryKind.TASK, task, 0, null, null)));

    assertThat(removed).isInstanceOf(CorrectPlan.Outcome.Changed.class);

    OpenDuties.Opened without = openDuties.open(COORDINATOR, plan).orElseThrow();

    assertThat(without.ended()).extracting(Duty::id).containsExactlyInAnyOrderElementsOf(ofTask);
    assertThat(duties.find(COORDINATOR, ofTask.getFirst()).orElseThrow().ended())
        .contains(Ended.NOT_IN_PLAN);
    UUID change = ((CorrectPlan.Outcome.Changed) removed).change().id();
    assertThat(correctPlan.undo(COORDINATOR, plan, change))
        .isInstanceOf(CorrectPlan.Outcome.Changed.class);

    OpenDuties.Opened again = openDuties.open(COORDINATOR, plan).orElseThrow();

    assertThat(again.opened()).extracting(Duty::id).containsExactlyInAnyOrderElementsOf(ofTask);
    assertThat(again.ended()).isEmpty();
    assertThat(all(plan))
        .extracting(Duty::id)
        .containsExactlyElementsOf(before.stream().map(Duty::id).toList());
    assertThat(all(plan)).allMatch(duty -> duty.ended().isEmpty());
  }

  @Test
  void aDayThatWasCorrectedReachesTheDutyOnceThatIsConfirmed() {
    PlanId plan = office.plan("期");
    Duty before = of(plan, "县农业农村局要于2026年4月18日前");
    keepDuties.reports(COORDINATOR, before.id(), before.version(), false);
    int duties = (int) all(plan).count();
    redate(plan, entry(before), "2026-04-25");

    assertThat(days(of(plan, "县农业农村局要于2026年4月18日前"))).containsExactly("2026-04-18");
    OpenDuties.Opened check = openDuties.check(COORDINATOR, plan).orElseThrow();
    assertThat(check.changed())
        .extracting(
            changed -> changed.duty().id(),
            changed -> days(changed.duty()),
            changed -> days(changed.asked()))
        .containsExactly(tuple(before.id(), List.of("2026-04-18"), List.of("2026-04-25")));
    assertThat(check.opened()).isEmpty();
    assertThat(check.ended()).isEmpty();
    assertThat(check.kept()).isEqualTo(duties - 1);

    assertThat(openDuties.open(COORDINATOR, plan).orElseThrow().changed()).hasSize(1);

    Duty after = of(plan, "县农业农村局要于2026年4月18日前");
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.reports()).isFalse();
    assertThat(days(after)).containsExactly("2026-04-25");
    assertThat(partRows.openDay(after.id())).contains(LocalDate.of(2026, 4, 25));
    assertThat(this.duties.history(COORDINATOR, after.id()))
        .extracting(DutyChange::what, DutyChange::before, DutyChange::after)
        .containsExactly(
            tuple("times", "2026-04-18", "2026-04-25"), tuple("reports", "true", "false"));
    OpenDuties.Opened again = openDuties.check(COORDINATOR, plan).orElseThrow();
    assertThat(again.changed()).isEmpty();
    assertThat(again.kept()).isEqualTo(duties);
  }

  @Test
  void aNameThatTheDirectoryComesToKnowHasItsDutiesOnce() {
    PlanId plan = office.plan("房");
    Duty nameless = of(plan, "企业拆除生产设施前", "县房产局");
    assertThat(nameless.assignee().id()).isEmpty();
    UUID housing =
        organisations
            .add(
                COORDINATOR,
                OrganisationEntry.named(
                    "禾汀县房产局", Optional.of(PretendOffice.COUNTY), List.of("县房产局")))
            .id();

    OpenDuties.Opened check = openDuties.check(COORDINATOR, plan).orElseThrow();

    assertThat(check.opened()).extracting(duty -> duty.assignee().name()).containsOnly("禾汀县房产局");
    assertThat(check.ended()).extracting(Duty::ended).containsOnly(Optional.of(Ended.ASSIGNED));
    assertThat(check.ended()).extracting(Duty::id).contains(nameless.id());
    assertThat(check.ended()).hasSameSizeAs(check.opened());

    openDuties.open(COORDINATOR, plan);

    assertThat(all(plan).filter(duty -> duty.printedName().equals("县房产局")))
        .isNotEmpty()
        .allSatisfy(duty -> assertThat(duty.assignee().id()).contains(housing));
    assertThat(duties.history(COORDINATOR, nameless.id()))
        .extracting(DutyChange::what, DutyChange::after)
        .containsExactly(tuple("ended", "禾汀县房产局"));
    OpenDuties.Opened again = openDuties.open(COORDINATOR, plan).orElseThrow();
    assertThat(again.opened()).isEmpty();
    assertThat(again.ended()).isEmpty();
  }

  private Duty of(PlanId plan, String begins, String name) {
    return all(plan)
        .filter(duty -> duty.sentence().startsWith(begins) && duty.printedName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** As the coordinator does on the page of the plan. */
  private void redate(PlanId plan, UUID obligation, String day) {
    StoredPlan stored = plans.find(COORDINATOR, plan).orElseThrow();
    List<EntryState> entries = stored.entries().obligations();
    int at = entries.stream().map(EntryState::id).toList().indexOf(obligation);
    EntryContent content = EntryContent.of(EntryReading.of(stored.reading().obligations().get(at)));
    DeadlineContent deadline = content.deadlines().getFirst();
    EntryContent corrected =
        new EntryContent(
            content.start(),
            content.end(),
            content.clauseStart(),
            content.clauseEnd(),
            content.path(),
            content.lead(),
            content.responsible(),
            content.participants(),
            content.implementers(),
            content.implementersSource(),
            content.open(),
            content.scope(),
            content.actor(),
            content.events(),
            List.of(new DeadlineContent(day, deadline.start(), deadline.end(), deadline.assumed())),
            content.targets(),
            content.actions());
    EntryChange change =
        new EntryChange(
            EntryKind.OBLIGATION, obligation, entries.get(at).version(), null, corrected);
    assertThat(
            correctPlan.make(COORDINATOR, plan, ChangeKind.EDIT, Optional.empty(), List.of(change)))
        .isInstanceOf(CorrectPlan.Outcome.Changed.class);
  }

  private Duty of(PlanId plan, String begins) {
    return all(plan).filter(duty -> duty.sentence().startsWith(begins)).findFirst().orElseThrow();
  }

  private static List<String> days(Duty duty) {
    return duty.due().stream().map(day -> day.day().toString()).toList();
  }

  private static UUID entry(Duty duty) {
    return ((DutyOrigin.OfPlan) duty.origin()).place().entry();
  }

  @Test
  void eachSeesWhatIsItsOwn() {
    PlanId plan = office.plan("甲");
    DutyFilter filter = DutyFilter.of(plan);

    assertThat(names(duties.all(office.officer("禾汀县财政局"), filter))).containsExactly("禾汀县财政局");
    assertThat(names(duties.all(office.officer("石漪镇人民政府"), filter))).containsExactly("石漪镇人民政府");
    assertThat(duties.all(PretendOffice.coordinator(PretendOffice.NEIGHBOUR), filter)).isEmpty();
    assertThat(names(duties.all(PretendOffice.coordinator(PretendOffice.TOWNSHIP), filter)))
        .containsExactly("石漪镇人民政府");
    assertThat(duties.all(PretendOffice.coordinator(PretendOffice.CITY), filter))
        .hasSameSizeAs(duties.all(COORDINATOR, filter));
  }

  @Test
  void aPlanThatIsTakenBackTakesItsUntouchedDutiesWithIt() {
    PlanId plan = office.plan("甲");
    Duty touched = all(plan).findFirst().orElseThrow();
    keepDuties.reports(COORDINATOR, touched.id(), touched.version(), !touched.reports());

    takeBackPlan.of(COORDINATOR, plan);

    assertThat(all(plan)).isEmpty();
    assertThat(duties.find(COORDINATOR, touched.id()).orElseThrow().ended())
        .contains(Ended.PLAN_TAKEN_BACK);
  }

  @Test
  void pagesFollowOneAnother() {
    PlanId plan = office.plan("甲");
    List<DutyId> all = duties.all(COORDINATOR, DutyFilter.of(plan)).stream().map(Duty::id).toList();

    DutyPage first = duties.page(COORDINATOR, DutyFilter.of(plan), Optional.empty(), 7);
    DutyPage second = duties.page(COORDINATOR, DutyFilter.of(plan), first.next(), 200);

    assertThat(first.total()).isEqualTo(all.size());
    assertThat(
            Stream.of(first, second).flatMap(page -> page.duties().stream()).map(Duty::id).toList())
        .isEqualTo(all);
    assertThat(second.next()).isEmpty();
  }

  @Test
  void listsAreNarrowedByChapterOrganisationAndWords() {
    PlanId plan = office.plan("甲");
    Optional<PlanId> of = Optional.of(plan);
    UUID finance = office.organisation("禾汀县财政局").id();

    assertThat(narrowed(new DutyFilter(of, Optional.of("二、保障措施"), Optional.empty(), false, "")))
        .containsExactly("县土壤污染防治领导小组成员单位", "禾汀县农业农村局");
    assertThat(narrowed(new DutyFilter(of, Optional.empty(), Optional.of(finance), false, "")))
        .containsExactly("禾汀县财政局", "禾汀县财政局");
    assertThat(narrowed(new DutyFilter(of, Optional.empty(), Optional.empty(), false, " 拆除生产设施 ")))
        .containsExactlyInAnyOrder("企业", "县房产局");
    assertThat(narrowed(new DutyFilter(of, Optional.empty(), Optional.empty(), false, "水利")))
        .containsExactly("禾汀县水利局", "禾汀县水利局");
    assertThat(narrowed(new DutyFilter(of, Optional.empty(), Optional.empty(), false, "%")))
        .isEmpty();
  }

  private List<String> narrowed(DutyFilter filter) {
    return duties.all(COORDINATOR, filter).stream().map(duty -> duty.assignee().name()).toList();
  }

  private Stream<Duty> all(PlanId plan) {
    return Stream.concat(
        duties.all(COORDINATOR, DutyFilter.of(plan)).stream(),
        duties.all(COORDINATOR, DutyFilter.of(plan).thatSleep()).stream());
  }

  private static Set<String> names(List<Duty> duties) {
    return duties.stream().map(duty -> duty.assignee().name()).collect(Collectors.toSet());
  }

  /** A duty as the list writes it; the sentence as far as the list has it. */
  private static String line(Duty duty) {
    DutyOrigin origin = duty.origin();
    String begins = duty.sentence().split("[，。]", 2)[0].replaceFirst("要实行月调度.*", "要实行月调度");
    return Stream.of(
            origin.kind().name(),
            String.valueOf(origin.number()),
            begins,
            duty.role().name(),
            duty.printedName(),
            duty.assignee().id().isPresent() ? duty.assignee().name() : "",
            String.valueOf(duty.awake()),
            String.valueOf(duty.reports()),
            duty.times().stream()
                .filter(DutyTime.Dated.class::isInstance)
                .map(time -> ((DutyTime.Dated) time).notation())
                .collect(Collectors.joining(" ")),
            duty.due().stream().findFirst().map(day -> day.day().toString()).orElse(""),
            String.valueOf(duty.due().size()))
        .collect(Collectors.joining(","));
  }
}
