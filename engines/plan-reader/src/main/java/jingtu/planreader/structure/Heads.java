package jingtu.planreader.structure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jingtu.planreader.Head;
import jingtu.planreader.Span;
import jingtu.planreader.grammar.Enumerator;
import jingtu.planreader.grammar.Titles;

/** Reads from the papers around a plan what it says of itself. */
public final class Heads {

  /** How far from either end of a document its signature and marks may stand. */
  private static final int MARGIN = 12;

  private static final int LONGEST_FRONT = 120;

  private final Condensed text;
  private final Part part;
  private final List<Paragraph> top;
  private final List<Paragraph> bottom;

  private Heads(Condensed text, Part part) {
    this.text = text;
    this.part = part;
    List<Paragraph> all = part.paragraphs();
    List<Paragraph> front = part.front();
    this.top =
        front.isEmpty()
            ? all.subList(0, Math.min(MARGIN, all.size()))
            : front.subList(Math.max(0, front.size() - LONGEST_FRONT), front.size());
    List<Paragraph> end =
        new ArrayList<>(all.subList(Math.max(0, all.size() - MARGIN), all.size()));
    Collections.reverse(end);
    this.bottom = end;
  }

  /** The head of a document. */
  public static Head read(Condensed text, Part part) {
    return new Heads(text, part).read();
  }

  private Head read() {
    Optional<Title> title = title();
    return new Head(
        title.map(Title::span).orElseGet(this::firstWords),
        title.map(Title::words).orElse(""),
        first(top, Titles::number),
        issuer(),
        date(),
        addressees(),
        basis(title.map(Title::words).orElse("")),
        first(top, Titles::disclosure).or(() -> first(bottom, Titles::disclosure)));
  }

  private record Title(String words, Span span) {}

  private Optional<Title> title() {
    List<Paragraph> candidates = part.front().isEmpty() ? List.of() : top;
    for (int i = candidates.size() - 1; i >= 0; i--) {
      if (Titles.isTitle(candidates.get(i).words())) {
        return Optional.of(withLineAbove(candidates, i));
      }
      Optional<Title> named = annexTitle(candidates.get(i));
      if (named.isPresent()) {
        return named;
      }
    }
    for (Paragraph paragraph : top) {
      if (Titles.isNotice(paragraph.words())) {
        return Optional.of(titleOf(paragraph, paragraph));
      }
    }
    return top.stream()
        .map(Paragraph::words)
        .map(Titles::quoted)
        .filter(titles -> titles.size() == 1)
        .map(List::getFirst)
        .filter(Titles::isTitle)
        .findFirst()
        .map(words -> new Title(words, firstWords()));
  }

  /** 附件2：某方案. */
  private Optional<Title> annexTitle(Paragraph paragraph) {
    return Titles.annex(paragraph.words())
        .filter(Titles::isTitle)
        .map(name -> new Title(name, text.span(paragraph.to() - name.length(), paragraph.to())));
  }

  /** A long title is often set in two lines. */
  private Title withLineAbove(List<Paragraph> candidates, int i) {
    Paragraph last = candidates.get(i);
    if (i > 0) {
      Paragraph above = candidates.get(i - 1);
      String words = above.words();
      boolean half =
          words.length() >= 4
              && words.length() <= 40
              && above.to() == last.from()
              && words.chars().noneMatch(c -> "，。；：:、》）)•-".indexOf(c) >= 0)
              && !Titles.isSignature(words)
              && !Titles.isNotice(words)
              && !Titles.opensPapers(words)
              && !Titles.isTitle(words)
              && Titles.day(words).isEmpty()
              && Titles.annex(words).isEmpty()
              && Titles.disclosure(words).isEmpty()
              && !last.words().contains("20");
      if (half) {
        return titleOf(above, last);
      }
    }
    return titleOf(last, last);
  }

  private Title titleOf(Paragraph first, Paragraph last) {
    String words = text.text().substring(first.from(), last.to());
    return new Title(words, text.span(first.from(), last.to()));
  }

  private Span firstWords() {
    Paragraph first = part.paragraphs().getFirst();
    return text.span(first.from(), Math.min(first.to(), first.from() + 20));
  }

  private Optional<String> issuer() {
    return top.stream()
        .map(Paragraph::words)
        .filter(Titles::isNotice)
        .flatMap(notice -> Titles.sender(notice).stream())
        .findFirst()
        .or(() -> signature(top))
        .or(() -> signature(bottom));
  }

  private static Optional<String> signature(List<Paragraph> margin) {
    return margin.stream()
        .map(paragraph -> Titles.withoutBullet(paragraph.words()))
        .filter(Titles::isSignature)
        .findFirst();
  }

  private Optional<LocalDate> date() {
    return first(top, words -> words.length() <= 40 ? Titles.day(words) : Optional.empty())
        .or(
            () ->
                first(
                    bottom, words -> words.length() <= 40 ? Titles.day(words) : Optional.empty()));
  }

  private List<String> addressees() {
    return top.stream()
        .map(Paragraph::words)
        .map(Titles::addressees)
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Titles named before the first heading, but not the document's own. */
  private List<String> basis(String own) {
    Set<String> titles = new LinkedHashSet<>();
    for (Paragraph paragraph : part.paragraphs()) {
      if (Enumerator.at(paragraph.words()).isPresent()) {
        break;
      }
      if (Titles.namesBasis(paragraph.words())) {
        titles.addAll(Titles.quoted(paragraph.words()));
      }
    }
    titles.remove(own);
    return List.copyOf(titles);
  }

  private static <T> Optional<T> first(
      List<Paragraph> paragraphs, Function<String, Optional<T>> reading) {
    return paragraphs.stream().flatMap(p -> reading.apply(p.words()).stream()).findFirst();
  }
}
