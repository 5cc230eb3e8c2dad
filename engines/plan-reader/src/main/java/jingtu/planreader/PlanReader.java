package jingtu.planreader;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jingtu.planreader.structure.Condensed;
import jingtu.planreader.structure.Heads;
import jingtu.planreader.structure.Outline;
import jingtu.planreader.structure.Outline.Block;
import jingtu.planreader.structure.Paragraph;
import jingtu.planreader.structure.Paragraphs;
import jingtu.planreader.structure.Part;
import jingtu.planreader.structure.Parts;
import jingtu.planreader.tasks.PlanAssembly;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/** Reads plans: a published document in, everything that it obliges out. */
public final class PlanReader {

  private PlanReader() {}

  /**
   * Reads a file.
   *
   * @param fileName its name, whose ending is a hint at its format
   */
  public static ReadOutcome read(String fileName, byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return readText(text.replace("\uFEFF", "").replace("\r\n", "\n"));
    } catch (CharacterCodingException e) {
      return new Refused(
          new Finding(
              fileName,
              Message.of("plan-reader.not-text"),
              Message.of("plan-reader.save-as-text")));
    }
  }

  /** Reads a text; the reading's offsets count its code points. */
  public static PlanReading readText(String document) {
    Condensed text = Condensed.of(document, List.of());
    List<Paragraph> paragraphs = Paragraphs.of(text, text.lines());
    List<Passage> passages = new ArrayList<>();
    List<ReadPlan> plans = new ArrayList<>();
    for (Part part : Parts.of(paragraphs)) {
      Head head = Heads.read(text, part);
      PlanAssembly assembly = new PlanAssembly(text, head);
      for (Paragraph paragraph : part.front()) {
        passages.add(passage(text, paragraph, head));
      }
      for (Part.Section section : part.sections()) {
        List<Block> blocks = Outline.of(section.paragraphs(), section.above());
        blocks.forEach(block -> addPassages(text, block, passages));
        assembly.read(blocks);
      }
      List<Paragraph> all = part.paragraphs();
      plans.add(assembly.plan(text.span(all.getFirst().from(), all.getLast().to())));
    }
    return new PlanReading(document, passages, plans, List.of());
  }

  private static Passage passage(Condensed text, Paragraph paragraph, Head head) {
    Span span = text.span(paragraph.from(), paragraph.to());
    boolean title = head.span().contains(span);
    return new Passage(title ? Passage.Kind.TITLE : Passage.Kind.PARAGRAPH, 0, span, List.of());
  }

  private static void addPassages(Condensed text, Block block, List<Passage> passages) {
    int from = block.paragraph().from();
    if (block.isHeading()) {
      List<String> above = block.path().subList(0, block.path().size() - 1);
      passages.add(
          new Passage(
              Passage.Kind.HEADING,
              block.level(),
              text.span(from, from + block.bodyStart()),
              above));
    }
    if (from + block.bodyStart() < block.paragraph().to()) {
      Passage.Kind kind = block.isClause() ? Passage.Kind.CLAUSE : Passage.Kind.PARAGRAPH;
      passages.add(
          new Passage(
              kind, 0, text.span(from + block.bodyStart(), block.paragraph().to()), block.path()));
    }
  }
}
