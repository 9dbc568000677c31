package no.speil.library;

import java.util.Objects;
import java.util.stream.Stream;
import no.speil.corpus.TextHash;
import no.speil.tracking.Comment;
import no.speil.tracking.Confirm;
import no.speil.tracking.Edit;
import no.speil.tracking.Event;
import no.speil.tracking.Laid;
import no.speil.tracking.Link;
import no.speil.tracking.Mark;
import no.speil.tracking.Omit;
import no.speil.tracking.Report;
import no.speil.tracking.Resolve;
import no.speil.tracking.Settle;
import no.speil.tracking.Snapshot;
import no.speil.tracking.Suggest;
import no.speil.tracking.TrackedSection;
import no.speil.tracking.Unrecognized;
import no.speil.tracking.Version;

/**
 * The original that a person had before them when they typed, which may not be the one of today.
 */
final class Basis {
  private Basis() {}

  /**
   * The original of that version, with its wording where that is still known.
   *
   * @param seen the version that the person saw
   */
  static Snapshot of(TrackedSection now, Version seen) {
    Snapshot current = Snapshot.of(now.section().original());
    if (seen.original().equals(now.version().original())) {
      return current;
    }
    TextHash hash =
        seen.original().equals("-") ? TextHash.ofNormalized("") : new TextHash(seen.original());
    return now.history().stream()
        .flatMap(Basis::originals)
        .filter(known -> known.hash().equals(hash))
        .filter(known -> Objects.nonNull(known.text()))
        .findFirst()
        .orElse(new Snapshot(hash, null));
  }

  private static Stream<Snapshot> originals(Event event) {
    return switch (event) {
      case Mark mark -> Stream.of(mark.original());
      case Confirm confirm -> Stream.of(confirm.original());
      case Edit edit -> Stream.of(edit.original());
      case Omit omit -> Stream.of(omit.original());
      case Laid laid -> Stream.empty();
      case Link link -> Stream.empty();
      case Suggest suggest -> Stream.empty();
      case Resolve resolve -> Stream.empty();
      case Report report -> Stream.empty();
      case Settle settle -> Stream.empty();
      case Comment comment -> Stream.empty();
      case Unrecognized unrecognized -> Stream.empty();
    };
  }
}
