package jingtu.server.duty.reminder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.duty.Reach;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the organisations of a region are reached. The address of a robot goes in and never comes
 * out whole again, neither to a browser nor to the audit.
 */
@Repository
public class Addresses {

  private final JdbcClient jdbc;
  private final Reach reach;
  private final Identifiers identifiers;
  private final Audit audit;

  Addresses(JdbcClient jdbc, Reach reach, Identifiers identifiers, Audit audit) {
    this.jdbc = jdbc;
    this.reach = reach;
    this.identifiers = identifiers;
    this.audit = audit;
  }

  /** What may be shown of an address. */
  public record Shown(Optional<UUID> organisation, Way way, String address, boolean signed) {}

  /**
   * The robot of a group.
   *
   * @param secret with which its messages are signed; may be empty
   */
  public record Robot(Way way, String address, String secret) {

    public Robot {
      if (!way.isRobot()) {
        throw new IllegalArgumentException("no robot: " + way);
      }
    }

    /** Says nothing that is secret, wherever it is written to. */
    @Override
    public String toString() {
      return way.toString();
    }
  }

  /** What becomes of the robot that is kept. */
  public sealed interface RobotChange {
    record Keep() implements RobotChange {}

    record Remove() implements RobotChange {}

    record Replace(Robot robot) implements RobotChange {}
  }

  /** Those of a region, as far as they may be shown; none where the scope does not keep it. */
  @Transactional(readOnly = true)
  public List<Shown> list(Scope scope, RegionCode region) {
    return reach.keeps(scope, region)
        ? of(region).stream()
            .map(
                one ->
                    new Shown(one.organisation(), one.way(), one.shown(), !one.secret().isEmpty()))
            .toList()
        : List.of();
  }

  /** The organisations that report on duties of a region, by name; only they are reminded. */
  @Transactional(readOnly = true)
  public List<Addressee> organisations(Scope scope, RegionCode region) {
    if (!reach.keeps(scope, region)) {
      return List.of();
    }
    return jdbc.sql(
            """
            select organisation_id, max(organisation_name) as name from duty
            where region_code = :region and ended_reason = '' and awake and reports
              and organisation_id is not null
            group by organisation_id order by 2
            """)
        .param("region", region.digits())
        .query(
            (row, n) ->
                new Addressee(row.getObject("organisation_id", UUID.class), row.getString("name")))
        .list();
  }

  /** All of a region, with what is secret. */
  List<Address> of(RegionCode region) {
    return jdbc.sql(
            """
            select organisation_id, way, address, secret from reminder_address
            where region_code = :region order by id
            """)
        .param("region", region.digits())
        .query(
            (row, n) ->
                new Address(
                    Optional.ofNullable(row.getObject("organisation_id", UUID.class)),
                    Way.valueOf(row.getString("way")),
                    row.getString("address"),
                    row.getString("secret")))
        .list();
  }

  /**
   * Keeps other addresses of an organisation, or of the group of the region.
   *
   * @param name of the organisation, for the audit
   * @return whether the scope may
   */
  @Transactional
  public boolean keep(
      Scope scope,
      RegionCode region,
      Optional<UUID> organisation,
      String name,
      List<String> mailboxes,
      RobotChange change) {
    if (!reach.keeps(scope, region)) {
      return false;
    }
    List<Address> now = new ArrayList<>();
    mailboxes.forEach(each -> now.add(new Address(organisation, Way.EMAIL, each, "")));
    switch (change) {
      case RobotChange.Keep keep ->
          of(region).stream()
              .filter(one -> one.organisation().equals(organisation) && one.way().isRobot())
              .forEach(now::add);
      case RobotChange.Remove remove -> {}
      case RobotChange.Replace(Robot robot) ->
          now.add(new Address(organisation, robot.way(), robot.address(), robot.secret()));
    }
    delete(region, organisation);
    now.forEach(one -> insert(region, one));
    audit.record(
        scope,
        "reminder.addresses-kept",
        organisation.map(UUID::toString).orElse(region.digits()),
        name + " " + now.stream().map(Address::way).toList());
    return true;
  }

  private void delete(RegionCode region, Optional<UUID> organisation) {
    jdbc.sql(
            """
            delete from reminder_address
            where region_code = :region and (organisation_id = :organisation
              or (organisation_id is null and cast(:organisation as uuid) is null))
            """)
        .param("region", region.digits())
        .param("organisation", organisation.orElse(null))
        .update();
  }

  private void insert(RegionCode region, Address one) {
    jdbc.sql(
            """
            insert into reminder_address (id, region_code, organisation_id, way, address, secret)
            values (:id, :region, :organisation, :way, :address, :secret)
            """)
        .param("id", identifiers.next())
        .param("region", region.digits())
        .param("organisation", one.organisation().orElse(null))
        .param("way", one.way().name())
        .param("address", one.address())
        .param("secret", one.secret())
        .update();
  }
}
