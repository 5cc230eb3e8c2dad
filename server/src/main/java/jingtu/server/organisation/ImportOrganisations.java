package jingtu.server.organisation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import jingtu.server.audit.Audit;
import jingtu.server.edge.Problem;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.sheets.CellFinding;
import jingtu.sheets.SheetFile;
import jingtu.vocabulary.Finding;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a sheet of organisations into the directory: first shows what each row would do, then does
 * it in one transaction. Sound rows are taken, faulty ones are told; organisations that the sheet
 * does not name stay as they are.
 */
@Component
public class ImportOrganisations {

  private final Organisations organisations;
  private final Areas areas;
  private final Liaisons liaisons;
  private final Audit audit;

  ImportOrganisations(Organisations organisations, Areas areas, Liaisons liaisons, Audit audit) {
    this.organisations = organisations;
    this.areas = areas;
    this.liaisons = liaisons;
    this.audit = audit;
  }

  /** What became of a sheet. */
  public sealed interface Outcome {
    /** The file is no sheet, or breaks off. */
    record Refused(Finding finding) implements Outcome {}

    /** What its sound rows do, or did, and why the others are left out. */
    record Read(List<SheetChange> changes, List<CellFinding> findings) implements Outcome {
      public Read {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
      }
    }
  }

  /** What the sheet would do; nothing is stored. */
  @Transactional(readOnly = true)
  public Outcome check(Scope scope, Path file) {
    return read(scope, file, rows -> {});
  }

  /**
   * Does what {@link #check} shows.
   *
   * @throws Problem where supervision would run in a circle; nothing is stored then
   */
  @Transactional
  public Outcome take(Scope scope, Path file) {
    return read(scope, file, rows -> take(scope, rows));
  }

  /** Adds the organisations of a sheet that are new and leaves the others; for a start. */
  @Transactional
  public Outcome addMissing(Scope scope, Path file) {
    return read(
        scope,
        file,
        rows -> take(scope, rows.stream().filter(row -> row.known().isEmpty()).toList()));
  }

  private Outcome read(Scope scope, Path file, Consumer<List<PlannedRow>> taking) {
    return switch (SheetFile.open(file)) {
      case SheetFile.Refused(Finding finding) -> new Outcome.Refused(finding);
      case SheetFile.Opened(SheetFile opened) ->
          read(scope, OrganisationSheet.read(opened), taking);
    };
  }

  private Outcome read(Scope scope, OrganisationSheet sheet, Consumer<List<PlannedRow>> taking) {
    if (sheet.brokenOff().isPresent()) {
      return new Outcome.Refused(sheet.brokenOff().get());
    }
    PlanSheet planSheet =
        new PlanSheet(
            organisations.list(scope),
            areas.list(scope),
            liaisons.list(scope),
            organisations.keeper(scope));
    PlanSheet.Planned planned = planSheet.plan(sheet.rows());
    taking.accept(planned.rows());
    List<CellFinding> findings = new ArrayList<>(sheet.findings());
    findings.addAll(planned.findings());
    return new Outcome.Read(planned.rows().stream().map(PlannedRow::change).toList(), findings);
  }

  /** First who there is, then who answers to whom: a supervisor may stand further down. */
  private void take(Scope scope, List<PlannedRow> rows) {
    List<UUID> ids = rows.stream().map(row -> store(scope, row)).toList();
    for (int i = 0; i < rows.size(); i++) {
      complete(scope, ids.get(i), rows.get(i));
    }
    long news = rows.stream().filter(row -> row.known().isEmpty()).count();
    long changed =
        rows.stream().filter(row -> row.change().kind() == SheetChange.Kind.CHANGED).count();
    if (news + changed > 0) {
      audit.record(
          scope, "organisation.sheet-imported", news + " new, " + changed + " changed", "");
    }
  }

  private UUID store(Scope scope, PlannedRow row) {
    if (row.known().isEmpty()) {
      return organisations.add(scope, row.entry()).id();
    }
    Organisation known = row.known().get();
    boolean changed =
        row.changes(OrganisationColumn.AREA)
            || row.changes(OrganisationColumn.ALIASES)
            || row.changes(OrganisationColumn.FUNCTIONS);
    if (changed) {
      organisations.change(scope, known.id(), known.version(), row.entry());
    }
    return known.id();
  }

  private void complete(Scope scope, UUID id, PlannedRow row) {
    if (row.changes(OrganisationColumn.SUPERVISOR)) {
      Organisation stored = organisations.get(id);
      organisations.change(
          scope, id, stored.version(), row.entry().supervisedBy(supervisor(scope, row)));
    }
    if (row.changes(OrganisationColumn.LIAISON)
        || row.changes(OrganisationColumn.POST)
        || row.changes(OrganisationColumn.TELEPHONE)) {
      liaisons.replace(scope, id, organisations.get(id).version(), row.liaisons());
    }
    if (row.changes(OrganisationColumn.ENDED)) {
      row.endedOn()
          .ifPresentOrElse(
              day -> organisations.end(scope, id, day), () -> organisations.reopen(scope, id));
    }
  }

  private Optional<UUID> supervisor(Scope scope, PlannedRow row) {
    RegionCode region = row.entry().region().orElseThrow();
    if (row.supervisor().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        PlanSheet.called(row.supervisor(), region, organisations.list(scope))
            .map(Organisation::id)
            .orElseThrow(
                () ->
                    Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT, "organisation.unknown-supervisor")));
  }
}
