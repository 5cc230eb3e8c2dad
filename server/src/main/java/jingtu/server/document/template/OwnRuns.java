package jingtu.server.document.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;

/**
 * Gives each field of a Word template a run of its own, with everything that is said of the letters
 * of the run in which it begins. What fills fields copies only some of it where a run holds other
 * words besides, and the font of Chinese letters is not among it.
 */
final class OwnRuns {

  private final List<CTR> runs;
  private final List<String> texts;

  private OwnRuns(List<CTR> runs) {
    this.runs = runs;
    this.texts = runs.stream().map(OwnRuns::text).toList();
  }

  /** The template with its fields in runs of their own. */
  static byte[] of(byte[] template) throws IOException {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(template));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Stream.of(
              Stream.of((IBody) word), word.getHeaderList().stream(), word.getFooterList().stream())
          .flatMap(parts -> parts)
          .flatMap(OwnRuns::paragraphs)
          .map(XWPFParagraph::getCTP)
          .forEach(OwnRuns::separate);
      word.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static Stream<XWPFParagraph> paragraphs(IBody body) {
    return Stream.concat(
        body.getParagraphs().stream(),
        body.getTables().stream()
            .flatMap(table -> table.getRows().stream())
            .flatMap(row -> row.getTableCells().stream())
            .flatMap((XWPFTableCell cell) -> paragraphs(cell)));
  }

  /** Runs of nothing but words are looked at together as far as nothing else lies between them. */
  private static void separate(CTP paragraph) {
    List<CTR> together = new ArrayList<>();
    for (CTR run : List.copyOf(paragraph.getRList())) {
      if (isWords(run)) {
        together.add(run);
      } else {
        new OwnRuns(together).separateIn(paragraph);
        together = new ArrayList<>();
      }
    }
    new OwnRuns(together).separateIn(paragraph);
  }

  private static boolean isWords(CTR run) {
    int properties = run.isSetRPr() ? 1 : 0;
    return run.sizeOfTArray() > 0
        && run.getDomNode().getChildNodes().getLength() == run.sizeOfTArray() + properties;
  }

  private static String text(CTR run) {
    StringBuilder text = new StringBuilder();
    run.getTList().forEach(part -> text.append(part.getStringValue()));
    return text.toString();
  }

  private void separateIn(CTP paragraph) {
    TagText whole = new TagText(String.join("", texts));
    if (!whole.hasTags()) {
      return;
    }
    List<TagText.Place> tags = whole.places();
    int start = 0;
    for (int i = 0; i < runs.size(); i++) {
      int end = start + texts.get(i).length();
      put(paragraph, runs.get(i), parts(whole.text(), tags, start, end));
      start = end;
    }
  }

  /** What of the text belongs to a run that reached from one place to another; a tag is whole. */
  private static List<String> parts(String text, List<TagText.Place> tags, int start, int end) {
    List<String> parts = new ArrayList<>();
    int at = start;
    for (TagText.Place tag : tags) {
      if (tag.start() < start) {
        at = Math.max(at, Math.min(end, tag.end()));
      } else if (tag.start() < end) {
        if (tag.start() > at) {
          parts.add(text.substring(at, tag.start()));
        }
        parts.add(text.substring(tag.start(), tag.end()));
        at = tag.end();
      }
    }
    if (at < end) {
      parts.add(text.substring(at, end));
    }
    return parts;
  }

  private static void put(CTP paragraph, CTR run, List<String> parts) {
    int place = paragraph.getRList().indexOf(run);
    if (parts.isEmpty()) {
      paragraph.removeR(place);
      return;
    }
    for (String part : parts.subList(0, parts.size() - 1)) {
      CTR before = paragraph.insertNewR(place++);
      if (run.isSetRPr()) {
        before.setRPr(run.getRPr());
      }
      setWords(before, part);
    }
    while (run.sizeOfTArray() > 0) {
      run.removeT(0);
    }
    setWords(run, parts.getLast());
  }

  private static void setWords(CTR run, String words) {
    var text = run.addNewT();
    text.setStringValue(words);
    text.setSpace(org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space.PRESERVE);
  }
}
