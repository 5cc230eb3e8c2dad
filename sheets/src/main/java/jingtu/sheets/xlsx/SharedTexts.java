package jingtu.sheets.xlsx;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import jingtu.sheets.Limits;
import jingtu.sheets.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * The table of texts that a workbook's cells refer to by number (ECMA-376 part 1, 18.4.9), in
 * little memory: a long table lies in a temporary file that is gone once it has been mapped.
 *
 * <p>Entries follow one another as a length of four bytes and UTF-8; the place of every sixteenth
 * is known, the others are found from there.
 */
final class SharedTexts {

  private static final int STEP = 16;
  private static final int REMEMBERED = 1 << 12;

  private final ByteBuffer entries;
  private final int[] places;
  private final int count;
  private final @Nullable String[] remembered = new @Nullable String[REMEMBERED];
  private final int[] rememberedNumbers = new int[REMEMBERED];

  private SharedTexts(ByteBuffer entries, int[] places, int count) {
    this.entries = entries;
    this.places = places;
    this.count = count;
  }

  /** A table without texts. */
  static SharedTexts none() {
    return new SharedTexts(ByteBuffer.allocate(0), new int[0], 0);
  }

  static SharedTexts read(XmlPart xml) throws Unreadable, IOException {
    try (Builder builder = new Builder()) {
      while (xml.next()) {
        if (xml.isStart("si")) {
          builder.add(RichText.read(xml, "si"));
        }
      }
      return builder.build();
    }
  }

  boolean has(int number) {
    return number >= 0 && number < count;
  }

  String get(int number) {
    int slot = number % REMEMBERED;
    String known = remembered[slot];
    if (known != null && rememberedNumbers[slot] == number) {
      return known;
    }
    int place = places[number / STEP];
    for (int passed = number % STEP; passed > 0; passed--) {
      place += Integer.BYTES + entries.getInt(place);
    }
    byte[] text = new byte[entries.getInt(place)];
    entries.get(place + Integer.BYTES, text);
    String found = new String(text, StandardCharsets.UTF_8);
    remembered[slot] = found;
    rememberedNumbers[slot] = number;
    return found;
  }

  private static final class Builder implements AutoCloseable {
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable FileChannel file;
    private OutputStream target = memory;
    private int[] places = new int[64];
    private int count;
    private long bytes;

    void add(String text) throws IOException, Unreadable {
      if (count % STEP == 0) {
        int step = count / STEP;
        places = step < places.length ? places : Arrays.copyOf(places, 2 * step);
        places[step] = (int) bytes;
      }
      byte[] entry = text.getBytes(StandardCharsets.UTF_8);
      target.write(ByteBuffer.allocate(Integer.BYTES).putInt(entry.length).array());
      target.write(entry);
      count++;
      bytes += Integer.BYTES + entry.length;
      if (bytes > Limits.SHARED_TEXT_BYTES) {
        throw Unreadable.because("shared-texts", Limits.SHARED_TEXT_BYTES >> 20);
      }
      if (file == null && bytes > Limits.SHARED_TEXT_BYTES_IN_MEMORY) {
        moveToFile();
      }
    }

    private void moveToFile() throws IOException {
      Path place = Files.createTempFile("jingtu-texts", ".tmp");
      file =
          FileChannel.open(
              place,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      target = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
      memory.writeTo(target);
      memory.reset();
    }

    SharedTexts build() throws IOException {
      target.flush();
      ByteBuffer entries =
          file == null
              ? ByteBuffer.wrap(memory.toByteArray())
              : file.map(FileChannel.MapMode.READ_ONLY, 0, bytes);
      return new SharedTexts(entries, places, count);
    }

    @Override
    public void close() throws IOException {
      if (file != null) {
        file.close();
      }
    }
  }
}
