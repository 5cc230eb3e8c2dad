package jingtu.server.duty.paper;

/** A paper as a file. */
public final class PaperFile {

  private final String name;
  private final byte[] content;

  /**
   * A file.
   *
   * @param name with its ending; what no system takes in a name is replaced
   * @param content the bytes, not copied
   */
  PaperFile(String name, byte[] content) {
    this.name = name.replaceAll("[/\\\\:*?\"<>|]", "_");
    this.content = content;
  }

  public String name() {
    return name;
  }

  /** What stands after the last dot of its name. */
  public String ending() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The bytes, not copied: to be read only. */
  public byte[] content() {
    return content;
  }
}
