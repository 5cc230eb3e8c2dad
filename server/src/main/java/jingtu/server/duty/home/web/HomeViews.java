package jingtu.server.duty.home.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingtu.server.duty.DutyFocus.News;
import jingtu.server.duty.DutyFocus.Within;
import jingtu.server.duty.Light;
import jingtu.server.duty.closeout.CloseOutGlance;
import jingtu.server.duty.closeout.TargetStanding;
import jingtu.server.duty.home.CoordinatorHome;
import jingtu.server.duty.home.DueDuty;
import jingtu.server.duty.home.DueWords;
import jingtu.server.duty.home.LeaderHome;
import jingtu.server.duty.home.OrganisationHome;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.Round;
import jingtu.server.plan.PlanId;
import org.jspecify.annotations.Nullable;

/** What is told of homes. */
final class HomeViews {

  private HomeViews() {}

  /** A round-up as far as its name and its day. */
  record HomeRoundView(
      UUID id, int months, int year, int number, LocalDate due, @Nullable LocalDate closed) {

    static HomeRoundView of(Round round) {
      return new HomeRoundView(
          round.id().value(),
          round.period().months(),
          round.period().first().getYear(),
          round.period().number(),
          round.due(),
          round.closed().orElse(null));
    }
  }

  /** A duty; {@code day} is the first on which it is due that nothing has settled. */
  record HomeDutyView(
      UUID id,
      @Nullable UUID organisation,
      String organisationName,
      String sentence,
      Light light,
      @Nullable LocalDate day) {

    static HomeDutyView of(DueDuty duty) {
      return new HomeDutyView(
          duty.duty(),
          duty.organisation().orElse(null),
          duty.name(),
          duty.sentence(),
          duty.light(),
          duty.day().orElse(null));
    }
  }

  /** How many duties are due by when; those that are overdue are in no other. */
  record DueCountsView(int overdue, int today, int days3, int days7, int days30) {

    static DueCountsView of(Map<Within, Integer> counts) {
      return new DueCountsView(
          counts.getOrDefault(Within.OVERDUE, 0),
          counts.getOrDefault(Within.TODAY, 0),
          counts.getOrDefault(Within.DAYS_3, 0),
          counts.getOrDefault(Within.DAYS_7, 0),
          counts.getOrDefault(Within.DAYS_30, 0));
    }
  }

  /** Reports of one organisation that wait to be looked at. */
  record WaitingReportsView(
      HomeRoundView round,
      UUID organisation,
      String organisationName,
      int reports,
      Instant since) {}

  /** An organisation that owes reports; {@code lacks} are the sentences of the first few. */
  record SilentOrganisationView(UUID id, String name, int open, int returned, List<String> lacks) {}

  /** A round-up with those who owe reports; {@code total} says how many they are in all. */
  record SilentRoundView(
      HomeRoundView round, int total, int lines, List<SilentOrganisationView> organisations) {

    static SilentRoundView of(CoordinatorHome.SilentRound silent) {
      return new SilentRoundView(
          HomeRoundView.of(silent.round()),
          silent.total(),
          silent.lines(),
          silent.organisations().stream()
              .map(
                  each ->
                      new SilentOrganisationView(
                          each.organisation(),
                          each.name(),
                          each.open(),
                          each.returned(),
                          each.lacks()))
              .toList());
    }
  }

  /** What a plan asks whoever keeps it. */
  record AskingPlanView(
      UUID plan, String title, int asleep, int unassigned, int names, int doubts) {}

  /** The next percentage of a close-out list, and how many items it still lacks. */
  record CloseOutTargetView(LocalDate day, int percent, int lacking) {

    static CloseOutTargetView of(TargetStanding standing) {
      return new CloseOutTargetView(
          standing.milestone().day(), standing.milestone().percent(), standing.lacking());
    }
  }

  /** A close-out list on which something is left to do; {@code nearest} may have passed. */
  record HomeCloseOutView(
      UUID list,
      String name,
      int open,
      int overdue,
      int submitted,
      @Nullable LocalDate nearest,
      @Nullable CloseOutTargetView target) {

    static HomeCloseOutView of(CloseOutGlance glance) {
      return new HomeCloseOutView(
          glance.list().value(),
          glance.name(),
          glance.open(),
          glance.overdue(),
          glance.submitted(),
          glance.nearest().orElse(null),
          glance.target().map(CloseOutTargetView::of).orElse(null));
    }
  }

  /**
   * The coordinator's list of today.
   *
   * @param duties 0 while no plan, document or register asks anything
   * @param toCheck how many reports wait to be looked at
   * @param waitingAll from how many organisations they come, of which some are listed
   */
  record CoordinatorHomeView(
      LocalDate today,
      long duties,
      DueCountsView counts,
      List<HomeDutyView> due,
      int toCheck,
      int waitingAll,
      List<WaitingReportsView> waiting,
      List<SilentRoundView> silent,
      List<AskingPlanView> asking,
      List<HomeCloseOutView> closeOuts) {

    static CoordinatorHomeView of(CoordinatorHome home) {
      return new CoordinatorHomeView(
          home.today(),
          home.duties(),
          DueCountsView.of(home.counts()),
          home.due().stream().map(HomeDutyView::of).toList(),
          home.toCheck().reports(),
          home.toCheck().organisations(),
          home.toCheck().longest().stream()
              .map(
                  each ->
                      new WaitingReportsView(
                          HomeRoundView.of(each.round()),
                          each.organisation(),
                          each.name(),
                          each.reports(),
                          each.since()))
              .toList(),
          home.silent().stream().map(SilentRoundView::of).toList(),
          home.toConfirm().stream()
              .map(
                  each ->
                      new AskingPlanView(
                          each.plan().value(),
                          each.title(),
                          each.asleep(),
                          each.unassigned(),
                          each.names(),
                          each.doubts()))
              .toList(),
          home.closeOuts().stream().map(HomeCloseOutView::of).toList());
    }
  }

