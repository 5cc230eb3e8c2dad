package jingtu.planreader.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.vocabulary.Finding;

/**
 * Reads a .docx as it would be printed with all changes accepted (ECMA-376 part 1, 17). The body is
 * read as a stream, so that a large file costs no more memory than its text.
 *
 * <p>Headers and footers are no part of the text; footnotes and endnotes follow its end, each with
 * its number in brackets.
 */
final class WordDocument {

  private WordDocument() {}

  static DocumentText read(OfficePackage file) throws Unreadable {
    String main = file.relations("").getOrDefault("officeDocument", "word/document.xml");
    Map<String, String> relations = file.relations(main);
    WordBody.Context context =
        new WordBody.Context(readStyles(file, relations), readNumbering(file, relations));
    Blocks blocks;
    List<String> noted = new ArrayList<>();
    try (XmlPart xml = file.get(main)) {
      WordBody body = new WordBody(xml, context);
      blocks = body.readAll();
      noted.addAll(body.notes());
    }
    for (Blocks note : notes(file, relations, context, noted)) {
      blocks.addAll(note);
    }
    return Draft.of(blocks.list(), findings(context));
  }

  private static List<Finding> findings(WordBody.Context context) {
    List<Finding> findings = new ArrayList<>(context.struckOut().findings());
    context.unread().stream()
        .distinct()
        .map(what -> Unreadable.finding("", "not-read", what))
        .forEach(findings::add);
    return findings;
  }

  private static WordStyles readStyles(OfficePackage file, Map<String, String> relations)
      throws Unreadable {
    Optional<XmlPart> part = file.find(relations.getOrDefault("styles", ""));
    if (part.isEmpty()) {
      return WordStyles.none();
    }
    try (XmlPart xml = part.get()) {
      return WordStyles.read(xml);
    }
  }

  private static WordNumbering readNumbering(OfficePackage file, Map<String, String> relations)
      throws Unreadable {
    Optional<XmlPart> part = file.find(relations.getOrDefault("numbering", ""));
    if (part.isEmpty()) {
      return WordNumbering.none();
    }
    try (XmlPart xml = part.get()) {
      return WordNumbering.read(xml);
    }
  }

  /** The notes that the body refers to, in the order in which it does. */
  private static List<Blocks> notes(
      OfficePackage file,
      Map<String, String> relations,
      WordBody.Context context,
      List<String> referred)
      throws Unreadable {
    if (referred.isEmpty()) {
      return List.of();
    }
    Map<String, Blocks> known = new HashMap<>();
    for (String kind : List.of("footnote", "endnote")) {
      Optional<XmlPart> part = file.find(relations.getOrDefault(kind + "s", ""));
      if (part.isPresent()) {
        try (XmlPart xml = part.get()) {
          known.putAll(new WordBody(xml, context).readNotes(kind));
        }
      }
    }
    return numbered(referred, known);
  }

  private static List<Blocks> numbered(List<String> referred, Map<String, Blocks> known)
      throws Unreadable {
    List<Blocks> notes = new ArrayList<>();
    for (String id : referred) {
      Blocks words = known.get(id);
      if (words != null) {
        Blocks note = new Blocks();
        note.paragraph("[" + (notes.size() + 1) + "] " + String.join(" ", words.asCell()).strip());
        notes.add(note);
      }
    }
    return notes;
  }
}
