package jingtu.server.plan.decomposition.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.server.County;
import jingtu.server.document.DocumentId;
import jingtu.server.document.template.Template;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.document.template.TemplateKind;
import jingtu.server.document.template.TemplateValue;
import jingtu.server.plan.EntryStates;
import jingtu.server.plan.Life;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.PlanKind;
import jingtu.server.plan.PlanLevel;
import jingtu.server.plan.RegisterEntry;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.Validity;
import jingtu.vocabulary.Language;

/** Plans as they would be stored, and the tables that the product's own templates make of them. */
final class MadeTables {

  static final LocalDate TODAY = LocalDate.of(2026, 4, 2);

  private MadeTables() {}

  /** The first plan of a reading. */
  static StoredPlan plan(PlanReading reading) {
    ReadPlan plan = reading.plans().getFirst();
    RegisterEntry entry =
        new RegisterEntry(
            plan.head().title(),
            plan.head().number(),
            plan.head().issuer(),
            plan.head().date(),
            PlanKind.WORK_PLAN,
            PlanLevel.COUNTY,
            new Validity(Optional.empty(), Optional.empty()),
            Optional.empty());
    return new StoredPlan(
        new RegisteredPlan(
            new PlanId(UUID.randomUUID()),
            new DocumentId(UUID.randomUUID()),
            entry,
            Life.UNTOUCHED,
            Optional.empty(),
            County.OWN,
            plan.tasks().size(),
            0,
            Instant.EPOCH,
            "某人"),
        reading.text(),
        reading.passages(),
        withoutDoubts(plan),
        EntryStates.asRead(plan, UUID::randomUUID),
        List.of(),
        List.of());
  }

  private static ReadPlan withoutDoubts(ReadPlan plan) {
    return new ReadPlan(
        plan.head(), plan.span(), plan.goals(), plan.tasks(), plan.obligations(), List.of());
  }

  static byte[] tasks(StoredPlan plan, TemplateFormat format) {
    return make(TableKinds.taskTable(), plan, TaskRows.of(plan), format);
  }

  static byte[] make(
      TemplateKind kind,
      StoredPlan plan,
      List<Map<String, TemplateValue>> rows,
      TemplateFormat format) {
    Template.Outcome outcome =
        Template.read(format, kind.shippedTemplate(format), kind, Language.ZH);
    assertThat(outcome).isInstanceOf(Template.Outcome.Sound.class);
    return ((Template.Outcome.Sound) outcome)
        .template()
        .fill(TableFields.of(plan.summary(), TODAY, rows));
  }
}
