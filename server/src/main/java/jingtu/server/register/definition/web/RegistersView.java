package jingtu.server.register.definition.web;

import java.util.List;
import java.util.Map;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.DefinitionFault;
import jingtu.server.register.definition.DefinitionFolder;
import jingtu.server.register.definition.Lifecycle;
import jingtu.server.register.definition.RegisterKind;
import jingtu.server.register.table.TableChange;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.jspecify.annotations.Nullable;

/**
 * All registers, and what lies in the data folder and is none yet.
 *
 * @param waiting files that would change a table; empty for those who may not define registers
 * @param faulty files that were not taken, and stored definitions that are no longer understood;
 *     empty for those who may not define registers
 */
record RegistersView(
    List<RegisterEntry> registers, List<WaitingFile> waiting, List<FaultyFile> faulty) {

  /**
   * One register.
   *
   * @param count how many records the account can see
   * @param fileGone whether the file that defined it was taken away; the register stays
   */
  record RegisterEntry(
      String id,
      String name,
      RegisterKind kind,
      int version,
      Definition.Shape geometry,
      long count,
      List<String> serves,
      List<StateView> states,
      boolean fileGone) {
    static RegisterEntry of(Definition definition, long count, boolean fileGone) {
      return new RegisterEntry(
          definition.id().value(),
          definition.name(),
          definition.kind(),
          definition.version(),
          definition.geometry(),
          count,
          definition.serves(),
          definition.lifecycle().states().stream().map(StateView::of).toList(),
          fileGone);
    }
  }

  record StateView(String id, String label, boolean end) {
    static StateView of(Lifecycle.State state) {
      return new StateView(state.id(), state.label(), state.end());
    }
  }

  /** A new version that waits for somebody to agree to what it does. */
  record WaitingFile(
      String register,
      String name,
      int version,
      String file,
      String text,
      List<PlannedChange> plan) {
    static WaitingFile of(DefinitionFolder.Waiting waiting, Language language) {
      return new WaitingFile(
          waiting.definition().id().value(),
          waiting.definition().name(),
          waiting.definition().version(),
          waiting.file(),
          waiting.text(),
          PlannedChange.of(waiting.plan(), language));
    }
  }

  record FaultyFile(String file, List<DefinitionFaultView> faults) {
    static List<FaultyFile> of(Map<String, List<DefinitionFault>> faulty, Language language) {
      return faulty.entrySet().stream()
          .map(
              file ->
                  new FaultyFile(file.getKey(), DefinitionFaultView.of(file.getValue(), language)))
          .toList();
    }
  }

  /** What is wrong in a definition, and where; line and column count from 1. */
  record DefinitionFaultView(int line, int column, String path, String problem, String remedy) {
    static List<DefinitionFaultView> of(List<DefinitionFault> faults, Language language) {
      return faults.stream()
          .map(
              fault ->
                  new DefinitionFaultView(
                      fault.line(),
                      fault.column(),
                      fault.path(),
                      Messages.say(fault.problem(), language),
                      Messages.say(fault.remedy(), language)))
          .toList();
    }
  }

  /**
   * One thing that applying a definition does to the table.
   *
   * @param kind such as {@code new-field}
   * @param field the field that it is about
   */
  record PlannedChange(
      String kind, @Nullable String field, @Nullable String label, String sentence) {
    static List<PlannedChange> of(List<TableChange> plan, Language language) {
      return plan.stream().map(change -> of(change, language)).toList();
    }

    private static PlannedChange of(TableChange change, Language language) {
      String key = change.message().key();
      String kind = key.substring(key.indexOf('.') + 1);
      String sentence = Messages.say(change.message(), language);
      return switch (change) {
        case TableChange.NewTable table -> new PlannedChange(kind, null, null, sentence);
        case TableChange.NewGeometry geometry -> new PlannedChange(kind, null, null, sentence);
        case TableChange.NewField(var field) ->
            new PlannedChange(kind, field.id(), field.label(), sentence);
        case TableChange.Recomputed(var field) ->
            new PlannedChange(kind, field.id(), field.label(), sentence);
        case TableChange.NewIndex(var field) ->
            new PlannedChange(kind, field.id(), field.label(), sentence);
        case TableChange.RetiredField(var field, var label, var kept) ->
            new PlannedChange(kind, field, label, sentence);
        case TableChange.RevivedField(var field, var label, var kept) ->
            new PlannedChange(kind, field, label, sentence);
        case TableChange.ChangedType(var field, var label, var before, var after) ->
            new PlannedChange(kind, field, label, sentence);
      };
    }
  }
}
