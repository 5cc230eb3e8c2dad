package jingtu.server.duty.reminder;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jingtu.server.scope.OfficeDay;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Sends what waits in the outbox, one message after the other, each at its time. */
@Service
public class SendReminders {

  /** What was written so lately is not looked through again before it goes out. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final WriteDigests writeDigests;
  private final Outbox outbox;
  private final KeepReminderSettings settings;
  private final Addresses addresses;
  private final WhatIsOwed whatIsOwed;
  private final MailCourier mail;
  private final RobotCourier robots;
  private final RobotHosts hosts;
  private final Clock clock;

  SendReminders(
      WriteDigests writeDigests,
      Outbox outbox,
      KeepReminderSettings settings,
      Addresses addresses,
      WhatIsOwed whatIsOwed,
      MailCourier mail,
      RobotCourier robots,
      RobotHosts hosts,
      Clock clock) {
    this.writeDigests = writeDigests;
    this.outbox = outbox;
    this.settings = settings;
    this.addresses = addresses;
    this.whatIsOwed = whatIsOwed;
    this.mail = mail;
    this.robots = robots;
    this.hosts = hosts;
    this.clock = clock;
  }

  /** Writes the digests of the hour, and sends whatever may go out now. */
  @Scheduled(initialDelay = 30, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  public void keep() {
    writeDigests.keep();
    for (Reminder waiting : outbox.due()) {
      // Asked anew for each: a mail server may take its time.
      Instant now = clock.instant();
      Optional<Trouble> needless = needless(waiting, now);
      if (needless.isPresent()) {
        outbox.cancel(waiting.id(), needless.get(), "");
      } else if (waiting.urgent() || !settings.of(waiting.region()).quiet().cover(now)) {
        send(waiting);
      }
    }
  }

  private void send(Reminder waiting) {
    if (outbox.take(waiting.id())) {
      outbox.note(waiting, waiting.way().isRobot() ? toRobot(waiting) : mail.deliver(waiting));
    }
  }

  private Delivery toRobot(Reminder waiting) {
    Optional<Address> robot =
        addresses.of(waiting.region()).stream()
            .filter(one -> one.way() == waiting.way())
            .filter(one -> one.organisation().equals(waiting.organisation()))
            .findFirst();
    Optional<URI> address = robot.map(Address::address).flatMap(hosts::find);
    return address.isEmpty()
        ? new Delivery.NotTaken(Trouble.NOT_CONFIGURED, "", false)
        : robots.deliver(waiting, address.get(), robot.get().secret());
  }

  /** Why a message need not go out any more; absent where it should. */
  private Optional<Trouble> needless(Reminder waiting, Instant now) {
    if (waiting.isDigest()) {
      return needlessDigest(waiting, now);
    }
    boolean answered =
        waiting.reasons().contains(Reason.ASKED)
            && waiting
                .organisation()
                .filter(organisation -> whatIsOwed.isAnswered(waiting.id(), organisation))
                .isPresent();
    return answered ? Optional.of(Trouble.REPORTED) : Optional.empty();
  }

  private Optional<Trouble> needlessDigest(Reminder waiting, Instant now) {
    LocalDate today = OfficeDay.of(now);
    if (!OfficeDay.of(waiting.created()).equals(today)) {
      return Optional.of(Trouble.STALE);
    }
    if (!settings.of(waiting.region()).on()) {
      return Optional.of(Trouble.SWITCHED_OFF);
    }
    boolean fresh = waiting.created().plus(FRESH).isAfter(now);
    return fresh || writeDigests.isStillOwed(waiting, today)
        ? Optional.empty()
        : Optional.of(Trouble.REPORTED);
  }
}
