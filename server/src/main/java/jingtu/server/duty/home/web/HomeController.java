package jingtu.server.duty.home.web;

import jakarta.servlet.http.HttpServletRequest;
import jingtu.server.duty.DutyFocus.Within;
import jingtu.server.duty.home.CoordinatorHomes;
import jingtu.server.duty.home.DueWords;
import jingtu.server.duty.home.LeaderHomes;
import jingtu.server.duty.home.OrganisationHomes;
import jingtu.server.duty.home.web.HomeViews.CoordinatorHomeView;
import jingtu.server.duty.home.web.HomeViews.DueWordsView;
import jingtu.server.duty.home.web.HomeViews.LeaderHomeView;
import jingtu.server.duty.home.web.HomeViews.OrganisationHomeView;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one sees after signing in. */
@RestController
@RequestMapping("/api/home")
class HomeController {

  private final CoordinatorHomes coordinators;
  private final OrganisationHomes organisations;
  private final LeaderHomes leaders;
  private final DueWords words;

  HomeController(
      CoordinatorHomes coordinators,
      OrganisationHomes organisations,
      LeaderHomes leaders,
      DueWords words) {
    this.coordinators = coordinators;
    this.organisations = organisations;
    this.leaders = leaders;
    this.words = words;
  }

  /** What is due, waits to be checked, was not reported and asks to be confirmed. */
  @GetMapping("/coordinator")
  @AllowedTo(Role.COORDINATOR)
  CoordinatorHomeView coordinator(Scope scope, @RequestParam(defaultValue = "TODAY") Within due) {
    return CoordinatorHomeView.of(coordinators.of(scope, due));
  }

  /** Words to paste for what is due within a time, in the language of the request. */
  @GetMapping("/coordinator/words")
  @AllowedTo(Role.COORDINATOR)
  DueWordsView words(
      Scope scope, HttpServletRequest request, @RequestParam(defaultValue = "TODAY") Within due) {
    return DueWordsView.of(words.of(scope, due, RequestLanguage.of(request)));
  }

  /** What the account's own organisation is asked, by when, and what is missing. */
  @GetMapping("/organisation")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  OrganisationHomeView organisation(Scope scope) {
    return OrganisationHomeView.of(organisations.of(scope));
  }

  /** How everything stands, and what changed in the last days. */
  @GetMapping("/leader")
  @AllowedTo(Role.COORDINATOR)
  LeaderHomeView leader(Scope scope) {
    return LeaderHomeView.of(leaders.of(scope));
  }
}
