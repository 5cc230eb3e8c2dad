package jingtu.server.duty.closeout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingtu.server.document.evidence.EvidenceHold;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.duty.Reach;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the files of struck-off items as they were struck off, until these are opened again. */
@Component
class KeepStruckOffFiles implements EvidenceHold {

  private static final Message REMEDY = Message.of("closeout.holds-file-remedy");

  private final JdbcClient jdbc;
  private final Reach reach;

  KeepStruckOffFiles(JdbcClient jdbc, Reach reach) {
    this.jdbc = jdbc;
    this.reach = reach;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<EvidenceId, List<Finding>> on(Scope scope, Collection<EvidenceId> pieces) {
    return Held.byPiece(
        reach
            .bind(
                jdbc.sql(
                    "select file.evidence_id, list.name, item.item_number, item.task, case when "
                        + CloseOutLists.SEEN_ITEM
                        + """
                           then true else false end as seen
                          from close_out_item_file file
                            join close_out_item item on item.id = file.item_id
                            join close_out_list list on list.id = item.list_id
                          where file.evidence_id in (:pieces) and item.item_state = 'STRUCK_OFF'
                          order by list.name, item.sort_key, item.id
                          """),
                scope)
            .param("pieces", pieces.stream().map(EvidenceId::value).toList())
            .query(KeepStruckOffFiles::held)
            .list());
  }

  private static Held held(ResultSet row, int number) throws SQLException {
    EvidenceId piece = new EvidenceId(row.getObject("evidence_id", UUID.class));
    if (!row.getBoolean("seen")) {
      return new Held(piece, new Finding("", Message.of("closeout.holds-unseen-file"), REMEDY));
    }
    Message why =
        Message.of("closeout.holds-file", row.getString("name"), row.getString("item_number"));
    return new Held(piece, new Finding(row.getString("task"), why, REMEDY));
  }
}
