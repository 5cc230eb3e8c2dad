package jingtu.server.document.evidence.preview;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.document.FileKind;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks at files, and draws their pages, in processes that end with the file. */
@Component
public class Previews {

  /** The pages from the first on that are drawn; nobody reads a long document in a preview. */
  public static final int MOST_PAGES = 50;

  private static final Set<FileKind> DRAWN =
      Set.of(FileKind.PDF, FileKind.PNG, FileKind.JPEG, FileKind.TIFF);

  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LARGEST_ANSWER = 32 * 1024 * 1024;

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final Path fontCache;
  private final String heap;
  private final Duration patience;

  @Autowired
  Previews(@Value("${jingtu.data}") Path data) {
    this(data, "512m", PATIENCE);
  }

  Previews(Path data, String heap, Duration patience) {
    this.fontCache = data;
    this.heap = heap;
    this.patience = patience;
  }

  /** Whether files of a kind have previews at all. */
  public static boolean exist(FileKind kind) {
    return DRAWN.contains(kind);
  }

  /** Whether a file can be opened, and how many pages it has; its kind is one that is drawn. */
  public Look look(FileKind kind, byte[] content) {
    return ask(List.of("look", kind.name()), content)
        .map(answer -> Answer.read(answer).look())
        .orElseGet(Look.GivenUp::new);
  }

  /**
   * A page of a file.
   *
   * @param page counts from 1
   * @return nothing where the page does not exist or cannot be drawn
   */
  public Optional<Preview> draw(FileKind kind, byte[] content, int page) {
    if (!exist(kind) || page < 1 || page > MOST_PAGES) {
      return Optional.empty();
    }
    return ask(List.of("draw", kind.name(), Integer.toString(page)), content)
        .flatMap(answer -> Answer.read(answer).preview());
  }

  /** What the process answered; nothing where there was no room for it or it was ended. */
  private Optional<byte[]> ask(List<String> question, byte[] content) {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return answer(start(question), content);
    } finally {
      places.release();
    }
  }

  private Process start(List<String> question) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-Xss2m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-Dpdfbox.fontcache=" + fontCache,
                        "-cp",
                        classPath(),
                        DrawPages.class.getName()),
                    question.stream())
                .toList());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeIf(name -> !name.equals("LANG") && !name.equals("PATH"));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the process that draws previews", e);
    }
  }

  private Optional<byte[]> answer(Process process, byte[] content) {
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
    try {
      try (OutputStream in = process.getOutputStream()) {
        in.write(content);
      }
      try (InputStream out = process.getInputStream()) {
        byte[] answer = out.readNBytes(LARGEST_ANSWER);
        return process.waitFor() == 0 ? Optional.of(answer) : Optional.empty();
      }
    } catch (IOException ended) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      end.cancel(false);
      process.destroyForcibly();
    }
  }

  /** Where the few classes lie that draw; with the server's others it would start more slowly. */
  private static String classPath() {
    return Stream.of(
            DrawPages.class,
            PDDocument.class,
            FontBoxFont.class,
            RandomAccessRead.class,
            LogFactory.class)
        .map(Previews::place)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " lies in no file", e);
    }
  }

  /** The answer: a line of words, then the bytes of a picture where one was asked for. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Answer(List<String> words, byte[] rest) {

    static Answer read(byte[] answer) {
      int end = 0;
      while (end < answer.length && answer[end] != '\n') {
        end++;
      }
      String line = new String(answer, 0, end, StandardCharsets.US_ASCII);
      int from = Math.min(end + 1, answer.length);
      return new Answer(List.of(line.split(" ")), Arrays.copyOfRange(answer, from, answer.length));
    }

    Look look() {
      return switch (words.getFirst()) {
        case DrawPages.PAGES -> new Look.Pages(Integer.parseInt(words.get(1)));
        case DrawPages.LOCKED -> new Look.Locked();
        case DrawPages.DAMAGED -> new Look.Damaged();
        case DrawPages.PIXELS ->
            new Look.TooManyPixels(Long.parseLong(words.get(1)), Long.parseLong(words.get(2)));
        default -> new Look.GivenUp();
      };
    }

    Optional<Preview> preview() {
      return words.getFirst().equals(DrawPages.DRAWN)
          ? Optional.of(new Preview(words.get(1), rest))
          : Optional.empty();
    }
  }
}
