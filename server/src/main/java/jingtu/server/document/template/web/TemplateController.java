package jingtu.server.document.template.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jingtu.server.document.template.ChangeTemplate;
import jingtu.server.document.template.ExampleTemplate;
import jingtu.server.document.template.Template;
import jingtu.server.document.template.TemplateChoice;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.document.template.TemplateKind;
import jingtu.server.document.template.TemplateValues;
import jingtu.server.document.template.Templates;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.edge.SaidFinding;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The templates of the account's own region: listed, tried, exchanged. */
@RestController
@RequestMapping("/api/templates")
class TemplateController {

  private final Templates templates;
  private final ChangeTemplate changeTemplate;

  TemplateController(Templates templates, ChangeTemplate changeTemplate) {
    this.templates = templates;
    this.changeTemplate = changeTemplate;
  }

  /** A kind of document in one format, as the address names it. */
  private record Asked(TemplateKind kind, TemplateFormat format) {
    String fileName() {
      return kind.name(Language.ZH) + "." + format.ending();
    }
  }

  /** What is wrong with a template; nothing where it may be used. */
  record CheckView(List<SaidFinding> findings) {}

  /**
   * Which template is to be used.
   *
   * @param ordinal of an upload; 0 for the product's own
   * @param version of the choice that the account saw
   */
  record ChosenForm(@PositiveOrZero int ordinal, @PositiveOrZero int version) {}

  @GetMapping
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  List<TemplateView> list(Scope scope, HttpServletRequest request) {
    RegionCode region = region(scope);
    return templates.kinds().stream()
        .map(
            kind ->
                TemplateView.of(
                    kind,
                    Arrays.stream(TemplateFormat.values())
                        .filter(kind.shipped()::containsKey)
                        .map(format -> templates.choice(scope, region, kind, format))
                        .toList(),
                    RequestLanguage.of(request)))
        .toList();
  }

  /** A template as a file; 0 is the product's own. */
  @GetMapping("/{kind}/{format}/versions/{ordinal}")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ResponseEntity<byte[]> download(
      Scope scope,
      @PathVariable String kind,
      @PathVariable String format,
      @PathVariable int ordinal) {
    Asked asked = asked(kind, format);
    return file(asked.fileName(), asked.format(), content(scope, asked, ordinal));
  }

  /** A template filled with the examples of its fields. */
  @GetMapping("/{kind}/{format}/versions/{ordinal}/preview")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ResponseEntity<byte[]> preview(
      Scope scope,
      @PathVariable String kind,
      @PathVariable String format,
      @PathVariable int ordinal,
      HttpServletRequest request) {
    Asked asked = asked(kind, format);
    return preview(asked, content(scope, asked, ordinal), RequestLanguage.of(request));
  }

  /** A template that asks for every field, to begin one's own from. */
  @GetMapping("/{kind}/{format}/example")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ResponseEntity<byte[]> example(@PathVariable String kind, @PathVariable String format) {
    Asked asked = asked(kind, format);
    return file(asked.fileName(), asked.format(), ExampleTemplate.of(asked.kind(), asked.format()));
  }

