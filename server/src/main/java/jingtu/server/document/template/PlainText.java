package jingtu.server.document.template;

/** Words without what neither Word nor Excel can keep in a file. */
final class PlainText {

  private PlainText() {}

  /** The words without control characters; line ends of all systems become {@code \n}. */
  static String of(String words) {
    return words.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cc}&&[^\n\t]]", "");
  }
}
