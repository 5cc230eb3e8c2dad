package jingtu.sheets.xlsx;

import java.util.ArrayList;
import java.util.List;
import jingtu.sheets.Unreadable;

/**
 * The words of a comment in runs.
 *
 * @param runs in order; a run's format is empty where the comment is plain text
 */
record CommentText(List<Run> runs) {

  /** Words in one format, which is XML without prefixes. */
  record Run(String format, String words) {}

  /** Reads to the end of the {@code comment} that starts here. */
  static CommentText read(XmlPart xml) throws Unreadable {
    List<Run> runs = new ArrayList<>();
    String format = "";
    while (xml.next() && !xml.isEnd("comment")) {
      if (xml.isStart("rPr")) {
        format = XmlText.element(xml);
      } else if (xml.isStart("r")) {
        format = "";
      } else if (xml.isStart("rPh")) {
        xml.skip();
      } else if (xml.isStart("t")) {
        runs.add(new Run(format, RichText.readPlain(xml)));
      }
    }
    return new CommentText(runs);
  }

  /** The runs up to the first of the openings, as XML; empty where nothing is left. */
  String ofPeople(String prefix, List<String> openings) {
    StringBuilder kept = new StringBuilder();
    for (Run run : upTo(openings)) {
      kept.append(
          "<%1$sr>%2$s<%1$st xml:space=\"preserve\">%3$s</%1$st></%1$sr>"
              .formatted(
                  prefix,
                  run.format().replaceAll("<(/?)([A-Za-z])", "<$1" + prefix + "$2"),
                  Tag.escape(run.words())));
    }
    return kept.toString();
  }

  /** Programs divide runs as they like: the line end before an opening may be one of its own. */
  private List<Run> upTo(List<String> openings) {
    List<Run> kept = new ArrayList<>();
    for (Run run : runs) {
      int opening = opening(run.words(), openings);
      if (opening < 0) {
        kept.add(run);
        continue;
      }
      kept.add(new Run(run.format(), run.words().substring(0, opening)));
      while (!kept.isEmpty() && kept.getLast().words().isBlank()) {
        kept.removeLast();
      }
      if (!kept.isEmpty()) {
        Run last = kept.removeLast();
        kept.add(new Run(last.format(), last.words().stripTrailing()));
      }
      break;
    }
    return kept;
  }

  /** Whether an earlier copy has written into the comment. */
  boolean hasAny(List<String> openings) {
    return runs.stream().anyMatch(run -> opening(run.words(), openings) >= 0);
  }

  private static int opening(String words, List<String> openings) {
    return openings.stream().mapToInt(words::indexOf).filter(at -> at >= 0).min().orElse(-1);
  }
}
