package jingtu.server.duty.paper;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jingtu.server.document.template.Template;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.document.template.TemplateKind;
import jingtu.server.document.template.TemplateValues;
import jingtu.server.document.template.Templates;
import jingtu.server.duty.Reach;
import jingtu.server.duty.paper.RoundTableKinds.Grouping;
import jingtu.server.duty.round.RoundId;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the papers of a round-up for whoever keeps it: the table of its lines, the summary of its
 * period and the notice of its results, each from the template that the region uses.
 */
@Service
public class MakePapers {

  private final GatherFacts gather;
  private final Templates templates;
  private final Reach reach;

  MakePapers(GatherFacts gather, Templates templates, Reach reach) {
    this.gather = gather;
    this.templates = templates;
    this.reach = reach;
  }

  /**
   * The table of all lines.
   *
   * @param byChapter whether lines stand chapter by chapter, or organisation by organisation
   * @param language in which faults of a template are told
   */
  @Transactional(readOnly = true)
  public PaperOutcome table(
      Scope scope, RoundId id, boolean byChapter, TemplateFormat format, Language language) {
    Grouping grouping = byChapter ? Grouping.CHAPTER : Grouping.ORGANISATION;
    String name = byChapter ? "paper.name.table-chapters" : "paper.name.table-organisations";
    return make(
        scope,
        id,
        grouping.key(),
        format,
        language,
        name,
        facts -> RoundTable.values(facts, grouping));
  }

  /** The summary of the period as .docx. */
  @Transactional(readOnly = true)
  public PaperOutcome summary(Scope scope, RoundId id, Language language) {
    return make(
        scope,
        id,
        PaperKinds.SUMMARY,
        TemplateFormat.WORD,
        language,
        "paper.name.summary",
        PeriodSummary::values);
  }

  /** The notice of results as .docx. */
  @Transactional(readOnly = true)
  public PaperOutcome notice(Scope scope, RoundId id, Language language) {
    return make(
        scope,
        id,
        PaperKinds.NOTICE,
        TemplateFormat.WORD,
        language,
        "paper.name.notice",
        ResultsNotice::values);
  }

  private PaperOutcome make(
      Scope scope,
      RoundId id,
      String key,
      TemplateFormat format,
      Language language,
      String name,
      Function<RoundFacts, TemplateValues> values) {
    Optional<RoundFacts> facts = facts(scope, id);
    if (facts.isEmpty()) {
      return new PaperOutcome.Unknown();
    }
    return switch (template(scope, facts.get(), key, format, language)) {
      case Template.Outcome.Faulty(List<Finding> findings) -> new PaperOutcome.Faulty(findings);
      case Template.Outcome.Sound(Template template) ->
          new PaperOutcome.Made(
              new PaperFile(
                  PaperWords.CHINESE.say(name, PaperWords.CHINESE.period(facts.get().round()))
                      + "."
                      + format.ending(),
                  template.fill(values.apply(facts.get()))));
    };
  }

  /** What papers are made from; empty for whoever does not keep the round-up. */
  Optional<RoundFacts> facts(Scope scope, RoundId id) {
    return gather.find(scope, id).filter(found -> reach.keeps(scope, found.round().region()));
  }

  Template.Outcome template(
      Scope scope, RoundFacts facts, String key, TemplateFormat format, Language language) {
    TemplateKind kind = templates.findKind(key, format).orElseThrow();
    return templates.current(scope, facts.round().region(), kind, format, language);
  }
}
