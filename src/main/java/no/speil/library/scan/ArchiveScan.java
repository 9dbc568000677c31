package no.speil.library.scan;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.FileAccessException;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.library.catalogue.Attachments;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.catalogue.DocumentFailure;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.library.catalogue.SiteLinks;
import no.speil.library.documents.DocumentLoader;
import no.speil.library.documents.DocumentLocks;
import no.speil.library.documents.FingerprintScan;
import no.speil.library.documents.LayoutEngines;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.RecordStore;
import no.speil.library.documents.RecordStore.Assignment;
import no.speil.library.documents.SideFileReader;
import no.speil.library.documents.SummaryMapper;
import no.speil.library.scan.ChangeScan.Batch;
import no.speil.library.scan.ChangeScan.DueDocument;

/**
 * A reading of the whole archive, document by document, without an index and without writing; it
 * can run beside a server.
 */
public final class ArchiveScan {
  private final DocumentLoader loader;
  private final Catalogue catalogue;
  private final Catalogue known = new Catalogue();
  private final Consumer<LiveDocument> each;
  private final List<Problem> problems = new ArrayList<>();
  private final List<DueDocument> undecided = new ArrayList<>();

  private ArchiveScan(DocumentLoader loader, Catalogue catalogue, Consumer<LiveDocument> each) {
    this.loader = loader;
    this.catalogue = catalogue;
    this.each = each;
  }

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
      Archive archive, Clock clock, LayoutEngines engines, Consumer<LiveDocument> each) {
    if (!archive.readOnly()) {
      throw new IllegalArgumentException("a scan writes nothing");
    }
    var catalogue = new Catalogue();
    ChangeScan.Changes changes = new ChangeScan(archive, catalogue).changes();
    var fingerprints = new FingerprintScan(archive);
    var records = new RecordStore(archive, clock, fingerprints, new DocumentLocks());
    var scan =
        new ArchiveScan(new DocumentLoader(archive, catalogue, engines, records), catalogue, each);
    scan.problems.addAll(changes.problems());
    changes.loss().ifPresent(scan.problems::add);
    scan.read(changes.due(Batch.WITH_RECORD), Assignment.FIRST);
    List<DueDocument> undecided = List.copyOf(scan.undecided);
    List<DueDocument> without = changes.due(Batch.WITHOUT_RECORD);
    List<DueDocument> left = changes.due(Batch.LEFT_BEHIND);
    Set<DocumentId> open = new HashSet<>(changes.vanished());
    Stream.of(undecided, left).flatMap(List::stream).map(DueDocument::id).forEach(open::add);
    boolean isSettled = open.isEmpty() || (undecided.isEmpty() && without.isEmpty());
    if (!isSettled) {
      var all = new HashSet<>(open);
      changes.due().forEach(document -> all.add(document.id()));
      fingerprints.read(open, all);
      records.expect(open);
    }
    Assignment last = isSettled ? Assignment.NEW : Assignment.LAST;
    scan.read(without, last);
    scan.read(undecided, last);
    // What a renamed document has taken along is not read as another's.
    scan.read(left, last);
    scan.read(changes.due(Batch.OTHERS), last);
    scan.problems.addAll(scan.deadLinks(archive, changes.due()));
    return scan.problems;
  }

  /** Sections are not looked for, since none is kept. */
  private List<Problem> deadLinks(Archive archive, List<DueDocument> due) {
    Set<DocumentId> all = due.stream().map(DueDocument::id).collect(Collectors.toSet());
    var links =
        new SiteLinks(archive, new Attachments(archive), known, all::contains, section -> true);
    return known.linking().stream()
        .flatMap(
            document ->
                Stream.concat(
                    links.dead(document).stream(),
                    links.attachments().problems(document, file -> true)))
        .toList();
  }

  private void read(List<DueDocument> due, Assignment assignment) {
    due.forEach(document -> load(document, assignment).ifPresent(this::take));
  }

  private void take(LiveDocument loaded) {
    DocumentSummary summary = SummaryMapper.of(loaded);
    known.put(summary);
    if (!loaded.record().formerNames().isEmpty()) {
      catalogue.put(summary);
    }
    each.accept(loaded);
  }

  private Optional<LiveDocument> load(DueDocument document, Assignment assignment) {
    try {
      return loader.load(document.id(), document.translationPath(), assignment);
    } catch (RecordStore.UndecidedException e) {
      undecided.add(document);
    } catch (FileAccessException e) {
      problems.add(SideFileReader.unreadable(e));
    } catch (RuntimeException | StackOverflowError e) {
      problems.add(DocumentFailure.of(document.id(), file(document), null, 0, e, null).problem());
    }
    return Optional.empty();
  }

  private static String file(DueDocument document) {
    return document.batch() == Batch.WITH_RECORD || document.batch() == Batch.WITHOUT_RECORD
        ? "archive/" + document.id() + ".md"
        : "translations/" + document.translationPath();
  }
}
