package jingtu.server.register;

import jingtu.server.edge.Problem;
import jingtu.server.register.exchange.job.ImportJob;
import jingtu.server.register.exchange.job.ImportStep;
import jingtu.server.register.exchange.job.Imports;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Component;

/**
 * The door to registers for code that has a sheet of records: it comes in as an import that people
 * find among the others, and may take back.
 */
@Component
public class RegisterSheets {

  private final Imports imports;

  RegisterSheets(Imports imports) {
    this.imports = imports;
  }

  /** Whether a file of that name was handed in for a register before, whatever became of it. */
  public boolean wasHandedIn(Scope scope, RegisterId register, String fileName) {
    return imports.list(scope, register).stream().anyMatch(job -> job.fileName().equals(fileName));
  }

  /**
   * Takes a sheet in, all rows or none, while the caller waits.
   *
   * @param region where a record belongs whose row does not say
   * @return how many records were made
   * @throws Problem where the sheet cannot be taken in as it is
   * @throws IllegalStateException where it could not be read to its end
   */
  public int takeIn(
      Scope scope, RegisterId register, RegionCode region, String fileName, byte[] content) {
    ImportJob job = imports.takeIn(scope, register, region, fileName, content);
    if (job.step() != ImportStep.DONE) {
      throw new IllegalStateException(fileName + " came no further than " + job.step());
    }
    return job.report().created();
  }
}
