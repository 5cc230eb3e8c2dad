package jingtu.server.document.evidence.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import jingtu.server.document.FileKind;
import jingtu.server.document.evidence.MadeFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a preview shows, and what a hostile file can do: nothing. */
class PreviewsTests {

  private static final Previews PREVIEWS = TestPreviews.usual();

  /** The stored picture is red, blue, green and white, from its upper left, row by row. */
  @ParameterizedTest(name = "orientation {0}: upper left {1}, upper right {2}")
  @CsvSource({
    "1, RED, BLUE, 400, 300",
    "2, BLUE, RED, 400, 300",
    "3, WHITE, GREEN, 400, 300",
    "4, GREEN, WHITE, 400, 300",
    "5, RED, GREEN, 300, 400",
    "6, GREEN, RED, 300, 400",
    "7, WHITE, BLUE, 300, 400",
    "8, BLUE, WHITE, 300, 400",
    "9, RED, BLUE, 400, 300"
  })
  void aPhotoStandsAsTheCameraWasHeld(
      int orientation, String upperLeft, String upperRight, int width, int height)
      throws IOException {
    byte[] photo = MadeFiles.photo(400, 300, orientation);

    BufferedImage seen = picture(PREVIEWS.draw(FileKind.JPEG, photo, 1), "image/jpeg");

    assertThat(seen.getWidth()).isEqualTo(width);
    assertThat(seen.getHeight()).isEqualTo(height);
    assertThat(colour(seen, 0.25, 0.25)).isEqualTo(upperLeft);
    assertThat(colour(seen, 0.75, 0.25)).isEqualTo(upperRight);
  }

  @Test
  void aPreviewDoesNotTellWhereThePhotoWasTaken() throws IOException {
    byte[] photo = MadeFiles.photo(400, 300, 1);
    assertThat(new String(photo, ISO_8859_1)).contains("GPS 118.12345", "Exif");

    Preview preview = PREVIEWS.draw(FileKind.JPEG, photo, 1).orElseThrow();

    assertThat(new String(preview.content(), ISO_8859_1)).doesNotContain("GPS", "Exif");
  }

  @Test
  void aLargePictureIsMadeSmallAndASmallOneLeft() throws IOException {
    byte[] large = MadeFiles.png(MadeFiles.painted(5000, 2500));

    BufferedImage seen = picture(PREVIEWS.draw(FileKind.PNG, large, 1), "image/png");

    assertThat(seen.getWidth()).isEqualTo(1600);
    assertThat(seen.getHeight()).isBetween(799, 801);
    assertThat(colour(seen, 0.75, 0.25)).isEqualTo("BLUE");
  }

  @Test
  void everyPageOfAPdfIsDrawnAndNoOther() throws IOException {
    byte[] pdf = MadeFiles.pdf(3);

    assertThat(PREVIEWS.look(FileKind.PDF, pdf)).isEqualTo(new Look.Pages(3));
    BufferedImage third = picture(PREVIEWS.draw(FileKind.PDF, pdf, 3), "image/png");
    assertThat(third.getHeight()).isBetween(1599, 1601);
    assertThat(new Color(third.getRGB(500, 200))).isEqualTo(Color.BLACK);
    assertThat(new Color(third.getRGB(500, 1200))).isEqualTo(Color.WHITE);
    assertThat(PREVIEWS.draw(FileKind.PDF, pdf, 4)).isEmpty();
    assertThat(PREVIEWS.draw(FileKind.PDF, pdf, 0)).isEmpty();
    assertThat(PREVIEWS.draw(FileKind.PDF, pdf, Previews.MOST_PAGES + 1)).isEmpty();
  }

  @Test
  void everyPageOfAScanIsDrawn() throws IOException {
    byte[] scan = MadeFiles.tiff(MadeFiles.painted(200, 300), MadeFiles.painted(300, 200));

    assertThat(PREVIEWS.look(FileKind.TIFF, scan)).isEqualTo(new Look.Pages(2));
    assertThat(picture(PREVIEWS.draw(FileKind.TIFF, scan, 2), "image/png").getWidth())
        .isEqualTo(300);
  }

