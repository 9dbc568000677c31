package no.speil.library.documents;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.archive.FileStamp;
import no.speil.archive.LinkResultFile;
import no.speil.corpus.LinkCheckResult;
import no.speil.corpus.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of addresses that were asked, read again when the file has changed.
 * Thread-safe.
 */
public final class LinkResultCache {
  private final LinkResultFile file;
  private volatile Reading reading = new Reading(null, Map.of(), List.of());

  public LinkResultCache(LinkResultFile file) {
    this.file = file;
  }

  /** The file as it was read. */
  private record Reading(
      @Nullable FileStamp stamp, Map<String, LinkCheckResult> answers, List<Problem> problems) {}

  public Optional<LinkCheckResult> answer(String address) {
    return Optional.ofNullable(now().answers().get(address));
  }

  public List<Problem> problems() {
    return now().problems();
  }

  private Reading now() {
    @Nullable FileStamp stamp = file.stamp().orElse(null);
    Reading known = reading;
    if (stamp == null ? known.stamp() == null : stamp.equals(known.stamp())) {
      return known; // the file is only ever replaced, and a new one has another key
    }
    return reread(stamp);
  }

  private synchronized Reading reread(@Nullable FileStamp stamp) {
    try {
      reading = new Reading(stamp, file.read(), List.of());
    } catch (UncheckedIOException e) {
      var problem = Problem.of(LinkResultFile.NAME, 0, Problem.Kind.LINKS_UNREADABLE);
      reading = new Reading(stamp, Map.of(), List.of(problem));
    }
    return reading;
  }
}
