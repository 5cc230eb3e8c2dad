package jingtu.server.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.PretendOffice;
import jingtu.server.duty.ReportingDuties.Beat;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.TakeBackPlan;
import jingtu.server.plan.decomposition.ItemRole;
import jingtu.server.plan.decomposition.ItemSource;
import jingtu.server.plan.decomposition.Milestone;
import jingtu.server.plan.decomposition.SourceKind;
import jingtu.server.plan.decomposition.StoredItem;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemChange;
import jingtu.server.plan.decomposition.WorkItemId;
import jingtu.server.plan.decomposition.WorkItems;
import jingtu.server.plan.decomposition.WorkSource;
import jingtu.server.plan.decomposition.WorkSources;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the minutes of a meeting put into the list, as {@code document-duties.csv} has it. */
@WholeDuty
class DocumentDutiesTests {

  private static final Scope COORDINATOR = DutyOffice.COORDINATOR;
  private static final String TABLE = "/duty/document-duties.csv";

  @Autowired DutyOffice office;
  @Autowired Duties duties;
  @Autowired KeepDuties keepDuties;
  @Autowired WorkSources sources;
  @Autowired WorkItems items;
  @Autowired TakeBackPlan takeBackPlan;
  @Autowired FollowDocuments followDocuments;
  @Autowired ReportingDuties reportingDuties;

  /** What others count does not hold what is asked here. */
  @AfterEach
  void nothingIsAgreed() {
    for (WorkSources.Counted counted : sources.list(COORDINATOR)) {
      List<WorkItemChange> gone =
          items.listAll(COORDINATOR, counted.source().id()).stream()
              .filter(item -> !item.removed())
              .<WorkItemChange>map(
                  item -> new WorkItemChange.Remove(item.item().id(), item.item().version()))
              .toList();
      items.apply(COORDINATOR, counted.source().id(), gone);
    }
  }

  @Test
  void theListFollowsTheMinutes() {
    WorkSource minutes = minutes("土壤污染防治专题会议纪要", Optional.empty());
    agree(minutes);
    assertThat(list(minutes)).containsExactlyElementsOf(expected("agreed"));

    WorkItem first = item(minutes, 0);
    WorkItem fourth = item(minutes, 3);
    apply(
        minutes,
        new WorkItemChange.Edit(
            with(
                first,
                first.organisation(),
                first.role(),
                "9月20日前拨付到位土壤污染防治专项资金",
                Optional.of("2026-09-20"),
                List.of())),
        new WorkItemChange.Remove(fourth.id(), fourth.version()));
    assertThat(list(minutes)).containsExactlyElementsOf(expected("amended"));

    Duty second = of(minutes).get(1);
    keepDuties.passOn(
        COORDINATOR, second.id(), second.version(), office.organisation("禾汀县农业农村局"), "职能调整");
    sources.change(
        COORDINATOR, minutes.id(), minutes.version(), entry("土壤污染防治专题会议纪要（定稿）", Optional.empty()));
    assertThat(list(minutes)).containsExactlyElementsOf(expected("passed"));
    assertThat(of(minutes).getFirst().heading()).startsWith("土壤污染防治专题会议纪要（定稿）");

    StoredItem gone = items.listAll(COORDINATOR, minutes.id()).get(3);
    apply(minutes, new WorkItemChange.Restore(gone.item().id(), gone.item().version()));
    assertThat(list(minutes)).containsExactlyElementsOf(expected("restored"));

    followDocuments.dayBegins();
    assertThat(list(minutes)).containsExactlyElementsOf(expected("restored"));

    WorkItem passed = item(minutes, 1);
    apply(minutes, new WorkItemChange.Remove(passed.id(), passed.version()));
    apply(minutes, new WorkItemChange.Restore(passed.id(), passed.version() + 1));
    assertThat(list(minutes)).containsExactlyElementsOf(expected("returned"));

    apply(
        minutes,
        new WorkItemChange.Edit(
            with(
                item(minutes, 2),
                "禾汀县财政局",
                ItemRole.IMPLEMENTER,
                "建成两处农膜回收网点",
                Optional.of("2026-11-30"),
                List.of())));
    assertThat(list(minutes)).containsExactlyElementsOf(expected("moved"));
  }

  @Test
  void whatBelongsToNoPlanIsReportedOnAsOftenAsAnythingInItsRegion() {
    PlanId plan = office.plan("月");
    WorkSource minutes = minutes("无方案的会议纪要", Optional.empty());
    agree(minutes);

    List<Beat> beats =
        reportingDuties.beats().stream()
            .filter(beat -> beat.region().equals(PretendOffice.COUNTY))
            .toList();
    int shortest = beats.stream().mapToInt(Beat::months).min().orElseThrow();
    assertThat(beats)
        .allSatisfy(
            beat ->
                assertThat(
                        reportingDuties.of(beat).stream()
                            .filter(duty -> isOf(duty, minutes))
                            .map(duty -> duty.assignee().name())
                            .toList())
                    .as("every %s months", beat.months())
                    .isEqualTo(
                        beat.months() == shortest ? List.of("禾汀县财政局", "石漪镇人民政府") : List.of()));
    takeBackPlan.of(COORDINATOR, plan);
  }

