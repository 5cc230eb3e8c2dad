package jingtu.server.duty.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A message that is in the state in which the request may act on it. */
@TestComponent
@Order(0)
public class ReminderRights implements RightsFixture {

  private static final String TIMES =
      """
      {"on": false, "daysBefore": [3], "overdueEvery": 7, "overdueFor": 30, "quietFrom": "18:00",
       "quietTo": "08:30", "workingDaysOnly": true, "digestAt": "09:00"}
      """;

  private static final String GROUP =
      """
      {"mailboxes": [], "removeRobot": false, "robot": {"way": "WECOM",
       "address": "https://localhost/send?key=abcdefgh"}}
      """;

  private final Outbox outbox;
  private final ReminderRows rows;
  private final Addresses addresses;
  private final County county;

  ReminderRights(Outbox outbox, ReminderRows rows, Addresses addresses, County county) {
    this.county = county;
    this.outbox = outbox;
    this.rows = rows;
    this.addresses = addresses;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith("/api/reminders");
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    if (path.contains("{id}")) {
      return MockMvcRequestBuilders.request(method, path, message(path, region).value());
    }
    if (path.endsWith("/tests")) {
      robots();
    }
    var request = MockMvcRequestBuilders.request(method, path);
    return method.equals(HttpMethod.GET)
        ? request
        : request
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                switch (path.substring(path.lastIndexOf('/') + 1)) {
                  case "settings" -> TIMES;
                  case "addresses" -> GROUP;
                  default -> "{}";
                });
  }

  /** Everybody tries the robot of the own region. */
  private void robots() {
    for (RegionCode region : List.of(County.OWN, County.FOREIGN)) {
      addresses.keep(
          county.person(Role.COORDINATOR, region).scope(),
          region,
          Optional.empty(),
          "",
          List.of(),
          new Addresses.RobotChange.Replace(
              new Addresses.Robot(Way.WECOM, "https://localhost/send?key=abcdefgh", "")));
    }
  }

  private ReminderId message(String path, RegionCode region) {
    Draft draft = new Draft(Optional.empty(), "", Set.of(Reason.TEST), "标题", "正文", List.of());
    // Far ahead, so that nothing sends it meanwhile.
    Instant ahead = Instant.now().plus(Duration.ofDays(3650));
    ReminderId id =
        outbox.put(
            region,
            draft,
            Way.EMAIL,
            "zhao@county.example",
            new Outbox.Terms("zhao", ahead, true, Optional.empty()));
    if (!path.endsWith("/cancellation")) {
      outbox.take(id);
      outbox.note(rows.find(id).orElseThrow(), new Delivery.Unknown("no answer"));
    }
    return id;
  }
}
