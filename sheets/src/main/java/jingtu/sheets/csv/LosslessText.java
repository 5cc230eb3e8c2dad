package jingtu.sheets.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.function.LongConsumer;

/**
 * Text from which the bytes can be had back, also where they are no text in the encoding: a byte
 * that does not fit is read as the lone surrogate {@code U+DC00 + byte}, which no decoder makes.
 */
final class LosslessText extends Reader {

  private static final char ESCAPED = '\uDC00';
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream bytes;
  private final CharsetDecoder decoder;
  private final LongConsumer read;
  private final ByteBuffer waiting = ByteBuffer.allocate(BUFFER_BYTES).flip();
  private long bytesRead;
  private int brokenBytes;
  private boolean ended;

  /** Skips the byte order mark; {@code read} is told how many bytes have been read. */
  LosslessText(InputStream bytes, TextEncoding encoding, LongConsumer read) throws IOException {
    this.bytes = bytes;
    this.read = read;
    this.decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    bytes.skipNBytes(encoding.markBytes());
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    CharBuffer characters = CharBuffer.wrap(target, offset, length);
    while (characters.position() == offset) {
      if (brokenBytes > 0) {
        escape(characters);
        continue;
      }
      CoderResult result = decoder.decode(waiting, characters, ended);
      if (result.isError()) {
        brokenBytes = result.length();
      } else if (result.isUnderflow() && characters.position() == offset) {
        if (ended) {
          return -1;
        }
        fill();
      } else if (result.isOverflow() && characters.position() == offset) {
        return 0;
      }
    }
    return characters.position() - offset;
  }

  private void escape(CharBuffer characters) {
    while (brokenBytes > 0 && characters.hasRemaining()) {
      characters.put((char) (ESCAPED + (waiting.get() & 0xFF)));
      brokenBytes--;
    }
  }

  private void fill() throws IOException {
    waiting.compact();
    int count = bytes.read(waiting.array(), waiting.position(), waiting.remaining());
    waiting.position(waiting.position() + Math.max(0, count)).flip();
    ended = count < 0;
    bytesRead += Math.max(0, count);
    read.accept(bytesRead);
  }

  static boolean isEscaped(char character) {
    return character >= ESCAPED && character <= ESCAPED + 0xFF;
  }

  /**
   * Whether the character at a place stands for a byte that is no text: it is not the second half
   * of a pair.
   */
  static boolean isBroken(CharSequence text, int at) {
    return isEscaped(text.charAt(at))
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /** Writes text as it was read, escaped bytes as the bytes they were. */
  static void write(CharSequence text, TextEncoding encoding, OutputStream target)
      throws IOException {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isBroken(text, i)) {
        target.write(text.subSequence(from, i).toString().getBytes(encoding.charset()));
        target.write(text.charAt(i) - ESCAPED);
        from = i + 1;
      }
    }
    target.write(text.subSequence(from, text.length()).toString().getBytes(encoding.charset()));
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
