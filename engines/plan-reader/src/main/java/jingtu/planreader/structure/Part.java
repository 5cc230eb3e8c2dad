package jingtu.planreader.structure;

import java.util.List;

/**
 * One document of those that a file holds: the papers around it, its text, its annexes.
 *
 * @param front what stands before its text: letterhead, number, covering letter, title
 * @param sections its text, and each annex, in document order
 */
public record Part(List<Paragraph> front, List<Section> sections) {

  public Part {
    front = List.copyOf(front);
    sections = List.copyOf(sections);
  }

  /**
   * The text of a document or of one of its annexes.
   *
   * @param above the annex's name; empty for the document itself
   */
  public record Section(List<String> above, List<Paragraph> paragraphs) {

    public Section {
      above = List.copyOf(above);
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** All its paragraphs in document order. */
  public List<Paragraph> paragraphs() {
    return java.util.stream.Stream.concat(
            front.stream(), sections.stream().flatMap(section -> section.paragraphs().stream()))
        .toList();
  }
}
