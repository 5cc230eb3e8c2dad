package jingtu.server.document.template;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.coordinator;
import static jingtu.server.PretendOffice.officer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jingtu.server.PretendOffice;
import jingtu.server.WholeServer;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A region's own templates: taken in, kept, gone back from. */
@WholeServer
@Transactional
class ChangeTemplateTests {

  private static final Scope COORDINATOR = coordinator(COUNTY);
  private static final byte[] SHIPPED = template("随产品的{{计划名称}}");
  private static final TemplateKind KIND =
      new TemplateKind(
          "sample",
          "template-sample.sample",
          Sample.KIND.fields(),
          Sample.KIND.rows(),
          Map.of(TemplateFormat.WORD, () -> SHIPPED));

  @Autowired ChangeTemplate changeTemplate;
  @Autowired Templates templates;
  @Autowired Regions regions;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
  }

  @Test
  void untilSomebodyChoosesAnotherTheProductsOwnIsUsed() {
    assertThat(choice()).isEqualTo(new TemplateChoice(TemplateFormat.WORD, 0, List.of(), 0));
    assertThat(content(COORDINATOR, 0)).isEqualTo(SHIPPED);
  }

  @Test
  void anUploadIsUsedFromThenOnAndOneCanGoBack() {
    byte[] first = template("第一版{{计划名称}}");
    byte[] second = template("第二版{{计划名称}}");
    upload(first, 0);
    upload(second, 1);

    assertThat(choice().chosen()).isEqualTo(2);
    assertThat(choice().uploads())
        .extracting(TemplateChoice.Uploaded::ordinal)
        .containsExactly(2, 1);
    assertThat(content(officer(COUNTY), 1)).isEqualTo(first);
    assertThat(content(officer(COUNTY), 2)).isEqualTo(second);
    assertThat(lastAudited()).isEqualTo("template.uploaded 991121 sample.docx 2 模板.docx");

    assertThat(changeTemplate.choose(COORDINATOR, KIND, TemplateFormat.WORD, 1, 2))
        .isInstanceOf(ChangeTemplate.Outcome.Changed.class);
    assertThat(choice().chosen()).isEqualTo(1);
    assertThat(changeTemplate.choose(COORDINATOR, KIND, TemplateFormat.WORD, 0, 3))
        .isInstanceOf(ChangeTemplate.Outcome.Changed.class);
    assertThat(choice().chosen()).isZero();
    assertThat(choice().uploads()).hasSize(2);
    assertThat(lastAudited()).isEqualTo("template.chosen 991121 sample.docx 1 → 0");
  }

  @Test
  void aNeighbourHasItsOwnAndSeesNothingOfIt() {
    upload(template("第一版{{计划名称}}"), 0);

    assertThat(templates.choice(coordinator(NEIGHBOUR), NEIGHBOUR, KIND, TemplateFormat.WORD))
        .isEqualTo(new TemplateChoice(TemplateFormat.WORD, 0, List.of(), 0));
    assertThat(templates.findContent(coordinator(NEIGHBOUR), COUNTY, KIND, TemplateFormat.WORD, 1))
        .isEmpty();
  }

  @Test
  void aFaultyTemplateIsNotKept() {
    assertThat(tried(template("{{计划名}}"), 0)).isInstanceOf(ChangeTemplate.Outcome.Faulty.class);
    assertThat(tried(new byte[] {1, 2, 3}, 0)).isInstanceOf(ChangeTemplate.Outcome.Faulty.class);
    assertThat(tried(Sample.bytes(SheetTemplateTests.template()), 0))
        .as("a sheet where a text was asked for")
        .isInstanceOf(ChangeTemplate.Outcome.Faulty.class);
    assertThat(choice().version()).isZero();
  }

  @Test
  void whoComesSecondIsToldAndNothingIsOverwritten() {
    upload(template("第一版{{计划名称}}"), 0);
    upload(template("第二版{{计划名称}}"), 1);

    assertThat(tried(template("另一个第二版{{计划名称}}"), 1))
        .isEqualTo(new ChangeTemplate.Outcome.Overtaken());
    assertThat(changeTemplate.choose(COORDINATOR, KIND, TemplateFormat.WORD, 1, 1))
        .isEqualTo(new ChangeTemplate.Outcome.Overtaken());
    assertThat(changeTemplate.choose(COORDINATOR, KIND, TemplateFormat.WORD, 7, 2))
        .isEqualTo(new ChangeTemplate.Outcome.Unknown());
    assertThat(choice().chosen()).isEqualTo(2);
    assertThat(choice().uploads()).hasSize(2);

    assertThat(tried(template("又一个第一版{{计划名称}}"), 0))
        .as("on PostgreSQL the transaction is over after this")
        .isEqualTo(new ChangeTemplate.Outcome.Overtaken());
  }

  private void upload(byte[] content, int version) {
    assertThat(tried(content, version)).isInstanceOf(ChangeTemplate.Outcome.Changed.class);
  }

  private ChangeTemplate.Outcome tried(byte[] content, int version) {
    return changeTemplate.upload(
        COORDINATOR, KIND, TemplateFormat.WORD, "模板.docx", content, version, Language.ZH);
  }

  private TemplateChoice choice() {
    return templates.choice(COORDINATOR, COUNTY, KIND, TemplateFormat.WORD);
  }

  private byte[] content(Scope scope, int ordinal) {
    return templates.findContent(scope, COUNTY, KIND, TemplateFormat.WORD, ordinal).orElseThrow();
  }

  private String lastAudited() {
    return jdbc.sql(
            "select action, subject, detail from audit_entry order by sequence desc limit 1")
        .query(
            (row, n) ->
                row.getString("action")
                    + " "
                    + row.getString("subject")
                    + " "
                    + row.getString("detail"))
        .single();
  }

  private static byte[] template(String words) {
    XWPFDocument word = new XWPFDocument();
    word.createParagraph().createRun().setText(words);
    return Sample.bytes(word);
  }
}
