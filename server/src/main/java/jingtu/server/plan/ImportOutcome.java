package jingtu.server.plan;

import java.util.List;
import jingtu.server.scope.RegionCode;
import jingtu.vocabulary.Finding;

/** What comes of importing a file. Whatever is not {@link Imported} has stored nothing. */
public sealed interface ImportOutcome {

  /** All plans of the file, in its order. */
  record Imported(List<RegisteredPlan> plans) implements ImportOutcome {
    public Imported {
      plans = List.copyOf(plans);
    }
  }

  /** The region has this very file already, as these plans. */
  record AlreadyImported(List<RegisteredPlan> plans) implements ImportOutcome {
    public AlreadyImported {
      plans = List.copyOf(plans);
    }
  }

  /** The file cannot be read, is marked secret, or holds no plan. */
  record Refused(List<Finding> findings) implements ImportOutcome {
    public Refused {
      findings = List.copyOf(findings);
    }
  }

  /** The region is not the account's to fill. */
  record NotYourRegion(RegionCode region) implements ImportOutcome {}
}
