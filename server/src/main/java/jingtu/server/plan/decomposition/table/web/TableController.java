package jingtu.server.plan.decomposition.table.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.decomposition.table.MakeTable;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/plans/{id}")
class TableController {

  private final MakeTable makeTable;

  TableController(MakeTable makeTable) {
    this.makeTable = makeTable;
  }

  /** The plan's tasks as a table to be annexed; {@code format} is docx or xlsx. */
  @GetMapping("/task-table/{format}")
  @AllowedTo.Everyone
  ResponseEntity<byte[]> tasks(
      Scope scope, @PathVariable UUID id, @PathVariable String format, HttpServletRequest request) {
    return answer(
        makeTable.ofTasks(scope, new PlanId(id), format(format), RequestLanguage.of(request)));
  }

  /** The plan's work items as a table that an import takes back. */
  @GetMapping("/work-table/{format}")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ResponseEntity<byte[]> work(
      Scope scope, @PathVariable UUID id, @PathVariable String format, HttpServletRequest request) {
    return answer(
        makeTable.ofWork(scope, new PlanId(id), format(format), RequestLanguage.of(request)));
  }

  private static TemplateFormat format(String ending) {
    return TemplateFormat.ofEnding(ending)
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "template.unknown"));
  }

  private static ResponseEntity<byte[]> answer(MakeTable.Outcome outcome) {
    return switch (outcome) {
      case MakeTable.Outcome.Made(String name, TemplateFormat format, byte[] content) ->
          Download.named(name, MediaType.parseMediaType(format.kind().mediaType())).body(content);
      case MakeTable.Outcome.Unknown none -> throw Problem.of(HttpStatus.NOT_FOUND, "plan.unknown");
      case MakeTable.Outcome.Faulty(List<Finding> findings) ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "template.faulty", findings.size())
              .with(findings);
    };
  }
}
