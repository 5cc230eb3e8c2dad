package jingtu.server.register.exchange.job;

import java.util.Optional;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.organisation.Regions;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.exchange.cell.SheetColumns;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Who may do what with imports. Whoever sees a region sees that imports were made into it; their
 * rows are for those who may act on them, since a file holds what not every role may know.
 */
@Component
class ImportDesk {

  private final ImportJobs jobs;
  private final Definitions definitions;
  private final Regions regions;

  ImportDesk(ImportJobs jobs, Definitions definitions, Regions regions) {
    this.jobs = jobs;
    this.definitions = definitions;
    this.regions = regions;
  }

  Definition getDefinition(Scope scope, RegisterId register) {
    return definitions
        .find(scope, register)
        .orElseThrow(
            () ->
                Problem.of(
                    HttpStatus.NOT_FOUND, "register-exchange.unknown-register", register.value()));
  }

  /** The columns that the account may fill in and see. */
  SheetColumns columns(Scope scope, RegisterId register, Language language) {
    return SheetColumns.of(getDefinition(scope, register), scope.role(), language);
  }

  /** Whether the account may import records of a region. */
  boolean mayImport(Scope scope, RegionCode region) {
    return switch (scope.role()) {
      case COORDINATOR -> regions.governs(scope, region);
      case OFFICER -> scope.organisation().isPresent() && regions.visibleTo(scope).contains(region);
      case ADMINISTRATOR, SECURITY_OFFICER, AUDITOR -> false;
    };
  }

  /** An officer imports what its own organisation keeps. */
  Optional<UUID> keeper(Scope scope, Optional<UUID> wanted) {
    return scope.is(Role.OFFICER) ? scope.organisation() : wanted;
  }

  void requireRegion(Scope scope, RegionCode region) {
    if (!mayImport(scope, region)) {
      throw Problem.of(HttpStatus.FORBIDDEN, "register-exchange.not-your-region", region.digits());
    }
  }

  /** Whether the account may see the rows of an import and go on with it. */
  boolean mayAct(Scope scope, ImportJob job) {
    return switch (scope.role()) {
      case COORDINATOR -> regions.governs(scope, job.region());
      case OFFICER -> job.account().equals(scope.account());
      case ADMINISTRATOR, SECURITY_OFFICER, AUDITOR -> false;
    };
  }

  /** An import that the account sees. */
  ImportJob get(Scope scope, UUID id) {
    return jobs.find(scope, id)
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "register-exchange.unknown-import"));
  }

  /** An import that it may act on. */
  ImportJob getOwn(Scope scope, UUID id) {
    ImportJob job = get(scope, id);
    if (!mayAct(scope, job)) {
      throw Problem.of(HttpStatus.FORBIDDEN, "register-exchange.not-your-import", job.fileName());
    }
    return job;
  }
}