  /** How many duties show which light; {@code light} is that of all of them together. */
  record LightsView(Light light, int red, int yellow, int green, int white, int done, int none) {

    static LightsView of(Map<Light, Integer> counts) {
      return new LightsView(
          Light.ofMany(counts),
          counts.getOrDefault(Light.RED, 0),
          counts.getOrDefault(Light.YELLOW, 0),
          counts.getOrDefault(Light.GREEN, 0),
          counts.getOrDefault(Light.WHITE, 0),
          counts.getOrDefault(Light.DONE, 0),
          counts.getOrDefault(Light.NONE, 0));
    }
  }

  /** A duty to report on; {@code reason} says why its report came back. */
  record OwedLineView(UUID line, String sentence, LineStatus status, String reason) {}

  /** What is owed in a round-up. */
  record OwedRoundView(
      HomeRoundView round, int lines, int open, int returned, List<OwedLineView> owed) {

    static OwedRoundView of(OrganisationHome.OwedRound owed) {
      return new OwedRoundView(
          HomeRoundView.of(owed.round()),
          owed.lines(),
          owed.open(),
          owed.returned(),
          owed.owed().stream()
              .map(
                  line ->
                      new OwedLineView(line.line(), line.sentence(), line.status(), line.reason()))
              .toList());
    }
  }

  /**
   * What an organisation is asked; without one where the account belongs to none.
   *
   * @param toSign how many reports of others it is asked to countersign
   */
  record OrganisationHomeView(
      LocalDate today,
      @Nullable UUID organisation,
      String name,
      LightsView lights,
      List<HomeDutyView> ahead,
      List<OwedRoundView> missing,
      int toSign,
      List<HomeCloseOutView> closeOuts) {

    static OrganisationHomeView of(OrganisationHome home) {
      return new OrganisationHomeView(
          home.today(),
          home.organisation().orElse(null),
          home.name(),
          LightsView.of(home.lights()),
          home.ahead().stream().map(HomeDutyView::of).toList(),
          home.missing().stream().map(OwedRoundView::of).toList(),
          home.toSign(),
          home.closeOuts().stream().map(HomeCloseOutView::of).toList());
    }
  }

  record ChapterLightsView(@Nullable UUID plan, String heading, LightsView lights) {}

  record OrganisationLightsView(@Nullable UUID id, String name, LightsView lights) {}

  record TownshipLightsView(String code, String name, LightsView lights) {}

  /** How many duties something happened to. */
  record NewsCountsView(int accepted, int moved, int overdue, int reopened) {

    static NewsCountsView of(Map<News, Integer> news) {
      return new NewsCountsView(
          news.getOrDefault(News.ACCEPTED, 0),
          news.getOrDefault(News.MOVED, 0),
          news.getOrDefault(News.OVERDUE, 0),
          news.getOrDefault(News.REOPENED, 0));
    }
  }

  /** A duty in another state than before. */
  record MovedDutyView(
      UUID duty, String organisationName, String sentence, String before, String now) {}

  /**
   * The leader's page.
   *
   * @param targets how many of the sentences state a value to reach; nothing measures these yet
   */
  record LeaderHomeView(
      LocalDate today,
      LocalDate newsFrom,
      LightsView lights,
      List<ChapterLightsView> chapters,
      List<OrganisationLightsView> organisations,
      List<TownshipLightsView> townships,
      NewsCountsView news,
      List<MovedDutyView> moved,
      int sentences,
      int targets) {

    static LeaderHomeView of(LeaderHome home) {
      return new LeaderHomeView(
          home.today(),
          home.newsFrom(),
          LightsView.of(home.lights()),
          home.chapters().stream()
              .map(
                  each ->
                      new ChapterLightsView(
                          each.plan().map(PlanId::value).orElse(null),
                          each.heading(),
                          LightsView.of(each.lights())))
              .toList(),
          home.organisations().stream()
              .map(
                  each ->
                      new OrganisationLightsView(
                          each.id().orElse(null), each.name(), LightsView.of(each.lights())))
              .toList(),
          home.townships().stream()
              .map(
                  each ->
                      new TownshipLightsView(
                          each.code().digits(), each.name(), LightsView.of(each.lights())))
              .toList(),
          NewsCountsView.of(home.news()),
          home.moved().stream()
              .map(
                  each ->
                      new MovedDutyView(
                          each.duty(), each.name(), each.sentence(), each.before(), each.now()))
              .toList(),
          home.sentences(),
          home.targets());
    }
  }

  record WordsToOneView(UUID organisation, String name, int duties, String text) {

    static WordsToOneView of(DueWords.ToOne one) {
      return new WordsToOneView(one.organisation(), one.name(), one.duties(), one.text());
    }
  }

  /**
   * Words to paste for what is due.
   *
   * @param text for all; empty where there is nobody to tell
   * @param nobodys how many duties are due under names that the directory does not have
   */
  record DueWordsView(String text, List<WordsToOneView> organisations, int nobodys) {

    static DueWordsView of(DueWords.Told told) {
      return new DueWordsView(
          told.text(),
          told.organisations().stream().map(WordsToOneView::of).toList(),
          told.nobodys());
    }
  }
}
