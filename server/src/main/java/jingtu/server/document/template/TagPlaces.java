package jingtu.server.document.template;

import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** Places in a document, in the words with which one person shows them to another. */
record TagPlaces(Language language) {

  String part(WordPart.Kind kind, int number) {
    return switch (kind) {
      case BODY -> say(Message.of("template.place.body"));
      case HEADER -> say(Message.of("template.place.header", number));
      case FOOTER -> say(Message.of("template.place.footer", number));
      case NOTES -> say(Message.of("template.place.notes"));
    };
  }

  String section(int number) {
    return say(Message.of("template.place.section", number));
  }

  String paragraph(String around, int number) {
    return say(Message.of("template.place.paragraph", around, number));
  }

  String cell(String around, int table, int row, int column) {
    return say(Message.of("template.place.cell", around, table, row, column));
  }

  String textBox(String around) {
    return say(Message.of("template.place.text-box", around));
  }

  String sheetMargin(String sheet, boolean header) {
    return header
        ? say(Message.of("template.place.sheet-header", sheet))
        : say(Message.of("template.place.sheet-footer", sheet));
  }

  private String say(Message message) {
    return Messages.say(message, language);
  }
}
