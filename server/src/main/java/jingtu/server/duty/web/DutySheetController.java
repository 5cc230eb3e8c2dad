package jingtu.server.duty.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.Duties;
import jingtu.server.duty.DutyFilter.From;
import jingtu.server.duty.DutyFocus.News;
import jingtu.server.duty.DutyFocus.Within;
import jingtu.server.duty.Light;
import jingtu.server.edge.Download;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of duties as a workbook. */
@RestController
@RequestMapping("/api/duties.xlsx")
class DutySheetController {

  private final Duties duties;
  private final ShowDuties show;

  DutySheetController(Duties duties, ShowDuties show) {
    this.duties = duties;
    this.show = show;
  }

  /** All duties of a list, however long it is. */
  @GetMapping
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ResponseEntity<byte[]> get(
      Scope scope,
      @RequestParam Optional<UUID> plan,
      @RequestParam Optional<String> chapter,
      @RequestParam(defaultValue = "false") boolean noChapter,
      @RequestParam Optional<UUID> organisation,
      @RequestParam(defaultValue = "false") boolean asleep,
      @RequestParam(defaultValue = "") String words,
      @RequestParam Optional<Within> due,
      @RequestParam Optional<Light> light,
      @RequestParam Optional<String> region,
      @RequestParam Optional<News> news,
      @RequestParam(defaultValue = "false") boolean unassigned,
      @RequestParam Optional<From> from,
      HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    DutyWorkbook workbook = new DutyWorkbook(language);
    byte[] bytes =
        workbook.of(
            show.all(
                scope,
                duties.all(
                    scope,
                    DutyController.filter(
                        plan,
                        DutyController.chapter(chapter, noChapter),
                        organisation,
                        asleep,
                        words,
                        DutyController.focus(due, light, region, news, unassigned),
                        from))));
    return Download.named(workbook.name() + ".xlsx", Download.WORKBOOK).body(bytes);
  }
}
