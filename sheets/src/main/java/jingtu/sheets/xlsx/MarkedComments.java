package jingtu.sheets.xlsx;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jingtu.sheets.Marks;
import jingtu.sheets.Unreadable;

/**
 * The comments of one sheet on their way into the copy (ECMA-376 part 1, 18.7). Comments of people
 * stay; what is wrong in such a cell is added below their words. What an earlier copy added begins
 * with an opening of its own and is taken off first.
 */
final class MarkedComments {

  /** What a sheet without comments gets. */
  static final String NONE =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
      <authors/><commentList/></comments>
      """;

  private static final String AUTHOR = "Jingtu";
  private static final List<String> OPENINGS = Marks.inEveryLanguage("mark-opening");

  private final Map<String, String> waiting;
  private final Set<String> dropped = new LinkedHashSet<>();
  private final Set<String> added = new LinkedHashSet<>();
  private int authors;
  private int ownAuthor = -1;

  /** Comments to be made: words by the reference of the cell. */
  MarkedComments(Map<String, String> words) {
    this.waiting = new LinkedHashMap<>(words);
  }

  /** Cells that had a comment of an earlier copy only and have none now. */
  Set<String> dropped() {
    return dropped;
  }

  /** Cells that have a comment now and had none. */
  Set<String> added() {
    return added;
  }

  void write(Rewriting part) throws IOException, Unreadable {
    XmlPart xml = part.xml();
    while (xml.next()) {
      if (xml.isStart("author")) {
        boolean own = RichText.readPlain(xml).equals(AUTHOR);
        ownAuthor = own ? authors : ownAuthor;
        authors++;
      } else if (xml.isStart("authors") || xml.isStart("commentList")) {
        open(part);
      } else if (xml.isEnd("authors")) {
        addAuthor(part);
      } else if (xml.isStart("comment")) {
        writeComment(part);
      } else if (xml.isEnd("commentList")) {
        part.copyToHere();
        writeWaiting(part, xml.prefix());
      }
    }
    part.finish();
  }

  /** An empty list is opened, so that something can be added to it. */
  private void open(Rewriting part) throws IOException, Unreadable {
    XmlPart xml = part.xml();
    String name = xml.name();
    String prefix = xml.prefix();
    part.copyToHere();
    String tag = part.takeThroughHere();
    part.write(Tag.opened(tag));
    if (Tag.isEmpty(tag)) {
      xml.next();
      if (name.equals("authors")) {
        addAuthor(part);
      } else {
        writeWaiting(part, prefix);
      }
      part.write("</" + prefix + name + ">");
    }
  }

  private void addAuthor(Rewriting part) throws IOException, Unreadable {
    if (ownAuthor < 0 && !waiting.isEmpty()) {
      part.copyToHere();
      String name = part.xml().prefix() + "author";
      part.write("<" + name + ">" + AUTHOR + "</" + name + ">");
      ownAuthor = authors;
    }
  }

  private void writeComment(Rewriting part) throws IOException, Unreadable {
    XmlPart xml = part.xml();
    String reference = xml.attribute("ref", "").replace("$", "");
    String prefix = xml.prefix();
    part.copyToHere();
    CommentText text = CommentText.read(xml);
    Optional<String> own = Optional.ofNullable(waiting.remove(reference));
    if (own.isEmpty() && !text.hasAny(OPENINGS)) {
      return;
    }
    String comment = part.takeThroughHere();
    String tag = Tag.opened(comment.substring(0, comment.indexOf('>') + 1));
    String kept = text.ofPeople(prefix, OPENINGS);
    if (kept.isEmpty() && own.isEmpty()) {
      dropped.add(reference);
      return;
    }
    String words = own.map(said -> run(prefix, (kept.isEmpty() ? "" : "\n") + said)).orElse("");
    part.write(tag + "<%1$stext>%2$s%3$s</%1$stext></%1$scomment>".formatted(prefix, kept, words));
  }

  private void writeWaiting(Rewriting part, String prefix) throws IOException {
    for (Map.Entry<String, String> comment : waiting.entrySet()) {
      added.add(comment.getKey());
      part.write(
          "<%1$scomment ref=\"%2$s\" authorId=\"%3$d\"><%1$stext>%4$s</%1$stext></%1$scomment>"
              .formatted(prefix, comment.getKey(), ownAuthor, run(prefix, comment.getValue())));
    }
    waiting.clear();
  }

  private static String run(String prefix, String words) {
    return "<%1$sr><%1$srPr><%1$ssz val=\"9\"/></%1$srPr><%1$st xml:space=\"preserve\">%2$s</%1$st></%1$sr>"
        .formatted(prefix, Tag.escape(words));
  }
}
