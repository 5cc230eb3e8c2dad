package jingtu.planreader.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jingtu.planreader.grammar.ClauseFinder;
import jingtu.planreader.grammar.Enumerator;
import jingtu.planreader.grammar.Titles;
import jingtu.planreader.structure.Part.Section;

/**
 * Parts the paragraphs of a file into the documents that it holds. A document opens with its
 * papers: letterhead, number, covering letter, title. Its text begins with the first numbered
 * paragraph, clause, or sentence after the title.
 */
public final class Parts {

  private static final int SENTENCE = 30;
  private static final int FEWEST_ARTICLES = 5;
  private static final int LONGEST_NAME = 60;

  private final List<Part> parts = new ArrayList<>();
  private List<Paragraph> front = new ArrayList<>();
  private List<Section> sections = new ArrayList<>();
  private List<Paragraph> section = new ArrayList<>();
  private List<String> above = List.of();
  private boolean titled;
  private boolean inText;
  private boolean listing;

  private Parts() {}

  /** The documents among some paragraphs, in order; paragraphs of boilerplate belong to none. */
  public static List<Part> of(List<Paragraph> paragraphs) {
    Parts parts = new Parts();
    for (int i = 0; i < paragraphs.size(); i++) {
      if (!paragraphs.get(i).boilerplate()) {
        Optional<String> next =
            i + 1 < paragraphs.size()
                ? Optional.of(paragraphs.get(i + 1).words())
                : Optional.empty();
        parts.add(paragraphs.get(i), next);
      }
    }
    parts.close();
    return parts.parts;
  }

  /** Whether the paragraphs of a document are the articles of a law or regulation: 第三条. */
  public static boolean isLaw(List<Paragraph> paragraphs) {
    long articles = paragraphs.stream().filter(p -> Titles.isArticle(p.words())).count();
    return articles >= FEWEST_ARTICLES && articles * 4 >= paragraphs.size();
  }

  private void add(Paragraph paragraph, Optional<String> next) {
    String words = paragraph.words();
    if (inText && repeatsTitle(words)) {
      front.addAll(section);
      section.clear();
      inText = false;
    } else if (inText && opensDocument(words, next)) {
      close();
    } else if (inText && opensAnnex(words, next)) {
      openAnnex(words, next);
    }
    listing = !inText && (Titles.listsAnnexes(words) || (listing && goesOnListing(words)));
    if (!inText && !listing && (paragraph.table().isPresent() || beginsText(words))) {
      inText = true;
    }
    titled |= Titles.isTitle(words) && Titles.isPlanTitle(words);
    (inText ? section : front).add(paragraph);
  }

  /** 2.某分解表 after 附件：1.某名单. */
  private static boolean goesOnListing(String words) {
    return words.length() <= LONGEST_NAME
        && words.indexOf('。') < 0
        && Enumerator.at(words).filter(number -> number.rank() == Enumerator.ITEM).isPresent();
  }

  private static boolean opensDocument(String words, Optional<String> next) {
    boolean annexedPlan =
        Titles.annex(words)
            .map(rest -> rest.isEmpty() ? next.orElse("") : rest)
            .filter(
                title ->
                    Titles.isTitle(title) && Titles.isPlanTitle(title) && !Titles.isTable(title))
            .isPresent();
    return annexedPlan
        || Titles.opensPapers(words)
        || Titles.isNotice(words)
        || (Titles.isTitle(words) && Titles.isPlanTitle(words) && !Titles.isTable(words));
  }

  /** Web pages print the title once over the page and once over the text. */
  private boolean repeatsTitle(String words) {
    int few = 6;
    return section.size() <= few
        && sections.isEmpty()
        && Titles.isTitle(words)
        && java.util.stream.Stream.concat(front.stream(), section.stream())
            .anyMatch(paragraph -> paragraph.words().equals(words));
  }

  private static boolean opensAnnex(String words, Optional<String> next) {
    return Titles.annex(words)
        .filter(rest -> !rest.isEmpty() || next.filter(n -> n.length() <= 60).isPresent())
        .isPresent();
  }

  private void openAnnex(String words, Optional<String> next) {
    closeSection();
    boolean named = Titles.annex(words).filter(rest -> !rest.isEmpty()).isPresent();
    above = List.of(named ? words : words + next.orElse(""));
  }

  private boolean beginsText(String words) {
    if (Titles.opensPapers(words)) {
      return false;
    }
    boolean numbered =
        Enumerator.at(words).filter(number -> number.rank() <= Enumerator.ITEM).isPresent();
    boolean sentence = titled && words.length() >= SENTENCE && words.indexOf('。') >= 0;
    return numbered || sentence || !ClauseFinder.in(words).isEmpty();
  }

  private void closeSection() {
    if (!section.isEmpty()) {
      sections.add(new Section(above, section));
      section = new ArrayList<>();
    }
    above = List.of();
  }

  private void close() {
    closeSection();
    if (!front.isEmpty() || !sections.isEmpty()) {
      parts.add(new Part(front, sections));
    }
    front = new ArrayList<>();
    sections = new ArrayList<>();
    titled = false;
    inText = false;
  }
}
