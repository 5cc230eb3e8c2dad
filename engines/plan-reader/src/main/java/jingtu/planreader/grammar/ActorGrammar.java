package jingtu.planreader.grammar;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds who has to act in a sentence: the name before 要, 应当, 负责, 每年 …, after 由, or after a label
 * such as 项目单位. A sentence that names nobody leaves the duty to whoever the clause names.
 */
public final class ActorGrammar {

  private static final int LONGEST_NAME = 60;

  private static final Lexicon<String> ENDINGS = Lexicon.words("actor-endings.txt");
  private static final Lexicon<String> TRIGGERS = Lexicon.words("actor-triggers.txt");
  private static final Lexicon<String> NOT_ACTORS = Lexicon.words("not-actors.txt");
  private static final Lexicon<String> VERBS = Lexicon.words("heading-verbs.txt");
  private static final Lexicon<String> LIKE_DEEDS = Lexicon.words("actors-like-deeds.txt");
  private static final Lexicon<String> LABELS = Lexicon.words("actor-labels.txt");

  /** What may stand before a name: the number of an item, or 请. */
  private static final Pattern OPENING =
      Pattern.compile("^(?:请|[（(][0-9]{1,2}[）)]?|[0-9]{1,2}[、.．]|[①-⑳])");

  private static final Pattern BRACKET = Pattern.compile("[（(][^（）()]*[）)]");
  private static final Pattern AGENT =
      Pattern.compile(
          "由(?<name>[^，。；]{2,40}?)(?:依法|分别|共同|具体|统一)?(?=会同|统一|负责|组织|牵头|承担|开展|制定|编制|实施|督促|监督|会同|按|根据|责令|予以|对|进行|提出|落实|审查|审核|确定|约谈|处罚|通报|公布|公开|发布|委托|督办|代为|核查|核实|验收|复核|监测|调查|评估|统筹|协调|指导|办理|处置|清理|书面|限期|建立|下达|主持|完成|召集|报)");

  /** A part that is only the name of an office: 环保局，负责…. */
  private static final Pattern OFFICE =
      Pattern.compile("[^的对将把由在]{1,12}(?:局|委|厅|办|院|政府|委员会|管委会|办公室|办事处|合作社|联社|街道|部门)");

  private static final Pattern AFTER_LABEL = Pattern.compile("^(?:[：:]|为|是)");
  private static final Pattern COMPANY = Pattern.compile("[^的，。；]{2,24}(?:公司|集团|厂)");

  private static final Pattern OBLIGES = Pattern.compile("^(?:要|应|须|必须|每)");

  private ActorGrammar() {}

  /** The one who has to act, as written. */
  public static Optional<String> find(String sentence) {
    for (int[] part : Sentences.commaParts(sentence)) {
      Optional<String> actor = inPart(sentence.substring(part[0], part[1]));
      if (actor.isPresent()) {
        return actor;
      }
    }
    return Optional.empty();
  }

  /** Whether a part between commas begins with the name of one who has to act. */
  static boolean opens(String part) {
    return asSubject(part).isPresent();
  }

  private static Optional<String> inPart(String part) {
    Matcher opening = OPENING.matcher(part);
    String words = opening.find() ? part.substring(opening.end()) : part;
    Optional<String> labelled = labelled(words);
    if (labelled.isPresent()) {
      return labelled;
    }
    if (OFFICE.matcher(words).matches() && mayBegin(words)) {
      return Optional.of(words);
    }
    return asSubject(afterTime(words)).or(() -> asAgent(words));
  }

  /** Whether a part between commas is a label and the names of those whom it means. */
  static boolean isLabelled(String part) {
    return labelled(part).isPresent();
  }

  /** The names after a label, where all that follows it is names: 建设单位：甲局、乙镇. */
  private static Optional<String> labelled(String words) {
    return LABELS
        .at(words, 0)
        .map(label -> words.substring(label.getKey().length()))
        .map(rest -> AFTER_LABEL.matcher(rest).replaceFirst(""))
        .filter(names -> Stream.of(names.split("、", -1)).allMatch(ActorGrammar::isName));
  }

  private static boolean isName(String name) {
    return Units.isUnit(name) || Units.isLowerLevel(name) || COMPANY.matcher(name).matches();
  }

  private static String afterTime(String words) {
    String opening = words.substring(0, Math.min(words.length(), 24));
    return DateGrammar.read(opening, Optional.empty()).stream()
        .filter(date -> date.from() <= 1 && date.kind() != DatePhrase.Kind.YEARLY_BY_NATURE)
        .findFirst()
        .map(date -> words.substring(date.to()))
        .orElse(words);
  }

  private static Optional<String> asSubject(String words) {
    boolean of = words.startsWith("对");
    String rest = of ? words.substring(1) : words;
    if (rest.startsWith("由") || !mayBegin(rest)) {
      return Optional.empty();
    }
    for (int i = 2; i < Math.min(rest.length(), LONGEST_NAME); i++) {
      if (TRIGGERS.at(rest, i).isPresent() && isActor(rest.substring(0, i))) {
        boolean obliged =
            !of || OBLIGES.matcher(rest.substring(i, Math.min(rest.length(), i + 2))).find();
        return obliged ? Optional.of(rest.substring(0, i)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<String> asAgent(String words) {
    if (words.length() > 300) {
      return Optional.empty();
    }
    Matcher agent = AGENT.matcher(words);
    while (agent.find()) {
      if (isActor(agent.group("name"))) {
        return Optional.of(agent.group("name"));
      }
    }
    return Optional.empty();
  }

  private static boolean mayBegin(String words) {
    boolean deed = NOT_ACTORS.at(words, 0).or(() -> VERBS.at(words, 0)).isPresent();
    return !deed || LIKE_DEEDS.at(words, 0).isPresent();
  }

  private static boolean isActor(String name) {
    String bare = BRACKET.matcher(name).replaceAll("");
    boolean balanced = name.chars().map(c -> Brackets.step((char) c)).sum() == 0;
    return balanced
        && bare.length() >= 2
        && name.chars().noneMatch(c -> "对将把由向。．.；".indexOf(c) >= 0)
        && (ENDINGS.atEndOf(bare).isPresent()
            || Units.isUnit(tail(bare))
            || Units.isLowerLevel(bare));
  }

  /** A long name ends in that of a unit: 列入名单的企业. */
  private static String tail(String name) {
    int of = name.lastIndexOf('的');
    String last = of >= 0 && of < name.length() - 1 ? name.substring(of + 1) : name;
    return last.substring(Math.max(0, last.length() - 20));
  }
}
