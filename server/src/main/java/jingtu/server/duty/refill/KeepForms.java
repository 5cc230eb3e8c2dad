package jingtu.server.duty.refill;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import jingtu.server.audit.Audit;
import jingtu.server.document.DocumentId;
import jingtu.server.document.Documents;
import jingtu.server.document.FileKind;
import jingtu.server.document.Upload;
import jingtu.server.document.UploadCheck;
import jingtu.server.duty.Duties;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyFilter;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.Reach;
import jingtu.server.organisation.Organisations;
import jingtu.server.plan.Plans;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes forms and their editions in, and keeps what fills their cells. */
@Service
public class KeepForms {

  static final UploadCheck.Taken TAKEN =
      new UploadCheck.Taken(
          Set.of(FileKind.EXCEL, FileKind.WORD), Message.of("refill.kinds-taken"));

  private static final int LONGEST_NAME = 200;

  private final SuperiorForms forms;
  private final CheckMapping checkMapping;
  private final ProposeMapping proposeMapping;
  private final Documents documents;
  private final Duties duties;
  private final Organisations organisations;
  private final Plans plans;
  private final Reach reach;
  private final Identifiers identifiers;
  private final Audit audit;
  private final Clock clock;

  KeepForms(
      SuperiorForms forms,
      CheckMapping checkMapping,
      ProposeMapping proposeMapping,
      Documents documents,
      Duties duties,
      Organisations organisations,
      Plans plans,
      Reach reach,
      Identifiers identifiers,
      Audit audit,
      Clock clock) {
    this.forms = forms;
    this.checkMapping = checkMapping;
    this.proposeMapping = proposeMapping;
    this.documents = documents;
    this.duties = duties;
    this.organisations = organisations;
    this.plans = plans;
    this.reach = reach;
    this.identifiers = identifiers;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes a form in for a region that the scope keeps; nothing in it is mapped yet. */
  @Transactional
  public FormOutcome add(
      Scope scope, RegionCode region, String name, int months, String fileName, byte[] content) {
    if (!reach.keeps(scope, region)) {
      return new FormOutcome.Unknown();
    }
    List<Finding> faults = new ArrayList<>(faults(name, months));
    Optional<Upload> upload = checked(fileName, content, faults);
    if (upload.isEmpty() || !faults.isEmpty()) {
      return new FormOutcome.Faulty(faults);
    }
    SuperiorForm form =
        new SuperiorForm(
            new FormId(identifiers.next()),
            region,
            name.strip(),
            months,
            true,
            1,
            scope.username(),
            now());
    forms.insert(form);
    forms.insert(edition(scope, form, 1, upload.get(), List.of()));
    audit(scope, "form.added", form, form.name() + ": " + upload.get().name());
    return new FormOutcome.Done(form);
  }

  /** Takes a new edition in; what is mapped goes with the cells that are the same. */
  @Transactional
  public FormOutcome renew(Scope scope, FormId id, int version, String fileName, byte[] content) {
    Optional<SuperiorForm> seen = forms.hold(scope, id);
    if (seen.isEmpty() || seen.get().version() != version) {
      return refusal(seen);
    }
    List<Finding> faults = new ArrayList<>();
    Optional<Upload> upload = checked(fileName, content, faults);
    if (upload.isEmpty()) {
      return new FormOutcome.Faulty(faults);
    }
    FormEdition last = forms.editions(scope, id).getFirst();
    CarriedOver carried =
        CarriedOver.of(
            last.mapping(),
            grid(scope, last),
            FormFile.open(upload.get().kind(), upload.get().content()).grid());
    SuperiorForm after = changed(scope, seen.get(), seen.get().name(), seen.get().inUse());
    forms.insert(edition(scope, after, last.ordinal() + 1, upload.get(), carried.cells()));
    audit(
        scope,
        "form.renewed",
        after,
        upload.get().name() + ": " + carried.cells().size() + ", -" + carried.lost().size());
    return new FormOutcome.Renewed(after, carried);
  }

  /** Calls a form otherwise, puts it away or takes it back into use. */
  @Transactional
  public FormOutcome change(Scope scope, FormId id, int version, String name, boolean inUse) {
    Optional<SuperiorForm> seen = forms.hold(scope, id);
    if (seen.isEmpty() || seen.get().version() != version) {
      return refusal(seen);
    }
    List<Finding> faults = faults(name, seen.get().months());
    if (!faults.isEmpty()) {
      return new FormOutcome.Faulty(faults);
    }
    SuperiorForm after = changed(scope, seen.get(), name.strip(), inUse);
    audit(scope, inUse ? "form.changed" : "form.put-away", after, after.name());
    return new FormOutcome.Done(after);
  }

  /** Keeps what fills the cells of the latest edition, all of it or nothing. */
  @Transactional
  public FormOutcome map(Scope scope, FormId id, int version, List<MappedCellText> wanted) {
    Optional<SuperiorForm> seen = forms.hold(scope, id);
    if (seen.isEmpty() || seen.get().version() != version) {
      return refusal(seen);
    }
    FormEdition edition = forms.editions(scope, id).getFirst();
    CheckedMapping checked =
        checkMapping.check(scope, grid(scope, edition), CheckMapping.Entry.of(wanted));
    if (!checked.faults().isEmpty()) {
      return new FormOutcome.Faulty(checked.faults());
    }
    forms.map(edition, checked.cells());
    SuperiorForm after = changed(scope, seen.get(), seen.get().name(), seen.get().inUse());
    audit(scope, "form.mapped", after, String.valueOf(checked.cells().size()));
    return new FormOutcome.Done(after);
  }

  /** What could fill cells of the latest edition that nothing fills yet. */
  @Transactional(readOnly = true)
  public List<MappedCell> proposals(Scope scope, FormId id) {
    return forms.editions(scope, id).stream()
        .findFirst()
        .map(edition -> proposeMapping.propose(scope, grid(scope, edition), edition.mapping()))
        .orElse(List.of());
  }

  /** What fills the cells, as a file for others. */
  @Transactional(readOnly = true)
  public Optional<byte[]> mappingFile(Scope scope, FormId id) {
    return forms
        .find(scope, id)
        .map(
            form -> {
              List<MappedCell> cells = forms.editions(scope, id).getFirst().mapping();
              return MappingFile.write(form, cells, mapped(scope, cells));
            });
  }

  /** What of such a file can be used for the latest edition; nothing is kept yet. */
  @Transactional(readOnly = true)
  public CheckedMapping read(Scope scope, FormEdition edition, byte[] file) {
    MappingFile.Understood understood =
        MappingFile.read(file, asked(scope), organisations.list(scope), planTitles(scope));
    CheckedMapping checked = checkMapping.check(scope, grid(scope, edition), understood.entries());
    return new CheckedMapping(
        checked.cells(),
        Stream.concat(understood.faults().stream(), checked.faults().stream()).toList());
  }

  /** What an edition shows. */
  @Transactional(readOnly = true)
  public FormGrid grid(Scope scope, FormEdition edition) {
    return file(scope, edition).grid();
  }

  /** Whether it is a .docx. */
  @Transactional(readOnly = true)
  public boolean isWord(Scope scope, FormEdition edition) {
    return kind(scope, edition) == FileKind.WORD;
  }

  FormFile file(Scope scope, FormEdition edition) {
    return FormFile.open(
        kind(scope, edition), documents.findContent(scope, edition.document()).orElseThrow());
  }

  private FileKind kind(Scope scope, FormEdition edition) {
    return FileKind.ofMediaType(
        documents.find(scope, edition.document()).orElseThrow().mediaType());
  }

  /** The duties that cells may be filled from: those that are reported on. */
  @Transactional(readOnly = true)
  public List<Duty> asked(Scope scope) {
    DutyFilter all =
        new DutyFilter(Optional.empty(), Optional.empty(), Optional.empty(), false, "");
    return duties.all(scope, all).stream().filter(Duty::reports).toList();
  }

  /** The duties that some of the cells are filled from, as far as they are seen. */
  Map<DutyId, Duty> mapped(Scope scope, List<MappedCell> cells) {
    List<DutyId> ids =
        cells.stream()
            .flatMap(
                cell ->
                    cell.source() instanceof Source.OfDuty ofDuty
                        ? Stream.of(ofDuty.duty())
                        : Stream.empty())
            .distinct()
            .toList();
    return duties.list(scope, ids).stream().collect(toMap(Duty::id, Function.identity()));
  }

  /** What the plans that the scope sees are called. */
  @Transactional(readOnly = true)
  public Map<UUID, String> planTitles(Scope scope) {
    return plans.list(scope).stream()
        .collect(toMap(plan -> plan.id().value(), plan -> plan.entry().title()));
  }

  private FormEdition edition(
      Scope scope, SuperiorForm form, int ordinal, Upload upload, List<MappedCell> mapping) {
    DocumentId document = documents.store(scope, form.region(), upload);
    return new FormEdition(
        identifiers.next(),
        form.id(),
        ordinal,
        upload.name(),
        document,
        mapping,
        scope.username(),
        now());
  }

  private SuperiorForm changed(Scope scope, SuperiorForm form, String name, boolean inUse) {
    SuperiorForm after =
        new SuperiorForm(
            form.id(),
            form.region(),
            name,
            form.months(),
            inUse,
            form.version() + 1,
            scope.username(),
            now());
    forms.update(after);
    return after;
  }

  private static FormOutcome refusal(Optional<SuperiorForm> seen) {
    return seen.<FormOutcome>map(FormOutcome.Stale::new).orElseGet(FormOutcome.Unknown::new);
  }

  private static List<Finding> faults(String name, int months) {
    List<Finding> faults = new ArrayList<>();
    if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
      faults.add(
          new Finding(
              "name", Message.of("refill.name"), Message.of("refill.name-remedy", LONGEST_NAME)));
    }
    if (!Set.of(1, 3, 6, 12).contains(months)) {
      faults.add(
          new Finding("months", Message.of("refill.months"), Message.of("refill.months-remedy")));
    }
    return faults;
  }

  private static Optional<Upload> checked(String name, byte[] content, List<Finding> faults) {
    switch (UploadCheck.check(name, content, TAKEN)) {
      case UploadCheck.Outcome.Rejected(Finding why) -> faults.add(why);
      case UploadCheck.Outcome.Accepted(Upload upload) -> {
        try {
          FormFile.open(upload.kind(), upload.content()).grid();
          return Optional.of(upload);
        } catch (FormFile.Unreadable unreadable) {
          faults.add(
              new Finding(upload.name(), unreadable.why(), Message.of("refill.unreadable-remedy")));
        }
      }
    }
    return Optional.empty();
  }

  private void audit(Scope scope, String what, SuperiorForm form, String detail) {
    audit.record(scope, what, form.id().value().toString(), detail);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