  @Test
  void aPageThatUnpacksToMoreThanThereIsRoomForIsNotDrawn() throws IOException {
    byte[] bomb = pdfWithPicture(20_000, 20_000);
    assertThat(bomb.length).isLessThan(1_000_000);

    assertThat(PREVIEWS.look(FileKind.PDF, bomb)).isEqualTo(new Look.Pages(1));
    Previews small = TestPreviews.with("48m", Duration.ofSeconds(60));
    assertThat(small.draw(FileKind.PDF, bomb, 1)).isEmpty();
    assertThat(small.draw(FileKind.PDF, MadeFiles.pdf(1), 1)).as("the next file").isPresent();
  }

  @Test
  void aFileThatTakesTooLongIsGivenUp() throws IOException {
    assertThat(PREVIEWS.look(FileKind.PDF, endless())).isEqualTo(new Look.Pages(1));
    Previews impatient = TestPreviews.with("512m", Duration.ofMillis(1));

    assertThat(impatient.look(FileKind.PDF, endless())).isEqualTo(new Look.GivenUp());
    assertThat(TestPreviews.with("512m", Duration.ofSeconds(4)).draw(FileKind.PDF, endless(), 1))
        .isEmpty();
  }

  @Test
  void whatNoDecoderKnowsIsDamaged() {
    byte[] nonsense = "%PDF-1.7 and nothing more".getBytes(ISO_8859_1);

    assertThat(PREVIEWS.look(FileKind.PDF, nonsense)).isEqualTo(new Look.Damaged());
    assertThat(PREVIEWS.look(FileKind.JPEG, nonsense)).isEqualTo(new Look.Damaged());
    assertThat(PREVIEWS.draw(FileKind.TIFF, nonsense, 1)).isEmpty();
  }

  /** A page whose content is a form that draws itself for ever, ten times at each level. */
  private static byte[] endless() {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    pdf.append("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
    pdf.append("2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n");
    pdf.append("3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R");
    pdf.append("/Resources<</XObject<</X 10 0 R>>>>>> endobj\n");
    pdf.append("4 0 obj <</Length 5>> stream\n/X Do\nendstream endobj\n");
    for (int level = 10; level < 22; level++) {
      String body = "/X Do\n".repeat(10) + "0 0 600 800 re f\n";
      pdf.append(level).append(" 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Length ");
      pdf.append(body.length()).append("/Resources<</XObject<</X ").append(level + 1);
      pdf.append(" 0 R>>>>>> stream\n").append(body).append("endstream endobj\n");
    }
    pdf.append("trailer <</Root 1 0 R/Size 40>>\n%%EOF\n");
    return pdf.toString().getBytes(ISO_8859_1);
  }

  private static byte[] pdfWithPicture(int width, int height) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      byte[] row = new byte[width];
      for (int i = 0; i < height; i++) {
        deflater.write(row);
      }
    }
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes(
        ("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                + "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
                + "/Resources<</XObject<</X 5 0 R>>>>>> endobj\n"
                + "4 0 obj <</Length 23>> stream\n600 0 0 800 0 0 cm /X Do\nendstream endobj\n"
                + "5 0 obj <</Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8"
                + "/Filter/FlateDecode/Width "
                + width
                + "/Height "
                + height
                + "/Length "
                + packed.size()
                + ">> stream\n")
            .getBytes(ISO_8859_1));
    pdf.writeBytes(packed.toByteArray());
    pdf.writeBytes(
        "\nendstream endobj\ntrailer <</Root 1 0 R/Size 6>>\n%%EOF\n".getBytes(ISO_8859_1));
    return pdf.toByteArray();
  }

  private static BufferedImage picture(Optional<Preview> preview, String mediaType)
      throws IOException {
    assertThat(preview).isPresent();
    assertThat(preview.get().mediaType()).isEqualTo(mediaType);
    return ImageIO.read(new ByteArrayInputStream(preview.get().content()));
  }

  private static String colour(BufferedImage picture, double across, double down) {
    Color seen =
        new Color(
            picture.getRGB(
                (int) (across * picture.getWidth()), (int) (down * picture.getHeight())));
    boolean red = seen.getRed() > 128;
    boolean green = seen.getGreen() > 128;
    boolean blue = seen.getBlue() > 128;
    return red && green && blue ? "WHITE" : red ? "RED" : green ? "GREEN" : blue ? "BLUE" : "BLACK";
  }
}
