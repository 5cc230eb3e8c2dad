package jingtu.planreader.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the values that a sentence sets, one part between commas after the other.
 *
 * <pre>
 *   target = set elsewhere     完成上级下达的治理任务         {@link SetElsewhere}
 *          | no growth         农药使用量零增长               {@link ZeroGrowth}
 *          | quantity          回收率达到80%以上, 建成3个示范区   {@link Quantities}
 *          | full coverage     监测点位全覆盖                 {@link FullCoverage}
 * </pre>
 */
public final class TargetGrammar {

  private static final Pattern STRIVES = Pattern.compile("力争|努力|争取|力求");

  private final List<DatePhrase> dates;
  private final List<TargetPhrase> found = new ArrayList<>();
  private Optional<Subject> previous = Optional.empty();
  private Optional<String> area = Optional.empty();
  private Optional<String> deed = Optional.empty();
  private boolean strives;

  private TargetGrammar(List<DatePhrase> dates) {
    this.dates = dates;
  }

  /** The targets of a sentence, in order. */
  public static List<TargetPhrase> read(String sentence) {
    String text = Numerals.narrow(sentence);
    TargetGrammar grammar = new TargetGrammar(DateGrammar.read(text, Optional.empty()));
    for (int[] part : Sentences.commaParts(text)) {
      grammar.read(text.substring(part[0], part[1]), part[0]);
    }
    return List.copyOf(grammar.found);
  }

  private void read(String words, int offset) {
    boolean striving = STRIVES.matcher(words).find();
    boolean leadsUp = strives && DateGrammar.read(words, Optional.empty()).isEmpty();
    TargetPart part = new TargetPart(words, offset, dates, previous, deed, striving || leadsUp);
    Targets targets =
        SetElsewhere.in(part)
            .or(() -> ZeroGrowth.in(part))
            .or(() -> Quantities.in(part))
            .or(() -> FullCoverage.in(part));
    Optional<String> named = Subject.areaAhead(words);
    area = named.or(() -> area);
    targets.all().forEach(target -> found.add(area.map(target::within).orElse(target)));
    previous = targets.last().or(() -> previous);
    strives = striving && targets.isEmpty();
    deed = targets.isEmpty() ? Subject.deedIn(words) : Optional.empty();
  }
}
