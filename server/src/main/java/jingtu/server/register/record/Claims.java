package jingtu.server.register.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.register.RecordId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.scope.RegionCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What no two records of a register and region may share: the key, and each field that is unique.
 * Each value is a row that the database lets only one record have, so that two people who enter the
 * same thing at the same moment cannot both succeed.
 */
@Repository
class Claims {

  /** Slots of a key begin with it; no field's id does. */
  private static final String KEY = "$key ";

  private static final int LONGEST_SLOT = 400;
  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  Claims(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** A value that a record has for itself in its region. */
  record Claim(RegionCode region, String slot, String digest) {}

  /** What the fields of a slot are, by slot. */
  static Map<String, List<Field>> slots(Definition definition) {
    Map<String, List<Field>> slots = new LinkedHashMap<>();
    List<Field> key =
        definition.key().stream().flatMap(id -> definition.findField(id).stream()).toList();
    if (!key.isEmpty()) {
      slots.put(bounded(KEY + String.join(" ", definition.key())), key);
    }
    definition.activeFields().stream()
        .filter(Field::unique)
        .forEach(field -> slots.put(field.id(), List.of(field)));
    return slots;
  }

  private static String bounded(String slot) {
    return slot.length() <= LONGEST_SLOT ? slot : KEY + digest(slot);
  }

  /** What a record with this content claims; nothing where a slot holds nothing. */
  static Map<Claim, List<Field>> of(
      Definition definition, RegionCode region, Map<String, FieldValue> content) {
    Map<Claim, List<Field>> claims = new LinkedHashMap<>();
    slots(definition)
        .forEach(
            (slot, fields) -> {
              List<String> parts =
                  fields.stream().map(field -> part(content.get(field.id()))).toList();
              if (parts.stream().anyMatch(part -> !part.isEmpty())) {
                claims.put(new Claim(region, slot, digest(String.join("\u001f", parts))), fields);
              }
            });
    return claims;
  }

  private static String part(@org.jspecify.annotations.Nullable FieldValue value) {
    return switch (value) {
      case null -> "";
      case FieldValue.Words(String text) -> text.strip();
      case FieldValue.Amount(var number) -> number.toPlainString();
      case FieldValue.Day(var date) -> date.toString();
      case FieldValue.Span(var from, var to) -> from + "/" + to.map(Object::toString).orElse("");
      case FieldValue.Yes(boolean holds) -> String.valueOf(holds);
      case FieldValue.Ids(var ids) ->
          ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    };
  }

  private static String digest(String value) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Which record has each of these values; one that nobody has is left out. */
  Map<Claim, RecordId> holders(Definition definition, Collection<Claim> claims) {
    Map<Claim, RecordId> holders = new HashMap<>();
    Set<RegionCode> regions =
        claims.stream().map(Claim::region).collect(Collectors.toUnmodifiableSet());
    for (RegionCode region : regions) {
      List<String> digests =
          claims.stream()
              .filter(claim -> claim.region().equals(region))
              .map(Claim::digest)
              .distinct()
              .toList();
      Set<String> slots = slots(definition).keySet();
      for (int from = 0; from < digests.size(); from += AT_ONCE) {
        jdbc.sql(
                """
                select slot, claim, record_id from record_claim
                where register = :register and region_code = :region and slot in (:slots)
                  and claim in (:claims)
                """)
            .param("register", definition.id().value())
            .param("region", region.digits())
            .param("slots", slots)
            .param("claims", digests.subList(from, Math.min(digests.size(), from + AT_ONCE)))
            .query(
                row -> {
                  holders.put(
                      new Claim(region, row.getString("slot"), row.getString("claim")),
                      new RecordId(row.getObject("record_id", UUID.class)));
                });
      }
    }
    return holders;
  }

  /**
   * Takes what records claim; what they had before is given up first.
   *
   * @throws org.springframework.dao.DuplicateKeyException where somebody has it since
   */
  void take(Definition definition, List<StoredRecord> records) {
    List<Object[]> rows = new ArrayList<>();
    for (StoredRecord record : records) {
      if (record.removal().isEmpty()) {
        for (Claim claim : of(definition, record.region(), record.content()).keySet()) {
          rows.add(
              new Object[] {
                definition.id().value(),
                claim.region().digits(),
                claim.slot(),
                claim.digest(),
                record.id().value()
              });
        }
      }
    }
    batches.batchUpdate(
        "insert into record_claim (register, region_code, slot, claim, record_id) values (?, ?, ?, ?, ?)",
        rows);
  }

  void giveUp(List<RecordId> records) {
    for (int from = 0; from < records.size(); from += AT_ONCE) {
      jdbc.sql("delete from record_claim where record_id in (:records)")
          .param(
              "records",
              records.subList(from, Math.min(records.size(), from + AT_ONCE)).stream()
                  .map(RecordId::value)
                  .toList())
          .update();
    }
  }

  /** The slots in which a register's records hold something. */
  Set<String> held(Definition definition) {
    return Set.copyOf(
        jdbc.sql("select distinct slot from record_claim where register = :register")
            .param("register", definition.id().value())
            .query(String.class)
            .list());
  }

  /** Gives up what is held in slots that a definition no longer has. */
  void giveUpSlots(Definition definition, Set<String> slots) {
    if (!slots.isEmpty()) {
      jdbc.sql("delete from record_claim where register = :register and slot in (:slots)")
          .param("register", definition.id().value())
          .param("slots", slots)
          .update();
    }
  }

  /** Takes one value for a record, where nobody has it. */
  void takeWhereFree(Definition definition, RecordId record, Claim claim) {
    if (holders(definition, List.of(claim)).isEmpty()) {
      batches.update(
          "insert into record_claim (register, region_code, slot, claim, record_id) values (?, ?, ?, ?, ?)",
          definition.id().value(),
          claim.region().digits(),
          claim.slot(),
          claim.digest(),
          record.value());
    }
  }

  /** The field at which a record that shares a value is told so. */
  static Optional<Field> place(List<Field> fields) {
    return fields.stream().findFirst();
  }
}
