package jingtu.server.duty.round.proof;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.document.evidence.EvidencePackages;
import jingtu.server.document.evidence.ProvenThing;
import jingtu.server.duty.Duties;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.duty.round.sheet.PeriodNames;
import jingtu.server.duty.round.sheet.StateNames;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Packs what proves the reports on chosen duties. A duty whose proof is only told in words, or not
 * at all, is listed as lacking it.
 */
@Service
public class PackProof {

  /** Papers that leave the house are in Chinese. */
  private static final Language PAPER = Language.ZH;

  private final Rounds rounds;
  private final Duties duties;
  private final EvidencePackages packages;

  PackProof(Rounds rounds, Duties duties, EvidencePackages packages) {
    this.rounds = rounds;
    this.duties = duties;
    this.packages = packages;
  }

  /**
   * Prepares the package.
   *
   * @param chosen those that the scope does not see are left out
   * @param earlier whether what was handed in for earlier periods goes along
   * @param language in which faults of the catalogue's template are told
   * @return nothing where the scope sees none of the lines
   */
  @Transactional(readOnly = true)
  public Optional<EvidencePackages.Outcome> prepare(
      Scope scope, List<LineId> chosen, boolean earlier, Language language) {
    Map<DutyId, List<ReportLine>> lines = new LinkedHashMap<>();
    (earlier ? rounds.withEarlier(scope, chosen) : rounds.list(scope, chosen))
        .forEach(line -> lines.computeIfAbsent(line.duty(), any -> new ArrayList<>()).add(line));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Map<RoundId, Round> periods =
        rounds.list(scope).stream().collect(toMap(Round::id, Function.identity()));
    List<ProvenThing> things =
        duties.list(scope, lines.keySet()).stream()
            .map(duty -> thing(duty, lines.getOrDefault(duty.id(), List.of()), periods))
            .toList();
    Round latest =
        Optional.ofNullable(periods.get(lines.values().iterator().next().getFirst().round()))
            .orElseThrow();
    String title = say("package.title", PeriodNames.of(latest.period(), PAPER));
    return Optional.of(packages.prepare(scope, latest.region(), title, things, language));
  }

  private static ProvenThing thing(Duty duty, List<ReportLine> lines, Map<RoundId, Round> periods) {
    List<ProvenThing.Fact> facts = new ArrayList<>();
    facts.add(new ProvenThing.Fact(say("package.organisation"), duty.assignee().name()));
    facts.add(new ProvenThing.Fact(say("package.sentence"), duty.asked()));
    LinkedHashSet<EvidenceId> files = new LinkedHashSet<>();
    List<String> missing = new ArrayList<>();
    for (ReportLine line : lines) {
      String period =
          PeriodNames.of(
              Optional.ofNullable(periods.get(line.round())).orElseThrow().period(), PAPER);
      facts.add(
          new ProvenThing.Fact(
              period, line.said().map(PackProof::words).orElse(say("package.silent"))));
      line.said().map(Progress::files).ifPresent(files::addAll);
      line.said()
          .filter(said -> said.files().isEmpty() && !said.proof().isEmpty())
          .ifPresent(said -> missing.add(say("package.only-told", period, said.proof())));
    }
    return new ProvenThing(
        say("package.thing", duty.assignee().name(), duty.heading()),
        facts,
        List.copyOf(files),
        missing);
  }

  private static String words(Progress said) {
    List<String> parts =
        Stream.of(
                StateNames.of(said.state(), PAPER),
                said.progress(),
                said.completion(),
                said.proof())
            .filter(text -> !text.isEmpty())
            .toList();
    return String.join(say("package.between"), parts);
  }

  private static String say(String key, Object... arguments) {
    return Messages.say(Message.of("round." + key, arguments), PAPER);
  }
}
