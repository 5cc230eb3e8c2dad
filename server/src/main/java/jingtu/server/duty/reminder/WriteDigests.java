package jingtu.server.duty.reminder;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Once a day, at its hour, writes to each organisation that has an address what there is to say,
 * where the region has that switched on.
 */
@Service
class WriteDigests {

  /** What was due before a long holiday may be asked for after it. */
  private static final int LONGEST_PAUSE = 31;

  private final KeepReminderSettings settings;
  private final Addresses addresses;
  private final WhatIsOwed whatIsOwed;
  private final Outbox outbox;
  private final MailCourier mail;
  private final JdbcClient jdbc;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  WriteDigests(
      KeepReminderSettings settings,
      Addresses addresses,
      WhatIsOwed whatIsOwed,
      Outbox outbox,
      MailCourier mail,
      JdbcClient jdbc,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.settings = settings;
    this.addresses = addresses;
    this.whatIsOwed = whatIsOwed;
    this.outbox = outbox;
    this.mail = mail;
    this.jdbc = jdbc;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Writes what the hour asks for; asked again on the same day it finds nothing to do. */
  void keep() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = OfficeDay.of(now);
    LocalTime time = LocalTime.ofInstant(now, OfficeDay.ZONE);
    for (RegionCode region : settings.switchedOn()) {
      ReminderSettings own = settings.of(region);
      Optional<LocalDate> last = last(region);
      boolean done = last.filter(day -> !day.isBefore(today)).isPresent();
      if (!done && !own.quiet().cover(now) && !time.isBefore(own.digestAt())) {
        write(region, own, Window.of(today, last, own.quiet()), now);
      }
    }
  }

  /** What an organisation is still to be told that day, for a message that waits. */
  boolean isStillOwed(Reminder waiting, LocalDate today) {
    ReminderSettings own = settings.of(waiting.region());
    return owed(waiting.region(), own, Window.of(today, Optional.empty(), own.quiet())).stream()
        .anyMatch(
            owed -> waiting.organisation().filter(id -> !id.equals(owed.organisation())).isEmpty());
  }

  private void write(RegionCode region, ReminderSettings own, Window window, Instant now) {
    try {
      transaction.executeWithoutResult(
          t -> {
            jdbc.sql("insert into reminder_digest (region_code, digest_day) values (?, ?)")
                .params(region.digits(), window.today())
                .update();
            put(region, own, window, now);
          });
    } catch (DuplicateKeyException otherServer) {
      // Another start of the program wrote them at the same moment; one of them is enough.
    }
  }

  private void put(RegionCode region, ReminderSettings own, Window window, Instant now) {
    Map<Optional<UUID>, List<Address>> reached =
        addresses.of(region).stream()
            .filter(one -> one.way().isRobot() || mail.sender().isPresent())
            .collect(groupingBy(Address::organisation));
    ComposeDigest compose = new ComposeDigest(window, own);
    List<Owed> owed = owed(region, own, window);
    int written = 0;
    for (Owed one : owed) {
      List<Address> there = reached.getOrDefault(Optional.of(one.organisation()), List.of());
      written += put(region, there, compose.to(one), now);
    }
    List<Address> group = reached.getOrDefault(Optional.empty(), List.of());
    written += put(region, group, compose.toGroup(owed), now);
    if (written > 0) {
      audit.record(
          Audit.SYSTEM, "reminder.digest-written", region.digits(), String.valueOf(written));
    }
  }

  private int put(RegionCode region, List<Address> to, Optional<Draft> draft, Instant now) {
    draft.ifPresent(
        what ->
            to.forEach(
                one ->
                    outbox.put(
                        region,
                        what,
                        one.way(),
                        one.shown(),
                        new Outbox.Terms(Audit.SYSTEM, now, false, Optional.empty()))));
    return draft.isPresent() ? to.size() : 0;
  }

  private List<Owed> owed(RegionCode region, ReminderSettings own, Window window) {
    return whatIsOwed.in(
        region,
        window.today().minusDays(own.overdueFor() + (long) LONGEST_PAUSE),
        window.until().plusDays(Collections.max(own.daysBefore())));
  }

  private Optional<LocalDate> last(RegionCode region) {
    return jdbc.sql(
            """
            select digest_day from reminder_digest where region_code = :region
            order by digest_day desc fetch first 1 rows only
            """)
        .param("region", region.digits())
        .query((row, n) -> row.getObject("digest_day", LocalDate.class))
        .optional();
  }
}
