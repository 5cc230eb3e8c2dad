package jingtu.server.document.template;

import java.util.Arrays;
import java.util.Optional;
import jingtu.server.document.FileKind;

/** The two kinds of file that a template, and what is made from it, may be. */
public enum TemplateFormat {
  WORD("docx", FileKind.WORD),
  EXCEL("xlsx", FileKind.EXCEL);

  private final String ending;
  private final FileKind kind;

  TemplateFormat(String ending, FileKind kind) {
    this.ending = ending;
    this.kind = kind;
  }

  /** What stands after the last dot of a file's name. */
  public String ending() {
    return ending;
  }

  public FileKind kind() {
    return kind;
  }

  /** The format whose files end so; empty for any other ending. */
  public static Optional<TemplateFormat> ofEnding(String ending) {
    return Arrays.stream(values()).filter(format -> format.ending.equals(ending)).findFirst();
  }
}
