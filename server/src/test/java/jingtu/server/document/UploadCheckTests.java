package jingtu.server.document;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jingtu.testing.Seeded;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UploadCheckTests {

  private static final UploadCheck.Taken TAKEN =
      new UploadCheck.Taken(
          Set.of(
              FileKind.PDF,
              FileKind.WORD,
              FileKind.EXCEL,
              FileKind.OFFICE_97,
              FileKind.HTML,
              FileKind.TEXT),
          Message.of("plan.kinds-taken"));

  private static final String WORDS = "到2028年，测土配方施肥覆盖率不低于95%。\r\n";

  static Stream<Arguments> taken() {
    return Stream.of(
        arguments("UTF-8 text", WORDS.getBytes(UTF_8), FileKind.TEXT),
        arguments("GB18030 text", WORDS.getBytes(Charset.forName("GB18030")), FileKind.TEXT),
        arguments("UTF-16 text", WORDS.getBytes(UTF_16), FileKind.TEXT),
        arguments("a web page", "<!DOCTYPE HTML><p>x".getBytes(UTF_8), FileKind.HTML),
        arguments("a PDF", "%PDF-1.7\n%\0\1".getBytes(UTF_8), FileKind.PDF),
        arguments("a Word file", zip("[Content_Types].xml", "word/document.xml"), FileKind.WORD),
        arguments("an Excel file", zip("xl/workbook.xml", "docProps/app.xml"), FileKind.EXCEL),
        arguments("a .doc", bytes("d0cf11e0a1b11ae1"), FileKind.OFFICE_97));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("taken")
  void takesInWhatItKnowsByItsBytes(String what, byte[] content, FileKind kind) {
    UploadCheck.Outcome outcome = UploadCheck.check("plan.exe", content, TAKEN);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            UploadCheck.Outcome.Accepted.class,
            accepted -> assertThat(accepted.upload().kind()).as(what).isEqualTo(kind));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments("a program", bytes("4d5a90000300000004000000ffff0000")),
        arguments("a picture", bytes("89504e470d0a1a0a0000000d49484452")),
        arguments("an archive of programs", zip("setup.exe")),
        arguments("an archive cut short", Arrays.copyOf(zip("word/document.xml"), 60)),
        arguments("text with control characters", "plan\0plan".getBytes(UTF_8)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refusesTheRestWhateverItIsCalled(String what, byte[] content) {
    assertThat(said("方案.docx", content))
        .as(what)
        .startsWith("方案.docx: The content of the file is of no kind that is taken in.")
        .contains(".docx", ".pdf", ".txt");
  }

  @Test
  void takesPicturesOnlyWhereTheyAreAskedFor() {
    byte[] picture = bytes("89504e470d0a1a0a0000000d49484452");
    UploadCheck.Taken pictures =
        new UploadCheck.Taken(Set.of(FileKind.PNG), Message.of("plan.kinds-taken"));

    assertThat(UploadCheck.check("图.png", picture, pictures))
        .isInstanceOf(UploadCheck.Outcome.Accepted.class);
    assertThat(UploadCheck.check("图.png", picture, TAKEN))
        .isInstanceOf(UploadCheck.Outcome.Rejected.class);
    assertThat(UploadCheck.check("方案.txt", WORDS.getBytes(UTF_8), pictures))
        .isInstanceOf(UploadCheck.Outcome.Rejected.class);
  }

  @Test
  void saysHowLargeAFileIsAndMayBe() {
    assertThat(said("地图.pdf", new byte[(int) UploadCheck.LARGEST_BYTES + 1]))
        .isEqualTo(
            "地图.pdf: The file has about 51 MB; one file may have 50 MB."
                + " Compress the pictures in it, or split it and upload the parts.");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThat(said("空.txt", new byte[0])).startsWith("空.txt: The file is empty.");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          方案.docx                    | 方案.docx
          C:\\Users\\zhang\\方案.docx  | 方案.docx
          ../../etc/方案.txt           | 方案.txt
          /                            | -
          """,
      delimiter = '|')
  void dropsFoldersFromTheName(String given, String kept) {
    assertThat(UploadCheck.check(given, WORDS.getBytes(UTF_8), TAKEN))
        .isInstanceOfSatisfying(
            UploadCheck.Outcome.Accepted.class,
            accepted -> assertThat(accepted.upload().name()).isEqualTo(kept));
  }

  @Test
  void anyBytesAreJudgedWithoutFailing() {
    List<byte[]> starts =
        List.of(zip("word/document.xml"), bytes("25504446"), WORDS.getBytes(UTF_8));
    Seeded.forAll(
        300,
        random -> {
          byte[] content = Seeded.oneOf(random, starts).clone();
          for (int i = 0; i < 5; i++) {
            content[random.nextInt(content.length)] = (byte) random.nextInt();
          }
          return content;
        },
        content -> assertThat(UploadCheck.check("x", content, TAKEN)).isNotNull());
  }

  private static String said(String name, byte[] content) {
    return switch (UploadCheck.check(name, content, TAKEN)) {
      case UploadCheck.Outcome.Accepted accepted -> "accepted as " + accepted.upload().kind();
      case UploadCheck.Outcome.Rejected rejected -> rejected.finding().say(Language.EN);
    };
  }

  private static byte[] bytes(String hexadecimal) {
    return HexFormat.of().parseHex(hexadecimal);
  }

  private static byte[] zip(String... names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
