package jingtu.server.duty.closeout.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.closeout.CloseOutList;
import jingtu.server.duty.closeout.CloseOutListId;
import jingtu.server.duty.closeout.CloseOutLists;
import jingtu.server.duty.closeout.KeepItems;
import jingtu.server.duty.closeout.sheet.CheckedItems;
import jingtu.server.duty.closeout.sheet.ImportItems;
import jingtu.server.duty.closeout.sheet.ItemWorkbook;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.edge.SaidFinding;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.sheets.CellFinding;
import jingtu.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Items of close-out lists as tables: the empty one, in, marked, and out. */
@RestController
@RequestMapping("/api/close-out-lists")
class CloseOutSheetController {

  private final CloseOutLists lists;
  private final ImportItems importItems;
  private final ShowCloseOut show;

  CloseOutSheetController(CloseOutLists lists, ImportItems importItems, ShowCloseOut show) {
    this.lists = lists;
    this.importItems = importItems;
    this.show = show;
  }

  /** An item as a table brings it. */
  record BroughtItemView(
      String number,
      String task,
      String place,
      String organisationName,
      String person,
      String telephone,
      @Nullable LocalDate due) {

    static BroughtItemView of(KeepItems.Fresh fresh) {
      return new BroughtItemView(
          fresh.entry().number(),
          fresh.entry().task(),
          fresh.entry().place(),
          fresh.organisation().name(),
          fresh.entry().person(),
          fresh.entry().telephone(),
          fresh.entry().due().orElse(null));
    }
  }

  /**
   * What a table says.
   *
   * @param taken whether its items are on the list now
   * @param refusal why it is no table of items
   * @param findings what is wrong in which cell; nothing is taken while there is any
   */
  record BroughtItemsView(
      boolean taken,
      List<BroughtItemView> items,
      @Nullable SaidFinding refusal,
      List<SaidFinding> findings,
      List<SaidFinding> notices) {

    static BroughtItemsView of(CheckedItems checked, boolean taken, Language language) {
      return new BroughtItemsView(
          taken,
          checked.items().stream().map(BroughtItemView::of).toList(),
          checked.refusal().map(why -> SaidFinding.of(why, language)).orElse(null),
          checked.findings().stream()
              .map(CellFinding::finding)
              .map(finding -> SaidFinding.of(finding, language))
              .toList(),
          checked.notices().stream().map(notice -> SaidFinding.of(notice, language)).toList());
    }
  }

  /** The table that is filled in. */
  @GetMapping("/template.xlsx")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ResponseEntity<byte[]> template(HttpServletRequest request) {
    ItemWorkbook workbook = new ItemWorkbook(RequestLanguage.of(request));
    return Download.named(workbook.templateName(), Download.WORKBOOK).body(workbook.template());
  }

  /** The items that the account sees, with where they stand. */
  @GetMapping("/{id}/items.xlsx")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ResponseEntity<byte[]> workbook(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    CloseOutList list =
        lists.find(scope, new CloseOutListId(id)).orElseThrow(CloseOutListController::unknown);
    byte[] bytes =
        new ItemWorkbook(RequestLanguage.of(request))
            .of(lists.items(scope, list.id()), show.names(scope), show.today());
    String name = list.name().replaceAll("[/\\\\:*?\"<>|]", "_") + ".xlsx";
    return Download.named(name, Download.WORKBOOK).body(bytes);
  }

  /**
   * Takes the items of a table, if nothing is wrong in it.
   *
   * @param check whether nothing is taken yet
   */
  @PostMapping(path = "/{id}/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedTo(Role.COORDINATOR)
  BroughtItemsView bring(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean check,
      @RequestParam MultipartFile file,
      HttpServletRequest request)
      throws IOException {
    Language language = RequestLanguage.of(request);
    CheckedItems checked =
        check
            ? checked(scope, id, file, language)
            : read(
                importItems.take(
                    scope, new CloseOutListId(id), name(file), file.getBytes(), language));
    return BroughtItemsView.of(checked, !check && checked.isSound(), language);
  }

  /** The same table with what is wrong in its cells. */
  @PostMapping(path = "/{id}/import/marked", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedTo(Role.COORDINATOR)
  ResponseEntity<byte[]> markItems(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam MultipartFile file,
      HttpServletRequest request)
      throws IOException {
    Language language = RequestLanguage.of(request);
    byte[] copy =
        importItems
            .marked(file.getBytes(), checked(scope, id, file, language), language)
            .orElseThrow(() -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "closeout.no-copy"));
    return Download.named(name(file), MediaType.APPLICATION_OCTET_STREAM).body(copy);
  }

  private CheckedItems checked(Scope scope, UUID id, MultipartFile file, Language language)
      throws IOException {
    return read(
        importItems.check(scope, new CloseOutListId(id), name(file), file.getBytes(), language));
  }

  private static CheckedItems read(ImportItems.Outcome outcome) {
    return switch (outcome) {
      case ImportItems.Outcome.Read(CheckedItems checked) -> checked;
      case ImportItems.Outcome.Unknown none -> throw CloseOutListController.unknown();
      case ImportItems.Outcome.NotYours other -> throw CloseOutListController.notYours();
    };
  }

  private static String name(MultipartFile file) {
    return Optional.ofNullable(file.getOriginalFilename()).orElse("");
  }
}
