package jingtu.server.document.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as people hand them in, and as they should not, made by a name in words. */
public final class MadeFiles {

  private static final String WORDS = "尾矿库治理完成，验收合格。\r\n";

  private MadeFiles() {}

  /** The file of that name in {@code content.csv}. */
  static byte[] of(String what) {
    try {
      return made(what);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] made(String what) throws IOException {
    return switch (what) {
      case "photo" -> photo(400, 300, 6);
      case "screenshot" -> png(painted(320, 200));
      case "two scanned pages" -> tiff(painted(200, 300), painted(300, 200));
      case "pdf" -> pdf(2);
      case "pdf that may not be printed" -> lockedPdf("");
      case "docx" -> docx();
      case "xlsx" -> xlsx();
      case "pptx" -> zip("[Content_Types].xml", "ppt/presentation.xml");
      case "ofd" -> zip("OFD.xml", "Doc_0/Document.xml");
      case "doc" -> ole("WordDocument", new byte[512]);
      case "xls" -> xls("");
      case "ppt" -> ole("PowerPoint Document", new byte[512]);
      case "text" -> WORDS.getBytes(UTF_8);
      case "text in GB18030" -> WORDS.getBytes(Charset.forName("GB18030"));
      case "nothing" -> new byte[0];
      case "program" -> HexFormat.of().parseHex("4d5a90000300000004000000ffff0000");
      case "web page" -> "<!DOCTYPE html><script>alert(1)</script>".getBytes(UTF_8);
      case "text with a web page at its end" ->
          (WORDS.repeat(1000) + "<Script src=x>").getBytes(UTF_8);
      case "drawing in SVG" ->
          "<?xml version=\"1.0\"?><svg onload=\"alert(1)\"></svg>".getBytes(UTF_8);
      case "docx with macros" -> zip("word/document.xml", "word/vbaProject.bin");
      case "xls with macros" -> ole("Workbook", new byte[512], "_VBA_PROJECT_CUR/VBA/dir");
      case "doc with macros" -> ole("WordDocument", new byte[512], "Macros/VBA/dir");
      case "docx with a password" -> ole("EncryptedPackage", new byte[512], "EncryptionInfo");
      case "xls with a password" -> xls("secret");
      case "doc with a password" -> ole("WordDocument", withBit(new byte[512], 11, 1));
      case "pdf with a password" -> lockedPdf("secret");
      case "ofd with a locked entry" -> locked(zip("OFD.xml", "Doc_0/Document.xml"));
      case "photo with an archive behind it" -> joined(photo(40, 30, 1), zip("setup.exe"));
      case "pdf with an archive behind it" -> joined(pdf(1), zip("setup.exe"));
      case "picture of 3600 million pixels" -> giantPng();
      case "scan of 3600 million pixels" -> giantTiff();
      case "pdf cut short" -> Arrays.copyOf(pdf(1), 40);
      case "picture cut short" -> Arrays.copyOf(png(painted(320, 200)), 20);
      case "doc cut short" -> Arrays.copyOf(ole("WordDocument", new byte[512]), 700);
      case "installer" -> ole("!_StringData", new byte[512]);
      case "heic photo" -> latin("\0\0\0\u0018ftypheic\0\0\0\0mif1heic");
      case "webp picture" -> latin("RIFF$\0\0\0WEBPVP8 \0\0\0\0");
      case "gif picture" -> latin("GIF89a\u0001\0\u0001\0\0\0\0");
      case "bmp picture" -> latin("BMF\0\0\0\0\0\0\0" + "6\0\0\0");
      case "zip" -> zip("说明.txt");
      case "rar" -> latin("Rar!\u001a\u0007\u0001\0");
      case "7z" -> latin("7z\u00bc\u00af'\u001c\0\u0004");
      case "video" -> latin("\0\0\0\u0018ftypisom\0\0\u0002\0isommp41");
      default -> throw new IllegalArgumentException(what);
    };
  }

  /**
   * A picture whose upper left quarter is red, upper right blue, lower left green, the rest white.
   */
  public static BufferedImage painted(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, width, height);
    canvas.setColor(Color.RED);
    canvas.fillRect(0, 0, width / 2, height / 2);
    canvas.setColor(Color.BLUE);
    canvas.fillRect(width / 2, 0, width, height / 2);
    canvas.setColor(Color.GREEN);
    canvas.fillRect(0, height / 2, width / 2, height);
    canvas.dispose();
    return picture;
  }

