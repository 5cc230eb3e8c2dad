package jingtu.planreader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The marks of one paper of the examination: counts of hits, misses and false alarms by field, and
 * a remark with its sentence for everything that is not right. Fields of tasks are counted in the
 * manner of the gold's {@code score.py}, targets, dated duties and events elsewhere in that of its
 * {@code facts.py}.
 */
final class ExamMarking {

  private static final Pattern NOTHING = Pattern.compile("—\\s*\\d+\\s*—|(?U)\\s+");
  private static final Pattern TWO_HAN = Pattern.compile("\\p{IsHan}{2}");
  private static final List<String> UNITS =
      List.of("lead", "responsible", "participants", "implementers");

  private final String text;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();

  ExamMarking(String text) {
    this.text = text;
  }

  void heads(List<JsonNode> wanted, List<JsonNode> found) {
    for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
      JsonNode want = i < wanted.size() ? wanted.get(i) : JsonMapper.shared().createObjectNode();
      JsonNode got = i < found.size() ? found.get(i) : JsonMapper.shared().createObjectNode();
      for (String field : List.of("title", "number", "issuer", "date")) {
        sets("head", set(want, field), set(got, field), Set.of(), field);
      }
    }
  }

  void tasks(List<JsonNode> wanted, List<JsonNode> found) {
    Map<Integer, Integer> partners = partners(wanted, found);
    int pairs = partners.size();
    count("task", pairs, wanted.size() - pairs, found.size() - pairs);
    JsonNode nobody = JsonMapper.shared().createObjectNode();
    for (int i = 0; i < wanted.size(); i++) {
      JsonNode want = wanted.get(i);
      Optional<JsonNode> partner = Optional.ofNullable(partners.get(i)).map(found::get);
      if (partner.isEmpty()) {
        remark("task", "not found", "", "", slice(text, want));
      }
      task(want, partner.orElse(nobody), partner.isPresent());
    }
    IntStream.range(0, found.size())
        .filter(j -> !partners.containsValue(j))
        .forEach(j -> noSuchTask(found.get(j)));
  }

  private void task(JsonNode want, JsonNode got, boolean paired) {
    String body = slice(text, want);
    String sentence = want.path("id").asString() + " " + body;
    List<String> path = strings(want, "path");
    List<String> gotPath =
        strings(got, "path").stream().map(h -> normalised(h).replaceAll("[。.]$", "")).toList();
    same("path", path, gotPath, paired, sentence);
    if (paired) {
      same("open", want.path("open").asBoolean(), got.path("open").asBoolean(), true, sentence);
      boolean cut = normalised(got.path("text").asString("")).equals(slice(text, got));
      same("offsets", true, cut && slice(text, got).equals(body), true, sentence);
    }
    for (String field : UNITS) {
      sets(field, set(want, field), set(got, field), Set.of(), sentence);
    }
    if (want.has("implementers_source")) {
      String source = want.path("implementers_source").asString();
      same("source", source, got.path("implementers_source").asString(""), paired, sentence);
    }
    Set<String> free = set(want, "deadlines_optional");
    sets("deadlines", set(want, "deadlines"), set(got, "deadlines"), free, sentence);
    targets(want, got, sentence);
  }

  private void noSuchTask(JsonNode task) {
    String sentence = normalised(task.path("text").asString(""));
    remark("task", "no such task", "", "", sentence);
    for (String field : UNITS) {
      count(field, 0, 0, strings(task, field).size());
    }
    count("deadlines", 0, 0, strings(task, "deadlines").size());
    count("targets", 0, 0, task.path("targets").size());
  }

  private void targets(JsonNode want, JsonNode got, String sentence) {
    List<JsonNode> left = new ArrayList<>(nodes(got, "targets"));
    List<JsonNode> missed = new ArrayList<>();
    int hits = 0;
    for (JsonNode target : nodes(want, "targets")) {
      Optional<JsonNode> match =
          left.stream()
              .filter(t -> key(t).equals(key(target)) && alike(t, target, 0.5))
              .findFirst();
      if (target.path("implied").asBoolean(false)) {
        match.ifPresent(left::remove);
        continue;
      }
      if (match.isEmpty()) {
        missed.add(target);
        continue;
      }
      left.remove(match.get());
      hits++;
      scope(target, match.get(), sentence);
    }
    for (JsonNode target : nodes(want, "targets_optional")) {
      left.stream()
          .filter(t -> number(t).equals(number(target)) && alike(t, target, 0.4))
          .findFirst()
          .ifPresent(left::remove);
    }
    count("targets", hits, missed.size(), left.size());
    if (!missed.isEmpty() || !left.isEmpty()) {
      remark("targets", "differ", missed.toString(), left.toString(), sentence);
    }
  }

  private void scope(JsonNode want, JsonNode got, String sentence) {
    String scope = want.path("scope").asString("");
    if (!scope.isEmpty()) {
      String gotScope = got.path("scope").asString("");
      same(
          "scope",
          true,
          similar(scope, gotScope) >= 0.5,
          true,
          scope + "/" + gotScope + " " + sentence);
    }
  }

  /** Marks the goals, dated duties and events of the expected lines. */
  void facts(List<JsonNode> expected, List<JsonNode> found) {
    List<Element> elements = elements(found);
    for (JsonNode line : expected) {
      switch (line.path("kind").asString("")) {
        case "goal" -> goal(line, elements);
        case "duty" -> duty(line, elements);
        case "event" -> event(line, elements);
        default -> {}
      }
    }
  }

  private void goal(JsonNode goal, List<Element> elements) {
    String sentence = goal.path("quotation").asString();
    List<JsonNode> all = elements.stream().flatMap(e -> nodes(e.node, "targets").stream()).toList();
    for (JsonNode target : nodes(goal, "targets")) {
      List<JsonNode> near =
          all.stream()
              .filter(t -> number(t).equals(number(target)) && alike(t, target, 0.4))
              .toList();
      String by = target.path("by").asString("");
      Optional<JsonNode> dated =
          near.stream().filter(t -> t.path("by").asString("").equals(by)).findFirst();
      same("goal targets", true, !near.isEmpty(), false, target + " " + sentence);
      if (!near.isEmpty()) {
        same("goal dates", true, dated.isPresent(), false, target + " " + near + " " + sentence);
        scope(target, dated.orElse(near.get(0)), sentence);
      }
    }
  }

  private void duty(JsonNode duty, List<Element> elements) {
    String quotation = duty.path("quotation").asString();
    List<Element> near = holders(quotation, elements);
    Set<String> dates = set(duty, "deadlines");
    for (String date : dates) {
      Optional<Element> hit =
          near.stream().filter(e -> set(e.node, "deadlines").contains(date)).findFirst();
      same("dated duties", true, hit.isPresent(), false, date + " " + quotation);
      hit.ifPresent(e -> rightActor("right actor", duty, e, quotation));
      hit.ifPresent(e -> count("further dates", 0, 0, extra(e, dates)));
    }
  }

  private static int extra(Element element, Set<String> dates) {
    Set<String> others = new HashSet<>(set(element.node, "deadlines"));
    others.removeAll(dates);
    return others.size();
  }

  private void event(JsonNode event, List<Element> elements) {
    String quotation = event.path("quotation").asString();
    Optional<Element> hit =
        holders(quotation, elements).stream()
            .filter(e -> strings(e.node, "events").stream().anyMatch(w -> shares(w, quotation)))
            .findFirst();
    same(
        "events", true, hit.isPresent(), false, event.path("trigger").asString() + " " + quotation);
    hit.ifPresent(e -> rightActor("event actor", event, e, quotation));
  }

  private void rightActor(String field, JsonNode want, Element got, String quotation) {
    List<String> names = strings(want, "actor");
    boolean right =
        got.people().stream().anyMatch(p -> names.stream().anyMatch(n -> similar(n, p) >= 0.5));
    same(field, true, right, false, names + "/" + got.people() + " " + quotation);
  }

  private void sets(String field, Set<String> want, Set<String> got, Set<String> free, String at) {
    Set<String> missed = new HashSet<>(want);
    missed.removeAll(got);
    Set<String> wrong = new HashSet<>(got);
    wrong.removeAll(want);
    wrong.removeAll(free);
    count(field, want.size() - missed.size(), missed.size(), wrong.size());
    if (!missed.isEmpty() || !wrong.isEmpty()) {
      remark(field, "differ", missed.toString(), wrong.toString(), at);
    }
  }

  /** One value that is right or not; a wrong one is also a false alarm where it was given. */
  private void same(String field, Object want, Object got, boolean given, String sentence) {
    boolean right = want.equals(got);
    count(field, right ? 1 : 0, right ? 0 : 1, !right && given ? 1 : 0);
    if (!right) {
      boolean yesNo = want instanceof Boolean;
      remark(field, "wrong", yesNo ? "" : want.toString(), yesNo ? "" : got.toString(), sentence);
    }
  }

  private void count(String field, int hits, int misses, int alarms) {
    tallies.merge(field, new Tally(hits, misses, alarms), Tally::plus);
  }

  private void remark(String field, String what, String want, String got, String sentence) {
    remarks.add(
        String.format("  %s %s | expected %s | got %s | %s", field, what, want, got, sentence));
  }

  void addTo(Map<String, Tally> sums) {
    tallies.forEach((field, tally) -> sums.merge(field, tally, Tally::plus));
  }

  void print(String paper) {
    System.out.println("\n== " + paper);
    tallies.forEach((field, tally) -> System.out.println(tally.row(field)));
    remarks.forEach(System.out::println);
  }

  private Map<Integer, Integer> partners(List<JsonNode> wanted, List<JsonNode> found) {
    record Pair(double overlap, int want, int got) {}
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Set<String> body = grams(slice(text, wanted.get(i)), 5);
      for (int j = 0; j < found.size(); j++) {
        Set<String> other = grams(normalised(found.get(j).path("text").asString("")), 5);
        pairs.add(new Pair(overlap(body, other), i, j));
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
    Map<Integer, Integer> partners = new TreeMap<>();
    for (Pair pair : pairs) {
      boolean free = !partners.containsKey(pair.want) && !partners.containsValue(pair.got);
      if (pair.overlap >= 0.6 && free) {
        partners.put(pair.want, pair.got);
      }
    }
    return partners;
  }

  /** Counts of one field: values found, values missed, values that nobody wrote. */
  record Tally(int hits, int misses, int alarms) {
    Tally plus(Tally other) {
      return new Tally(hits + other.hits, misses + other.misses, alarms + other.alarms);
    }

    double f1() {
      return hits + misses + alarms == 0 ? 1 : 2.0 * hits / (2.0 * hits + misses + alarms);
    }

    String row(String field) {
      return "%-16s F1 %.3f  (%d hit, %d missed, %d wrong)"
          .formatted(field, f1(), hits, misses, alarms);
    }
  }

  /** A line of the reading, or an action inside a task; the owner is the line. */
  private record Element(JsonNode node, JsonNode owner, String text) {
    Element(JsonNode node, JsonNode owner) {
      this(node, owner, normalised(node.path("text").asString("")));
    }

    /** Who must act: the actor, or else those who lead or answer for the task. */
    List<String> people() {
      String actor = node.path("actor").asString("");
      if (!actor.isEmpty()) {
        return List.of(actor);
      }
      return Stream.of("lead", "responsible").flatMap(f -> strings(owner, f).stream()).toList();
    }
  }

  /** The elements that hold a quotation without much else, the shortest first. */
  private static List<Element> holders(String quotation, List<Element> elements) {
    Set<String> want = grams(quotation, 5);
    return elements.stream()
        .filter(e -> e.text.length() <= 3 * quotation.length() + 60)
        .filter(e -> common(want, grams(e.text, 5)) >= 0.8 * want.size())
        .sorted(Comparator.comparingInt(e -> e.text.length()))
        .toList();
  }

  private static List<Element> elements(List<JsonNode> lines) {
    List<Element> elements = new ArrayList<>();
    for (JsonNode line : lines) {
      elements.add(new Element(line, line));
      nodes(line, "actions").forEach(action -> elements.add(new Element(action, line)));
    }
    return elements;
  }

  private static boolean shares(String words, String quotation) {
    return TWO_HAN.matcher(words).results().anyMatch(m -> quotation.contains(m.group()));
  }

  private static List<Object> key(JsonNode target) {
    String unit = target.path("unit").asString("").replace('％', '%').replace("个百分点", "百分点");
    String by = target.path("by").asString("");
    return List.of(target.path("comparator").asString(""), number(target), unit, by);
  }

  private static Optional<Double> number(JsonNode target) {
    JsonNode value = target.path("value");
    return value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty();
  }

  private static boolean alike(JsonNode a, JsonNode b, double least) {
    return similar(a.path("indicator").asString(""), b.path("indicator").asString("")) >= least;
  }

  /** Dice coefficient of the character pairs of two names. */
  private static double similar(String a, String b) {
    Set<String> x = grams(normalised(a), 2);
    Set<String> y = grams(normalised(b), 2);
    return 2.0 * common(x, y) / (x.size() + y.size());
  }

  private static double overlap(Set<String> a, Set<String> b) {
    int common = common(a, b);
    return (double) common / (a.size() + b.size() - common);
  }

  private static int common(Set<String> a, Set<String> b) {
    return (int) a.stream().filter(b::contains).count();
  }

  private static Set<String> grams(String text, int length) {
    if (text.length() <= length) {
      return Set.of(text);
    }
    Set<String> grams = new HashSet<>();
    IntStream.rangeClosed(0, text.length() - length)
        .forEach(i -> grams.add(text.substring(i, i + length)));
    return grams;
  }

  static String slice(String text, JsonNode offsets) {
    int start = text.offsetByCodePoints(0, offsets.path("start").asInt());
    int end = text.offsetByCodePoints(0, offsets.path("end").asInt());
    return normalised(text.substring(start, end));
  }

  private static String normalised(String text) {
    return NOTHING.matcher(text).replaceAll("");
  }

  private static List<JsonNode> nodes(JsonNode node, String field) {
    return node.path(field).valueStream().toList();
  }

  private static List<String> strings(JsonNode node, String field) {
    return nodes(node, field).stream().map(n -> n.asString("")).toList();
  }

  /** The values of a field, which may be one word, a list, or nothing. */
  private static Set<String> set(JsonNode node, String field) {
    JsonNode value = node.path(field);
    Stream<String> words =
        value.isArray() ? strings(node, field).stream() : Stream.of(value.asString(""));
    return new HashSet<>(words.map(Objects::requireNonNull).filter(w -> !w.isEmpty()).toList());
  }
}
