package jingtu.server.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import jingtu.planreader.PlanReading;
import jingtu.server.document.DocumentId;
import jingtu.server.scope.RegionCode;

/** Entries of the register, made for a test. */
final class Entries {

  private Entries() {}

  /** One for each plan of a reading, told apart by their titles. */
  static List<RegisterEntry> of(PlanReading reading) {
    return IntStream.range(0, reading.plans().size())
        .mapToObj(i -> titled("方案" + (i + 1)))
        .toList();
  }

  static RegisterEntry titled(String title) {
    return numbered(title, Optional.empty());
  }

  static RegisterEntry numbered(String title, Optional<String> number) {
    return new RegisterEntry(
        title,
        number,
        Optional.of("禾汀县人民政府"),
        Optional.of(LocalDate.of(2026, 4, 9)),
        PlanKind.WORK_PLAN,
        PlanLevel.COUNTY,
        new Validity(Optional.of(LocalDate.of(2026, 1, 1)), Optional.empty()),
        Optional.empty());
  }

  static RegisterEntry below(RegisterEntry entry, PlanId parent) {
    return new RegisterEntry(
        entry.title(),
        entry.number(),
        entry.issuer(),
        entry.issuedOn(),
        entry.kind(),
        entry.level(),
        entry.validity(),
        Optional.of(parent));
  }

  static RegisterEntry at(RegisterEntry entry, PlanLevel level) {
    return new RegisterEntry(
        entry.title(),
        entry.number(),
        entry.issuer(),
        entry.issuedOn(),
        entry.kind(),
        level,
        entry.validity(),
        entry.parent());
  }

  /** A line of the register that has this entry. */
  static RegisteredPlan registered(RegisterEntry entry) {
    return new RegisteredPlan(
        new PlanId(UUID.randomUUID()),
        new DocumentId(UUID.randomUUID()),
        entry,
        Life.UNTOUCHED,
        Optional.empty(),
        new RegionCode("991121"),
        0,
        0,
        Instant.EPOCH,
        "某人");
  }
}
