package jingtu.server;

import jingtu.server.access.AccessRights;
import jingtu.server.audit.AuditRights;
import jingtu.server.document.evidence.EvidenceRights;
import jingtu.server.document.template.TemplateRights;
import jingtu.server.duty.DutyRights;
import jingtu.server.duty.closeout.CloseOutRights;
import jingtu.server.duty.refill.RefillRights;
import jingtu.server.duty.reminder.ReminderRights;
import jingtu.server.duty.round.RoundRights;
import jingtu.server.duty.round.countersign.CountersignRights;
import jingtu.server.duty.round.link.LinkRights;
import jingtu.server.edge.EdgeRights;
import jingtu.server.organisation.OrganisationRights;
import jingtu.server.plan.CalendarRights;
import jingtu.server.plan.CorrectionRights;
import jingtu.server.plan.DraftRights;
import jingtu.server.plan.PlanRights;
import jingtu.server.plan.RevisionRights;
import jingtu.server.plan.decomposition.DecompositionRights;
import jingtu.server.plan.decomposition.sheet.TableRights;
import jingtu.server.plan.decomposition.table.TaskTableRights;
import jingtu.server.plan.resolution.NamesRights;
import jingtu.server.register.definition.web.DefinitionRights;
import jingtu.server.register.exchange.web.ExchangeRights;
import jingtu.server.register.lifecycle.LifecycleRights;
import jingtu.server.register.record.RecordRights;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** The fixtures of all modules; a new module adds its line. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
  TaskTableRights.class,
  TableRights.class,
  AccessRights.class,
  AuditRights.class,
  CalendarRights.class,
  CloseOutRights.class,
  CorrectionRights.class,
  CountersignRights.class,
  DecompositionRights.class,
  DefinitionRights.class,
  DutyRights.class,
  EdgeRights.class,
  EvidenceRights.class,
  ExchangeRights.class,
  LifecycleRights.class,
  LinkRights.class,
  OrganisationRights.class,
  TemplateRights.class,
  DraftRights.class,
  NamesRights.class,
  PlanRights.class,
  RecordRights.class,
  ReminderRights.class,
  RevisionRights.class,
  RoundRights.class,
  RefillRights.class
})
public class RightsFixtures {}
