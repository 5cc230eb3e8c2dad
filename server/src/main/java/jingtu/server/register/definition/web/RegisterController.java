package jingtu.server.register.definition.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.organisation.Regions;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.CodeLists;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.DefinitionFault;
import jingtu.server.register.definition.DefinitionFolder;
import jingtu.server.register.definition.DefinitionHistory;
import jingtu.server.register.definition.DefinitionText;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.definition.Origin;
import jingtu.server.register.definition.web.RegistersView.DefinitionFaultView;
import jingtu.server.register.definition.web.RegistersView.FaultyFile;
import jingtu.server.register.definition.web.RegistersView.PlannedChange;
import jingtu.server.register.definition.web.RegistersView.RegisterEntry;
import jingtu.server.register.definition.web.RegistersView.WaitingFile;
import jingtu.server.register.table.TypedQuery;
import jingtu.server.register.table.TypedTables;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which registers there are, how each is defined, and how a definition is changed. */
@RestController
@RequestMapping("/api/registers")
class RegisterController {

  private static final int LONGEST_TEXT = 256 * 1024;

  private final Definitions definitions;
  private final DefinitionHistory history;
  private final DefineRegister define;
  private final DefinitionFolder folder;
  private final CodeLists codes;
  private final TypedTables tables;
  private final Regions regions;

  RegisterController(
      Definitions definitions,
      DefinitionHistory history,
      DefineRegister define,
      DefinitionFolder folder,
      CodeLists codes,
      TypedTables tables,
      Regions regions) {
    this.definitions = definitions;
    this.history = history;
    this.define = define;
    this.folder = folder;
    this.codes = codes;
    this.tables = tables;
    this.regions = regions;
  }

  record DefinitionRequest(@NotNull @Size(max = LONGEST_TEXT) String text) {}

  /** What is wrong with a text, and what applying it would do; one of the two is empty. */
  record CheckedDefinition(List<DefinitionFaultView> faults, List<PlannedChange> plan) {}

  record DefinitionVersionsView(List<DefinitionVersionView> versions) {}

  /**
   * A version of a definition.
   *
   * @param file the file that it came in; empty where it was made in the browser
   * @param changes what it changed of the version before, in words
   */
  record DefinitionVersionView(
      int version, Instant at, String by, Origin origin, String file, List<String> changes) {
    static DefinitionVersionView of(DefinitionHistory.Version version, Language language) {
      return new DefinitionVersionView(
          version.number(),
          version.at(),
          version.by(),
          version.origin(),
          version.file(),
          version.changes().stream().map(change -> Messages.say(change, language)).toList());
    }
  }

  @GetMapping
  @AllowedTo.Everyone
  RegistersView registers(Scope scope, HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    Set<RegionCode> visible = regions.visibleTo(scope);
    List<RegisterEntry> entries =
        definitions.list(scope).stream()
            .map(d -> RegisterEntry.of(d, count(d, visible), folder.isFileGone(d.id())))
            .toList();
    if (!mayDefine(scope)) {
      return new RegistersView(entries, List.of(), List.of());
    }
    DefinitionFolder.State state = folder.state();
    Map<String, List<DefinitionFault>> faulty = new LinkedHashMap<>(state.faulty());
    definitions
        .unreadable(scope)
        .forEach((register, faults) -> faulty.put(faults.getFirst().file(), faults));
    return new RegistersView(
        entries,
        state.waiting().stream().map(file -> WaitingFile.of(file, language)).toList(),
        FaultyFile.of(faulty, language));
  }

  private long count(Definition definition, Set<RegionCode> visible) {
    return tables.count(
        definition,
        new TypedQuery(
            visible, false, List.of(), List.of(), Optional.empty(), List.of(), List.of()));
  }

  @GetMapping("/{register}")
  @AllowedTo.Everyone
  DefinitionView register(Scope scope, @PathVariable String register) {
    return view(scope, known(scope, register));
  }

  /** Every version that the register was defined by, the latest first. */
  @GetMapping("/{register}/definitions")
  @AllowedTo.Everyone
  DefinitionVersionsView versions(
      Scope scope, @PathVariable String register, HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    return new DefinitionVersionsView(
        history.list(scope, known(scope, register).id()).stream()
            .map(version -> DefinitionVersionView.of(version, language))
            .toList());
  }

  @GetMapping("/{register}/schema")
  @AllowedTo.Everyone
  Map<String, Object> schema(Scope scope, @PathVariable String register) {
    return RecordSchema.of(known(scope, register), scope.role(), codes);
  }

  /** The JSON Schema of definition files. */
  @GetMapping("/definition-schema")
  @AllowedTo.Everyone
  ResponseEntity<byte[]> definitionSchema() {
    try {
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_JSON)
          .body(new ClassPathResource("register/definition.schema.json").getContentAsByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("the schema is not among the resources", e);
    }
  }

  @PostMapping("/definitions/check")
  @AllowedTo({Role.ADMINISTRATOR, Role.COORDINATOR})
  CheckedDefinition check(
      Scope scope, HttpServletRequest request, @Valid @RequestBody DefinitionRequest body) {
    Language language = RequestLanguage.of(request);
    DefineRegister.Proposal proposal = define.check(scope, "", body.text());
    return new CheckedDefinition(
        DefinitionFaultView.of(proposal.faults(), language),
        proposal.definition().isPresent()
            ? PlannedChange.of(proposal.plan(), language)
            : List.of());
  }

  @PostMapping("/definitions")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.ADMINISTRATOR, Role.COORDINATOR})
  DefinitionView apply(
      Scope scope, HttpServletRequest request, @Valid @RequestBody DefinitionRequest body) {
    return switch (define.apply(scope, "", body.text())) {
      case DefineRegister.Outcome.Applied(Definition definition) -> view(scope, definition);
      case DefineRegister.Outcome.Overtaken(int version) ->
          throw Problem.of(HttpStatus.CONFLICT, "definition.overtaken", version);
      case DefineRegister.Outcome.Refused(List<DefinitionFault> faults) ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "definition.faulty", faults.size())
              .with("faults", DefinitionFaultView.of(faults, RequestLanguage.of(request)));
    };
  }

  private Definition known(Scope scope, String register) {
    if (!RegisterId.isOne(register)) {
      throw Problem.of(HttpStatus.NOT_FOUND, "definition.unknown-register", register);
    }
    return definitions
        .find(scope, new RegisterId(register))
        .orElseThrow(
            () -> Problem.of(HttpStatus.NOT_FOUND, "definition.unknown-register", register));
  }

  private DefinitionView view(Scope scope, Definition definition) {
    return DefinitionView.of(
        definition,
        scope.role(),
        codes,
        mayDefine(scope),
        definitions
            .findText(scope, definition.id())
            .orElseGet(() -> DefinitionText.write(definition)));
  }

  private static boolean mayDefine(Scope scope) {
    return scope.is(Role.ADMINISTRATOR) || scope.is(Role.COORDINATOR);
  }
}
