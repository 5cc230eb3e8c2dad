package jingtu.standards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/**
 * The editions of standards that are known: those that come with the program, and those that
 * somebody put into a folder. A file in the folder with the number and year of a shipped edition
 * takes its place, so that a number can be corrected without waiting for a release.
 */
public final class Standards {

  /** The shipped editions, in the order in which they are listed. */
  private static final List<String> SHIPPED_FILES =
      List.of(
          "gb15618-2018.yaml",
          "gb36600-2018.yaml",
          "gb5084-2021.yaml",
          "gb2762-2022.yaml",
          "gbt14848-2017.yaml");

  private static final long MOST_BYTES = 4_000_000;

  private static final class Shipped {
    static final Standards STANDARDS = load();

    private static Standards load() {
      Standards standards = new Standards();
      SHIPPED_FILES.forEach(file -> standards.add(StandardsFile.read(file, resource(file)), file));
      if (!standards.findings.isEmpty()) {
        throw new FaultyShippedFile(standards.findings.getFirst());
      }
      return standards;
    }
  }

  private final List<Edition> editions = new ArrayList<>();
  private final List<Background> backgrounds = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> given = new ArrayList<>();

  private Standards() {}

  /** The editions that come with the program. */
  public static Standards shipped() {
    return Shipped.STANDARDS;
  }

  /**
   * The shipped editions and the {@code .yaml} and {@code .yml} files of a folder, in the order of
   * their names. Faulty files are left out whole; {@link #findings} says why.
   */
  public static Standards with(Path folder) {
    Standards standards = new Standards();
    standards.editions.addAll(shipped().editions);
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(Standards::isYaml).sorted().forEach(standards::add);
    } catch (IOException e) {
      standards.findings.add(unreadable(folder, e));
    }
    return standards;
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private void add(Path path) {
    String file = path.getFileName().toString();
    try {
      if (Files.size(path) > MOST_BYTES) {
        findings.add(
            new Finding(
                file,
                Message.of("standards.too-large", MOST_BYTES / 1_000_000),
                Message.of("standards.split-the-file")));
        return;
      }
      String yaml = Files.readString(path, StandardCharsets.UTF_8);
      add(StandardsFile.read(file, yaml), file);
    } catch (CharacterCodingException e) {
      findings.add(
          new Finding(
              file, Message.of("standards.not-utf-8"), Message.of("standards.save-as-utf-8")));
    } catch (IOException e) {
      findings.add(unreadable(path, e));
    }
  }

  private static Finding unreadable(Path path, IOException e) {
    return new Finding(
        path.toString(),
        Message.of("standards.unreadable", e.getClass().getSimpleName()),
        Message.of("standards.check-the-path"));
  }

  private void add(StandardsFile read, String file) {
    switch (read) {
      case StandardsFile.OfEdition(Edition edition) -> add(edition, file);
      case StandardsFile.OfBackground(Background background) -> add(background, file);
      case StandardsFile.Refused(List<Finding> reasons) -> findings.addAll(reasons);
    }
  }

  private void add(Edition edition, String file) {
    if (given.contains(edition.id())) {
      findings.add(twice(edition.id(), file));
      return;
    }
    given.add(edition.id());
    editions.removeIf(shipped -> shipped.id().equals(edition.id()));
    editions.add(edition);
  }

  private void add(Background background, String file) {
    if (backgrounds.stream().anyMatch(other -> other.id().equals(background.id()))) {
      findings.add(twice(background.id(), file));
      return;
    }
    backgrounds.add(background);
  }

  private static Finding twice(String id, String file) {
    return new Finding(
        file + ":1", Message.of("standards.edition-twice", id), Message.of("standards.keep-one"));
  }

  /** All editions: the shipped ones first, then those of the folder. */
  public List<Edition> list() {
    return List.copyOf(editions);
  }

  /** Background contents of the folder. */
  public List<Background> backgrounds() {
    return List.copyOf(backgrounds);
  }

  /** Why files of the folder were refused. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /**
   * The edition that a text names: {@code GB 15618-2018}, {@code gb15618—2018}. A number without a
   * year names the edition that came into force last.
   */
  public Optional<Edition> find(String written) {
    String name = Names.key(written);
    return editions.stream()
        .filter(edition -> name.equals(Names.key(edition.id())))
        .findFirst()
        .or(() -> editionsOf(name).max(Comparator.comparing(Edition::from)));
  }

  /** The edition of a standard that is in force on a day: the one that came into force last. */
  public Optional<Edition> inForce(String standard, LocalDate day) {
    return editionsOf(Names.key(standard))
        .filter(edition -> edition.inForceOn(day))
        .max(Comparator.comparing(Edition::from));
  }

  private Stream<Edition> editionsOf(String name) {
    return editions.stream().filter(edition -> name.equals(Names.key(edition.standard())));
  }

  private static String resource(String file) {
    try (InputStream stream = Standards.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("no shipped file " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** A file that comes with the program is faulty: a defect of the program. */
  public static final class FaultyShippedFile extends RuntimeException {
    FaultyShippedFile(Finding finding) {
      super(finding.place() + " " + finding.problem().key() + " " + finding.problem().arguments());
    }
  }
}
