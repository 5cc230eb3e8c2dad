package jingtu.planreader;

import java.util.ArrayList;
import java.util.List;
import jingtu.planreader.format.DocumentText;
import jingtu.planreader.format.Documents;
import jingtu.planreader.format.Extraction;
import jingtu.planreader.structure.Condensed;
import jingtu.planreader.structure.Heads;
import jingtu.planreader.structure.Outline;
import jingtu.planreader.structure.Outline.Block;
import jingtu.planreader.structure.Paragraph;
import jingtu.planreader.structure.Paragraphs;
import jingtu.planreader.structure.Part;
import jingtu.planreader.structure.Parts;
import jingtu.planreader.tasks.PlanAssembly;

/** Reads plans: a published document in, everything that it obliges out. */
public final class PlanReader {

  private PlanReader() {}

  /**
   * Reads a file.
   *
   * @param fileName its name, told in a refusal
   */
  public static ReadOutcome read(String fileName, byte[] content) {
    return switch (Documents.extract(fileName, content)) {
      case Extraction.Refused refused -> new Refused(refused.finding());
      case Extraction.Extracted extracted -> readDocument(extracted.document());
    };
  }

  /** Reads a text; the reading's offsets count its code points. */
  public static PlanReading readText(String document) {
    return readDocument(new DocumentText(document, List.of(), List.of(), List.of()));
  }

  private static PlanReading readDocument(DocumentText document) {
    Condensed text = Condensed.of(document.text(), document.boilerplate());
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
    return new PlanReading(document.text(), passages, plans, document.findings());
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
