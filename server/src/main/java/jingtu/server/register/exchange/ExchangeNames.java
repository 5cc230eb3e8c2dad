package jingtu.server.register.exchange;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Region;
import jingtu.server.organisation.Regions;
import jingtu.server.register.definition.CodeList;
import jingtu.server.register.definition.CodeLists;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.exchange.cell.CellNames;
import jingtu.server.register.exchange.cell.CodeNames;
import jingtu.server.register.exchange.cell.OrganisationNames;
import jingtu.server.register.record.Records;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What things are called in the cells of the files that one account writes or reads. */
@Component
public class ExchangeNames {

  private final CodeLists codes;
  private final Records records;
  private final Definitions definitions;
  private final Regions regions;
  private final Organisations organisations;
  private final Evidence evidence;
  private final Clock clock;

  ExchangeNames(
      CodeLists codes,
      Records records,
      Definitions definitions,
      Regions regions,
      Organisations organisations,
      Evidence evidence,
      Clock clock) {
    this.codes = codes;
    this.records = records;
    this.definitions = definitions;
    this.regions = regions;
    this.organisations = organisations;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** The names of one moment, for one file. */
  @Transactional(readOnly = true)
  public CellNames of(Scope scope) {
    Map<String, CodeNames> lists = new ConcurrentHashMap<>();
    return new CellNames(
        list -> lists.computeIfAbsent(list, this::codes),
        regions.list(scope).stream().collect(toMap(region -> region.code().digits(), Region::name)),
        new OrganisationNames(organisations.list(scope), regions.names(scope)),
        new RecordTitles(scope, records, definitions),
        new EvidenceNames(scope, evidence));
  }

  private CodeNames codes(String list) {
    LocalDate today = OfficeDay.today(clock);
    return new CodeNames(
        codes.find(list).map(CodeList::entries).orElse(List.of()).stream()
            .map(
                entry ->
                    new CodeNames.Entry(
                        entry.code(), entry.label(), entry.parent(), isInForce(entry, today)))
            .toList());
  }

  private static boolean isInForce(CodeList.Entry entry, LocalDate day) {
    return entry.validFrom().filter(day::isBefore).isEmpty()
        && entry.validTo().filter(day::isAfter).isEmpty();
  }
}
