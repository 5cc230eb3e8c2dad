package jingtu.server.register.lifecycle;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.edge.Problem;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.FunctionsChanged;
import jingtu.server.register.definition.DeadlineRule;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.definition.Lifecycle.Transition;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The functions that definitions name, and which organisations hold them: said by each region for
 * itself, by whoever may act for it.
 */
@Service
public class Functions {

  /** More organisations than share one function anywhere. */
  public static final int MOST_HOLDERS = 50;

  private final FunctionHolders holders;
  private final Definitions definitions;
  private final Organisations organisations;
  private final Regions regions;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Functions(
      FunctionHolders holders,
      Definitions definitions,
      Organisations organisations,
      Regions regions,
      Audit audit,
      ApplicationEventPublisher events) {
    this.holders = holders;
    this.definitions = definitions;
    this.organisations = organisations;
    this.regions = regions;
    this.audit = audit;
    this.events = events;
  }

  /**
   * A function as one region has it.
   *
   * @param label in Chinese
   * @param region the one that names the holders: the region asked for, or the nearest above it
   *     that does; empty where none does
   * @param holders by name
   * @param uses what it is for, by register
   */
  public record HeldFunction(
      String id,
      String label,
      Optional<RegionCode> region,
      List<Organisation> holders,
      List<Use> uses) {

    public HeldFunction {
      holders = List.copyOf(holders);
      uses = List.copyOf(uses);
    }
  }

  /**
   * What a function does in one register.
   *
   * @param register its name
   * @param steps what the steps are called that it takes
   * @param duties what is due from it
   */
  public record Use(String register, List<String> steps, List<String> duties) {}

  /**
   * The functions of all registers as a region has them, by id.
   *
   * @throws Problem where the region is not seen
   */
  @Transactional(readOnly = true)
  public List<HeldFunction> list(Scope scope, RegionCode region) {
    mustSee(scope, region);
    FunctionHolders.Told told = holders.told(scope);
    Map<UUID, Organisation> known =
        organisations.list(scope).stream().collect(toMap(Organisation::id, o -> o));
    return uses(definitions.list(scope)).entrySet().stream()
        .map(use -> held(use.getKey(), use.getValue(), told.find(use.getKey(), region), known))
        .toList();
  }

  private static HeldFunction held(
      String function,
      List<Use> uses,
      Optional<FunctionHolders.Holding> holding,
      Map<UUID, Organisation> known) {
    List<Organisation> named =
        known.values().stream()
            .filter(o -> holding.filter(h -> h.organisations().contains(o.id())).isPresent())
            .sorted(Comparator.comparing(Organisation::name))
            .toList();
    return new HeldFunction(
        function,
        FunctionLabels.of(function),
        holding.map(FunctionHolders.Holding::region),
        named,
        uses);
  }

  /**
   * Says who holds a function in a region; nobody leaves it to the region above.
   *
   * @throws Problem where the region is not governed, no register names the function, or an
   *     organisation is unknown or has ended
   */
  @Transactional
  public HeldFunction assign(
      Scope scope, RegionCode region, String function, Collection<UUID> chosen) {
    mustSee(scope, region);
    if (!regions.governs(scope, region)) {
      throw Problem.of(HttpStatus.FORBIDDEN, "register-lifecycle.not-your-region", region.digits());
    }
    if (!uses(definitions.list(scope)).containsKey(function)) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "register-lifecycle.unknown-function", function);
    }
    Set<UUID> wanted = new TreeSet<>(chosen);
    List<Organisation> named = wanted.stream().map(id -> holder(scope, id)).toList();
    holders.replace(function, region, wanted);
    audit.record(
        scope,
        "register.function-assigned",
        function,
        region + ": " + named.stream().map(Organisation::name).sorted().collect(joining(", ")));
    events.publishEvent(new FunctionsChanged(function));
    return list(scope, region).stream()
        .filter(held -> held.id().equals(function))
        .findFirst()
        .orElseThrow();
  }

  private Organisation holder(Scope scope, UUID id) {
    Organisation found =
        organisations
            .find(scope, id)
            .orElseThrow(
                () ->
                    Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "register-lifecycle.unknown-organisation"));
    if (found.endedOn().isPresent()) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "register-lifecycle.ended-organisation", found.name());
    }
    return found;
  }

  private void mustSee(Scope scope, RegionCode region) {
    if (regions.find(scope, region).isEmpty()) {
      throw Problem.of(HttpStatus.NOT_FOUND, "register-lifecycle.unknown-region", region.digits());
    }
  }

  /** What functions are for, by the function's id. */
  private static SortedMap<String, List<Use>> uses(List<Definition> definitions) {
    SortedMap<String, List<Use>> uses = new TreeMap<>();
    for (Definition definition : definitions) {
      for (String function : functionsOf(definition)) {
        uses.computeIfAbsent(function, f -> new ArrayList<>()).add(use(definition, function));
      }
    }
    return uses;
  }

  private static Set<String> functionsOf(Definition definition) {
    Set<String> functions = new TreeSet<>();
    definition.lifecycle().transitions().forEach(step -> functions.addAll(step.by()));
    definition.deadlines().stream()
        .flatMap(rule -> rule.by().stream())
        .filter(by -> definition.findField(by).isEmpty())
        .forEach(functions::add);
    return functions;
  }

  private static Use use(Definition definition, String function) {
    return new Use(
        definition.name(),
        definition.lifecycle().transitions().stream()
            .filter(step -> step.by().contains(function))
            .map(Transition::label)
            .toList(),
        definition.deadlines().stream()
            .filter(rule -> rule.by().filter(function::equals).isPresent())
            .map(DeadlineRule::duty)
            .toList());
  }
}
