package jingtu.server.plan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jingtu.planreader.PlanReading;
import jingtu.planreader.output.TaskWorkbook;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.StoredPlan;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/plans/{id}/tasks.xlsx")
class TaskSheetController {

  private final Plans plans;

  TaskSheetController(Plans plans) {
    this.plans = plans;
  }

  /**
   * The tasks of the plan as a workbook in the columns that offices use, with the goals, the other
   * duties and the findings on sheets of their own.
   *
   * @param number the numbers of the tasks that are wanted; all of them where none is given
   */
  @GetMapping
  @AllowedTo.Everyone
  ResponseEntity<byte[]> get(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") Set<Integer> number,
      HttpServletRequest request)
      throws IOException {
    StoredPlan plan =
        plans
            .find(scope, new PlanId(id))
            .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "plan.unknown"));
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    TaskWorkbook.write(
        new PlanReading(plan.text(), plan.passages(), List.of(plan.reading()), plan.fileFindings()),
        task -> number.isEmpty() || number.contains(task),
        RequestLanguage.of(request),
        workbook);
    return Download.named(plan.summary().title() + ".xlsx", Download.WORKBOOK)
        .body(workbook.toByteArray());
  }
}
