package jingtu.server.duty.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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

/** Keeps the files of accepted reports as they were accepted, until these are opened again. */
@Component
class KeepAcceptedFiles implements EvidenceHold {

  private static final Message REMEDY = Message.of("round.holds-file-remedy");

  private final JdbcClient jdbc;
  private final Reach reach;

  KeepAcceptedFiles(JdbcClient jdbc, Reach reach) {
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
                    """
                    select file.evidence_id, duty.organisation_name, round_up.first_day,
                      round_up.last_day,
                      case when duty.content = '' then source.sentence else duty.content end
                        as sentence,
                      case when
                    """
                        + Rounds.SEEN
                        + """
                           then true else false end as seen
                          from report_line_file file join report_line line on line.id = file.line_id
                            join round_up on round_up.id = line.round_id
                            join duty on duty.id = line.duty_id
                            join duty_source source on source.id = duty.source_id
                          where file.evidence_id in (:pieces) and line.line_status = 'ACCEPTED'
                          order by round_up.last_day desc, line.sort_key, line.id
                          """),
                scope)
            .param("pieces", pieces.stream().map(EvidenceId::value).toList())
            .query(KeepAcceptedFiles::held)
            .list());
  }

  private static Held held(ResultSet row, int number) throws SQLException {
    EvidenceId piece = new EvidenceId(row.getObject("evidence_id", UUID.class));
    if (!row.getBoolean("seen")) {
      return new Held(piece, new Finding("", Message.of("round.holds-unseen-file"), REMEDY));
    }
    Message why =
        Message.of(
            "round.holds-file",
            row.getString("organisation_name"),
            row.getObject("first_day", LocalDate.class),
            row.getObject("last_day", LocalDate.class));
    return new Held(piece, new Finding(row.getString("sentence"), why, REMEDY));
  }
}
