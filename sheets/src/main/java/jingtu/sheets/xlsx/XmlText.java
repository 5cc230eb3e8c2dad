package jingtu.sheets.xlsx;

import jingtu.sheets.Unreadable;

/** Elements of a part written as text again, without prefixes. */
final class XmlText {

  private XmlText() {}

  /** The attributes of the element that starts here, those with a prefix left out. */
  static String attributes(XmlPart xml) {
    StringBuilder text = new StringBuilder();
    xml.eachAttribute(
        (name, value) ->
            text.append(text.isEmpty() ? "" : " ")
                .append(name)
                .append("=\"")
                .append(Tag.escape(value))
                .append('"'));
    return text.toString();
  }

  /** The element that starts here with what it holds, elements of other vocabularies left out. */
  static String element(XmlPart xml) throws Unreadable {
    StringBuilder text = new StringBuilder();
    int open = 0;
    do {
      if (xml.isStart() && xml.name().isEmpty()) {
        xml.skip();
      } else if (xml.isStart()) {
        open++;
        String attributes = attributes(xml);
        text.append('<').append(xml.name()).append(attributes.isEmpty() ? "" : " " + attributes);
        text.append('>');
      } else if (xml.isEnd()) {
        open--;
        text.append("</").append(xml.name()).append('>');
      }
    } while (open > 0 && xml.next());
    return text.toString();
  }
}
