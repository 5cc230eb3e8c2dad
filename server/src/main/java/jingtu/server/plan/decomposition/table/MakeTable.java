package jingtu.server.plan.decomposition.table;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jingtu.server.document.template.Template;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.document.template.TemplateKind;
import jingtu.server.document.template.TemplateValue;
import jingtu.server.document.template.Templates;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.decomposition.WorkItems;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes task tables by the templates of the plan's region. */
@Service
public class MakeTable {

  private final Plans plans;
  private final WorkItems workItems;
  private final Templates templates;
  private final Clock clock;

  MakeTable(Plans plans, WorkItems workItems, Templates templates, Clock clock) {
    this.workItems = workItems;
    this.plans = plans;
    this.templates = templates;
    this.clock = clock;
  }

  /** What comes of it. */
  public sealed interface Outcome {

    /**
     * A file.
     *
     * @param content its bytes, not copied: to be read only
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Made(String name, TemplateFormat format, byte[] content) implements Outcome {}

    /** No such plan, or none that the scope sees. */
    record Unknown() implements Outcome {}

    /** The region's template asks for what there is no longer. */
    record Faulty(List<Finding> findings) implements Outcome {}
  }

  /** The table of the plan's own tasks, one row for each action. */
  @Transactional(readOnly = true)
  public Outcome ofTasks(Scope scope, PlanId id, TemplateFormat format, Language language) {
    return make(scope, id, TableKinds.TASKS, format, language, TaskRows::of);
  }

  /** The table of the plan's work items, which an import takes back. */
  @Transactional(readOnly = true)
  public Outcome ofWork(Scope scope, PlanId id, TemplateFormat format, Language language) {
    return make(
        scope,
        id,
        TableKinds.WORK,
        format,
        language,
        plan -> WorkRows.of(workItems.list(scope, id)));
  }

  private Outcome make(
      Scope scope,
      PlanId id,
      String key,
      TemplateFormat format,
      Language language,
      Function<StoredPlan, List<Map<String, TemplateValue>>> rows) {
    Optional<StoredPlan> plan = plans.find(scope, id);
    if (plan.isEmpty()) {
      return new Outcome.Unknown();
    }
    TemplateKind kind = templates.findKind(key, format).orElseThrow();
    return switch (templates.current(
        scope, plan.get().summary().region(), kind, format, language)) {
      case Template.Outcome.Faulty(List<Finding> findings) -> new Outcome.Faulty(findings);
      case Template.Outcome.Sound(Template template) ->
          new Outcome.Made(
              TableFields.title(plan.get().summary()) + "." + format.ending(),
              format,
              template.fill(TableFields.of(plan.get().summary(), today(), rows.apply(plan.get()))));
    };
  }

  private LocalDate today() {
    return OfficeDay.today(clock);
  }
}
