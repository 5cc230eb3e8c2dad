package jingtu.server.duty.refill;

import java.util.Map;
import jingtu.server.document.FileKind;
import jingtu.vocabulary.Message;

/** The bytes of a form: what they show, and what they are with other values in some cells. */
interface FormFile {

  /** The most rows of a sheet, and columns, that are looked at. */
  int MOST_ROWS = 400;

  int MOST_COLUMNS = 60;

  FormGrid grid();

  /** The same bytes with these values in these cells, which take values; all else as it came. */
  byte[] with(Map<Place, CellValue> values);

  /** Opens a form that is one; {@link Unreadable} says why it is none. */
  static FormFile open(FileKind kind, byte[] content) {
    return switch (kind) {
      case EXCEL -> new WorkbookForm(content);
      case WORD -> new WordForm(content);
      default -> throw new Unreadable(Message.of("refill.kinds-taken"));
    };
  }

  /** It cannot be filled, and why. */
  final class Unreadable extends RuntimeException {
    private final transient Message why;

    Unreadable(Message why) {
      super(why.key());
      this.why = why;
    }

    Message why() {
      return why;
    }
  }
}
