package jingtu.server.duty.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jingtu.server.document.template.TableDraft;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.document.template.TemplateKind;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The table of all lines of a round-up, by chapter and by organisation, as kinds of document. */
@Configuration(proxyBeanMethods = false)
class RoundTableKinds {

  private static final String MESSAGES = "round-table.";
  private static final String ROWS = MESSAGES + "rows";

  /** What the lines of a round-up table are put together by. */
  enum Grouping {
    CHAPTER("round-table-chapters"),
    ORGANISATION("round-table-organisations");

    private final String key;

    Grouping(String key) {
      this.key = key;
    }

    /** Of the kind of document. */
    String key() {
      return key;
    }
  }

  @Bean
  @Order(11)
  static TemplateKind roundTableByChapter() {
    return kind(
        Grouping.CHAPTER,
        List.of(
            column("number", 10, false, TableDraft.Look.CENTRED),
            column("chapter", 24, true, TableDraft.Look.TOP),
            column("heading", 34, true, TableDraft.Look.TOP),
            column("sentence", 60, false, TableDraft.Look.LEFT),
            column("organisation", 26, false, TableDraft.Look.CENTRED)));
  }

  @Bean
  @Order(12)
  static TemplateKind roundTableByOrganisation() {
    return kind(
        Grouping.ORGANISATION,
        List.of(
            column("organisation", 28, true, TableDraft.Look.TOP),
            column("number", 10, false, TableDraft.Look.CENTRED),
            column("heading", 46, false, TableDraft.Look.LEFT),
            column("sentence", 70, false, TableDraft.Look.LEFT)));
  }

  private static TemplateKind kind(Grouping grouping, List<TableDraft.Column> first) {
    List<TableDraft.Column> columns = new ArrayList<>(first);
    columns.addAll(
        List.of(
            column("due", 20, false, TableDraft.Look.CENTRED),
            column("state", 16, false, TableDraft.Look.CENTRED),
            column("progress", 54, false, TableDraft.Look.LEFT),
            column("completion", 26, false, TableDraft.Look.LEFT),
            column("problems", 30, false, TableDraft.Look.LEFT),
            column("next-steps", 30, false, TableDraft.Look.LEFT),
            column("reason", 22, false, TableDraft.Look.LEFT),
            column("proof", 18, false, TableDraft.Look.LEFT),
            column("status", 14, false, TableDraft.Look.CENTRED)));
    TableDraft draft =
        new TableDraft(
            TableDraft.Paper.A3,
            say("sheet"),
            "",
            "{{" + say("field.title") + "}}",
            "{{" + say("field.summary") + "}}",
            columns);
    return new TemplateKind(
        grouping.key(),
        MESSAGES + "kind" + grouping.key().substring(MESSAGES.length() - 1),
        PaperKinds.fields(
            MESSAGES + "field.",
            "title summary issuer region period due date #line-count #reported-count"
                + " #returned-count #missing-count #standing-count"),
        List.of(
            PaperKinds.rows(
                ROWS,
                "number chapter heading sentence plan organisation due before status state progress"
                    + " completion problems next-steps reason proof source")),
        Map.of(TemplateFormat.WORD, draft::word, TemplateFormat.EXCEL, draft::sheet));
  }

  private static TableDraft.Column column(
      String field, int widthMm, boolean merged, TableDraft.Look look) {
    String option = merged ? "|" + Messages.say(Message.of("template.merge"), Language.ZH) : "";
    String name = say("rows." + field);
    return new TableDraft.Column(
        name, widthMm, "{{" + say("rows") + "." + name + option + "}}", look);
  }

  private static String say(String key) {
    return PaperWords.CHINESE.say(MESSAGES + key);
  }
}
