package jingtu.server.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of a plan after its adoption.
 *
 * @param revises the version before this one
 * @param revisedBy the version after this one
 * @param archivedOn the day on which it was put away
 * @param version counts the changes of its life, so that of two who change it the second is told
 */
public record Life(
    Optional<Revision> revises,
    Optional<Revision> revisedBy,
    Optional<Withdrawal> withdrawn,
    Optional<LocalDate> archivedOn,
    int version) {

  /** That of a plan which nothing has happened to. */
  public static final Life UNTOUCHED =
      new Life(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);

  /** Another version, and the day from which the newer of the two stands in place of the older. */
  public record Revision(PlanId other, LocalDate from) {}

  /**
   * That a plan no longer applies.
   *
   * @param on the first day on which it does not
   * @param by the document that says so
   */
  public record Withdrawal(LocalDate on, String by) {}

  /**
   * The first day on which the plan is replaced, withdrawn or put away, whatever its validity is;
   * absent where nobody decided so.
   */
  public Optional<LocalDate> ceases() {
    return Stream.of(revisedBy.map(Revision::from), withdrawn.map(Withdrawal::on), archivedOn)
        .flatMap(Optional::stream)
        .min(LocalDate::compareTo);
  }

  /** How a plan of this life stands on a day, its validity considered. */
  Validity.Standing standing(Validity validity, LocalDate day) {
    if (withdrawn.filter(withdrawal -> !day.isBefore(withdrawal.on())).isPresent()) {
      return Validity.Standing.WITHDRAWN;
    }
    if (revisedBy.filter(revision -> !day.isBefore(revision.from())).isPresent()) {
      return Validity.Standing.REVISED;
    }
    if (archivedOn.filter(archived -> !day.isBefore(archived)).isPresent()) {
      return Validity.Standing.ARCHIVED;
    }
    return revises.filter(revision -> day.isBefore(revision.from())).isPresent()
        ? Validity.Standing.NOT_YET
        : standing(validity, revises, day);
  }

  /** A version that has come in force is in force, even where no validity is stated. */
  private static Validity.Standing standing(
      Validity validity, Optional<Revision> revises, LocalDate day) {
    Validity.Standing stated = validity.on(day);
    boolean begun = revises.isPresent() && stated == Validity.Standing.UNSTATED;
    return begun ? Validity.Standing.IN_FORCE : stated;
  }
}