  /** What is wrong with a file as a template; nothing is stored. */
  @PostMapping(path = "/{kind}/{format}/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedTo(Role.COORDINATOR)
  CheckView check(
      @PathVariable String kind,
      @PathVariable String format,
      @RequestParam MultipartFile file,
      HttpServletRequest request)
      throws IOException {
    Asked asked = asked(kind, format);
    Language language = RequestLanguage.of(request);
    return new CheckView(
        ChangeTemplate.check(asked.kind(), asked.format(), name(file), file.getBytes(), language)
            .stream()
            .map(finding -> SaidFinding.of(finding, language))
            .toList());
  }

  /** A file that is not stored yet, filled with the examples of its fields. */
  @PostMapping(path = "/{kind}/{format}/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedTo(Role.COORDINATOR)
  ResponseEntity<byte[]> preview(
      @PathVariable String kind,
      @PathVariable String format,
      @RequestParam MultipartFile file,
      HttpServletRequest request)
      throws IOException {
    Asked asked = asked(kind, format);
    Language language = RequestLanguage.of(request);
    List<Finding> faults =
        ChangeTemplate.check(asked.kind(), asked.format(), name(file), file.getBytes(), language);
    if (!faults.isEmpty()) {
      throw faulty(faults);
    }
    return preview(asked, file.getBytes(), language);
  }

  /** Keeps a file and uses it from now on. */
  @PostMapping(path = "/{kind}/{format}/versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.COORDINATOR)
  TemplateView.ChoiceView upload(
      Scope scope,
      @PathVariable String kind,
      @PathVariable String format,
      @RequestParam MultipartFile file,
      @RequestParam int version,
      HttpServletRequest request)
      throws IOException {
    Asked asked = asked(kind, format);
    return view(
        changeTemplate.upload(
            scope,
            asked.kind(),
            asked.format(),
            name(file),
            file.getBytes(),
            version,
            RequestLanguage.of(request)));
  }

  /** Uses an earlier template, or the product's own. */
  @PutMapping("/{kind}/{format}/chosen")
  @AllowedTo(Role.COORDINATOR)
  TemplateView.ChoiceView choose(
      Scope scope,
      @PathVariable String kind,
      @PathVariable String format,
      @Valid @RequestBody ChosenForm form) {
    Asked asked = asked(kind, format);
    return view(
        changeTemplate.choose(scope, asked.kind(), asked.format(), form.ordinal(), form.version()));
  }

  private static TemplateView.ChoiceView view(ChangeTemplate.Outcome outcome) {
    return switch (outcome) {
      case ChangeTemplate.Outcome.Changed(TemplateChoice choice) ->
          TemplateView.ChoiceView.of(choice);
      case ChangeTemplate.Outcome.Faulty(List<Finding> findings) -> throw faulty(findings);
      case ChangeTemplate.Outcome.Overtaken by ->
          throw Problem.of(HttpStatus.CONFLICT, "template.overtaken");
      case ChangeTemplate.Outcome.Unknown none -> throw unknown();
      case ChangeTemplate.Outcome.NoRegion none -> throw noRegion();
    };
  }

  private static ResponseEntity<byte[]> preview(Asked asked, byte[] content, Language language) {
    return switch (Template.read(asked.format(), content, asked.kind(), language)) {
      case Template.Outcome.Faulty(List<Finding> findings) -> throw faulty(findings);
      case Template.Outcome.Sound(Template template) ->
          file(
              asked.fileName(),
              asked.format(),
              template.fill(TemplateValues.examplesOf(asked.kind())));
    };
  }

  private static ResponseEntity<byte[]> file(String name, TemplateFormat format, byte[] content) {
    return Download.named(name, MediaType.parseMediaType(format.kind().mediaType())).body(content);
  }

  private byte[] content(Scope scope, Asked asked, int ordinal) {
    return templates
        .findContent(scope, region(scope), asked.kind(), asked.format(), ordinal)
        .orElseThrow(TemplateController::unknown);
  }

  private Asked asked(String kind, String format) {
    return TemplateFormat.ofEnding(format)
        .flatMap(ending -> templates.findKind(kind, ending).map(found -> new Asked(found, ending)))
        .orElseThrow(TemplateController::unknown);
  }

  private static RegionCode region(Scope scope) {
    return scope.region().orElseThrow(TemplateController::noRegion);
  }

  private static String name(MultipartFile file) {
    return Optional.ofNullable(file.getOriginalFilename()).orElse("");
  }

  private static Problem faulty(List<Finding> findings) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "template.faulty", findings.size())
        .with(findings);
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "template.unknown");
  }

  private static Problem noRegion() {
    return Problem.of(HttpStatus.FORBIDDEN, "template.no-region");
  }
}
