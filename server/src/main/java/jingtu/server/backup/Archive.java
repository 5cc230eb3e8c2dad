package jingtu.server.backup;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backup in one file, found sound.
 *
 * <p>It is a .zip whose comment, the last thing in such a file, reads {@code jingtu backup sha256 }
 * and the seal: the SHA-256 of all bytes before it. So no byte can change, and none be missing at
 * the end, without showing. The manifest has the SHA-256 of each part, to say which one it is.
 */
public final class Archive {

  /** What stands before the seal. */
  static final String MARK = "jingtu backup sha256 ";

  private static final JsonMapper MANIFEST = new JsonMapper();

  private final Path file;
  private final Manifest manifest;
  private final String seal;

  private Archive(Path file, Manifest manifest, String seal) {
    this.file = file;
    this.manifest = manifest;
    this.seal = seal;
  }

  /** What comes of opening a file. */
  public sealed interface Outcome {
    record Sound(Archive archive) implements Outcome {}

    record Faulty(List<Finding> findings) implements Outcome {}
  }

  /** Reads every byte of a file. */
  public static Outcome open(Path file) throws IOException {
    Optional<String> seal = sealOf(file);
    if (seal.isEmpty()) {
      return faulty(fault(file.getFileName().toString(), "backup.no-end"));
    }
    List<Finding> faults = new ArrayList<>();
    Optional<Manifest> manifest = check(file, faults);
    if (faults.isEmpty() && !seal.get().equals(computeSeal(file))) {
      faults.add(fault(file.getFileName().toString(), "backup.between-parts"));
    }
    return faults.isEmpty() && manifest.isPresent()
        ? new Outcome.Sound(new Archive(file, manifest.get(), seal.get()))
        : new Outcome.Faulty(faults);
  }

  /** Whether a file ends as an archive does, sound or not. */
  static boolean isOne(Path file) throws IOException {
    return sealOf(file).isPresent();
  }

  public Manifest manifest() {
    return manifest;
  }

  /** The SHA-256 of all of the file but itself; the audit of the platform it came from has it. */
  public String seal() {
    return seal;
  }

  /** Hands on the rows of a table, each with its values in the order of the part's columns. */
  void rows(Manifest.TablePart part, Consumer<@Nullable Object[]> rows) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream lines = open(zip, part.name())) {
      JsonRows.read(lines, rows);
    }
  }

  void copy(Manifest.FilePart part, Path target) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream bytes = open(zip, part.name())) {
      Files.copy(bytes, target);
    }
  }

  private static Optional<String> sealOf(Path file) throws IOException {
    byte[] end = new byte[MARK.length() + SealedStream.SEAL_BYTES];
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      if (bytes.length() < end.length) {
        return Optional.empty();
      }
      bytes.seek(bytes.length() - end.length);
      bytes.readFully(end);
    }
    String text = new String(end, StandardCharsets.ISO_8859_1);
    return Optional.of(text)
        .filter(it -> it.startsWith(MARK))
        .map(it -> it.substring(MARK.length()));
  }

  private static String computeSeal(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return Sha256.of(bytes, Files.size(file) - SealedStream.SEAL_BYTES);
    }
  }

  /** The manifest where it can be read, and a fault for each part that is not what it says. */
  private static Optional<Manifest> check(Path file, List<Finding> faults) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Optional<Manifest> manifest = readManifest(zip, faults);
      manifest.stream()
          .flatMap(it -> Stream.<Manifest.Part>concat(it.tables().stream(), it.files().stream()))
          .filter(part -> !holds(zip, part))
          .forEach(part -> faults.add(fault(part.name(), "backup.part-damaged")));
      return manifest;
    } catch (ZipException damaged) {
      faults.add(fault(file.getFileName().toString(), "backup.between-parts"));
      return Optional.empty();
    }
  }

  private static Optional<Manifest> readManifest(ZipFile zip, List<Finding> faults)
      throws IOException {
    try (InputStream json = open(zip, Manifest.NAME)) {
      byte[] bytes = json.readAllBytes();
      if (!matches(zip.getEntry(Manifest.NAME), bytes)) {
        throw new ZipException("the manifest is not what was written");
      }
      Manifest manifest = MANIFEST.readValue(bytes, Manifest.class);
      if (manifest.format() > Manifest.FORMAT) {
        faults.add(newer(manifest));
        return Optional.empty();
      }
      return Optional.of(manifest);
    } catch (ZipException | EOFException | FileNotFoundException | JacksonException damaged) {
      faults.add(fault(Manifest.NAME, "backup.part-damaged"));
      return Optional.empty();
    }
  }

  private static boolean matches(ZipEntry entry, byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return sum.getValue() == entry.getCrc();
  }

  private static boolean holds(ZipFile zip, Manifest.Part part) {
    try (InputStream bytes = open(zip, part.name())) {
      return Sha256.of(bytes, Long.MAX_VALUE).equals(part.sha256());
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static InputStream open(ZipFile zip, String part) throws IOException {
    return zip.getInputStream(
        Optional.ofNullable(zip.getEntry(part)).orElseThrow(() -> new FileNotFoundException(part)));
  }

  private static Outcome faulty(Finding finding) {
    return new Outcome.Faulty(List.of(finding));
  }

  private static Finding fault(String place, String problem) {
    return new Finding(place, Message.of(problem), Message.of("backup.take-another"));
  }

  private static Finding newer(Manifest manifest) {
    return new Finding(
        Manifest.NAME,
        Message.of("backup.newer-form", manifest.product()),
        Message.of("backup.take-that-version", manifest.product()));
  }
}
