package jingtu.server.plan.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.organisation.Organisation;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.When;
import jingtu.server.plan.decomposition.ItemRole;
import jingtu.server.plan.decomposition.SourceId;
import jingtu.server.plan.decomposition.StoredItem;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItems;
import jingtu.server.plan.decomposition.WorkSource;
import jingtu.server.plan.decomposition.WorkSources;
import jingtu.server.plan.resolution.NameRole;
import jingtu.server.plan.resolution.ResolveNames;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what notices, meetings and inspections ask of whom: one demand for each of their items. */
@Service
public class DocumentDemands {

  private final WorkSources sources;
  private final WorkItems items;
  private final ResolveNames resolveNames;

  DocumentDemands(WorkSources sources, WorkItems items, ResolveNames resolveNames) {
    this.sources = sources;
    this.items = items;
    this.resolveNames = resolveNames;
  }

  /**
   * What a document asks of everybody.
   *
   * @param plan that it belongs to
   * @param title with its number, as an office quotes it
   * @param demands in the order of their codes
   */
  public record OfDocument(
      UUID document,
      RegionCode region,
      Optional<PlanId> plan,
      String title,
      List<DocumentDemand> demands) {

    public OfDocument {
      demands = List.copyOf(demands);
    }
  }

  /**
   * One item of a document.
   *
   * @param number among the items of the document, from 1; one that was removed keeps its number
   * @param words what is to be done; the sentence of the document where nobody put it otherwise
   * @param name to whom it falls, as typed
   * @param answering who that is; none where the directory does not tell
   * @param times its deadline and its milestones; the notation is empty for a deadline in free
   *     words
   */
  public record DocumentDemand(
      UUID item,
      int number,
      String words,
      NameRole role,
      String name,
      List<Organisation> answering,
      List<Demand.Time> times,
      String standard) {

    public DocumentDemand {
      answering = List.copyOf(answering);
      times = List.copyOf(times);
    }
  }

  /** The documents that the scope sees and that have items. */
  @Transactional(readOnly = true)
  public List<UUID> documents(Scope scope) {
    return sources.list(scope).stream()
        .filter(counted -> counted.items() > 0)
        .map(counted -> counted.source().id().value())
        .toList();
  }

  /** The demands of a document that the scope sees, with who answers on a day. */
  @Transactional(readOnly = true)
  public Optional<OfDocument> of(Scope scope, UUID document, LocalDate on) {
    SourceId id = new SourceId(document);
    return sources.find(scope, id).map(source -> read(scope, source, on));
  }

  private OfDocument read(Scope scope, WorkSource source, LocalDate on) {
    LocalDate day = source.issuedOn().orElseGet(() -> OfficeDay.of(source.at()));
    ResolveNames.Meant meant = resolveNames.meant(scope, source.region(), day, on);
    List<StoredItem> all = items.listAll(scope, source.id());
    List<DocumentDemand> demands = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).removed()) {
        WorkItem item = all.get(i).item();
        demands.add(
            new DocumentDemand(
                item.id().value(),
                i + 1,
                words(item),
                role(item.role()),
                item.organisation(),
                meant.by(item.organisation(), source.title() + "\n" + words(item)),
                times(item),
                item.standard()));
      }
    }
    return new OfDocument(
        source.id().value(), source.region(), source.plan(), title(source), demands);
  }

  private static String title(WorkSource source) {
    return Stream.of(source.title(), source.number())
        .filter(words -> !words.isEmpty())
        .reduce((title, number) -> title + " " + number)
        .orElse(source.code());
  }

  private static String words(WorkItem item) {
    return Stream.of(item.work(), item.sentence(), item.task(), item.code())
        .filter(words -> !words.isBlank())
        .findFirst()
        .orElse("");
  }

  private static List<Demand.Time> times(WorkItem item) {
    return Stream.concat(
            item.deadline().map(DocumentDemands::deadline).stream(),
            item.milestones().stream()
                .map(
                    milestone ->
                        new Demand.Time(milestone.day().toString(), milestone.text(), false)))
        .toList();
  }

  private static Demand.Time deadline(String words) {
    return When.DAY.matcher(words).matches()
        ? new Demand.Time(words, "", false)
        : new Demand.Time("", words, false);
  }

  private static NameRole role(ItemRole role) {
    return switch (role) {
      case LEAD -> NameRole.LEAD;
      case RESPONSIBLE -> NameRole.RESPONSIBLE;
      case PARTICIPANT -> NameRole.PARTICIPANT;
      case IMPLEMENTER -> NameRole.IMPLEMENTER;
      case ACTOR -> NameRole.ACTOR;
    };
  }
}
