package jingtu.server.plan.decomposition.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.plan.decomposition.ItemRole;
import jingtu.server.plan.decomposition.ItemSource;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItemId;

/** The work items of an invented county, as {@code items.csv} tells them. */
final class InventedItems {

  private InventedItems() {}

  /** A file beside this test's other ones, as text. */
  static String text(String name) {
    try (InputStream file = InventedItems.class.getResourceAsStream("/returned-table/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All items, with their codes; they came from nobody but whoever typed them. */
  static List<WorkItem> all() {
    return text("items.csv").lines().skip(1).map(line -> item(line.split(",", -1))).toList();
  }

  static WorkItem coded(String code) {
    return all().stream().filter(item -> item.code().equals(code)).findFirst().orElseThrow();
  }

  private static WorkItem item(String[] cells) {
    assertThat(cells).hasSize(WorkItemColumn.values().length);
    WorkItem item = blank(cells[0]);
    for (WorkItemColumn column : WorkItemColumn.values()) {
      item = with(item, column, cells[Stream.of(WorkItemColumn.values()).toList().indexOf(column)]);
    }
    return item;
  }

  static WorkItem with(WorkItem item, WorkItemColumn column, String cell) {
    return column
        .read(item, cell)
        .orElseThrow(() -> new AssertionError(column + " cannot be: " + cell));
  }

  /** An item that says nothing yet; its id follows from its code. */
  static WorkItem blank(String code) {
    return new WorkItem(
        new WorkItemId(UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8))),
        code,
        new ItemSource.ByHand(),
        "",
        "",
        "",
        "-",
        ItemRole.LEAD,
        "",
        "",
        Optional.empty(),
        List.of(),
        List.of(),
        "",
        "",
        "",
        "",
        "",
        Optional.empty(),
        1);
  }
}
