package jingtu.planreader.format;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import jingtu.planreader.format.Numbering.Level;
import jingtu.planreader.format.Numbering.ListInUse;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.LFOData;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListLevel;
import org.apache.poi.hwpf.model.ListTables;

/** Finds the lists of a .doc ([MS-DOC] 2.9.131 LFO, 2.9.147 LSTF, 2.9.150 LVLF). */
final class BinaryWordNumbering {

  /** [MS-DOC] 2.9.131: a list is named by a number from 1 to 2046. */
  private static final int MOST_LISTS = 2046;

  private static final int BYTE = 0xFF;

  private BinaryWordNumbering() {}

  static Numbering of(HWPFDocument document) {
    Map<String, ListInUse> lists = new HashMap<>();
    ListTables tables = document.getListTables();
    for (int i = 1; tables != null && i <= MOST_LISTS; i++) {
      Optional<ListInUse> list = find(tables, i);
      if (list.isEmpty()) {
        break;
      }
      lists.put(Integer.toString(i), list.get());
    }
    return new Numbering(lists);
  }

  private static Optional<ListInUse> find(ListTables tables, int number) {
    try {
      int id = tables.getLfo(number).getLsid();
      ListData data = tables.getListData(id);
      Map<Integer, Level> levels = new HashMap<>();
      Map<Integer, Integer> startOverrides = new HashMap<>();
      for (int i = 0; data != null && i < Math.min(data.numLevels(), Numbering.LEVELS); i++) {
        levels.put(i, level(data.getLevels()[i]));
      }
      override(tables.getLfoData(number), levels, startOverrides);
      return Optional.of(new ListInUse(Integer.toString(id), levels, startOverrides));
    } catch (NoSuchElementException noMore) {
      return Optional.empty();
    }
  }

  private static void override(
      LFOData overrides, Map<Integer, Level> levels, Map<Integer, Integer> startOverrides) {
    if (overrides == null || overrides.getRgLfoLvl() == null) {
      return;
    }
    for (ListFormatOverrideLevel override : overrides.getRgLfoLvl()) {
      if (override.isFormatting() && override.getLevel() != null) {
        levels.put(override.getLevelNum(), level(override.getLevel()));
      }
      if (override.isStartAt()) {
        int start =
            override.isFormatting() && override.getLevel() != null
                ? override.getLevel().getStartAt()
                : override.getIStartAt();
        startOverrides.put(override.getLevelNum(), start);
      }
    }
  }

  private static Level level(ListLevel level) {
    return new Level(
        level.getStartAt(),
        Numerals.ofBinaryWord(level.getNumberFormat() & BYTE),
        pattern(Optional.ofNullable(level.getNumberText()).orElse("")),
        -1,
        level.isLegalNumbering());
  }

  /** In a .doc the sign with the code of a level stands for that level's number. */
  private static String pattern(String label) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < label.length(); i++) {
      char sign = label.charAt(i);
      pattern.append(sign < Numbering.LEVELS ? "%" + (sign + 1) : String.valueOf(sign));
    }
    return pattern.toString();
  }
}
