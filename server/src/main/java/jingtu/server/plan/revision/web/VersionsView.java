package jingtu.server.plan.revision.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jingtu.server.plan.Life;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.Validity;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a plan.
 *
 * @param on the day that is asked about
 * @param inForceId the version that is in force on that day; absent where none is
 * @param versions the first first
 */
record VersionsView(LocalDate on, @Nullable UUID inForceId, List<VersionView> versions) {

  static VersionsView of(List<RegisteredPlan> versions, LocalDate on) {
    return new VersionsView(
        on,
        versions.stream()
            .filter(version -> version.standing(on) == Validity.Standing.IN_FORCE)
            .findFirst()
            .map(version -> version.id().value())
            .orElse(null),
        IntStream.range(0, versions.size())
            .mapToObj(i -> VersionView.of(i + 1, versions.get(i), on))
            .toList());
  }

  /**
   * One version.
   *
   * @param number 1 for the first
   * @param standing how it stands on the day that is asked about
   * @param revisesFrom the day from which it stands in place of the version before it
   * @param withdrawnBy the document that says that it no longer applies
   * @param lifeVersion to be sent back with a change
   */
  record VersionView(
      UUID id,
      int number,
      String title,
      @Nullable String documentNumber,
      @Nullable LocalDate issuedOn,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo,
      Validity.Standing standing,
      @Nullable LocalDate revisesFrom,
      @Nullable LocalDate withdrawnOn,
      @Nullable String withdrawnBy,
      @Nullable LocalDate archivedOn,
      String regionCode,
      int taskCount,
      int lifeVersion) {

    private static VersionView of(int number, RegisteredPlan plan, LocalDate on) {
      Life life = plan.life();
      return new VersionView(
          plan.id().value(),
          number,
          plan.title(),
          plan.number().orElse(null),
          plan.issuedOn().orElse(null),
          plan.entry().validity().from().orElse(null),
          plan.entry().validity().to().orElse(null),
          plan.standing(on),
          life.revises().map(Life.Revision::from).orElse(null),
          life.withdrawn().map(Life.Withdrawal::on).orElse(null),
          life.withdrawn().map(Life.Withdrawal::by).orElse(null),
          life.archivedOn().orElse(null),
          plan.region().digits(),
          plan.taskCount(),
          life.version());
    }
  }
}
