package jingtu.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An invented plan of a given length, another one for every seed. */
final class MadePlan {

  private static final int SENTENCES = 4;

  private final Properties words = new Properties();
  private final Random random;
  private final StringBuilder text = new StringBuilder();

  private MadePlan(long seed) {
    this.random = new Random(seed);
    try (InputStream file = MadePlan.class.getResourceAsStream("made-plan.properties")) {
      if (file == null) {
        throw new IllegalStateException("no made-plan.properties");
      }
      words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text of about so many bytes in UTF-8, its paragraphs ended by line feeds. */
  static String text(long seed, int bytes) {
    MadePlan plan = new MadePlan(seed);
    plan.text.append(plan.words.getProperty("title")).append('\n');
    List<String> chapters = plan.choices("chapters", ",");
    String numerals = plan.words.getProperty("numerals");
    int length = 0;
    for (int chapter = 0; chapter < chapters.size(); chapter++) {
      plan.text.append(numerals.charAt(chapter)).append((char) 0x3001);
      plan.text.append(chapters.get(chapter)).append('\n');
      while (length < bytes / chapters.size() * (chapter + 1)) {
        length += plan.addTask();
      }
    }
    return plan.text.toString();
  }

  private int addTask() {
    int start = text.length();
    text.append(1 + random.nextInt(20)).append('.').append(one("names", ",")).append((char) 0x3002);
    for (int i = 0; i < SENTENCES; i++) {
      text.append(one("sentences", "\\|").replace("%d", Integer.toString(1 + random.nextInt(9))));
    }
    text.append(
        words
            .getProperty("clause")
            .formatted(one("leads", ","), one("participants", ","), one("participants", ",")));
    text.append('\n');
    return text.substring(start).getBytes(StandardCharsets.UTF_8).length;
  }

  private List<String> choices(String key, String separator) {
    return List.of(words.getProperty(key).split(separator, -1));
  }

  private String one(String key, String separator) {
    List<String> choices = choices(key, separator);
    return choices.get(random.nextInt(choices.size()));
  }

  /** A text as a .docx, one paragraph a line. */
  static byte[] asWord(String text) {
    StringBuilder body =
        new StringBuilder(
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                + "<w:body>");
    text.lines()
        .forEach(line -> body.append("<w:p><w:r><w:t>").append(line).append("</w:t></w:r></w:p>"));
    body.append("</w:body></w:document>");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "[Content_Types].xml", "<Types/>");
      add(
          zip,
          "_rels/.rels",
          "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\""
              + " Target=\"word/document.xml\"/></Relationships>");
      add(zip, "word/document.xml", body.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String words) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(words.getBytes(StandardCharsets.UTF_8));
  }
}
