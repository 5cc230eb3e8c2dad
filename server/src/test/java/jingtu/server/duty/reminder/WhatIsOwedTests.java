package jingtu.server.duty.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jingtu.server.PretendOffice;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.WholeDuty;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Which days of duties are told, and whose. */
@WholeDuty
@Transactional
class WhatIsOwedTests {

  @Autowired DutyOffice office;
  @Autowired WhatIsOwed whatIsOwed;
  @Autowired JdbcClient jdbc;

  @Test
  void whoReportsIsToldOfTheDaysOfTheSentence() {
    office.plan("时限");

    assertThat(dated(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31)))
        .containsExactlyInAnyOrder(
            "东临市生态环境局禾汀分局 2026-10-31 对老旧 once",
            "石漪镇人民政府 2026-10-31 对老旧 once",
            "禾汀县财政局 2026-09-30 县财政 again",
            "禾汀县财政局 2026-12-31 县财政 again");
  }

  @Test
  void whatWasHandedDownWithADayOfItsOwnIsToldByThat() {
    office.plan("自己的时限");
    jdbc.sql(
            """
            update duty set own_due = :day, content = :content
            where organisation_name = :name and source_id in
              (select id from duty_source where sentence like '对老旧堆场%')
            """)
        .param("day", LocalDate.of(2026, 9, 20))
        .param("content", "逐村登记堆场。")
        .param("name", "石漪镇人民政府")
        .update();

    assertThat(dated(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 30)))
        .contains("石漪镇人民政府 2026-09-20 逐村登 once")
        .doesNotContain("石漪镇人民政府 2026-10-31 对老旧 once");
  }

  private List<String> dated(LocalDate from, LocalDate to) {
    return whatIsOwed.in(PretendOffice.COUNTY, from, to).stream()
        .flatMap(
            owed ->
                owed.dated().stream()
                    .map(
                        each ->
                            owed.name()
                                + " "
                                + each.due()
                                + " "
                                + each.sentence().substring(0, 3)
                                + (each.recurs() ? " again" : " once")))
        .toList();
  }
}
