package jingtu.server.document.evidence.preview;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/**
 * The process that looks at one file: {@code look KIND} or {@code draw KIND PAGE}, the file on its
 * input, the answer on its output.
 */
final class DrawPages {

  static final String PAGES = "PAGES";
  static final String LOCKED = "LOCKED";
  static final String DAMAGED = "DAMAGED";
  static final String PIXELS = "PIXELS";
  static final String DRAWN = "DRAWN";

  private DrawPages() {}

  /** Answers one question. */
  public static void main(String[] arguments) throws IOException {
    PrintStream answer = System.out;
    System.setOut(System.err);
    ImageIO.setUseCache(false);
    byte[] content = System.in.readAllBytes();
    boolean pdf = arguments[1].equals("PDF");
    if (arguments[0].equals("look")) {
      say(answer, pdf ? PdfPages.look(content) : PicturePages.look(content));
    } else {
      int page = Integer.parseInt(arguments[2]);
      Preview drawn =
          pdf
              ? PdfPages.draw(content, page)
              : PicturePages.draw(content, page, arguments[1].equals("JPEG"));
      line(answer, DRAWN + " " + drawn.mediaType());
      answer.write(drawn.content());
    }
    answer.flush();
  }

  private static void say(PrintStream answer, Look look) throws IOException {
    line(
        answer,
        switch (look) {
          case Look.Pages(int count) -> PAGES + " " + count;
          case Look.Locked locked -> LOCKED;
          case Look.Damaged damaged -> DAMAGED;
          case Look.TooManyPixels(long width, long height) -> PIXELS + " " + width + " " + height;
          case Look.GivenUp nothing -> "";
        });
  }

  private static void line(PrintStream answer, String words) throws IOException {
    answer.write((words + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
