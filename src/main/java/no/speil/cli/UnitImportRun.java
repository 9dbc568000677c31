package no.speil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.speil.archive.ImportStore;
import no.speil.archive.StoredImport;
import no.speil.corpus.DocumentId;
import no.speil.exchange.unit.ImportStep;
import no.speil.exchange.unit.ImportStep.Kind;
import no.speil.exchange.unit.UnitFiles;
import no.speil.exchange.unit.UnreadableFileException;
import no.speil.library.Library;
import no.speil.library.actions.Actor;
import no.speil.library.imports.ImportActions;
import no.speil.library.imports.ImportActions.Outcome;
import no.speil.library.imports.UnitImport;
import no.speil.library.imports.UnitImport.DocumentPlan;
import no.speil.library.imports.UnitImport.DocumentResult;
import no.speil.messages.ImportTexts;
import no.speil.messages.Messages;
import no.speil.messages.RefusalTexts;

/** Imports files from translators' tools, or takes such an import back, and tells of it. */
final class UnitImportRun {
  private static final Messages WORDS = Messages.ENGLISH;

  private final RootOption root;
  private final Actor person;
  private final PrintWriter out;

  /**
   * @param person who counts as the translator
   */
  UnitImportRun(RootOption root, Actor person, PrintWriter out) {
    this.root = root;
    this.person = person;
    this.out = out;
  }

  /**
   * @param isDryRun whether only to say what would happen, which goes beside a server
   */
  int read(List<Path> files, boolean isDryRun) throws InterruptedException {
    var contents = new ArrayList<StoredImport.File>();
    for (Path file : files) {
      contents.add(new StoredImport.File(file.getFileName().toString(), bytes(file)));
    }
    return IndexLocation.withLibrary(
        isDryRun ? root.openReadOnly() : root.open(),
        library -> {
          UnitImport imports = library.unitImport();
          UnitImport.Plan plan = imports.plan(contents);
          boolean isComplete = say(plan);
          if (isDryRun) {
            out.println("Nothing is written.");
          } else if (plan.changesSomething()) {
            isComplete &= carryOut(library, imports, plan);
          }
          return ArchiveCommand.exitCode(isComplete);
        });
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.size(file) > UnitFiles.LARGEST
          ? new byte[UnitFiles.LARGEST + 1] // which is refused like any file of that size
          : Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  private boolean carryOut(Library library, UnitImport imports, UnitImport.Plan plan) {
    var store = new ImportStore(library.archive().root());
    StoredImport begun =
        store.begin(person.name(), Clock.systemUTC().millis(), StoredImport.Kind.FILES, List.of());
    String id = begun.id();
    List<DocumentResult> results = imports.apply(plan, ImportActions.actor(person, id));
    store.put(begun.imported(UnitImport.stored(results)));
    boolean isComplete = true;
    for (DocumentResult result : results) {
      if (result.refused() != null) {
        isComplete = false;
        out.println(
            result.document() + ": not imported: " + RefusalTexts.english(result.refused()));
      }
    }
    out.println("Imported. To take it back: speil import --undo " + id);
    return isComplete;
  }

  /** Says what would happen; whether all of it can. */
  private boolean say(UnitImport.Plan plan) {
    boolean isComplete = true;
    for (UnitFiles.Contents file : plan.files()) {
      UnreadableFileException problem = file.problem();
      if (problem != null) {
        isComplete = false;
        String line = problem.line() > 0 ? ":" + problem.line() : "";
        out.println(file.name() + line + ": " + ImportTexts.problem(WORDS, problem));
      }
    }
    if (!plan.unknown().isEmpty()) {
      isComplete = false;
      out.println(ImportTexts.unknown(WORDS, plan));
    }
    for (DocumentPlan document : plan.documents()) {
      out.println(
          document.document().id()
              + ": "
              + String.join(", ", ImportTexts.counts(WORDS, document.steps().stream())));
      for (ImportStep step : document.steps()) {
        if (step.kind() == Kind.SUGGEST || step.kind() == Kind.REFUSE) {
          isComplete &= step.kind() != Kind.REFUSE;
          String what = ImportTexts.kind(WORDS, step);
          String why = ImportTexts.reason(WORDS, step);
          out.println("  %s: %s. %s".formatted(step.section(), what, why));
        }
      }
    }
    return isComplete;
  }

  /** Takes back an import, whose documents are looked for in the records if need be. */
  int undo(String importId) throws InterruptedException {
    return IndexLocation.withLibrary(
        root.open(),
        library -> {
          var store = new ImportStore(library.archive().root());
          Optional<StoredImport> stored = store.find(importId);
          List<DocumentId> documents =
              stored.map(StoredImport::changed).orElseGet(() -> changedBy(library, importId));
          if (documents.isEmpty()) {
            out.println("No record tells of an import " + importId + ".");
            return SpeilCommand.FOUND_PROBLEMS;
          }
          boolean isComplete = true;
          for (DocumentResult result : library.unitImport().undo(importId, documents, person)) {
            isComplete &= result.refused() == null && result.count(Outcome.KEPT) == 0;
            out.println(
                result.refused() == null
                    ? "%s: %d texts restored, %d changed since and kept"
                        .formatted(
                            result.document(),
                            result.count(Outcome.RESTORED),
                            result.count(Outcome.KEPT))
                    : result.document() + ": " + RefusalTexts.english(result.refused()));
          }
          stored.ifPresent(each -> store.put(each.undone()));
          return ArchiveCommand.exitCode(isComplete);
        });
  }

  private static List<DocumentId> changedBy(Library library, String importId) {
    return library.catalogue().ids().stream()
        .filter(
            id ->
                library.documents().findLoadable(id).stream()
                    .flatMap(loaded -> loaded.record().events().stream())
                    .anyMatch(event -> ImportActions.isOf(event, importId)))
        .toList();
  }
}
