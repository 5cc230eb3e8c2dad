package jingtu.planreader.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jingtu.planreader.Span;

/** A heading of a version with all that stands below it, or the whole version. */
final class Section {

  private static final Pattern STOPS = Pattern.compile("[。．.：:；;]+$");

  private final Optional<Section> parent;
  private final Span span;
  private final String printed;
  private final Numbered numbered;
  private final String name;
  private final List<Section> children = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private int size;
  private int weight;

  private Section(Optional<Section> parent, Span span, String printed) {
    this.parent = parent;
    this.span = span;
    this.printed = printed;
    this.numbered = Numbered.heading(printed);
    this.name = Folded.of(numbered.words());
  }

  /** The whole version. */
  static Section root() {
    return new Section(Optional.empty(), new Span(0, 0), "");
  }

  /** A heading below this one. */
  Section add(Span place, String heading) {
    Section child = new Section(Optional.of(this), place, trimmed(heading));
    children.add(child);
    return child;
  }

  /** The heading below this one that came last, where it has these words. */
  Optional<Section> findLast(String heading) {
    return children.isEmpty()
        ? Optional.empty()
        : Optional.of(children.getLast()).filter(last -> last.says(heading));
  }

  /** Whether a heading as printed is this one. */
  boolean says(String heading) {
    return Folded.of(trimmed(heading)).equals(Folded.of(printed));
  }

  /** A heading on one line, without the full stop that parts it from its text. */
  private static String trimmed(String heading) {
    return STOPS.matcher(Folded.onOneLine(heading)).replaceAll("");
  }

  void add(Item item) {
    items.add(item);
    Optional<Section> at = Optional.of(this);
    while (at.isPresent()) {
      at.get().size++;
      at.get().weight += item.text().length();
      at = at.get().parent;
    }
  }

  Optional<Section> parent() {
    return parent;
  }

  Span span() {
    return span;
  }

  List<Section> children() {
    return children;
  }

  /** What stands right below it, not below a heading in between. */
  List<Item> items() {
    return items;
  }

  /** How many things stand below it. */
  int size() {
    return size;
  }

  /** How many characters they have. */
  int weight() {
    return weight + name.length();
  }

  String printed() {
    return printed;
  }

  String number() {
    return numbered.number();
  }

  String words() {
    return numbered.words();
  }

  /** Without its number, folded. */
  String name() {
    return name;
  }

  /** Whether it is the heading of one single thing, so that whatever happens, happens to that. */
  boolean isOwn() {
    return parent.isPresent() && children.isEmpty() && items.size() == 1;
  }

  /** The headings from the outermost to this one, as printed. */
  List<String> path() {
    List<String> path = new ArrayList<>(parent.map(Section::path).orElse(List.of()));
    if (parent.isPresent()) {
      path.add(printed);
    }
    return path;
  }

  /** The same without numbers, folded. */
  String place() {
    return parent.map(above -> above.place() + "/" + name).orElse("");
  }

  /** All headings below it, outermost first. */
  List<Section> below() {
    List<Section> all = new ArrayList<>();
    for (Section child : children) {
      all.add(child);
      all.addAll(child.below());
    }
    return all;
  }
}
