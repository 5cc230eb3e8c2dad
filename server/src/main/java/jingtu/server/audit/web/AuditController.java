package jingtu.server.audit.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import jingtu.server.audit.AuditEntry;
import jingtu.server.audit.AuditTrail;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController {

  private final AuditTrail trail;

  AuditController(AuditTrail trail) {
    this.trail = trail;
  }

  /**
   * Entries, the newest first.
   *
   * @param next what to give as {@code before} to read on; absent at the end
   */
  record AuditPage(List<AuditEntry> entries, @Nullable Long next) {}

  @GetMapping("/api/audit")
  @AllowedTo(Role.AUDITOR)
  AuditPage list(
      Scope scope,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    List<AuditEntry> entries = trail.list(scope, before, limit);
    boolean more = entries.size() == limit && entries.getLast().sequence() > 1;
    return new AuditPage(entries, more ? entries.getLast().sequence() : null);
  }
}
