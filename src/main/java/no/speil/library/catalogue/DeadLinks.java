package no.speil.library.catalogue;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import no.speil.archive.AttachedFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;

/**
 * The links of all documents that lead to nothing, and their attached files that are not right. A
 * document's links are looked at again when it has changed, and all when documents or other files
 * have come or gone. For one thread.
 */
public final class DeadLinks {
  /** In each round attached files are read for so long, and no larger ones. */
  private static final long READING_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final long LARGEST = 1L << 30;

  private final Catalogue catalogue;
  private final SiteLinks links;
  private final Map<DocumentId, Known> known = new HashMap<>();
  private Object places = List.of();

  public DeadLinks(Catalogue catalogue, SiteLinks links) {
    this.catalogue = catalogue;
    this.links = links;
  }

  private record Known(DocumentSummary document, List<Problem> dead) {}

  /**
   * Those that are dead now.
   *
   * @param otherFiles see {@link no.speil.archive.ArchiveVisitor#skipped}: equal as long as they
   *     are
   * @param mayRead whether there is time to read attached files
   */
  public List<Problem> of(long otherFiles, boolean mayRead) {
    Object now = List.of(catalogue.names(), otherFiles);
    if (!now.equals(places)) {
      known.clear();
      places = now;
    }
    List<DocumentSummary> linking = catalogue.linking();
    known.keySet().retainAll(linking.stream().map(each -> each.entry().id()).collect(toSet()));
    long end = System.nanoTime() + (mayRead ? READING_NANOS : 0);
    Predicate<AttachedFile> hasTime =
        file -> file.stamp().size() <= LARGEST && System.nanoTime() - end < 0;
    var all = new ArrayList<Problem>();
    for (DocumentSummary document : linking) {
      Known before = known.get(document.entry().id());
      if (before == null || !before.document().equals(document)) {
        before = new Known(document, links.dead(document));
        known.put(document.entry().id(), before);
      }
      all.addAll(before.dead());
      links.attachments().problems(document, hasTime).forEach(all::add);
    }
    return all;
  }
}
