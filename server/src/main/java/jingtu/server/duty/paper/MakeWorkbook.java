package jingtu.server.duty.paper;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jingtu.server.duty.Reach;
import jingtu.server.duty.chase.Chases;
import jingtu.server.duty.paper.WholeWorkbook.Part;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.duty.round.Standings;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a workbook of everything that is kept of round-ups, for whoever keeps them. */
@Service
public class MakeWorkbook {

  private final MakePapers papers;
  private final Rounds rounds;
  private final Standings standings;
  private final Chases chases;
  private final Reach reach;

  MakeWorkbook(MakePapers papers, Rounds rounds, Standings standings, Chases chases, Reach reach) {
    this.papers = papers;
    this.rounds = rounds;
    this.standings = standings;
    this.chases = chases;
    this.reach = reach;
  }

  /** Everything of one round-up. */
  @Transactional(readOnly = true)
  public PaperOutcome of(Scope scope, RoundId id, Language language) {
    return rounds
        .find(scope, id)
        .map(round -> made(scope, List.of(round), new PaperWords(language).period(round), language))
        .orElseGet(PaperOutcome.Unknown::new);
  }

  /** Everything of the round-ups whose periods begin in a year, the earliest first. */
  @Transactional(readOnly = true)
  public PaperOutcome of(Scope scope, int year, Language language) {
    List<Round> all =
        rounds.list(scope).stream()
            .filter(round -> round.period().first().getYear() == year)
            .sorted(
                Comparator.comparing((Round round) -> round.period().first())
                    .thenComparingInt(round -> round.period().months()))
            .toList();
    String name = new PaperWords(language).say("paper.name.year", Integer.toString(year));
    return made(scope, all, name, language);
  }

  private PaperOutcome made(Scope scope, List<Round> all, String name, Language language) {
    PaperWords words = new PaperWords(language);
    List<Round> kept = all.stream().filter(round -> reach.keeps(scope, round.region())).toList();
    if (kept.isEmpty()) {
      return new PaperOutcome.Unknown();
    }
    try (WholeWorkbook book = new WholeWorkbook(words)) {
      kept.forEach(round -> part(scope, round.id()).ifPresent(book::add));
      return new PaperOutcome.Made(
          new PaperFile(words.say("paper.name.everything", name) + ".xlsx", book.bytes()));
    }
  }

  private Optional<Part> part(Scope scope, RoundId id) {
    return papers
        .facts(scope, id)
        .map(
            facts ->
                new Part(
                    facts,
                    rounds.histories(scope, id),
                    chases.list(scope, facts.round()),
                    standings.of(scope, id)));
  }
}
