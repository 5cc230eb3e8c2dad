package jingtu.server.duty.closeout.sheet;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jingtu.server.organisation.Directory;
import jingtu.server.organisation.NameAnswer;
import jingtu.server.organisation.Organisation;
import jingtu.vocabulary.Message;

/** Whom a table means by the names of organisations that it writes. */
final class NameOrganisation {

  private static final int FEW = 3;

  private final Directory directory;
  private final LocalDate today;
  private final Map<String, Meant> known = new HashMap<>();

  NameOrganisation(Directory directory, LocalDate today) {
    this.directory = directory;
    this.today = today;
  }

  /** One organisation, or why it cannot be told which. */
  sealed interface Meant {
    record One(Organisation organisation) implements Meant {}

    record Unclear(Message why) implements Meant {}
  }

  Meant of(String written) {
    return known.computeIfAbsent(written, this::ask);
  }

  private Meant ask(String written) {
    return switch (directory.answer(written, today, Set.of())) {
      case NameAnswer.Certain(Organisation organisation, Message reason) ->
          organisation.endedOn().filter(day -> !day.isAfter(today)).isPresent()
              ? new Meant.Unclear(
                  Message.of("closeout.sheet.organisation-ended", organisation.name()))
              : new Meant.One(organisation);
      case NameAnswer.Candidates(var candidates) ->
          new Meant.Unclear(
              Message.of(
                  "closeout.sheet.organisation-unclear",
                  written,
                  candidates.stream()
                      .limit(FEW)
                      .map(candidate -> candidate.organisation().name())
                      .collect(joining(" / "))));
      case NameAnswer.Group group ->
          new Meant.Unclear(Message.of("closeout.sheet.several-organisations", written));
      case NameAnswer.None none ->
          new Meant.Unclear(Message.of("closeout.sheet.unknown-organisation", written));
    };
  }
}
