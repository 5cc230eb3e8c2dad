package jingtu.server.register.record;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.document.evidence.PieceOfEvidence;
import jingtu.server.edge.Problem;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.CodeLists;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Message;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Where clerks come from, and what they look up in other registers than their own. */
@Component
class Clerks {

  private static final int AT_ONCE = 500;

  private final Definitions definitions;
  private final CodeLists codes;
  private final RecordRows rows;
  private final Claims claims;
  private final Regions regions;
  private final Organisations organisations;
  private final Evidence evidence;
  private final Clock clock;

  Clerks(
      Definitions definitions,
      CodeLists codes,
      RecordRows rows,
      Claims claims,
      Regions regions,
      Organisations organisations,
      Evidence evidence,
      Clock clock) {
    this.definitions = definitions;
    this.codes = codes;
    this.rows = rows;
    this.claims = claims;
    this.regions = regions;
    this.organisations = organisations;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * The clerk of a register.
   *
   * @throws Problem where there is no such register
   */
  Clerk of(Scope scope, RegisterId register) {
    return of(
        scope,
        definitions
            .find(scope, register)
            .orElseThrow(
                () ->
                    Problem.of(
                        HttpStatus.NOT_FOUND,
                        "register-record.unknown-register",
                        register.value())));
  }

  Clerk of(Scope scope, Definition definition) {
    return new Clerk(
        scope,
        definition,
        Reach.of(scope, regions),
        SingletonSupplier.of(() -> Names.of(scope, codes, regions, organisations)),
        this);
  }

  RecordCheck.Known known(Names names) {
    return new RecordCheck.Known(
        codes, names.regions().keySet(), names.organisations().keySet(), OfficeDay.today(clock));
  }

  /**
   * A link points to a record of the right register, evidence is a file, and the account sees
   * either; neither was removed. What was there before stays, whatever has become of it.
   */
  void linkFaults(
      Clerk clerk,
      List<StoredRecord> after,
      Map<RecordId, StoredRecord> before,
      Map<RecordId, List<FieldFault>> faults) {
    for (Field field : clerk.definition().activeFields()) {
      Map<RecordId, Set<UUID>> named = new LinkedHashMap<>();
      for (StoredRecord record : after) {
        named.put(
            record.id(), Clerk.fresh(record, Optional.ofNullable(before.get(record.id())), field));
      }
      Set<UUID> all = named.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
      switch (field.type()) {
        case FieldType.Link(RegisterId to, boolean many) ->
            missing(
                new FieldFault(
                    field.id(), Message.of("register-record.no-such-record", field.label())),
                named,
                visible(clerk, to, all),
                faults);
        case FieldType.Evidence files ->
            missing(
                new FieldFault(
                    field.id(), Message.of("register-record.no-such-file", field.label())),
                named,
                handedIn(clerk, all),
                faults);
        default -> {}
      }
    }
  }

  private static void missing(
      FieldFault fault,
      Map<RecordId, Set<UUID>> named,
      Set<UUID> sound,
      Map<RecordId, List<FieldFault>> faults) {
    named.forEach(
        (record, ids) -> {
          if (!sound.containsAll(ids)) {
            faults.computeIfAbsent(record, r -> new ArrayList<>()).add(fault);
          }
        });
  }

  private Set<UUID> visible(Clerk clerk, RegisterId register, Set<UUID> ids) {
    Set<UUID> seen = new HashSet<>();
    rows.whereabouts(ids.stream().map(RecordId::new).toList())
        .forEach(
            (id, at) -> {
              if (at.register().equals(register)
                  && !at.removed()
                  && clerk.reach().visible().contains(at.region())) {
                seen.add(id.value());
              }
            });
    return seen;
  }

  private Set<UUID> handedIn(Clerk clerk, Set<UUID> ids) {
    return pieces(clerk, ids).stream()
        .filter(piece -> piece.removal().isEmpty())
        .map(piece -> piece.id().value())
        .collect(Collectors.toSet());
  }

  private List<PieceOfEvidence> pieces(Clerk clerk, Collection<UUID> ids) {
    List<EvidenceId> asked = ids.stream().distinct().map(EvidenceId::new).toList();
    List<PieceOfEvidence> pieces = new ArrayList<>();
    for (int from = 0; from < asked.size(); from += AT_ONCE) {
      pieces.addAll(
          evidence.list(
              clerk.scope(), asked.subList(from, Math.min(asked.size(), from + AT_ONCE))));
    }
    return pieces;
  }

  /** No two records of a register and region share what only one may have. */
  void taken(Clerk clerk, List<StoredRecord> after, Map<RecordId, List<FieldFault>> faults) {
    Definition definition = clerk.definition();
    if (Claims.slots(definition).isEmpty()) {
      return;
    }
    Map<RecordId, Map<Claims.Claim, List<Field>>> wanted = new HashMap<>();
    Set<Claims.Claim> all = new HashSet<>();
    for (StoredRecord record : after) {
      Map<Claims.Claim, List<Field>> own = Claims.of(definition, record.region(), record.content());
      wanted.put(record.id(), own);
      all.addAll(own.keySet());
    }
    Map<Claims.Claim, RecordId> holders = new HashMap<>(claims.holders(definition, all));
    Set<RecordId> moving = wanted.keySet();
    holders.values().removeIf(moving::contains);
    for (StoredRecord record : after) {
      wanted
          .getOrDefault(record.id(), Map.of())
          .forEach(
              (claim, fields) -> {
                RecordId holder = holders.putIfAbsent(claim, record.id());
                if (holder != null && !holder.equals(record.id())) {
                  faults
                      .computeIfAbsent(record.id(), r -> new ArrayList<>())
                      .add(taken(clerk, fields, record));
                }
              });
    }
  }

  /** Where a field of the key is hidden from the account, only that something is taken is told. */
  static FieldFault taken(Clerk clerk, List<Field> fields, StoredRecord record) {
    List<Field> known =
        fields.stream()
            .filter(field -> clerk.reach().sees(clerk.definition(), field.id()))
            .toList();
    StringBuilder labels = new StringBuilder();
    StringBuilder values = new StringBuilder();
    for (Field field : known) {
      labels.append(labels.isEmpty() ? "" : " + ").append(field.label());
      FieldValue value = record.content().get(field.id());
      if (value != null) {
        values.append(values.isEmpty() ? "" : " ").append(clerk.names().say(field, value));
      }
    }
    return new FieldFault(
        known.isEmpty() ? "" : known.getFirst().id(),
        Message.of("register-record.taken", labels, values));
  }

  /** What files are called, as far as the account may see them; also where they were removed. */
  Map<UUID, String> files(Clerk clerk, Collection<UUID> ids) {
    return pieces(clerk, ids).stream()
        .collect(Collectors.toMap(piece -> piece.id().value(), piece -> piece.current().name()));
  }

  /** What records of other registers are called, as far as the account may see them. */
  Map<RecordId, String> titles(Clerk clerk, Map<RegisterId, ? extends Collection<RecordId>> ids) {
    Map<RecordId, String> titles = new HashMap<>();
    ids.forEach(
        (register, records) ->
            definitions
                .find(clerk.scope(), register)
                .ifPresent(
                    definition ->
                        rows.list(definition, Set.copyOf(records)).stream()
                            .filter(clerk.reach()::sees)
                            .forEach(
                                record ->
                                    Names.title(definition, record.content(), clerk.reach())
                                        .ifPresent(title -> titles.put(record.id(), title)))));
    return titles;
  }
}
