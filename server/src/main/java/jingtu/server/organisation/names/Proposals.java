package jingtu.server.organisation.names;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.organisation.NameAnswer;
import jingtu.server.organisation.NameAnswer.Candidate;
import jingtu.server.organisation.NameGroup;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.names.Surroundings.Reading;
import jingtu.server.scope.RegionCode;
import jingtu.vocabulary.Message;

/**
 * Whom a name may mean that no rule settles. What comes from here is never taken without asking.
 */
final class Proposals {

  private static final int MOST = 5;

  private final Surroundings surroundings;
  private final Keys keys;
  private final Known known;

  Proposals(Surroundings surroundings, Keys keys, Known known) {
    this.surroundings = surroundings;
    this.keys = keys;
    this.known = known;
  }

  /** The likelier ranks come first. */
  private enum Rank {
    SAME_CONCERN,
    REFORM,
    SLIP,
    RUN_TOGETHER,
    CONTAINED,
    ABOVE
  }

  private record Proposal(Organisation organisation, Rank rank, boolean exact, Message reason) {}

  NameAnswer of(String name, LocalDate day, Set<RegionCode> carried) {
    Optional<String> concern = departmentsOf(name);
    String asked = concern.orElse(name);
    List<Candidate> candidates = ranked(collect(asked, concern.isPresent(), carried), day);
    if (!candidates.isEmpty()) {
      return new NameAnswer.Candidates(candidates);
    }
    if (concern.isPresent()) {
      return new NameAnswer.Group(
          NameGroup.DEPARTMENTS,
          false,
          true,
          List.of(),
          List.of(),
          Message.of("names.group." + NameGroup.DEPARTMENTS));
    }
    return isAbove(name) ? new NameAnswer.None(Message.of("names.none-above")) : none();
  }

  NameAnswer none() {
    return new NameAnswer.None(Message.of("names.none"));
  }

  private boolean isAbove(String name) {
    return !Office.of(ShortForms.of(name)).kind().isEmpty()
        && surroundings.readings(name).stream()
            .anyMatch(reading -> reading.said() && surroundings.isAbove(reading.region()));
  }

  /** What departments do that are named by it, as in “departments for the environment”. */
  private static Optional<String> departmentsOf(String name) {
    return NameWords.ending("departments", name)
        .map(end -> name.substring(0, name.length() - end.length()))
        .filter(concern -> !concern.isEmpty());
  }

  private List<Proposal> collect(String name, boolean concernOnly, Set<RegionCode> carried) {
    List<Proposal> proposals = new ArrayList<>();
    for (Reading reading : readings(name, carried)) {
      String printed = ShortForms.of(reading.rest());
      if (!printed.isEmpty()) {
        Asked asked = Asked.of(reading.rest(), printed, concernOnly);
        for (Organisation each : keys.of(reading.region())) {
          for (String form : keys.shortForms(each)) {
            like(asked, each, form).ifPresent(proposals::add);
          }
        }
      }
    }
    if (!concernOnly) {
      above(name).forEach(proposals::add);
    }
    return proposals;
  }

  private List<Reading> readings(String name, Set<RegionCode> carried) {
    boolean ofALevelAbove = isAbove(name);
    return Stream.concat(
            carried.stream().map(region -> new Reading(region, name, false)),
            surroundings.readings(name).stream()
                .filter(reading -> reading.said() || !ofALevelAbove))
        .distinct()
        .toList();
  }

  /** A name without its region, as printed and made short, and what else it may be near to. */
  private record Asked(
      String rest, String printed, boolean concernOnly, Office office, List<NearForms.Near> near) {

    static Asked of(String rest, String printed, boolean concernOnly) {
      Office office = concernOnly ? new Office(withoutInside(printed), "") : Office.of(printed);
      return new Asked(rest, printed, concernOnly, office, NearForms.of(office).toList());
    }

    /** “The government's departments for …”: the government may be left out. */
    private static String withoutInside(String printed) {
      return NameWords.beginning("inside", printed)
          .filter(inside -> printed.length() >= inside.length() + 2)
          .map(inside -> printed.substring(inside.length()))
          .orElse(printed);
    }
  }

