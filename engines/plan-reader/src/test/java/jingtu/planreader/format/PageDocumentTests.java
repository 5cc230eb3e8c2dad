package jingtu.planreader.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jingtu.planreader.Span;
import jingtu.planreader.format.Extraction.Extracted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageDocumentTests {

  private static final String BODY =
      """
      <p>为守护一方净土，制定本安排。</p>
      <p>一、主要任务</p>
      <p>（一）摸清底数。各乡镇在年底前，
      完成用地清查，建立台账。（县农业局牵头，各乡镇配合）</p>
      """;

  @Test
  void marksWhatStandsAroundTheDocument() {
    DocumentText page =
        read(
            """
            <!DOCTYPE html><html><head><title>门户</title><style>p{}</style></head><body>
            <div class="nav"><a href="/">首页</a> <a href="/a">政务公开</a></div>
            <div class="main"><div class="bar"><a href="#">打印</a> <a href="#">关闭</a></div>
            <div class="text">%s<script>alert('一、')</script></div></div>
            <div class="foot">主办单位：青禾县政府 <a href="/m">网站地图</a></div>
            </body></html>
            """
                .formatted(BODY));

    assertThat(boilerplate(page)).containsExactly("首页 政务公开", "打印 关闭", "主办单位：青禾县政府 网站地图");
    assertThat(document(page))
        .containsExactly("为守护一方净土，制定本安排。", "一、主要任务", "（一）摸清底数。各乡镇在年底前，完成用地清查，建立台账。（县农业局牵头，各乡镇配合）");
  }

  @Test
  void looksThroughTablesThatOnlyArrangeThePage() {
    DocumentText page =
        read(
            "<html><body><table><tr><td><a href='/'>首页</a></td></tr><tr><td>"
                + BODY
                + "<table><tr><td>序号</td><td>任务</td></tr><tr><td>1</td><td>清查</td></tr></table>"
                + "</td></tr></table></body></html>");

    assertThat(document(page)).contains("一、主要任务");
    assertThat(page.tables()).hasSize(1);
    assertThat(page.text()).contains("序号\t任务\n1\t清查\n");
  }

  @Test
  void knowsWhichPlacesAMergedCellCovers() {
    DocumentText page =
        read(
            "<html><body><table><tr><th rowspan=2>任务</th><th colspan=2>分工</th></tr>"
                + "<tr><td>牵头</td><td>配合</td></tr><tr><td>建账</td><td>甲<br>乙</td><td>丙</td></tr>"
                + "</table></body></html>");
    Table table = page.tables().getFirst();

    assertThat(page.text()).isEqualTo("任务\t分工\t\n\t牵头\t配合\n建账\t甲 乙\t丙\n");
    assertThat(table.at(1, 0)).isEqualTo(table.at(0, 0));
    assertThat(table.at(0, 2)).isEqualTo(table.at(0, 1));
    assertThat(table.at(2, 1).orElseThrow().paragraphs()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <ol><li>甲<li>乙</ol>                                            | 1.甲/2.乙
          <ol start=3><li>甲<li value=7>乙</ol>                            | 3.甲/7.乙
          <ol style="list-style-type:cjk-ideographic"><li>甲<li>乙</ol>    | 一、甲/二、乙
          <ol type=A><li>甲<ol><li>乙</ol><li>丙</ol>                       | A.甲/1.乙/B.丙
          <ol><li><p>甲</p><p>乙</p><li><p>丙</ol>                          | 1.甲/乙/2.丙
          <p>甲<del>旧</del><ins>新</ins>                                  | 甲新
          <ul><li>甲<li>乙</ul>                                            | 甲/乙
          <p>甲<br>乙<p>&emsp;丙&nbsp;丁                                    | 甲/乙/\u2003丙\u00a0丁
          <pre>甲\\n  乙</pre>                                             | 甲/乙
          <p style="display: none">甲</p><p>乙                             | 乙
          """)
  void printsWhatABrowserShows(String body, String lines) {
    assertThat(read("<html><body>" + body.replace("\\n", "\n")).text())
        .isEqualTo(lines.replace('/', '\n') + "\n");
  }

  /** GB/T 9704-2012, 7.3.3: the levels of a document are marked 一、 （一） 1. （1）. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <ol><li>甲<ol><li>乙<ol><li>丙<li>丁</ol></ol><li>戊</ol>   | 一、甲/（一）乙/1.丙/2.丁/二、戊
          <ol><li>甲</ol><p>乙<ol start=2><li>丙<ol><li>丁</ol></ol>  | 一、甲/乙/二、丙/（一）丁
          <ol><ol><ol><ol><li>甲<ol><li>乙</ol></ol></ol></ol></ol>   | （1）甲/1.乙
          <ol><li>甲<ol type=a><li>乙</ol></ol>                       | 1.甲/a.乙
          """)
  void marksTheLevelsOfListsThatDoNotSayTheirNumerals(String body, String lines) {
    assertThat(read("<html><body>" + body).text()).isEqualTo(lines.replace('/', '\n') + "\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"UTF-8", "GB18030", "GBK"})
  void readsThePageInItsEncoding(String charset) {
    byte[] content = ("<html><body>" + BODY).getBytes(Charset.forName(charset));

    assertThat(((Extracted) Documents.extract("a", content)).document().text())
        .startsWith("为守护一方净土");
  }

  private static DocumentText read(String page) {
    byte[] content = page.getBytes(StandardCharsets.UTF_8);
    return ((Extracted) Documents.extract("a.html", content)).document();
  }

  private static List<String> boilerplate(DocumentText page) {
    return page.boilerplate().stream().map(it -> words(page, it)).toList();
  }

  private static List<String> document(DocumentText page) {
    return page.text().lines().filter(it -> !boilerplate(page).contains(it)).toList();
  }

  private static String words(DocumentText page, Span span) {
    return page.text().substring(span.start(), span.end());
  }
}
