package jingtu.server.document.evidence.preview;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** How large previews are, and how a picture comes to that size. */
final class PictureSize {

  /** The longer side of a preview at most, in pixels: a page of A4 can be read. */
  static final int LONGEST = 1600;

  private PictureSize() {}

  /** By how much a picture is made smaller; never larger than 1. */
  static double scale(int width, int height) {
    return Math.min(1, LONGEST / (double) Math.max(width, height));
  }

  /**
   * The picture at the size of a preview, turned as its camera was held, on white.
   *
   * @param orientation of 1 to 8. Source: EXIF 2.32, tag 274
   */
  static BufferedImage fitted(BufferedImage picture, int orientation) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    double scale = scale(width, height);
    boolean lying = orientation >= 5;
    int across = Math.max(1, (int) Math.round(scale * (lying ? height : width)));
    int down = Math.max(1, (int) Math.round(scale * (lying ? width : height)));
    BufferedImage fitted = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = fitted.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, across, down);
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    canvas.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    canvas.scale(scale, scale);
    canvas.drawImage(picture, upright(orientation, width, height), null);
    canvas.dispose();
    return fitted;
  }

  /** Where the stored picture's corners go so that what was up is up. */
  private static AffineTransform upright(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  static Preview png(BufferedImage picture) throws IOException {
    return written(picture, "png");
  }

  static Preview jpeg(BufferedImage picture) throws IOException {
    return written(picture, "jpeg");
  }

  private static Preview written(BufferedImage picture, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, format, bytes);
    return new Preview("image/" + format, bytes.toByteArray());
  }
}
