package jingtu.planreader;

import java.util.ArrayList;
import java.util.List;
import jingtu.planreader.format.DocumentText;
import jingtu.planreader.format.Documents;
import jingtu.planreader.format.Extraction;
import jingtu.planreader.structure.Condensed;
import jingtu.planreader.structure.Grid;
import jingtu.planreader.structure.Grids;
import jingtu.planreader.structure.Heads;
import jingtu.planreader.structure.Outline;
import jingtu.planreader.structure.Outline.Block;
import jingtu.planreader.structure.Paragraph;
import jingtu.planreader.structure.Paragraphs;
import jingtu.planreader.structure.Part;
import jingtu.planreader.structure.Parts;
import jingtu.planreader.structure.PlanYear;
import jingtu.planreader.tasks.PlanAssembly;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/** Reads plans: a published document in, everything that it obliges out. */
public final class PlanReader {

  private PlanReader() {}

  /**
   * Reads a file.
   *
   * @param fileName its name, for messages; its content alone tells its format
   */
  public static ReadOutcome read(String fileName, byte[] content) {
    return switch (Documents.extract(fileName, content)) {
      case Extraction.Extracted(var document) -> readDocument(document);
      case Extraction.Refused(var finding) -> new Refused(finding);
    };
  }

  /** Reads a text; the reading's offsets count its code points. */
  public static PlanReading readText(String text) {
    return readDocument(new DocumentText(text, List.of(), List.of(), List.of()));
  }

  private static PlanReading readDocument(DocumentText document) {
    Condensed text = Condensed.of(document.text(), document.boilerplate());
    List<Paragraph> paragraphs = Paragraphs.of(text, Grids.of(text, document.tables()));
    List<Passage> passages = new ArrayList<>();
    List<ReadPlan> plans = new ArrayList<>();
    for (Part part : Parts.of(paragraphs)) {
      Head head = Heads.read(text, part);
      PlanAssembly assembly = new PlanAssembly(text, head, PlanYear.of(head, part));
      assembly.readFront(part.front());
      for (Paragraph paragraph : part.front()) {
        passages.add(passage(text, paragraph, head));
      }
      for (Part.Section section : part.sections()) {
        List<Block> blocks = Outline.of(section.paragraphs(), section.above());
        blocks.forEach(block -> addPassages(text, block, passages));
        assembly.read(blocks);
      }
      List<Paragraph> all = part.paragraphs();
      if (assembly.holdsSomething() && !Parts.isLaw(all)) {
        plans.add(assembly.plan(text.span(all.getFirst().from(), all.getLast().to())));
      }
    }
    List<Doubt> findings = new ArrayList<>(document.findings());
    if (plans.isEmpty()) {
      findings.add(noPlan(text));
    }
    return new PlanReading(document.text(), passages, plans, findings);
  }

  private static Passage passage(Condensed text, Paragraph paragraph, Head head) {
    Span span = text.span(paragraph.from(), paragraph.to());
    boolean title = head.span().contains(span);
    return new Passage(title ? Passage.Kind.TITLE : Passage.Kind.PARAGRAPH, 0, span, List.of());
  }

  private static void addPassages(Condensed text, Block block, List<Passage> passages) {
    int from = block.paragraph().from();
    block.paragraph().table().ifPresent(table -> addRows(text, table, block.path(), passages));
    if (block.isHeading()) {
      List<String> above = block.path().subList(0, block.path().size() - 1);
      passages.add(
          new Passage(
              Passage.Kind.HEADING,
              block.level(),
              text.span(from, from + block.bodyStart()),
              above));
    }
    boolean hasText = block.bodyStart() < block.paragraph().words().length();
    if (hasText) {
      Passage.Kind kind = block.isClause() ? Passage.Kind.CLAUSE : Passage.Kind.PARAGRAPH;
      passages.add(
          new Passage(
              kind, 0, text.span(from + block.bodyStart(), block.paragraph().to()), block.path()));
    }
  }

  private static void addRows(
      Condensed text, Grid table, List<String> path, List<Passage> passages) {
    for (List<Grid.Cell> row : table.rows()) {
      int from = row.stream().filter(Grid.Cell::begins).mapToInt(Grid.Cell::from).min().orElse(0);
      int to = row.stream().filter(Grid.Cell::begins).mapToInt(Grid.Cell::to).max().orElse(0);
      if (from < to) {
        passages.add(new Passage(Passage.Kind.TABLE_ROW, 0, text.span(from, to), path));
      }
    }
  }

  private static Doubt noPlan(Condensed text) {
    Span first = text.span(0, Math.min(20, text.text().length()));
    Finding finding =
        new Finding("", Message.of("plan-reader.no-plan"), Message.of("plan-reader.not-a-plan"));
    return new Doubt(first, List.of(), finding);
  }
}
