package jingtu.server.register.exchange.job;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.RegisterId;
import jingtu.server.register.exchange.intake.Source;
import jingtu.server.scope.RegionCode;

/**
 * One file on its way into a register.
 *
 * @param region whose records its rows become where they do not say
 * @param organisation who keeps them where they do not say
 * @param by the name of the account that uploaded it
 * @param stepAt since when it is at its step
 * @param meeting what becomes of a row whose record is there already
 * @param doneAt when it was stored
 * @param takenBack that it was undone
 */
public record ImportJob(
    UUID id,
    RegisterId register,
    RegionCode region,
    Optional<UUID> organisation,
    String fileName,
    Source.Kind kind,
    UUID account,
    String by,
    Instant uploadedAt,
    ImportStep step,
    Instant stepAt,
    ImportChoice choice,
    ImportReport report,
    Meeting meeting,
    Optional<Instant> doneAt,
    Optional<TakenBack> takenBack) {

  /** What becomes of a sound row whose record is there already. */
  public enum Meeting {
    /** The record stays as it is. */
    SKIP,
    /** It is changed to what the row says; {@link ImportChoice.EmptyCells} says of empty cells. */
    UPDATE,
    /** Somebody says so for each. */
    ASK
  }

  /** Who undid an import, and why. */
  public record TakenBack(Instant at, String by, String reason) {}
}
