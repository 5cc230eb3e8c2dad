package jingtu.server.duty.refill;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.round.DutyState;
import jingtu.server.organisation.Organisation;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mapping as a file that counties hand on to each other: JSON, and YAML when it is read. Duties,
 * organisations and plans stand in it by what they are called.
 */
final class MappingFile {

  private static final int LONGEST = 2_000_000;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final Set<String> MEMBERS =
      Set.of(
          "sheet",
          "cell",
          "kind",
          "duty",
          "field",
          "count",
          "of",
          "state",
          "chapter",
          "organisation",
          "decimals",
          "fact",
          "plan",
          "over",
          "lastRow",
          "hint");

  private final List<Duty> duties;
  private final List<Organisation> organisations;
  private final Map<UUID, String> plans;
  private final List<CheckMapping.Entry> entries = new ArrayList<>();
  private final List<Finding> faults = new ArrayList<>();

  private MappingFile(
      List<Duty> duties, List<Organisation> organisations, Map<UUID, String> plans) {
    this.duties = duties;
    this.organisations = organisations;
    this.plans = plans;
  }

  /** What could be understood of a file, not yet held against a form, and what could not. */
  record Understood(List<CheckMapping.Entry> entries, List<Finding> faults) {}

  static byte[] write(SuperiorForm form, List<MappedCell> cells, Map<DutyId, Duty> duties) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("form", form.name());
    file.put("months", form.months());
    file.put("cells", cells.stream().map(cell -> member(cell, duties)).toList());
    return JSON.writeValueAsString(file).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> member(MappedCell cell, Map<DutyId, Duty> duties) {
    MappedCellText text = MappedCellText.of(cell);
    Map<String, Object> member = new LinkedHashMap<>();
    member.put("sheet", cell.place().sheet());
    member.put("cell", cell.place().address());
    put(member, "kind", text.kind());
    if (cell.source() instanceof Source.OfDuty(var id, String says, LineField field)) {
      Duty duty = duties.get(id);
      put(member, "organisation", duty == null ? null : duty.assignee().name());
      put(member, "duty", duty == null ? says : duty.sentence());
    } else {
      put(member, "organisation", text.organisationName());
    }
    put(member, "field", text.field());
    put(member, "count", text.count());
    put(member, "of", text.of());
    put(member, "state", text.state());
    put(member, "chapter", text.chapter());
    put(member, "decimals", text.decimals());
    put(member, "fact", text.fact());
    put(member, "plan", text.planTitle());
    put(member, "over", text.over());
    put(member, "lastRow", text.lastRow() == null ? null : text.lastRow() + 1);
    put(member, "hint", text.hint());
    return member;
  }

  private static void put(Map<String, Object> member, String name, @Nullable Object value) {
    if (value != null && !value.equals("")) {
      member.put(name, value instanceof Enum<?> one ? one.name().toLowerCase(Locale.ROOT) : value);
    }
  }

  static Understood read(
      byte[] content,
      List<Duty> duties,
      List<Organisation> organisations,
      Map<UUID, String> plans) {
    MappingFile file = new MappingFile(duties, organisations, plans);
    file.read(content);
    return new Understood(List.copyOf(file.entries), List.copyOf(file.faults));
  }

  private void read(byte[] content) {
    Object root;
    try {
      LoadSettings strict = LoadSettings.builder().setCodePointLimit(LONGEST).build();
      root = new Load(strict).loadFromString(new String(content, StandardCharsets.UTF_8));
    } catch (YamlEngineException unreadable) {
      fault("", Message.of("refill.file-unreadable", first(unreadable.getMessage())));
      return;
    }
    if (!(root instanceof Map<?, ?> map) || !(map.get("cells") instanceof List<?> cells)) {
      fault("cells", Message.of("refill.file-no-cells"));
      return;
    }
    for (int i = 0; i < cells.size(); i++) {
      String path = "cells[" + i + "]";
      if (cells.get(i) instanceof Map<?, ?> cell) {
        new Member(path, cell).read();
      } else {
        fault(path, Message.of("refill.file-no-object"));
      }
    }
  }

  private static String first(@Nullable String message) {
    return message == null ? "-" : message.lines().findFirst().orElse("-");
  }

  private void fault(String path, Message why) {
    faults.add(new Finding(path, why, Message.of("refill.mapping-remedy")));
  }

  /** One cell in the file. */
  private final class Member {
    private final String path;
    private final Map<?, ?> members;
    private boolean sound = true;

    Member(String path, Map<?, ?> members) {
      this.path = path;
      this.members = members;
    }

