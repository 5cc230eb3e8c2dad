package jingtu.server.register.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.definition.Lifecycle;
import jingtu.server.register.definition.RegisterKind;
import jingtu.server.scope.Role;

/** An invented register with a field of every type, among them one that officers may not know. */
public final class MadeYards {

  private MadeYards() {}

  public static Definition definition(Definition.Shape shape) {
    return new Definition(
        new RegisterId("made-yards"),
        1,
        "堆场台账",
        RegisterKind.LEDGER,
        "",
        List.of(),
        List.of("name"),
        shape,
        List.of(),
        fields(),
        new Lifecycle(List.of(new Lifecycle.State("listed", "在册", false)), List.of()),
        List.of(),
        List.of(),
        List.of(),
        new Definition.Disclosure(List.of(), List.of()));
  }

  private static List<Field> fields() {
    return List.of(
        required("name", "名称", new FieldType.Text(60)),
        field("note", "备注", new FieldType.LongText()),
        field(
            "people",
            "人数",
            new FieldType.Figure(0, Optional.of(BigDecimal.ZERO), Optional.empty())),
        field(
            "area",
            "占地面积",
            new FieldType.Quantity(
                "m²", 2, Optional.of(BigDecimal.ZERO), Optional.of(new BigDecimal("100000")))),
        field("found", "建成日期", new FieldType.Date()),
        field("permit", "许可有效期", new FieldType.Period()),
        field("covered", "是否加盖", new FieldType.Flag()),
        field("grade", "等级", new FieldType.Code("grades")),
        field("town", "所在乡镇", new FieldType.OfRegion()),
        field("keeper", "责任单位", new FieldType.OfOrganisation()),
        field("person", "负责人", new FieldType.Post()),
        field("credit", "统一社会信用代码", new FieldType.CreditCode()),
        field("estate", "不动产单元号", new FieldType.EstateUnit()),
        field("parcel", "地块编码", new FieldType.ParcelCode()),
        field("mark", "公开属性", new FieldType.DisclosureMark()),
        field("unit", "所属企业", new FieldType.Link(new RegisterId("supervised-unit"), true)),
        field("proof", "佐证材料", new FieldType.Evidence()),
        field("doubled", "两倍面积", new FieldType.Computed("area * 2", FieldType.ResultType.NUMBER)),
        hidden("secret", "内部评语", new FieldType.Text(60)),
        retired("old", "旧编号", new FieldType.Text(60)));
  }

  public static Field field(String id, String label, FieldType type) {
    return made(id, label, type, false, Set.of(), false);
  }

  private static Field required(String id, String label, FieldType type) {
    return made(id, label, type, true, Set.of(), false);
  }

  private static Field hidden(String id, String label, FieldType type) {
    return made(id, label, type, false, Set.of(Role.COORDINATOR), false);
  }

  private static Field retired(String id, String label, FieldType type) {
    return made(id, label, type, false, Set.of(), true);
  }

  private static Field made(
      String id, String label, FieldType type, boolean required, Set<Role> roles, boolean retired) {
    return new Field(
        id,
        label,
        type,
        "",
        required ? "按营业执照填写。" : "",
        required,
        false,
        false,
        id.equals("grade") ? Optional.of("area > 100") : Optional.empty(),
        roles,
        retired,
        id.equals("name") ? List.of("堆场名称") : List.of());
  }
}
