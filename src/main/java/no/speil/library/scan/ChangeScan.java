package no.speil.library.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.ArchiveFile;
import no.speil.archive.ArchiveVisitor;
import no.speil.archive.FileStamp;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.library.catalogue.FileStates;
import no.speil.library.catalogue.FileStates.Stamps;
import no.speil.library.documents.SideFileReader;
import org.jspecify.annotations.Nullable;

/**
 * One walk through the archive's folders: finds, from the file system's stamps alone, the documents
 * whose files are not as they were read.
 */
public final class ChangeScan implements ArchiveVisitor {
  /** What a document takes, however short its texts are: about as much as so many bytes of text. */
  private static final long EFFORT_OF_ANY = 1000;

  private final Archive archive;
  private final Catalogue catalogue;
  private final Map<DocumentId, FoundFiles> seen = new HashMap<>();
  private final Map<String, ArchiveFile> displaced = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> unlisted = new ArrayList<>();
  private long otherFiles;

  /** What was seen of one document. */
  private static final class FoundFiles {
    final DocumentId id;
    @Nullable FileStamp original;
    @Nullable FileStamp translation;
    @Nullable FileStamp record;
    String translationPath;

    FoundFiles(DocumentId id) {
      this.id = id;
      this.translationPath = Archive.translationPath(id);
    }

    boolean has(Side side) {
      return side == Side.ORIGINAL ? original != null : translation != null || record != null;
    }

    boolean hasText() {
      return original != null || translation != null;
    }

    private static long size(@Nullable FileStamp stamp) {
      return stamp == null ? 0 : stamp.size();
    }

    private Batch batch() {
      if (original != null) {
        return record == null ? Batch.WITHOUT_RECORD : Batch.WITH_RECORD;
      }
      return record == null && translation != null ? Batch.OTHERS : Batch.LEFT_BEHIND;
    }

    DueDocument due() {
      long effort = EFFORT_OF_ANY + size(original) + size(translation);
      return new DueDocument(id, translationPath, batch(), effort);
    }
  }

  /**
   * A document to read again, and where its translation is.
   *
   * @param effort what it takes to read it, in bytes, so that long documents count for more
   */
  public record DueDocument(DocumentId id, String translationPath, Batch batch, long effort) {}

  /**
   * What one walk has found. A scan keeps much more: what it has seen of every file.
   *
   * @param due the documents that are new, changed or gone
   * @param vanished documents of which only the record is left
   * @param originalsSize of all originals together, in bytes
   * @param otherFiles differs where files that are neither texts nor records have come or gone
   * @param problems what the walk itself met
   * @param folders what is in the two folders
   */
  public record Changes(
      List<DueDocument> due,
      List<DocumentId> vanished,
      long originalsSize,
      long otherFiles,
      List<Problem> problems,
      List<FolderCount> folders) {

    /** Those that are read in that batch. */
    public List<DueDocument> due(Batch batch) {
      return due.stream().filter(each -> each.batch() == batch).toList();
    }

    /** Says that nearly everything is gone at once; empty where it is not. */
    public Optional<Problem> loss() {
      return folders.stream()
          .filter(FolderCount::isNearlyAllGone)
          .findFirst()
          .map(
              folder ->
                  Problem.of(
                      folder.side() == Side.ORIGINAL ? "archive" : "translations",
                      0,
                      Problem.Kind.NEARLY_ALL_GONE,
                      Integer.toString(folder.known()),
                      Integer.toString(folder.left())));
    }
  }

  /**
   * How many documents have a file in one of the two folders.
   *
   * @param known before the walk
   */
  public record FolderCount(Side side, int known, int left, boolean isNearlyAllGone) {}

  /**
   * In which order documents are read, so that a renamed one finds its record, and its translation
   * is not taken for another's.
   */
  public enum Batch {
    /** What has a record and no original may be a document's under its former name. */
    LEFT_BEHIND,
    WITH_RECORD,
    WITHOUT_RECORD,
    OTHERS
  }

  public ChangeScan(Archive archive, Catalogue catalogue) {
    this.archive = archive;
    this.catalogue = catalogue;
  }

  /** Walks, and finds what has changed. */
  public Changes changes() {
    archive.walk(this);
    displaced.forEach(this::assign);
    List<FolderCount> folders = Stream.of(Side.values()).map(this::count).toList();
    long size = seen.values().stream().mapToLong(found -> FoundFiles.size(found.original)).sum();
    return new Changes(due(), vanished(), size, otherFiles, List.copyOf(problems), folders);
  }

