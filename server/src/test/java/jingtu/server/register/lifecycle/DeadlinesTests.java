package jingtu.server.register.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.PretendOffice;
import jingtu.server.register.lifecycle.Deadlines.DueItem;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeLifecycle
class DeadlinesTests {

  @Autowired StepOffice office;
  @Autowired Deadlines deadlines;
  @Autowired Lifecycles lifecycles;
  @Autowired Records records;

  private final Scope county = PretendOffice.coordinator(PretendOffice.COUNTY);
  private final Scope neighbour = PretendOffice.coordinator(PretendOffice.NEIGHBOUR);

  @BeforeEach
  void open() {
    office.open();
  }

  private static List<String> said(List<DueItem> items) {
    return items.stream()
        .map(
            item ->
                item.rule()
                    + item.by().stream().map(DeadlineActor::name).toList()
                    + item.met().map(day -> " met").orElse(""))
        .toList();
  }

  private List<DueItem> ofRegister(Scope scope, RecordView record) {
    return deadlines.until(scope, StepOffice.REGISTER, LocalDate.of(2099, 1, 1), 10_000).stream()
        .filter(item -> item.record().equals(record.id()))
        .toList();
  }

  @Test
  void namesWhoDoesWhatIsDue() {
    RecordView other = office.record(PretendOffice.COUNTY);
    RecordView record =
        office.record(
            PretendOffice.COUNTY,
            Optional.empty(),
            Map.of(
                "capacity", new FieldValue.Amount(BigDecimal.valueOf(200)),
                "next_to", new FieldValue.Ids(List.of(other.id().value()))));
    String otherName =
        ((FieldValue.Words) Objects.requireNonNull(other.content().get("name"))).text();

    assertThat(said(deadlines.of(county, record.id()).orElseThrow()))
        .containsExactlyInAnyOrder("file[emergency office]", "judge[" + otherName + "]");
    lifecycles.take(
        office.account("emergency office"),
        record.id(),
        record.version(),
        "start",
        StepTaken.plainly());
    assertThat(said(deadlines.of(county, record.id()).orElseThrow()))
        .containsExactly("file[emergency office] met", "works[test-striker]");
  }

  @Test
  void theNearestRegionThatNamesSomebodyDecidesWhoDoesIt() {
    assertThat(said(deadlines.of(county, office.record(PretendOffice.TOWNSHIP).id()).orElseThrow()))
        .containsExactly("file[township government]");
  }

  @Test
  void areSeenByWhoSeesTheRegionOnly() {
    RecordView record = office.record(PretendOffice.NEIGHBOUR);

    assertThat(deadlines.of(county, record.id())).isEmpty();
    assertThat(ofRegister(county, record)).isEmpty();
    assertThat(ofRegister(neighbour, record)).hasSize(1);
  }

  @Test
  void areGoneWithTheirRecordAndBackWithIt() {
    RecordView record = office.record(PretendOffice.COUNTY);
    RecordView removed = records.remove(county, record.id(), record.version(), "重复");
    assertThat(ofRegister(county, record)).isEmpty();

    records.bringBack(county, removed.id());
    assertThat(said(ofRegister(county, record))).containsExactly("file[emergency office]");
  }

  @Test
  void areListedUntilADayAndNotBeyond() {
    RecordView record = office.record(PretendOffice.COUNTY);
    LocalDate due = ofRegister(county, record).getFirst().due().date();

    assertThat(untilDay(due.minusDays(1))).doesNotContain(record.id().value());
    assertThat(untilDay(due)).contains(record.id().value());
  }

  private List<UUID> untilDay(LocalDate day) {
    return deadlines.until(county, StepOffice.REGISTER, day, 10_000).stream()
        .map(item -> item.record().value())
        .toList();
  }
}
