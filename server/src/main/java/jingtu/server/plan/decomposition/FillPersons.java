package jingtu.server.plan.decomposition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.organisation.Liaison;
import jingtu.server.organisation.Liaisons;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes leader, liaison and telephone of items over from the directory: the first liaison person of
 * the organisation, and as the leader the first whose post is a leader's. What an item says already
 * stays.
 */
@Service
public class FillPersons {

  /** What the post of a leader ends with; deputies among them. */
  private static final List<String> LEADERS = leaders();

  private final WorkItems items;
  private final Organisations organisations;
  private final Liaisons liaisons;

  FillPersons(WorkItems items, Organisations organisations, Liaisons liaisons) {
    this.items = items;
    this.organisations = organisations;
    this.liaisons = liaisons;
  }

  /** Fills those items of the plan that are named; none is left out for lack of a person. */
  @Transactional
  public WorkItems.Outcome of(Scope scope, PlanId plan, List<WorkItemId> wanted) {
    List<Organisation> directory = organisations.list(scope);
    Map<UUID, List<Liaison>> persons = liaisons.list(scope);
    List<WorkItemChange> edits =
        items.list(scope, plan).stream()
            .filter(item -> wanted.contains(item.id()))
            .flatMap(item -> filled(item, directory, persons).stream())
            .<WorkItemChange>map(WorkItemChange.Edit::new)
            .toList();
    return items.apply(scope, plan, edits);
  }

  private static Optional<WorkItem> filled(
      WorkItem item, List<Organisation> directory, Map<UUID, List<Liaison>> persons) {
    List<Liaison> known =
        directory.stream()
            .filter(organisation -> organisation.isCalled(item.organisation()))
            .filter(organisation -> organisation.endedOn().isEmpty())
            .findFirst()
            .map(organisation -> persons.getOrDefault(organisation.id(), List.of()))
            .orElse(List.of());
    ItemFields fields = new ItemFields(item);
    Optional<Liaison> leader = known.stream().filter(FillPersons::leads).findFirst();
    Optional<Liaison> liaison =
        known.stream()
            .filter(person -> !leads(person))
            .findFirst()
            .or(() -> known.stream().findFirst());
    leader.filter(l -> item.leader().isBlank()).ifPresent(l -> fields.leader(l.name()));
    liaison.filter(l -> item.liaison().isBlank()).ifPresent(l -> fields.liaison(l.name()));
    liaison
        .filter(l -> item.telephone().isBlank())
        .filter(l -> item.liaison().isBlank() || item.liaison().equals(l.name()))
        .ifPresent(l -> fields.telephone(l.telephone()));
    return Optional.of(fields.item()).filter(after -> !after.equals(item));
  }

  private static boolean leads(Liaison person) {
    return LEADERS.stream().anyMatch(person.post()::endsWith);
  }

  private static List<String> leaders() {
    try (InputStream lines =
        Objects.requireNonNull(
            FillPersons.class.getResourceAsStream("/plan/leader-posts.txt"), "leader-posts.txt")) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read leader-posts.txt", e);
    }
  }
}