  /**
   * Where no document is known yet, records that stand alone tell of originals. What stands in a
   * folder that is not shown is as it was.
   */
  private FolderCount count(Side side) {
    int left = (int) seen.values().stream().filter(found -> found.has(side)).count();
    int known = catalogue.documentsWith(side);
    boolean isNew = catalogue.ids().isEmpty();
    if (isNew && side == Side.ORIGINAL) {
      known = vanished().size();
    }
    boolean isNearlyAllGone =
        unlisted.isEmpty()
            && archive.isNearlyAllGone(side, known, isNew ? documents().size() : left);
    return new FolderCount(side, known, left, isNearlyAllGone);
  }

  /**
   * The documents that are new, changed or gone. What stands in a folder that is not shown is not
   * gone.
   */
  private List<DueDocument> due() {
    Stream<FoundFiles> gone =
        Stream.of(catalogue.ids(), catalogue.failed())
            .flatMap(List::stream)
            .map(id -> seen.getOrDefault(id, new FoundFiles(id)))
            .filter(found -> !found.hasText() && !isUnlisted(found.id));
    return Stream.concat(seen.values().stream().filter(this::isDue), gone)
        .map(FoundFiles::due)
        .sorted(Comparator.comparing(DueDocument::batch).thenComparing(DueDocument::id))
        .toList();
  }

  /** All documents that have a text. */
  public List<DocumentId> documents() {
    return seen(FoundFiles::hasText);
  }

  private List<DocumentId> seen(Predicate<FoundFiles> wanted) {
    return seen.values().stream().filter(wanted).map(found -> found.id).toList();
  }

  private List<DocumentId> vanished() {
    return seen(found -> !found.hasText());
  }

  @Override
  public void found(ArchiveFile file) {
    FoundFiles found = seen.computeIfAbsent(file.id(), FoundFiles::new);
    switch (file.role()) {
      case ORIGINAL -> found.original = file.stamp();
      case RECORD -> found.record = file.stamp();
      case TRANSLATION -> {
        if (found.original != null || !isDisplaced(file)) {
          found.translation = file.stamp();
          found.translationPath = file.path();
        }
      }
    }
  }

  @Override
  public void unlisted(String path) {
    unlisted.add(path + "/");
  }

  private boolean isUnlisted(DocumentId id) {
    return unlisted.stream()
        .anyMatch(
            path -> ("archive/" + id).startsWith(path) || ("translations/" + id).startsWith(path));
  }

  @Override
  public void skipped(String path) {
    otherFiles += 31L * path.hashCode() + 1;
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }

  /** Whether a translation without an original beside it belongs to another document. */
  private boolean isDisplaced(ArchiveFile file) {
    Optional<DocumentId> known = catalogue.ownerOfTranslation(file.path());
    Optional<DocumentId> owner =
        known.isPresent() || isKnownOwn(file) ? known : namedOriginal(file);
    owner
        .map(this::underTodaysName)
        .filter(id -> !id.equals(file.id()))
        .ifPresent(
            id ->
                displaced.put(
                    file.path(), new ArchiveFile(file.role(), id, file.path(), file.stamp())));
    return displaced.containsKey(file.path());
  }

  private DocumentId underTodaysName(DocumentId named) {
    FoundFiles found = seen.get(named);
    return found != null && found.original != null
        ? named
        : catalogue.renamedTo(named).orElse(named);
  }

  private boolean isKnownOwn(ArchiveFile file) {
    return catalogue
        .summary(file.id())
        .filter(summary -> summary.translationPath().equals(file.path()))
        .map(DocumentSummary::fileStates)
        .map(FileStates::translation)
        .filter(state -> state.isProvenBy(file.stamp()))
        .isPresent();
  }

  private Optional<DocumentId> namedOriginal(ArchiveFile file) {
    try {
      return archive
          .translation(file.path())
          .map(text -> SideFileReader.translation(text.text(), text.path(), file.id(), null))
          .flatMap(parsed -> DocumentId.parse(parsed.text().metadata().provenance().original()));
    } catch (RuntimeException e) {
      return Optional.empty(); // loading the document lists it as a problem
    }
  }

  private void assign(String path, ArchiveFile file) {
    FoundFiles found = seen.computeIfAbsent(file.id(), FoundFiles::new);
    if (found.translation != null) {
      problems.add(
          Problem.of(
              "translations/" + path,
              0,
              Problem.Kind.SECOND_TRANSLATION,
              file.id().value(),
              "translations/" + found.translationPath));
    } else {
      found.translation = file.stamp();
      found.translationPath = path;
    }
  }

  private boolean isDue(FoundFiles found) {
    var stamps = new Stamps(found.original, found.translation, found.record);
    boolean isKnown =
        catalogue.failure(found.id).stream().anyMatch(failure -> failure.isProvenBy(stamps))
            || catalogue.summary(found.id).stream()
                .filter(known -> known.translationPath().equals(found.translationPath))
                .anyMatch(known -> known.fileStates().areProvenBy(stamps));
    return found.hasText() && !isKnown;
  }
}
