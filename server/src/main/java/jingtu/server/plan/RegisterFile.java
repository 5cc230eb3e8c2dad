package jingtu.server.plan;

import java.time.Clock;
import java.util.List;
import jingtu.planreader.PlanReading;
import jingtu.server.document.DocumentId;
import jingtu.server.document.Documents;
import jingtu.server.document.Upload;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a file and every plan in it into the register, as a part of the caller's transaction. */
@Component
class RegisterFile {

  private final Documents documents;
  private final Plans plans;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  RegisterFile(Documents documents, Plans plans, Clock clock, ApplicationEventPublisher events) {
    this.documents = documents;
    this.plans = plans;
    this.clock = clock;
    this.events = events;
  }

  /**
   * The plans as they are registered now, in the order of the file; {@code entries[i]} is what the
   * register says of {@code reading.plans()[i]}.
   *
   * @throws org.springframework.dao.DuplicateKeyException where the region has this file already
   */
  @Transactional(propagation = Propagation.MANDATORY)
  List<RegisteredPlan> store(
      Scope scope,
      RegionCode region,
      Upload upload,
      PlanReading reading,
      List<RegisterEntry> entries) {
    DocumentId document = documents.store(scope, region, upload);
    plans.store(
        scope,
        new ImportedFile(document, region, upload.sha256(), clock.instant()),
        reading,
        entries);
    List<RegisteredPlan> stored = plans.listOfFile(scope, document);
    stored.forEach(plan -> events.publishEvent(new PlanAdopted(plan.id())));
    return stored;
  }
}