  @Test
  void eachOrganisationSeesItsOwn() {
    WorkSource minutes = minutes("各见各的会议纪要", Optional.empty());
    agree(minutes);

    assertThat(names(office.officer("禾汀县财政局"), minutes)).containsExactly("禾汀县财政局");
    assertThat(names(office.officer("石漪镇人民政府"), minutes)).containsExactly("石漪镇人民政府");
    assertThat(names(PretendOffice.coordinator(PretendOffice.NEIGHBOUR), minutes)).isEmpty();
  }

  @Test
  void theListOfAPlanHasWhatItsDocumentsAskUntilThePlanIsTakenBack() {
    PlanId plan = office.plan("会");
    WorkSource minutes = minutes("方案推进会议纪要", Optional.of(plan));
    agree(minutes);
    List<Duty> ofPlan = duties.all(COORDINATOR, DutyFilter.of(plan));

    assertThat(ofPlan.stream().filter(duty -> isOf(duty, minutes))).hasSize(4);
    assertThat(ofPlan.getLast().origin().kind()).isEqualTo(DutyOrigin.Kind.DOCUMENT);

    takeBackPlan.of(COORDINATOR, plan);
    assertThat(of(minutes))
        .hasSize(4)
        .allSatisfy(duty -> assertThat(duty.origin().plan()).isEmpty());
  }

  private WorkSource minutes(String title, Optional<PlanId> plan) {
    return ((WorkSources.Outcome.Kept) sources.add(COORDINATOR, entry(title, plan))).source();
  }

  private static WorkSources.Entry entry(String title, Optional<PlanId> plan) {
    return new WorkSources.Entry(
        SourceKind.MEETING,
        title,
        "〔2026〕7号",
        "县政府办公室",
        Optional.of(LocalDate.of(2026, 3, 1)),
        plan,
        "");
  }

  private void agree(WorkSource minutes) {
    apply(
        minutes,
        add(minutes, "禾汀县财政局", ItemRole.LEAD, "拨付土壤污染防治专项资金", Optional.of("2026-10-31"), List.of()),
        add(minutes, "禾汀县水利局", ItemRole.PARTICIPANT, "核对灌溉水水质监测点位", Optional.empty(), List.of()),
        add(
            minutes,
            "石漪镇人民政府",
            ItemRole.IMPLEMENTER,
            "建立农膜回收网点",
            Optional.of("2026-09-30"),
            List.of(new Milestone(LocalDate.of(2026, 6, 30), "选址"))),
        add(minutes, "青砂村民委员会", ItemRole.IMPLEMENTER, "做好田间地块巡查", Optional.of("长期坚持"), List.of()));
  }

  private static WorkItemChange add(
      WorkSource minutes,
      String whose,
      ItemRole role,
      String work,
      Optional<String> deadline,
      List<Milestone> milestones) {
    WorkItem blank =
        WorkItem.blank(new WorkItemId(UUID.randomUUID()), new ItemSource.OfDocument(minutes.id()));
    return new WorkItemChange.Add(with(blank, whose, role, work, deadline, milestones));
  }

  private static WorkItem with(
      WorkItem item,
      String whose,
      ItemRole role,
      String work,
      Optional<String> deadline,
      List<Milestone> milestones) {
    return new WorkItem(
        item.id(),
        item.code(),
        item.source(),
        item.heading(),
        item.task(),
        item.sentence(),
        whose,
        role,
        work,
        item.standard(),
        deadline,
        item.years(),
        milestones,
        item.deliverables(),
        item.leader(),
        item.person(),
        item.liaison(),
        item.telephone(),
        item.parent(),
        item.version());
  }

  private void apply(WorkSource minutes, WorkItemChange... changes) {
    assertThat(items.apply(COORDINATOR, minutes.id(), List.of(changes)))
        .isInstanceOf(WorkItems.Outcome.Applied.class);
  }

  private WorkItem item(WorkSource minutes, int index) {
    return items.listAll(COORDINATOR, minutes.id()).get(index).item();
  }

  private List<Duty> of(WorkSource minutes) {
    return of(COORDINATOR, minutes);
  }

  private List<Duty> of(Scope scope, WorkSource minutes) {
    DutyFilter all =
        new DutyFilter(Optional.empty(), Optional.empty(), Optional.empty(), false, "");
    return duties.all(scope, all).stream().filter(duty -> isOf(duty, minutes)).toList();
  }

  private static boolean isOf(Duty duty, WorkSource minutes) {
    return duty.origin() instanceof DutyOrigin.OfDocument document
        && document.document().equals(minutes.id().value());
  }

  private List<String> names(Scope scope, WorkSource minutes) {
    return of(scope, minutes).stream().map(duty -> duty.assignee().name()).toList();
  }

  private List<String> list(WorkSource minutes) {
    return of(minutes).stream().map(DocumentDutiesTests::line).toList();
  }

  private static String line(Duty duty) {
    return String.join(
        ";",
        duty.sentence(),
        duty.role().name(),
        duty.assignee().name(),
        String.valueOf(duty.assignee().id().isPresent()),
        String.valueOf(duty.reports()),
        duty.due().stream().map(day -> day.day().toString()).collect(Collectors.joining(" ")));
  }

  private static List<String> expected(String step) {
    List<String> lines = new ArrayList<>();
    Stream<String> table = DutyOffice.lines(TABLE);
    table
        .filter(line -> line.startsWith(step + ";"))
        .forEach(line -> lines.add(line.substring(step.length() + 1)));
    assertThat(lines).isNotEmpty();
    return lines;
  }
}
