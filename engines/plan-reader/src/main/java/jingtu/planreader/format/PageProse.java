package jingtu.planreader.format;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Where the prose of a page stands. The document is the smallest element that holds nearly all
 * prose; prose is text outside links in an element whose own words have sentence punctuation or
 * that holds a table's words (link density and text density tell content from boilerplate:
 * Kohlschütter, Fankhauser, Nejdl, WSDM 2010).
 */
final class PageProse {

  /** A child that holds this share of its parent's prose is looked into instead of it. */
  private static final double NEARLY_ALL = 0.85;

  private final Element document;
  private final Map<Element, Integer> prose;
  private final Map<Element, Integer> linked;
  private final Map<Element, Integer> all;

  private PageProse(Element document, Weighing weights) {
    this.document = document;
    this.prose = weights.prose;
    this.linked = weights.linked;
    this.all = weights.all;
  }

  static PageProse in(Element body) {
    Weighing weights = new Weighing();
    body.traverse(weights);
    Map<Element, Integer> prose = weights.prose;
    Element document = body;
    while (true) {
      Element heaviest = heaviestChild(document, prose);
      boolean holdsNearlyAll =
          !heaviest.equals(document)
              && prose.getOrDefault(heaviest, 0) >= NEARLY_ALL * prose.getOrDefault(document, 0)
              && prose.getOrDefault(heaviest, 0) > 0
              && heaviest.isBlock()
              && !heaviest.nameIs("p")
              && !heaviest.nameIs("tr")
              && !heaviest.nameIs("tbody");
      if (!holdsNearlyAll) {
        return new PageProse(document, weights);
      }
      document = heaviest;
    }
  }

  private static Element heaviestChild(Element parent, Map<Element, Integer> prose) {
    Element heaviest = parent;
    int most = 0;
    for (Element child : parent.children()) {
      int weight = prose.getOrDefault(child, 0);
      if (weight > most) {
        heaviest = child;
        most = weight;
      }
    }
    return heaviest;
  }

  /** The element that holds the document. */
  Element document() {
    return document;
  }

  /** Whether an element, wherever it stands, is made of links: a menu, a row of buttons. */
  boolean isMenu(Element element) {
    int links = linked.getOrDefault(element, 0);
    return links > 0 && links > 2 * prose.getOrDefault(element, 0) && allLinks(element, links);
  }

  private boolean allLinks(Element element, int links) {
    return links * 10 >= all.getOrDefault(element, 0) * 6;
  }

  /** Adds up, from the leaves, how much prose and how much link text every element holds. */
  private static final class Weighing implements NodeVisitor {
    private final Map<Element, Integer> prose = new HashMap<>();
    private final Map<Element, Integer> linked = new HashMap<>();
    private final Map<Element, Integer> all = new HashMap<>();
    private int links;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element && element.nameIs("a")) {
        links++;
      } else if (node instanceof TextNode text && text.parent() != null) {
        int weight = PlainWords.count(text.text());
        all.merge(text.parent(), weight, Integer::sum);
        Map<Element, Integer> kind = links > 0 ? linked : prose;
        kind.merge(text.parent(), links > 0 || isSentence(text.text()) ? weight : 0, Integer::sum);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return;
      }
      if (element.nameIs("a")) {
        links--;
      }
      if (element.parent() != null) {
        prose.merge(element.parent(), prose.getOrDefault(element, 0), Integer::sum);
        linked.merge(element.parent(), linked.getOrDefault(element, 0), Integer::sum);
        all.merge(element.parent(), all.getOrDefault(element, 0), Integer::sum);
      }
    }

    private static boolean isSentence(String words) {
      return words.codePoints().anyMatch(PlainWords::isSentencePunctuation);
    }
  }
}
