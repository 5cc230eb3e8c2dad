package jingtu.server.register.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingtu.server.register.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The records that records link to, by the field that links them. */
@Repository
class RecordLinks {

  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;

  RecordLinks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The ids at the other end, in their order; whether they may be seen is the caller's to ask. */
  Map<RecordId, Map<String, List<RecordId>>> of(Collection<RecordId> records) {
    Map<RecordId, Map<String, List<RecordId>>> links = new HashMap<>();
    List<UUID> ids = records.stream().map(RecordId::value).toList();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      jdbc.sql(
              """
              select record_id, field, target_id from record_link
              where record_id in (:ids) order by record_id, field, ordinal
              """)
          .param("ids", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
          .query(
              row -> {
                links
                    .computeIfAbsent(
                        new RecordId(row.getObject("record_id", UUID.class)), id -> new HashMap<>())
                    .computeIfAbsent(row.getString("field"), field -> new ArrayList<>())
                    .add(new RecordId(row.getObject("target_id", UUID.class)));
              });
    }
    return links;
  }
}
