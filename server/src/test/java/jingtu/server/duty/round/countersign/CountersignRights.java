package jingtu.server.duty.round.countersign;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.RoundRights;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.OrganisationEntry;
import jingtu.server.organisation.Organisations;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * Two lines of one sentence: that of the office in which the accounts of a region work, which asks,
 * and that of a fresh organisation, which asks the office.
 */
@TestComponent
public class CountersignRights implements RightsFixture {

  private final County county;
  private final RoundRights round;
  private final Organisations organisations;
  private final AskCountersigns ask;
  private final Countersigns countersigns;
  private final Identifiers identifiers;
  private final JdbcClient jdbc;

  CountersignRights(
      County county,
      RoundRights round,
      Organisations organisations,
      AskCountersigns ask,
      Countersigns countersigns,
      Identifiers identifiers,
      JdbcClient jdbc) {
    this.county = county;
    this.round = round;
    this.organisations = organisations;
    this.ask = ask;
    this.countersigns = countersigns;
    this.identifiers = identifiers;
    this.jdbc = jdbc;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith("/api/countersigns");
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    Scope coordinator = county.person(Role.COORDINATOR, region).scope();
    ReportLine line = round.reportedLine(coordinator, region);
    Organisation other = another(coordinator, region);
    UUID duty = duty(line, other);
    if (path.endsWith("/answer")) {
      LineId theirs = line(line, duty, other);
      UUID id = asked(coordinator, theirs, line.organisation());
      return MockMvcRequestBuilders.request(method, path, id)
          .contentType(MediaType.APPLICATION_JSON)
          .content(
              "{\"version\": %d, \"agrees\": true, \"toldBy\": \"来电\"}".formatted(line.version()));
    }
    if (path.endsWith("/withdrawal")) {
      return MockMvcRequestBuilders.request(
          method, path, asked(coordinator, line.id(), other.id()));
    }
    var request =
        path.contains("{id}")
            ? MockMvcRequestBuilders.request(method, path, line.id().value())
            : MockMvcRequestBuilders.request(method, path);
    return method.equals(HttpMethod.GET)
        ? request
        : request
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"organisations\": [\"%s\"]}".formatted(other.id()));
  }

  private UUID asked(Scope coordinator, LineId line, UUID whom) {
    if (!ask.ask(coordinator, line, Set.of(whom)).equals(new CountersignOutcome.Done())) {
      throw new AssertionError("not asked");
    }
    return countersigns.of(coordinator, line).stream()
        .filter(each -> each.organisation().equals(whom))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Organisation another(Scope coordinator, RegionCode region) {
    return organisations.add(
        coordinator,
        new OrganisationEntry(
            "县" + UUID.randomUUID(),
            Optional.of(region),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            ""));
  }

  /** Calls on another organisation by the sentence of a line. */
  private UUID duty(ReportLine line, Organisation other) {
    UUID id = identifiers.next();
    jdbc.sql(
            """
            insert into duty (id, source_id, region_code, source_key, sort_key, duty_role,
              printed_name, organisation_id, organisation_name, organisation_region, awake, reports,
              ended_reason, version, changed_by_name, changed_at)
            select cast(:id as uuid), source_id, region_code, cast(:key as varchar),
              cast(:key as varchar),
              duty_role, printed_name, cast(:other as uuid), cast(:name as varchar),
              organisation_region, awake, reports, '', 1, changed_by_name, changed_at
            from duty where id = :duty
            """)
        .param("id", id)
        .param("key", id.toString())
        .param("other", other.id())
        .param("name", other.name())
        .param("duty", line.duty().value())
        .update();
    return id;
  }

  /** Lets another organisation say the same. */
  private LineId line(ReportLine line, UUID duty, Organisation other) {
    UUID id = identifiers.next();
    jdbc.sql(
            """
            insert into report_line (id, round_id, duty_id, organisation_id, organisation_region,
              sort_key, line_status, duty_state, progress, completion, problems, next_steps, reason,
              proof, channel, told_by, missing, late, reopened, returned_reason, version,
              changed_by_name, changed_at)
            select cast(:id as uuid), round_id, cast(:duty as uuid), cast(:other as uuid),
              organisation_region,
              sort_key, line_status, duty_state, progress, completion, problems, next_steps, reason,
              proof, channel, told_by, missing, late, reopened, returned_reason, version,
              changed_by_name, changed_at
            from report_line where id = :line
            """)
        .param("id", id)
        .param("duty", duty)
        .param("other", other.id())
        .param("line", line.id().value())
        .update();
    return new LineId(id);
  }
}
