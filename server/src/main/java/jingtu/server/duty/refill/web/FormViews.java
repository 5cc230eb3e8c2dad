package jingtu.server.duty.refill.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.refill.CarriedOver;
import jingtu.server.duty.refill.Filling;
import jingtu.server.duty.refill.ForeseenFilling;
import jingtu.server.duty.refill.FormCell;
import jingtu.server.duty.refill.FormEdition;
import jingtu.server.duty.refill.FormGrid;
import jingtu.server.duty.refill.FormSheet;
import jingtu.server.duty.refill.MappedCellText;
import jingtu.server.duty.refill.SuperiorForm;
import jingtu.server.duty.round.sheet.PeriodNames;
import jingtu.server.edge.SaidFinding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.jspecify.annotations.Nullable;

/** Forms from above as they travel. */
final class FormViews {

  private FormViews() {}

  /**
   * A form.
   *
   * @param lastFilled the first day of the latest period that it was filled for
   */
  record SuperiorFormView(
      UUID id,
      String name,
      int months,
      boolean inUse,
      int version,
      @Nullable LocalDate lastFilled,
      @Nullable String lastPeriod,
      String changedBy,
      Instant changedAt) {

    static SuperiorFormView of(SuperiorForm form, Optional<Filling> last, Language language) {
      return new SuperiorFormView(
          form.id().value(),
          form.name(),
          form.months(),
          form.inUse(),
          form.version(),
          last.map(filling -> filling.period().first()).orElse(null),
          last.map(filling -> PeriodNames.of(filling.period(), language)).orElse(null),
          form.changedBy(),
          form.changedAt());
    }
  }

  record SuperiorFormsView(List<SuperiorFormView> forms) {}

  record FormCellView(
      int row,
      int column,
      int rowSpan,
      int columnSpan,
      String text,
      FormCell.Content content,
      String label) {}

  /** A sheet; {@code widths} in narrow characters. */
  record FormSheetView(
      String name, int rows, List<Integer> widths, List<FormCellView> cells, boolean cut) {

    static FormSheetView of(FormSheet sheet, FormGrid grid) {
      return new FormSheetView(
          sheet.name(),
          sheet.rows(),
          sheet.widths(),
          sheet.cells().stream()
              .map(
                  cell ->
                      new FormCellView(
                          cell.place().row(),
                          cell.place().column(),
                          cell.rowSpan(),
                          cell.columnSpan(),
                          cell.text(),
                          cell.content(),
                          cell.takes() ? grid.label(cell.place()) : ""))
              .toList(),
          sheet.cut());
    }
  }

  record FormEditionView(int ordinal, String fileName, String changedBy, Instant changedAt) {
    static FormEditionView of(FormEdition edition) {
      return new FormEditionView(
          edition.ordinal(), edition.fileName(), edition.changedBy(), edition.changedAt());
    }
  }

  record FormFillingView(
      UUID id,
      LocalDate first,
      String period,
      String fileName,
      int cells,
      int warnings,
      int faults,
      String changedBy,
      Instant changedAt) {

    static FormFillingView of(Filling filling, Language language) {
      return new FormFillingView(
          filling.id(),
          filling.period().first(),
          PeriodNames.of(filling.period(), language),
          filling.fileName(),
          filling.cells(),
          filling.warnings(),
          filling.faults(),
          filling.changedBy(),
          filling.changedAt());
    }
  }

  record FormPeriodView(LocalDate first, String name) {}

  /**
   * All of a form.
   *
   * @param word whether it is a .docx, whose tables are numbered
   * @param mapping what fills its cells
   * @param periods that it may be filled for, the latest first
   */
  record WholeSuperiorFormView(
      SuperiorFormView form,
      boolean word,
      List<FormSheetView> sheets,
      List<MappedCellText> mapping,
      List<FormEditionView> editions,
      List<FormFillingView> fillings,
      List<FormPeriodView> periods) {}

  record MovedCellView(String from, String to) {}

  /** What became of the mapping in another edition; {@code lost} are the cells as they were. */
  record RenewedFormView(
      SuperiorFormView form, int carried, List<MovedCellView> moved, List<String> lost) {

    static RenewedFormView of(SuperiorFormView form, CarriedOver carried) {
      return new RenewedFormView(
          form,
          carried.cells().size(),
          carried.moved().stream()
              .map(move -> new MovedCellView(move.from().text(), move.to().text()))
              .toList(),
          carried.lost().stream().map(cell -> cell.place().text()).toList());
    }
  }

  /** Cells with what could fill them, and what cannot. */
  record MappedCellsView(List<MappedCellText> cells, List<SaidFinding> faults) {}

  record DutyChoiceView(
      UUID id,
      @Nullable UUID organisation,
      String organisationName,
      String chapter,
      String sentence) {}

  record NamedChoiceView(UUID id, String name) {}

  /** What cells may be filled from. */
  record FormChoicesView(List<DutyChoiceView> duties, List<NamedChoiceView> plans) {}

  /**
   * A cell that is written.
   *
   * @param before what it said in the last period
   */
  record ForeseenCellView(
      UUID mapped,
      String place,
      String label,
      @Nullable String before,
      String now,
      boolean changed,
      List<String> warnings) {

    static ForeseenCellView of(ForeseenFilling.Compared each, Language language) {
      return new ForeseenCellView(
          each.cell().mapped(),
          each.cell().place().text(),
          each.cell().label(),
          each.before().orElse(null),
          each.cell().value().text(),
          each.changed(),
          each.cell().warnings().stream().map(why -> Messages.say(why, language)).toList());
    }
  }

  record GoneRowView(String place, String text) {}

  /**
   * What filling a form writes.
   *
   * @param lastPeriod what it is compared with; absent where it is filled for the first time
   * @param gone what the last period said of those that have no row now
   */
  record FormPreviewView(
      List<ForeseenCellView> cells,
      List<SaidFinding> faults,
      List<String> notices,
      List<GoneRowView> gone,
      @Nullable String lastPeriod) {

    static FormPreviewView of(ForeseenFilling foreseen, Language language) {
      return new FormPreviewView(
          foreseen.cells().stream().map(each -> ForeseenCellView.of(each, language)).toList(),
          foreseen.faults().stream().map(fault -> SaidFinding.of(fault, language)).toList(),
          foreseen.notices().stream().map(notice -> Messages.say(notice, language)).toList(),
          foreseen.gone().stream()
              .map(value -> new GoneRowView(value.place(), value.text()))
              .toList(),
          foreseen.last().map(filling -> PeriodNames.of(filling.period(), language)).orElse(null));
    }
  }
}
