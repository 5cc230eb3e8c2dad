package jingtu.server.document.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.vocabulary.Message;

/** The text of one paragraph or cell of a template, with the fields that stand in it. */
record TagText(String text) {

  private static final Pattern TAG = Pattern.compile("\\{\\{([^{}]*)}}");

  /** Two pairs of braces, one of them at least as a Chinese keyboard types them. */
  private static final Pattern WIDE =
      Pattern.compile("[{\uFF5B]{2}([^{}\uFF5B\uFF5D]*)[}\uFF5D]{2}");

  private static final Pattern SINGLE = Pattern.compile("[{\uFF5B]([^{}\uFF5B\uFF5D]+)[}\uFF5D]");

  /** What stands between braces, as typed, in order. */
  List<String> tags() {
    return TAG.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /**
   * Where a field stands, its braces with it.
   *
   * @param end after its last character
   */
  record Place(int start, int end) {}

  /** Where the fields stand, in order. */
  List<Place> places() {
    return TAG.matcher(text).results().map(found -> new Place(found.start(), found.end())).toList();
  }

  boolean hasTags() {
    return TAG.matcher(text).find();
  }

  /** Whether the text is one field and nothing else. */
  boolean isOneTag() {
    return TAG.matcher(text.strip()).matches();
  }

  /** The text with every field replaced; what comes in is not looked at again. */
  String filled(UnaryOperator<String> values) {
    return TAG.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
  }

  /** A fault of the braces themselves. */
  record Slip(Message problem, Message remedy) {}

  /** Braces that will not be understood though somebody seems to have meant a field. */
  List<Slip> slips(TemplateKind kind) {
    List<Slip> slips = new ArrayList<>();
    String rest = TAG.matcher(text).replaceAll(" ");
    for (MatchResult wide : WIDE.matcher(rest).results().toList()) {
      slips.add(
          new Slip(
              Message.of("template.wide-braces", wide.group()),
              Message.of("template.narrow-braces", wide.group(1).strip())));
    }
    rest = WIDE.matcher(rest).replaceAll(" ");
    if (rest.contains("{{") || rest.contains("}}")) {
      slips.add(
          new Slip(Message.of("template.unclosed"), Message.of("template.close-in-paragraph")));
      return slips;
    }
    SINGLE
        .matcher(rest)
        .results()
        .filter(found -> !(FieldTag.of(found.group(1), kind) instanceof FieldTag.Faulty))
        .forEach(
            found ->
                slips.add(
                    new Slip(
                        Message.of("template.single-brace", found.group()),
                        Message.of("template.narrow-braces", found.group(1).strip()))));
    return slips;
  }
}
