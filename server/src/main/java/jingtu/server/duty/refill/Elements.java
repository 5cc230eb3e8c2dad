package jingtu.server.duty.refill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Children of elements, by their names. */
final class Elements {

  private Elements() {}

  static List<Element> of(Node parent) {
    List<Element> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  static List<Element> of(Node parent, String name) {
    return of(parent).stream().filter(child -> name.equals(child.getLocalName())).toList();
  }

  static Optional<Element> first(Node parent, String name) {
    return of(parent, name).stream().findFirst();
  }

  /** What is beneath, level by level; nothing where one level lacks. */
  static Optional<Element> first(Node parent, String name, String below) {
    return first(parent, name).flatMap(child -> first(child, below));
  }

  /** Without what XML has no sign for. */
  static String writable(String text) {
    return text.codePoints()
        .filter(
            sign ->
                sign == '\t'
                    || sign == '\n'
                    || (sign >= ' ' && sign <= 0xD7FF)
                    || (sign >= 0xE000 && sign <= 0xFFFD)
                    || sign >= 0x10000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
