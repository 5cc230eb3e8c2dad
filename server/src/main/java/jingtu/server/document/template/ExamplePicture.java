package jingtu.server.document.template;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A crossed frame, as it stands in previews where a picture will be. */
final class ExamplePicture {

  private static final int WIDTH = 240;
  private static final int HEIGHT = 160;
  private static final int WIDTH_MM = 40;

  private ExamplePicture() {}

  static TemplateValue value() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.GRAY);
    pen.drawRect(0, 0, WIDTH - 1, HEIGHT - 1);
    pen.drawLine(0, 0, WIDTH, HEIGHT);
    pen.drawLine(0, HEIGHT, WIDTH, 0);
    pen.dispose();
    return new TemplateValue.Picture(png(image), WIDTH_MM);
  }

  private static byte[] png(BufferedImage image) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a PNG into memory", e);
    }
  }
}
