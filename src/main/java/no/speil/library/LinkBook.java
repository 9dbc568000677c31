package no.speil.library;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.archive.FileStamp;
import no.speil.archive.LinkFile;
import no.speil.corpus.LinkAnswer;
import no.speil.corpus.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of addresses that were asked, read again when the file has changed.
 * Thread-safe.
 */
final class LinkBook {
  private final LinkFile file;
  private volatile Reading reading = new Reading(null, Map.of(), List.of());

  LinkBook(LinkFile file) {
    this.file = file;
  }

  /** The file as it was read. */
  private record Reading(
      @Nullable FileStamp stamp, Map<String, LinkAnswer> answers, List<Problem> problems) {}

  Optional<LinkAnswer> answer(String address) {
    return Optional.ofNullable(now().answers().get(address));
  }

  List<Problem> problems() {
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
      var problem = Problem.of(LinkFile.NAME, 0, Problem.Kind.LINKS_UNREADABLE);
      reading = new Reading(stamp, Map.of(), List.of(problem));
    }
    return reading;
  }
}
