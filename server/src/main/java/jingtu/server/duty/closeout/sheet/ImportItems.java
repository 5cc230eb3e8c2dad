package jingtu.server.duty.closeout.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import jingtu.server.document.FileKind;
import jingtu.server.document.Upload;
import jingtu.server.document.UploadCheck;
import jingtu.server.duty.closeout.CloseOutEntry;
import jingtu.server.duty.closeout.CloseOutItem;
import jingtu.server.duty.closeout.CloseOutList;
import jingtu.server.duty.closeout.CloseOutListId;
import jingtu.server.duty.closeout.CloseOutLists;
import jingtu.server.duty.closeout.ItemNumbers;
import jingtu.server.duty.closeout.KeepItems;
import jingtu.server.organisation.Directories;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.sheets.MarkedCopy;
import jingtu.sheets.SheetFile;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the items of a table onto a list: first shows what would come and what is wrong in which
 * cell, then takes all of it or, while anything is wrong, nothing.
 */
@Service
public class ImportItems {

  private static final UploadCheck.Taken TAKEN =
      new UploadCheck.Taken(
          Set.of(FileKind.EXCEL, FileKind.TEXT), Message.of("closeout.sheet.kinds-taken"));

  private final CloseOutLists lists;
  private final KeepItems keepItems;
  private final Directories directories;
  private final Clock clock;

  ImportItems(CloseOutLists lists, KeepItems keepItems, Directories directories, Clock clock) {
    this.lists = lists;
    this.keepItems = keepItems;
    this.directories = directories;
    this.clock = clock;
  }

  /** What became of a table. */
  public sealed interface Outcome {

    /** What it says; taken where that was asked and {@link CheckedItems#isSound} holds. */
    record Read(CheckedItems checked) implements Outcome {}

    /** There is no such list, or none that the scope sees. */
    record Unknown() implements Outcome {}

    /** The scope sees the list, and does not keep it. */
    record NotYours() implements Outcome {}
  }

  /** What the table would bring; nothing is stored. */
  @Transactional(readOnly = true)
  public Outcome check(
      Scope scope, CloseOutListId id, String name, byte[] content, Language language) {
    return kept(
        scope,
        lists.find(scope, id),
        list -> new Outcome.Read(read(scope, list, name, content, language)));
  }

  /** Takes what the table brings, if nothing is wrong in it. */
  @Transactional
  public Outcome take(
      Scope scope, CloseOutListId id, String name, byte[] content, Language language) {
    return kept(
        scope,
        lists.hold(scope, id),
        list -> {
          CheckedItems checked = read(scope, list, name, content, language);
          if (checked.isSound()) {
            keepItems.addAll(scope, list, checked.items(), plain(name));
          }
          return new Outcome.Read(checked);
        });
  }

  private Outcome kept(
      Scope scope, Optional<CloseOutList> list, Function<CloseOutList, Outcome> then) {
    if (list.isEmpty()) {
      return new Outcome.Unknown();
    }
    return lists.keeps(scope, list.get()) ? then.apply(list.get()) : new Outcome.NotYours();
  }

  private CheckedItems read(
      Scope scope, CloseOutList list, String name, byte[] content, Language language) {
    List<CloseOutItem> items = lists.items(scope, list.id());
    List<String> there = items.stream().map(item -> item.entry().number()).toList();
    LocalDate today = OfficeDay.today(clock);
    NameOrganisation names = new NameOrganisation(directories.open(scope, list.region()), today);
    int room = CloseOutList.MOST_ITEMS - there.size();
    return switch (UploadCheck.check(name, content, TAKEN)) {
      case UploadCheck.Outcome.Rejected(Finding why) -> CheckedItems.refused(why);
      case UploadCheck.Outcome.Accepted(Upload upload) ->
          inFile(
              upload.content(),
              file ->
                  switch (SheetFile.open(file)) {
                    case SheetFile.Refused(Finding why) -> CheckedItems.refused(why);
                    case SheetFile.Opened(SheetFile opened) ->
                        warned(
                            new ReadItems(names, new ItemNumbers(there), room, language).of(opened),
                            items);
                  });
    };
  }

  /** What tells an item from others, whatever its number is. */
  private record Text(String task, String place, UUID organisation) {}

  /** A table without numbers that came before would put all of its items on the list once more. */
  private static CheckedItems warned(CheckedItems checked, List<CloseOutItem> there) {
    Map<Text, String> known = new HashMap<>();
    for (CloseOutItem item : there) {
      CloseOutEntry entry = item.entry();
      known.putIfAbsent(new Text(entry.task(), entry.place(), item.organisation()), entry.number());
    }
    List<String> again =
        checked.items().stream()
            .map(
                fresh ->
                    known.get(
                        new Text(
                            fresh.entry().task(),
                            fresh.entry().place(),
                            fresh.organisation().id())))
            .filter(Objects::nonNull)
            .toList();
    return again.isEmpty()
        ? checked
        : checked.noting(
            new Finding(
                "",
                Message.of("closeout.sheet.there-already", again.size(), again.getFirst()),
                Message.of("closeout.sheet.there-already-remedy")));
  }

  /** The table with what is wrong in its cells; empty where nothing can be marked. */
  public Optional<byte[]> marked(byte[] content, CheckedItems checked, Language language) {
    return inFile(
        content,
        file ->
            MarkedCopy.write(file, file, checked.findings(), language).isPresent()
                ? Optional.empty()
                : Optional.of(bytes(file)));
  }

  /** The last part of a name, short enough for a note. */
  private static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String visible = last.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
    int longest = CloseOutItem.LONGEST_REASON;
    return visible.isEmpty() ? "-" : visible.substring(0, Math.min(longest, visible.length()));
  }

  private static <T> T inFile(byte[] content, Function<Path, T> read) {
    try {
      Path file = Files.createTempFile("close-out", "");
      try {
        Files.write(file, content);
        return read.apply(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a table of items", e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