  private static Optional<Proposal> like(Asked asked, Organisation each, String form) {
    Office printed = asked.office();
    Office listed = Office.of(form);
    if (printed.concern().length() >= 2 && printed.concern().equals(listed.concern())) {
      return Optional.of(new Proposal(each, Rank.SAME_CONCERN, true, sameConcern(asked, each)));
    }
    Optional<NearForms.Near> near =
        asked.near().stream()
            .filter(n -> n.meant().equals(listed.concern()) || n.meant().equals(form))
            .findFirst();
    if (near.isPresent()) {
      return Optional.of(new Proposal(each, Rank.REFORM, true, reformed(near.get(), each)));
    }
    if (asked.concernOnly()) {
      return Optional.empty();
    }
    if (Likeness.isOneSlip(asked.printed(), form)) {
      boolean inPrint = each.name().endsWith(form);
      return Optional.of(
          new Proposal(each, Rank.SLIP, inPrint, Message.of("names.slip", each.name())));
    }
    if (!printed.kind().isEmpty() && isRunTogether(asked.printed(), form)) {
      return Optional.of(
          new Proposal(
              each,
              Rank.RUN_TOGETHER,
              asked.printed().startsWith(form),
              Message.of("names.run-together", each.name())));
    }
    boolean sameKind = !printed.kind().isEmpty() && printed.kind().equals(listed.kind());
    return sameKind
            && printed.concern().length() >= 2
            && Likeness.isContained(printed.concern(), each.name())
        ? Optional.of(
            new Proposal(each, Rank.CONTAINED, true, Message.of("names.contained", each.name())))
        : Optional.empty();
  }

  private static boolean isRunTogether(String printed, String form) {
    boolean office = form.length() >= 3 && !Office.of(form).kind().isEmpty();
    return office
        && printed.length() >= form.length() + 3
        && (printed.startsWith(form) || printed.endsWith(form));
  }

  private static Message sameConcern(Asked asked, Organisation each) {
    if (asked.office().kind().isEmpty()) {
      return Message.of("names.kind-missing", each.name());
    }
    return each.name().endsWith(asked.office().kind())
        ? Message.of("names.other-long-form", each.name())
        : Message.of("names.other-kind", each.name());
  }

  private static Message reformed(NearForms.Near near, Organisation each) {
    return near.reform().isEmpty()
        ? Message.of("names.near", near.printed(), near.meant(), each.name())
        : Message.of("names.reform", near.reform(), near.printed(), near.meant(), each.name());
  }

  /** Offices of the levels above, for a name that does not say its level. */
  private Stream<Proposal> above(String name) {
    return surroundings.chain().stream()
        .skip(1)
        .flatMap(region -> keys.find(region.code(), name).stream())
        .map(
            hit ->
                new Proposal(
                    hit.organisation(),
                    Rank.ABOVE,
                    true,
                    Message.of("names.only-above", hit.organisation().name())));
  }

  /** Whoever there was on the day comes before whoever was not, within a rank. */
  private List<Candidate> ranked(List<Proposal> proposals, LocalDate day) {
    List<Organisation> all = proposals.stream().map(Proposal::organisation).distinct().toList();
    List<Organisation> then = known.on(day, all);
    Set<UUID> seen = new LinkedHashSet<>();
    return proposals.stream()
        .sorted(
            Comparator.comparing(Proposal::rank)
                .thenComparing(proposal -> !proposal.exact())
                .thenComparing(proposal -> !then.contains(proposal.organisation())))
        .filter(proposal -> seen.add(proposal.organisation().id()))
        .limit(MOST)
        .map(proposal -> new Candidate(proposal.organisation(), proposal.reason()))
        .toList();
  }
}
