package jingtu.server.document.evidence.preview;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Objects;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The pages of a picture: one of a photo, many of a scan. */
final class PicturePages {

  /** The most pixels of a page: A0 scanned at 300 dots an inch has 140 million. */
  private static final long MOST_PIXELS = 200_000_000;

  private PicturePages() {}

  static Look look(byte[] content) {
    try (ImageInputStream stream = stream(content)) {
      ImageReader reader = reader(stream);
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      return width * height > MOST_PIXELS
          ? new Look.TooManyPixels(width, height)
          : new Look.Pages(Math.max(1, reader.getNumImages(true)));
    } catch (IOException | RuntimeException damaged) {
      return new Look.Damaged();
    }
  }

  /** The page; a photo stays a JPEG, all else becomes a PNG. */
  static Preview draw(byte[] content, int page, boolean photo) throws IOException {
    try (ImageInputStream stream = stream(content)) {
      ImageReader reader = reader(stream);
      int index = page - 1;
      int width = reader.getWidth(index);
      int height = reader.getHeight(index);
      if ((long) width * height > MOST_PIXELS) {
        throw new IIOException("a page of " + width + " × " + height + " pixels");
      }
      ImageReadParam every = reader.getDefaultReadParam();
      int step = step(width, height);
      every.setSourceSubsampling(step, step, 0, 0);
      BufferedImage read = reader.read(index, every);
      int orientation =
          photo ? Orientation.ofJpeg(content) : Orientation.of(reader.getImageMetadata(index));
      BufferedImage fitted = PictureSize.fitted(read, orientation);
      return photo ? PictureSize.jpeg(fitted) : PictureSize.png(fitted);
    }
  }

  /** Every how many pixels one is read, so that twice the preview's size is left to be smoothed. */
  private static int step(int width, int height) {
    return Math.max(1, Math.max(width, height) / (2 * PictureSize.LONGEST));
  }

  private static ImageInputStream stream(byte[] content) throws IOException {
    return Objects.requireNonNull(
        ImageIO.createImageInputStream(new ByteArrayInputStream(content)));
  }

  private static ImageReader reader(ImageInputStream stream) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
    if (!readers.hasNext()) {
      throw new IIOException("no picture");
    }
    ImageReader reader = readers.next();
    reader.setInput(stream);
    return reader;
  }
}
