package jingtu.server.register;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;

/** Files that are really handed in as evidence. */
public final class MadeFiles {

  private MadeFiles() {}

  /** The id of a text that somebody hands in for a region under a name that ends in .txt. */
  public static UUID handIn(Evidence evidence, Scope scope, RegionCode region, String name) {
    Evidence.Outcome outcome =
        evidence.add(scope, region, name, name.getBytes(StandardCharsets.UTF_8), "");
    if (outcome instanceof Evidence.Outcome.Done(var piece)) {
      return piece.id().value();
    }
    throw new AssertionError(name + " was not taken: " + outcome);
  }
}
