package jingtu.server.organisation.names;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a name to the form that all its usual forms share: every long form is made short, and
 * connectors go. Two names with the same short form may mean the same office; whether they do is
 * for the directory to say.
 */
final class ShortForms {

  /** {@code sense} is empty where the long form means whatever the short one does. */
  private record Form(String shortForm, String longForm, String sense) {}

  /** The longest first, by the letter with which the long form begins. */
  private static final Map<Character, List<Form>> FORMS =
      forms().stream().collect(groupingBy(form -> form.longForm().charAt(0)));

  private ShortForms() {}

  /** The shared form of a name from which its region has been taken. */
  static String of(String name) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < name.length(); ) {
      Optional<Form> form = formAt(name, at);
      if (form.isPresent()) {
        text.append(form.get().shortForm());
        at += form.get().longForm().length();
      } else {
        text.append(name.charAt(at));
        at++;
      }
    }
    String shortened = text.toString();
    for (String connector : NameWords.of("connector")) {
      shortened = shortened.replace(connector, "");
    }
    return shortened.replace(NameWords.one("twice-said"), NameWords.one("branch"));
  }

  /** Which of several meanings of a short form a name says, by the short form. */
  static Map<String, String> senses(String name) {
    Map<String, String> senses = new HashMap<>();
    for (int at = 0; at < name.length(); ) {
      Optional<Form> form = formAt(name, at);
      form.filter(each -> !each.sense().isEmpty())
          .ifPresent(each -> senses.put(each.shortForm(), each.sense()));
      at += form.map(each -> each.longForm().length()).orElse(1);
    }
    return senses;
  }

  /**
   * Whether two names may mean the same although they have no more than the short form in common.
   */
  static boolean agree(Map<String, String> senses, Map<String, String> others) {
    return senses.entrySet().stream()
        .allMatch(
            each -> each.getValue().equals(others.getOrDefault(each.getKey(), each.getValue())));
  }

  private static Optional<Form> formAt(String name, int at) {
    return FORMS.getOrDefault(name.charAt(at), List.of()).stream()
        .filter(form -> name.startsWith(form.longForm(), at))
        .findFirst();
  }

  /** The longest first; each short form stands for itself, so that nothing is found inside it. */
  private static List<Form> forms() {
    List<Form> forms = new ArrayList<>();
    for (String line : NameData.rows("short-forms.csv")) {
      String[] cells = line.split(",", -1);
      forms.add(new Form(cells[0], cells[1], cells[3]));
      forms.add(new Form(cells[0], cells[0], ""));
    }
    return forms.stream()
        .distinct()
        .sorted(Comparator.comparingInt((Form form) -> form.longForm().length()).reversed())
        .toList();
  }
}
