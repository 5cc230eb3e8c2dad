package jingtu.server.organisation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.scope.RegionCode;

/**
 * The names of one plan with the answers that were worked out by hand, and the directory of its
 * region; see names/README.md.
 */
record ExpectedNames(
    String plan, RegionCode region, LocalDate day, List<Expected> names, Directory directory) {

  /** The six plans that there are lists of. */
  static final List<String> PLANS =
      List.of(
          "county-2024",
          "huilongxu-2017",
          "jiangxi",
          "lishu-task-table",
          "yanshou-2017",
          "zhengzhou-2019");

  private static final Pattern HEAD =
      Pattern.compile("# plan: (\\S+); directory: \\S+; region: (\\d+)");

  /** One line: {@code answer} is CERTAIN, CANDIDATES, NONE or GROUP:kind. */
  record Expected(String name, String answer, List<String> organisations) {}

  static ExpectedNames of(String plan) {
    String directory = text(plan + ".directory.csv");
    Matcher head = HEAD.matcher(directory.lines().findFirst().orElse(""));
    if (!head.matches()) {
      throw new AssertionError(plan + " has no head");
    }
    RegionCode region = new RegionCode(head.group(2));
    List<Organisation> organisations =
        Csv.rows(withoutComments(directory)).stream().map(ExpectedNames::organisation).toList();
    return new ExpectedNames(
        plan,
        region,
        LocalDate.parse(head.group(1)),
        names(plan),
        Directory.of(
            region,
            RegionSheet.read(text("regions.csv")).regions(),
            organisations,
            successions(plan, organisations)));
  }

  NameAnswer answer(String name) {
    return directory.answer(name, day, Set.of());
  }

  static Organisation organisation(String name, String region, Optional<LocalDate> ended) {
    return new Organisation(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        name,
        Optional.of(new RegionCode(region)),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        "",
        ended,
        0);
  }

  private static Organisation organisation(Csv.Row row) {
    List<String> aliases =
        Stream.of(row.get("aliases").split(";")).filter(alias -> !alias.isEmpty()).toList();
    return new Organisation(
        UUID.nameUUIDFromBytes(row.get("name").getBytes(StandardCharsets.UTF_8)),
        row.get("name"),
        Optional.of(new RegionCode(row.get("region"))),
        Optional.empty(),
        aliases,
        Optional.empty(),
        "",
        Optional.of(row.get("ended_on")).filter(day -> !day.isEmpty()).map(LocalDate::parse),
        0);
  }

  private static List<Succession> successions(String plan, List<Organisation> organisations) {
    Map<String, UUID> ids =
        organisations.stream().collect(Collectors.toMap(Organisation::name, Organisation::id));
    return Csv.rows(text(plan + ".successions.csv")).stream()
        .map(
            row ->
                new Succession(
                    UUID.nameUUIDFromBytes(row.toString().getBytes(StandardCharsets.UTF_8)),
                    Objects.requireNonNull(ids.get(row.get("predecessor"))),
                    Objects.requireNonNull(ids.get(row.get("successor"))),
                    LocalDate.parse(row.get("on")),
                    row.get("function"),
                    ""))
        .toList();
  }

  private static List<Expected> names(String plan) {
    List<Expected> names = new ArrayList<>();
    for (Csv.Row row : Csv.rows(text(plan + ".names.csv"))) {
      names.add(
          new Expected(
              row.get("name"),
              row.get("answer"),
              Stream.of(row.get("organisations").split(";")).filter(o -> !o.isEmpty()).toList()));
    }
    return names;
  }

  private static String withoutComments(String text) {
    return text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
  }

  private static String text(String file) {
    try (InputStream stream = ExpectedNames.class.getResourceAsStream("/names/" + file)) {
      if (stream == null) {
        throw new AssertionError("no " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
