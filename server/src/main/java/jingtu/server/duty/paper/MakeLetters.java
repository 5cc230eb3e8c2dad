package jingtu.server.duty.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jingtu.server.document.template.Template;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.duty.chase.Chase;
import jingtu.server.duty.chase.Chases;
import jingtu.server.duty.chase.Owing;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.sheet.RoundSheet;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes letters to organisations that owe reports, one for each: drafts for a number and a seal.
 */
@Service
public class MakeLetters {

  private static final String DOCX = ".docx";

  private final MakePapers papers;
  private final Chases chases;

  MakeLetters(MakePapers papers, Chases chases) {
    this.papers = papers;
    this.chases = chases;
  }

  /**
   * Letters to those of the organisations that owe anything: one as .docx, several packed as .zip.
   *
   * @param noted whether the record of chases tells of them, in the words of the letters
   * @param language in which faults of the template are told
   */
  @Transactional
  public PaperOutcome to(
      Scope scope, RoundId id, Collection<UUID> organisations, boolean noted, Language language) {
    Optional<RoundFacts> facts = papers.facts(scope, id);
    if (facts.isEmpty()) {
      return new PaperOutcome.Unknown();
    }
    List<RoundSheet> owing =
        facts.get().sheets().stream()
            .filter(sheet -> organisations.contains(sheet.organisation()))
            .filter(SupervisionLetter::owes)
            .toList();
    if (owing.isEmpty()) {
      return new PaperOutcome.NobodyOwes();
    }
    return switch (papers.template(
        scope, facts.get(), PaperKinds.LETTER, TemplateFormat.WORD, language)) {
      case Template.Outcome.Faulty(List<Finding> findings) -> new PaperOutcome.Faulty(findings);
      case Template.Outcome.Sound(Template template) -> {
        Map<RoundSheet, byte[]> letters = new LinkedHashMap<>();
        owing.forEach(
            sheet ->
                letters.put(sheet, template.fill(SupervisionLetter.values(facts.get(), sheet))));
        if (noted) {
          note(scope, facts.get(), letters);
        }
        yield new PaperOutcome.Made(file(facts.get(), letters));
      }
    };
  }

  private void note(Scope scope, RoundFacts facts, Map<RoundSheet, byte[]> letters) {
    List<Owing> asked =
        letters.entrySet().stream()
            .map(
                each ->
                    new Owing(
                        each.getKey().organisation(),
                        each.getKey().name(),
                        List.of(),
                        0,
                        text(each.getValue()),
                        List.of()))
            .toList();
    chases.note(scope, facts.round(), asked, Chase.Way.LETTER);
  }

  /** The words of a letter. */
  private static String text(byte[] letter) {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(letter));
        XWPFWordExtractor words = new XWPFWordExtractor(word)) {
      return words.getText().strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a document that was made here", e);
    }
  }

  private static PaperFile file(RoundFacts facts, Map<RoundSheet, byte[]> letters) {
    PaperWords words = PaperWords.CHINESE;
    String period = words.period(facts.round());
    if (letters.size() > 1) {
      return new PaperFile(
          words.say("paper.name.letters", period) + ".zip", packed(facts, letters));
    }
    Map.Entry<RoundSheet, byte[]> one = letters.entrySet().iterator().next();
    return new PaperFile(name(facts, one.getKey()) + DOCX, one.getValue());
  }

  private static String name(RoundFacts facts, RoundSheet sheet) {
    return PaperWords.CHINESE.say(
        "paper.name.letter", sheet.name(), PaperWords.CHINESE.period(facts.round()));
  }

  private static byte[] packed(RoundFacts facts, Map<RoundSheet, byte[]> letters) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Set<String> used = new HashSet<>();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<RoundSheet, byte[]> each : letters.entrySet()) {
        String plain = new PaperFile(name(facts, each.getKey()), each.getValue()).name();
        String name = plain;
        for (int again = 2; !used.add(name); again++) {
          name = plain + " (" + again + ")";
        }
        zip.putNextEntry(new ZipEntry(name + DOCX));
        zip.write(each.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot pack letters", e);
    }
    return out.toByteArray();
  }
}
