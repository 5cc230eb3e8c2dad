package jingtu.server.plan;

import java.time.LocalDate;
import java.util.Optional;

/** The days from which and to which a plan is in force, both included; absent where none is set. */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> to) {

  public Validity {
    if (!isOne(from, to)) {
      throw new IllegalArgumentException("from " + from + " to " + to);
    }
  }

  /** How a plan stands on a day. */
  public enum Standing {
    NOT_YET,
    IN_FORCE,
    OVER,
    /** Neither day is known, so nobody can say. */
    UNSTATED,
    /** A newer version stands in its place. */
    REVISED,
    /** A document says that it no longer applies. */
    WITHDRAWN,
    /** Put away, whatever its days are. */
    ARCHIVED
  }

  /** Whether the first day is not after the last. */
  public static boolean isOne(Optional<LocalDate> from, Optional<LocalDate> to) {
    return from.isEmpty() || to.isEmpty() || !from.get().isAfter(to.get());
  }

  /** How a plan stands on a day that nothing has happened to since its adoption. */
  public Standing on(LocalDate day) {
    if (from.isEmpty() && to.isEmpty()) {
      return Standing.UNSTATED;
    }
    if (from.filter(day::isBefore).isPresent()) {
      return Standing.NOT_YET;
    }
    return to.filter(day::isAfter).isPresent() ? Standing.OVER : Standing.IN_FORCE;
  }

  /** Whether it is one whole calendar year. */
  boolean isOneYear() {
    return from.isPresent()
        && to.isPresent()
        && from.get().getDayOfYear() == 1
        && to.get().equals(from.get().plusYears(1).minusDays(1));
  }

  @Override
  public String toString() {
    return from.map(LocalDate::toString).orElse("..")
        + "/"
        + to.map(LocalDate::toString).orElse("..");
  }
}
