package jingtu.planreader.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads plain text: UTF-8, GB18030 (and with it GBK and GB 2312), or UTF-16 with a byte order mark.
 * Both UTF-8 and GB18030 are read strictly: one byte that does not fit rules an encoding out, and
 * UTF-8 is tried first because Chinese text in GB18030 is hardly ever well-formed UTF-8.
 */
final class PlainText {

  private static final Charset GB18030 = Charset.forName("GB18030");

  /** Share of characters that no text has: above it the bytes are something else. */
  private static final double MOST_STRANGE = 0.01;

  private PlainText() {}

  /** The text with line feeds only and without a byte order mark; empty where it is no text. */
  static Optional<String> decode(byte[] content) {
    return decodeStrictly(content).map(PlainText::withLineFeeds).filter(PlainText::looksLikeText);
  }

  private static Optional<String> decodeStrictly(byte[] content) {
    if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
      return decode(content, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(content, 0xFF, 0xFE)) {
      return decode(content, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(content, 0xFE, 0xFF)) {
      return decode(content, 2, StandardCharsets.UTF_16BE);
    }
    return decode(content, 0, StandardCharsets.UTF_8).or(() -> decode(content, 0, GB18030));
  }

  static boolean startsWith(byte[] content, int... mark) {
    if (content.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((content[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> decode(byte[] content, int from, Charset charset) {
    ByteBuffer bytes = ByteBuffer.wrap(content, from, content.length - from);
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes)
              .toString());
    } catch (CharacterCodingException notThisCharset) {
      return Optional.empty();
    }
  }

  static String withLineFeeds(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static boolean looksLikeText(String text) {
    long strange = text.codePoints().filter(PlainText::isStrange).count();
    return strange <= text.length() * MOST_STRANGE;
  }

  /** Control characters but for white space and Word's cell mark, and what Unicode leaves open. */
  private static boolean isStrange(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> codePoint != 7 && !Character.isWhitespace(codePoint);
      case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> true;
      default -> false;
    };
  }
}
