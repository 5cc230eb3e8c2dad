package jingtu.server.document.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import jingtu.testing.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that every machine can unpack. */
class PackageNamesTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          9    | 3 | 北沟尾矿库          | 03-北沟尾矿库
          99   | 3 | 甲/乙:丙?          | 03-甲_乙_丙_
          100  | 3 | 北沟尾矿库          | 003-北沟尾矿库
          4000 | 3 | CON                 | 0003-CON
          9    | 3 | 有限公司 . .        | 03-有限公司
          9    | 3 | ..                  | 03-
          """)
  void aFolderHasItsNumberAndItsHeading(int things, int at, String heading, String folder) {
    assertThat(new PackageNames(things).folder(at, heading)).isEqualTo(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          2   ; 验收意见.pdf      ; 01-02 验收意见.pdf
          120 ; 验收意见.pdf      ; 01-002 验收意见.pdf
          2   ; a<b>|c"d.docx     ; 01-02 a_b__c_d.docx
          2   ; 照片\u202Efdp.jpg ; 01-02 照片_fdp.jpg
          """)
  void aFileKeepsItsNameAndItsEnding(int files, String name, String expected) {
    PackageNames names = new PackageNames(3);
    assertThat(names.file(names.number(1, 2, files), name)).isEqualTo(expected);
  }

  @Test
  void whateverAThingIsCalledWindowsUnpacksIt() {
    Seeded.forAll(
        2000,
        PackageNamesTests::anyName,
        name -> {
          PackageNames names = new PackageNames(12);
          String folder = names.folder(3, name);
          String file = names.file(names.number(3, 1, 2), name + ".pdf");
          assertThat(folder).doesNotContainPattern("[\\\\/:*?\"<>|\\p{Cc}]").doesNotEndWith(".");
          assertThat(folder).startsWith("03-").doesNotEndWith(" ");
          assertThat(file).doesNotContainPattern("[\\\\/:*?\"<>|\\p{Cc}]").endsWith(".pdf");
          assertThat(folder.codePointCount(0, folder.length())).isLessThan(70);
          assertThat(file.codePointCount(0, file.length())).isLessThan(110);
        });
  }

  private static String anyName(RandomGenerator random) {
    return random
        .ints(random.nextInt(1, 200), 0, 0x30000)
        .filter(point -> !(point >= 0xD800 && point < 0xE000))
        .map(point -> random.nextBoolean() ? "./\\:*? \u0000尾矿".codePointAt(point % 10) : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
