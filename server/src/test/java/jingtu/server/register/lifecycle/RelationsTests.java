package jingtu.server.register.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.PretendOffice;
import jingtu.server.register.RecordId;
import jingtu.server.register.lifecycle.Relations.Direction;
import jingtu.server.register.lifecycle.Relations.Related;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeLifecycle
class RelationsTests {

  @Autowired StepOffice office;
  @Autowired Relations relations;
  @Autowired Records records;

  private final Scope city = PretendOffice.coordinator(PretendOffice.CITY);
  private final Scope county = PretendOffice.coordinator(PretendOffice.COUNTY);

  @BeforeEach
  void open() {
    office.open();
  }

  /** The city sees both counties, so that it may link a record of one to records of the other. */
  private RecordView linking(RegionCode region, String field, RecordView... others) {
    List<UUID> ids = Arrays.stream(others).map(other -> other.id().value()).toList();
    return office.record(city, region, Optional.empty(), Map.of(field, new FieldValue.Ids(ids)));
  }

  private List<String> said(Scope scope, RecordId id) {
    return relations.list(scope, id).orElseThrow().stream().map(RelationsTests::said).toList();
  }

  private static String said(Related related) {
    return "%s %s.%s %s +%d"
        .formatted(
            related.direction(),
            related.register(),
            related.field(),
            related.records().stream().map(each -> each.id()).toList(),
            related.elsewhere());
  }

  private static String link(
      Direction direction, String field, int elsewhere, RecordView... shown) {
    return "%s test-steps.%s %s +%d"
        .formatted(
            direction,
            field,
            Arrays.stream(shown)
                .sorted(Comparator.comparing(RelationsTests::title))
                .map(RecordView::id)
                .toList(),
            elsewhere);
  }

  private static String title(RecordView record) {
    return ((FieldValue.Words) Objects.requireNonNull(record.content().get("name"))).text();
  }

  @Test
  void tellsWhichRecordsItLinksToAndWhichLinkToIt() {
    RecordView first = office.record(PretendOffice.COUNTY);
    RecordView second = office.record(PretendOffice.TOWNSHIP);
    RecordView middle = linking(PretendOffice.COUNTY, "next_to", first, second);
    RecordView last = linking(PretendOffice.COUNTY, "next_to", middle);

    assertThat(said(county, middle.id()))
        .containsExactly(
            link(Direction.TO, "next_to", 0, first, second),
            link(Direction.FROM, "next_to", 0, last));
    assertThat(relations.list(county, last.id()).orElseThrow().getFirst())
        .extracting(Related::registerName, Related::label)
        .containsExactly("试验步骤", "相邻");
    assertThat(relations.list(county, last.id()).orElseThrow().getFirst().records())
        .extracting(Relations.RelatedRecord::state)
        .containsExactly("在册");
  }

  @Test
  void countsOnlyThoseOfRegionsThatAreNotSeen() {
    RecordView here = office.record(PretendOffice.COUNTY);
    RecordView there = office.record(PretendOffice.NEIGHBOUR);
    RecordView middle = linking(PretendOffice.COUNTY, "next_to", here, there);
    linking(PretendOffice.NEIGHBOUR, "next_to", middle);

    assertThat(said(county, middle.id()))
        .containsExactly(
            link(Direction.TO, "next_to", 1, here), link(Direction.FROM, "next_to", 1));
    assertThat(said(city, middle.id())).hasSize(2).allMatch(line -> line.endsWith("+0"));
    assertThat(relations.list(county, there.id())).isEmpty();
  }

  @Test
  void tellsNothingOfHiddenFieldsAndRemovedRecords() {
    RecordView target = office.record(PretendOffice.COUNTY);
    RecordView hidden = linking(PretendOffice.COUNTY, "behind", target);
    RecordView removed = linking(PretendOffice.COUNTY, "next_to", target);
    records.remove(county, removed.id(), removed.version(), "重复");
    Scope officer = PretendOffice.officer(PretendOffice.COUNTY);

    assertThat(said(county, target.id()))
        .containsExactly(link(Direction.FROM, "behind", 0, hidden));
    assertThat(said(officer, target.id())).isEmpty();
    assertThat(said(officer, hidden.id())).isEmpty();
  }
}
