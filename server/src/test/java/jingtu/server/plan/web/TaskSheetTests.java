package jingtu.server.plan.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.scope.Role;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The chosen tasks as a workbook. */
@WholeServer
class TaskSheetTests {

  private static final String PLAN =
      """
      榆坪县土壤污染防治工作方案

      一、主要任务

      （一）修渠。2027年5月底前完成改造。（县水利局牵头，县财政局参与）

      （二）植树。每年3月底前补植。（县林业局牵头）

      （三）清淤。2027年6月底前清完。（县城管局牵头）
      """;

  @Autowired County county;

  @Test
  void holdsTheTasksThatWereAskedForWithTheirNumbersAndNoOther() throws IOException {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);
    var imported = HandedIn.adopted(coordinator, "榆坪.txt", PLAN.getBytes(UTF_8));
    String sheet = "/api/plans/" + JsonPath.read(Client.body(imported), "$[0].id") + "/tasks.xlsx";

    assertThat(leads(coordinator, sheet)).containsExactly("1 县水利局", "2 县林业局", "3 县城管局");
    assertThat(leads(coordinator, sheet + "?number=3,1")).containsExactly("1 县水利局", "3 县城管局");
    assertThat(leads(coordinator, sheet + "?number=9")).isEmpty();
  }

  private static List<String> leads(Client client, String path) throws IOException {
    var answer = client.get(path);
    assertThat(answer).hasStatus(200);
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
      List<String> leads = new ArrayList<>();
      for (Row row : book.getSheetAt(0)) {
        leads.add(row.getCell(0).getStringCellValue() + " " + row.getCell(4).getStringCellValue());
      }
      assertThat(leads.removeFirst()).isEqualTo("序号 牵头");
      return leads;
    }
  }
}
