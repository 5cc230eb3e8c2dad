package jingtu.server.register.definition;

import java.time.Instant;
import jingtu.server.register.RegisterId;

/**
 * A version of a definition as it was applied.
 *
 * @param fileName the file that it came in; empty where it was made in the browser
 */
record StoredDefinition(
    RegisterId register,
    int version,
    String text,
    Origin origin,
    String fileName,
    String appliedBy,
    Instant appliedAt) {

  /** How faults name it. */
  String place() {
    return fileName.isEmpty() ? register.value() : fileName;
  }
}
