package no.speil.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.Program;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.exchange.unit.ImportPlanner;
import no.speil.exchange.unit.ImportStep;
import no.speil.exchange.unit.ImportStep.Kind;
import no.speil.exchange.unit.ImportedUnit;
import no.speil.exchange.unit.UnitFormat;
import no.speil.exchange.unit.UnreadableFileException;
import no.speil.library.Library;
import no.speil.library.TestLibrary;
import no.speil.library.documents.LiveDocument;
import no.speil.library.exports.UnitDocuments;
import no.speil.library.imports.ImportActions;
import no.speil.library.imports.ImportActions.ImportedTranslation;
import no.speil.library.imports.ImportActions.Outcome;
import no.speil.library.sync.BackgroundSync.IndexingListener;
import no.speil.record.SuggestEvent.Reason;

/** A copy of an archive without its translations, in which an import may put others. */
final class UntranslatedArchive implements AutoCloseable {
  private final Library library;
  private final List<DocumentId> ids;

  private UntranslatedArchive(Library library, List<DocumentId> ids) {
    this.library = library;
    this.ids = ids;
  }

  /** Copies the originals of an archive into an empty folder, and indexes them there. */
  static void index(Path archive, Path folder) {
    Program.run(
        folder, "cp", "-r", archive.resolve("archive").toAbsolutePath().toString(), "archive");
    try (Library library = open(folder)) {
      if (!library.sync().awaitReady(Duration.ofMinutes(5))) {
        throw new IllegalStateException("the index is not ready");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Opens a copy of what {@link #index} has made.
   *
   * @param ids of all documents that have an original
   * @param copy a folder that is not there yet
   */
  static UntranslatedArchive copy(Path indexed, List<DocumentId> ids, Path copy) {
    Program.run(indexed, "cp", "-a", ".", copy.toAbsolutePath().toString());
    return new UntranslatedArchive(open(copy), ids);
  }

  private static Library open(Path folder) {
    Clock clock = Clock.systemUTC();
    return Library.open(
        Archive.open(folder, clock), folder.resolve(".speil/index"), clock, IndexingListener.NONE);
  }

  /** All documents as they are now. */
  List<LiveDocument> documents() {
    return ids.stream().map(id -> library.documents().find(id).orElseThrow()).toList();
  }

  /** Writes documents into a folder, each under its id. */
  static void export(List<LiveDocument> documents, UnitFormat format, Path folder) {
    documents.forEach(document -> write(document, format, file(document.id(), format, folder)));
  }

  private static void write(LiveDocument document, UnitFormat format, Path file) {
    try {
      Files.createDirectories(file.getParent());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        format.write(out, UnitDocuments.of(document));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }

  private static Path file(DocumentId document, UnitFormat format, Path folder) {
    return folder.resolve(document.value() + "." + format.code());
  }

  /** A document, the units that came back, and what was done with them. */
  record ImportedDocument(DocumentId document, List<ImportedUnit> units, List<ImportStep> steps) {}

  /** Imports each document's file from a folder. */
  List<ImportedDocument> importAll(UnitFormat format, Path folder) {
    var imported = new ArrayList<ImportedDocument>();
    for (LiveDocument document : documents()) {
      List<ImportedUnit> units = read(format, file(document.id(), format, folder));
      List<ImportStep> steps =
          ImportPlanner.plan(document.sections(), ImportPlanner.bySection(units));
      apply(document.id(), steps);
      imported.add(new ImportedDocument(document.id(), units, steps));
    }
    return imported;
  }

  private static List<ImportedUnit> read(UnitFormat format, Path file) {
    try {
      return format.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    } catch (UnreadableFileException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private void apply(DocumentId document, List<ImportStep> steps) {
    var texts = new LinkedHashMap<SectionId, ImportedTranslation>();
    for (ImportStep step : steps) {
      if (step.kind() != Kind.NOTHING && step.now() != null) {
        Reason doubt = step.kind() == Kind.EDIT ? null : Reason.ofImport(step.reason());
        texts.put(
            step.section(),
            new ImportedTranslation(
                step.section(), step.now().version(), step.markdown(), step.state(), doubt));
      }
    }
    Map<SectionId, Outcome> outcomes =
        library
            .imports()
            .apply(
                document,
                List.copyOf(texts.values()),
                ImportActions.actor(TestLibrary.KARI, "round-trip"));
    texts.forEach(
        (id, text) ->
            assertThat(outcomes.get(id))
                .as("%s %s", document, text)
                .isEqualTo(text.doubt() == null ? Outcome.SAVED : Outcome.SUGGESTED));
  }

  @Override
  public void close() {
    library.close();
  }
}
