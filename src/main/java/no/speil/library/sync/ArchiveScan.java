package no.speil.library.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.FileAccessException;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.TextHash;
import no.speil.library.documents.Catalogue;
import no.speil.library.documents.DocumentFailure;
import no.speil.library.documents.DocumentFingerprint;
import no.speil.library.documents.DocumentLoader;
import no.speil.library.documents.DocumentLocks;
import no.speil.library.documents.DocumentSummary;
import no.speil.library.documents.FingerprintIndex;
import no.speil.library.documents.FolderProgress;
import no.speil.library.documents.FolderTally;
import no.speil.library.documents.LayoutEngines;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LoadedDocument;
import no.speil.library.documents.RecordStore;
import no.speil.library.documents.RenameDetector;
import no.speil.library.documents.SideFileReader;
import no.speil.record.RecordState;

/**
 * A reading of the whole archive, document by document, without an index and without writing; it
 * can run beside a server.
 */
public final class ArchiveScan {
  private ArchiveScan() {}

  /**
   * Reads everything once.
   *
   * @param archive opened read-only
   * @param each is given every document once, those with an original first, in the order of ids
   * @return what the walk through the folders met, and the documents that could not be loaded; what
   *     is odd in the others is said by them
   * @throws IllegalArgumentException if the archive is open for writing
   */
  public static List<Problem> of(Archive archive, Clock clock, Consumer<LiveDocument> each) {
    return of(archive, clock, LayoutEngines.untrained(), each);
  }

  /** The same, aligning by that. */
  public static List<Problem> of(
      Archive archive, Clock clock, LayoutEngines layoutEngines, Consumer<LiveDocument> each) {
    if (!archive.readOnly()) {
      throw new IllegalArgumentException("a survey writes nothing");
    }
    var catalogue = new Catalogue();
    ChangeScan.Changes changes = new ChangeScan(archive, catalogue).changes();
    FingerprintIndex fingerprintIndex = leftBehind(archive, changes.due(), changes.vanished());
    var renameDetector = new RenameDetector(archive, fingerprintIndex);
    var records = new RecordStore(archive, clock, renameDetector, new DocumentLocks());
    var loader = new DocumentLoader(archive, catalogue, layoutEngines, records);
    var problems = new ArrayList<>(changes.problems());
    for (ChangeScan.Due document : inOrder(changes.due())) {
      Optional<LoadedDocument> loaded = load(loader, document, clock, problems);
      loaded.filter(ArchiveScan::hadAnotherName).map(DocumentSummary::of).ifPresent(catalogue::put);
      loaded.map(LoadedDocument::live).ifPresent(each);
    }
    return problems;
  }

  private static Optional<LoadedDocument> load(
      DocumentLoader loader, ChangeScan.Due document, Clock clock, List<Problem> problems) {
    try {
      return loader.load(document.id(), document.translationPath());
    } catch (FileAccessException e) {
      problems.add(SideFileReader.unreadable(e));
    } catch (RuntimeException | StackOverflowError e) {
      problems.add(
          DocumentFailure.of(document.id(), file(document), null, clock.millis(), e, null)
              .problem());
    }
    return Optional.empty();
  }

  private static String file(ChangeScan.Due document) {
    return document.turn() == ChangeScan.Turn.WITH_ORIGINAL
        ? "archive/" + document.id() + ".md"
        : "translations/" + document.translationPath();
  }

  /** Originals first, so that what a renamed one has taken along is not read as another's. */
  private static List<ChangeScan.Due> inOrder(List<ChangeScan.Due> due) {
    return due.stream()
        .sorted(Comparator.comparing(each -> each.turn() != ChangeScan.Turn.WITH_ORIGINAL))
        .toList();
  }

  private static boolean hadAnotherName(LoadedDocument loaded) {
    return !loaded.record().formerNames().isEmpty();
  }

  /** The documents whose original is gone, by what they said. */
  private static FingerprintIndex leftBehind(
      Archive archive, List<ChangeScan.Due> due, List<DocumentId> vanished) {
    Map<TextHash, Set<DocumentId>> byPrint = new HashMap<>();
    Stream.concat(
            vanished.stream(),
            due.stream()
                .filter(each -> each.turn() == ChangeScan.Turn.LEFT_BEHIND)
                .map(ChangeScan.Due::id))
        .forEach(
            id ->
                remembered(archive, id)
                    .sample()
                    .forEach(
                        print -> byPrint.computeIfAbsent(print, p -> new TreeSet<>()).add(id)));
    return sample ->
        sample.stream()
            .flatMap(print -> byPrint.getOrDefault(print, Set.of()).stream())
            .distinct()
            .toList();
  }

  private static DocumentFingerprint remembered(Archive archive, DocumentId id) {
    try {
      return DocumentFingerprint.of(RecordState.fold(archive.record(id).events()).layout());
    } catch (RuntimeException e) {
      return new DocumentFingerprint(Set.of()); // loading that document lists it as a problem
    }
  }

  /** How far each folder is, the whole archive first. */
  public static List<FolderProgress> progress(Archive archive, Clock clock) {
    var folders = new FolderTally();
    of(archive, clock, document -> folders.add(document.id(), document.progress()));
    return folders.all();
  }
}