    void read() {
      for (Object name : members.keySet()) {
        if (!MEMBERS.contains(String.valueOf(name))) {
          at(
              String.valueOf(name),
              Message.of("refill.file-unknown", MEMBERS.stream().sorted().toList()));
        }
      }
      String sheet = text("sheet").orElse("");
      Optional<Place> place = text("cell").flatMap(address -> Place.at(sheet, address));
      Optional<SourceKind> kind = one("kind", SourceKind.values());
      if (sheet.isEmpty()) {
        at("sheet", Message.of("refill.missing", "sheet"));
      }
      if (place.isEmpty()) {
        at("cell", Message.of("refill.file-cell", text("cell").orElse("")));
      }
      if (kind.isEmpty() && !members.containsKey("kind")) {
        at("kind", Message.of("refill.missing", "kind"));
      }
      MappedCellText text = entry(place.orElse(new Place(sheet, 0, 0)), kind);
      if (sound) {
        entries.add(new CheckMapping.Entry(path, text));
      }
    }

    private MappedCellText entry(Place place, Optional<SourceKind> kind) {
      boolean ofDuty = kind.equals(Optional.of(SourceKind.DUTY));
      return new MappedCellText(
          null,
          place.sheet(),
          place.row(),
          place.column(),
          kind.orElse(SourceKind.TYPED),
          ofDuty ? duty().orElse(null) : null,
          null,
          ofDuty ? null : organisation().map(Organisation::id).orElse(null),
          null,
          plan().orElse(null),
          null,
          one("field", LineField.values()).orElse(null),
          one("count", Counted.values()).orElse(null),
          one("of", Reporting.values()).orElse(null),
          one("state", DutyState.values()).orElse(null),
          text("chapter").orElse(null),
          number("decimals").orElse(null),
          one("fact", Fact.values()).orElse(null),
          one("over", Over.values()).orElse(null),
          number("lastRow").map(row -> row - 1).orElse(null),
          text("hint").orElse(null));
    }

    private Optional<UUID> duty() {
      Optional<String> sentence = text("duty");
      if (sentence.isEmpty()) {
        at("duty", Message.of("refill.missing", "duty"));
        return Optional.empty();
      }
      String name = text("organisation").orElse("");
      List<Duty> said =
          duties.stream()
              .filter(
                  duty -> FreeRows.plain(duty.sentence()).equals(FreeRows.plain(sentence.get())))
              .toList();
      Set<UUID> called =
          organisations.stream()
              .filter(one -> one.isCalled(name))
              .map(Organisation::id)
              .collect(Collectors.toSet());
      List<Duty> own =
          said.stream()
              .filter(duty -> duty.assignee().id().filter(called::contains).isPresent())
              .toList();
      List<Duty> meant = own.isEmpty() ? said : own;
      if (meant.size() != 1) {
        at(
            "duty",
            Message.of(
                meant.isEmpty() ? "refill.no-duty" : "refill.several-duties", sentence.get()));
      }
      return meant.size() == 1 ? Optional.of(meant.getFirst().id().value()) : Optional.empty();
    }

    private Optional<Organisation> organisation() {
      Optional<String> name = text("organisation");
      Optional<Organisation> found =
          name.flatMap(
              called -> organisations.stream().filter(one -> one.isCalled(called)).findFirst());
      if (name.isPresent() && found.isEmpty()) {
        at("organisation", Message.of("refill.no-organisation", name.get()));
      }
      return found;
    }

    private Optional<UUID> plan() {
      Optional<String> title = text("plan");
      Optional<UUID> found =
          title.flatMap(
              called ->
                  plans.entrySet().stream()
                      .filter(plan -> plan.getValue().equals(called))
                      .map(Map.Entry::getKey)
                      .findFirst());
      if (title.isPresent() && found.isEmpty()) {
        at("plan", Message.of("refill.no-plan", title.get()));
      }
      return found;
    }

    private Optional<String> text(String name) {
      return Optional.ofNullable(members.get(name)).map(String::valueOf).map(String::strip);
    }

    private Optional<Integer> number(String name) {
      Object value = members.get(name);
      if (value != null && !(value instanceof Integer)) {
        at(name, Message.of("refill.file-number", value));
      }
      return value instanceof Integer number ? Optional.of(number) : Optional.empty();
    }

    private <E extends Enum<E>> Optional<E> one(String name, E[] known) {
      Optional<String> given = text(name);
      Optional<E> found =
          given.flatMap(
              value ->
                  Arrays.stream(known)
                      .filter(each -> each.name().equalsIgnoreCase(value))
                      .findFirst());
      if (given.isPresent() && found.isEmpty()) {
        String allowed =
            Arrays.stream(known)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        at(name, Message.of("refill.file-word", given.get(), allowed));
      }
      return found;
    }

    private void at(String name, Message why) {
      sound = false;
      fault(path + "." + name, why);
    }
  }
}
