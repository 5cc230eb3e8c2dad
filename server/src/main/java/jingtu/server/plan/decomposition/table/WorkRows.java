package jingtu.server.plan.decomposition.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingtu.server.document.template.TemplateValue;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.sheet.RowStamp;
import jingtu.vocabulary.Language;

/** Work items as rows of a table, each cell as an import reads it back. */
final class WorkRows {

  private WorkRows() {}

  static List<Map<String, TemplateValue>> of(List<WorkItem> items) {
    return items.stream().map(WorkRows::row).toList();
  }

  private static Map<String, TemplateValue> row(WorkItem item) {
    Map<String, TemplateValue> row = new HashMap<>();
    for (WorkItemColumn column : WorkItemColumn.values()) {
      row.put(TableKinds.key(column), TemplateValue.of(column.text(item, Language.ZH)));
    }
    row.put(TableKinds.STAMP, TemplateValue.of(RowStamp.of(item).text()));
    return Map.copyOf(row);
  }
}
