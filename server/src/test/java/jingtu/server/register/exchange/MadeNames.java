package jingtu.server.register.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.organisation.Organisation;
import jingtu.server.register.RegisterId;
import jingtu.server.register.exchange.cell.CellNames;
import jingtu.server.register.exchange.cell.CodeNames;
import jingtu.server.register.exchange.cell.OrganisationNames;
import jingtu.server.scope.RegionCode;

/** What things are called in the tests of cells. */
public final class MadeNames {

  public static final UUID WATER = new UUID(1, 1);
  public static final UUID FACTORY = new UUID(2, 1);
  public static final UUID CALLED_LIKE_AN_ID = new UUID(2, 4);
  public static final UUID PROOF = new UUID(3, 1);

  /** Both counties have a town of that name. */
  private static final Map<String, String> REGIONS =
      Map.of("991101", "甲县", "991201", "乙县", "991101100", "城关镇", "991201100", "城关镇");

  private MadeNames() {}

  public static CellNames names() {
    return new CellNames(
        list -> list.equals(CellNames.DISCLOSURE) ? marks() : grades(),
        REGIONS,
        new OrganisationNames(
            List.of(
                organisation(WATER, "县水利局", "991101", "县水务局"),
                organisation(new UUID(1, 2), "办公室", "991101"),
                organisation(new UUID(1, 3), "办公室", "991201")),
            Map.of(new RegionCode("991101"), "甲县", new RegionCode("991201"), "乙县")),
        new MadeTitles(),
        new MadeFileNames());
  }

  private static CodeNames grades() {
    return new CodeNames(
        List.of(
            new CodeNames.Entry("1", "一等", Optional.empty(), true),
            new CodeNames.Entry("2", "二等", Optional.empty(), true),
            new CodeNames.Entry("A", "大类", Optional.empty(), true),
            new CodeNames.Entry("A1", "小类", Optional.of("A"), true),
            new CodeNames.Entry("B", "甲类", Optional.empty(), true),
            new CodeNames.Entry("B1", "同名", Optional.of("B"), true),
            new CodeNames.Entry("C", "乙类", Optional.empty(), true),
            new CodeNames.Entry("C1", "同名", Optional.of("C"), true),
            new CodeNames.Entry("D1", "重复", Optional.empty(), true),
            new CodeNames.Entry("D2", "重复", Optional.empty(), true)));
  }

  private static CodeNames marks() {
    return new CodeNames(
        List.of(
            new CodeNames.Entry("open", "主动公开", Optional.empty(), true),
            new CodeNames.Entry("on-request", "依申请公开", Optional.empty(), true),
            new CodeNames.Entry("closed", "不予公开", Optional.empty(), true)));
  }

  private static Organisation organisation(UUID id, String name, String region, String... aliases) {
    return new Organisation(
        id,
        name,
        Optional.of(new RegionCode(region)),
        Optional.empty(),
        List.of(aliases),
        Optional.empty(),
        "",
        Optional.empty(),
        1);
  }

  private static final class MadeFileNames implements CellNames.Files {
    private static final Map<UUID, String> NAMES =
        Map.of(PROOF, "验收意见.pdf", new UUID(3, 2), "=现场 {1}.jpg");

    @Override
    public Optional<String> find(UUID id) {
      return Optional.ofNullable(NAMES.get(id));
    }

    @Override
    public void expect(Collection<UUID> ids) {}
  }

  private static final class MadeTitles implements CellNames.Titles {
    private static final Map<UUID, String> TITLES =
        Map.of(
            FACTORY,
            "某厂",
            new UUID(2, 2),
            "同名厂",
            new UUID(2, 3),
            "同名厂",
            CALLED_LIKE_AN_ID,
            "旧厂 {" + FACTORY + "}");

    @Override
    public Optional<String> find(UUID id) {
      return Optional.ofNullable(TITLES.get(id));
    }

    @Override
    public List<UUID> called(RegisterId register, String title) {
      return TITLES.entrySet().stream()
          .filter(entry -> entry.getValue().equals(title))
          .map(Map.Entry::getKey)
          .toList();
    }
  }
}