  /** A JPEG as a phone writes it: with how it was held, and where. */
  public static byte[] photo(int width, int height, int orientation) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(painted(width, height), "jpeg", plain);
    byte[] jpeg = plain.toByteArray();
    byte[] exif = exif(orientation);
    ByteBuffer photo = ByteBuffer.allocate(jpeg.length + exif.length + 4);
    photo.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 2)).put(exif);
    return photo.put(jpeg, 2, jpeg.length - 2).array();
  }

  private static byte[] exif(int orientation) {
    ByteBuffer exif =
        ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + 40).order(ByteOrder.LITTLE_ENDIAN);
    exif.put(latin("Exif\0\0II*\0")).putInt(8).putShort((short) 2);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
    exif.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
    return exif.putInt(0).put(latin("GPS 118.12345 32.54321")).array();
  }

  public static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }

  public static byte[] tiff(BufferedImage... pages) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        writer.writeToSequence(new IIOImage(page, null, null), null);
      }
      writer.endWriteSequence();
    }
    return bytes.toByteArray();
  }

  /** Pages of A4 with a black bar across the upper third of each. */
  public static byte[] pdf(int pages) throws IOException {
    try (PDDocument document = document(pages);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static PDDocument document(int pages) throws IOException {
    PDDocument document = new PDDocument();
    for (int i = 0; i < pages; i++) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream canvas = new PDPageContentStream(document, page)) {
        canvas.addRect(0, 560, 600, 280);
        canvas.fill();
      }
    }
    return document;
  }

  private static byte[] lockedPdf(String password) throws IOException {
    try (PDDocument document = document(1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      AccessPermission permission = new AccessPermission();
      permission.setCanPrint(false);
      document.protect(new StandardProtectionPolicy("owner", password, permission));
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  static byte[] docx() throws IOException {
    try (XWPFDocument word = new XWPFDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      word.createParagraph().createRun().setText(WORDS);
      word.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] xlsx() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      book.createSheet("台账").createRow(0).createCell(0).setCellValue(WORDS);
      book.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] xls(String password) throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      book.createSheet("名单").createRow(0).createCell(0).setCellValue(WORDS);
      Biff8EncryptionKey.setCurrentUserPassword(password.isEmpty() ? null : password);
      book.write(bytes);
      return bytes.toByteArray();
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  /** A container with a stream, and further ones whose names may have folders. */
  private static byte[] ole(String stream, byte[] content, String... more) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      file.createDocument(new ByteArrayInputStream(content), stream);
      for (String path : more) {
        var directory = file.getRoot();
        String[] names = path.split("/");
        for (String folder : Arrays.copyOf(names, names.length - 1)) {
          directory =
              (org.apache.poi.poifs.filesystem.DirectoryNode) directory.createDirectory(folder);
        }
        directory.createDocument(names[names.length - 1], new ByteArrayInputStream(content));
      }
      file.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** The same ZIP file with the bit that says that its entries are encrypted. */
  private static byte[] locked(byte[] zip) {
    for (int at = 0; at + 10 < zip.length; at++) {
      if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
        zip[at + 8] |= 1;
      }
    }
    return zip;
  }

  /** A PNG of a few bytes that says it is 60,000 pixels wide and high. */
  static byte[] giantPng() throws IOException {
    byte[] png = png(painted(4, 4));
    ByteBuffer header = ByteBuffer.wrap(png);
    header.putInt(16, 60_000).putInt(20, 60_000);
    CRC32 check = new CRC32();
    check.update(png, 12, 17);
    header.putInt(29, (int) check.getValue());
    return png;
  }

  /** A TIFF whose directory says the same. */
  static byte[] giantTiff() throws IOException {
    byte[] tiff = tiff(painted(4, 4));
    ByteBuffer file = ByteBuffer.wrap(tiff);
    file.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = file.getInt(4);
    for (int i = 0; i < file.getShort(directory); i++) {
      int entry = directory + 2 + 12 * i;
      int tag = Short.toUnsignedInt(file.getShort(entry));
      if (tag == 256 || tag == 257) {
        file.putShort(entry + 2, (short) 4).putInt(entry + 8, 60_000);
      }
    }
    return tiff;
  }

  private static byte[] withBit(byte[] bytes, int at, int bit) {
    bytes[at] |= (byte) bit;
    return bytes;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] latin(String bytes) {
    return Objects.requireNonNull(bytes).getBytes(StandardCharsets.ISO_8859_1);
  }
}
