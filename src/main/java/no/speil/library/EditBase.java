package no.speil.library;

import java.util.Objects;
import java.util.stream.Stream;
import no.speil.corpus.TextHash;
import no.speil.tracking.CommentEvent;
import no.speil.tracking.ConfirmEvent;
import no.speil.tracking.EditEvent;
import no.speil.tracking.Event;
import no.speil.tracking.LayoutEvent;
import no.speil.tracking.LinkEvent;
import no.speil.tracking.MarkEvent;
import no.speil.tracking.OmitEvent;
import no.speil.tracking.ReportEvent;
import no.speil.tracking.ReportResolveEvent;
import no.speil.tracking.ResolveEvent;
import no.speil.tracking.SectionVersion;
import no.speil.tracking.SuggestEvent;
import no.speil.tracking.TextSnapshot;
import no.speil.tracking.TrackedSection;
import no.speil.tracking.UnknownEvent;

/**
 * The original that a person had before them when they typed, which may not be the one of today.
 */
final class EditBase {
  private EditBase() {}

  /**
   * The original of that version, with its wording where that is still known.
   *
   * @param seen the version that the person saw
   */
  static TextSnapshot of(TrackedSection now, SectionVersion seen) {
    TextSnapshot current = TextSnapshot.of(now.section().original());
    if (seen.original().equals(now.version().original())) {
      return current;
    }
    TextHash hash =
        seen.original().equals("-") ? TextHash.ofNormalized("") : new TextHash(seen.original());
    return now.history().stream()
        .flatMap(EditBase::originals)
        .filter(known -> known.hash().equals(hash))
        .filter(known -> Objects.nonNull(known.text()))
        .findFirst()
        .orElse(new TextSnapshot(hash, null));
  }

  private static Stream<TextSnapshot> originals(Event event) {
    return switch (event) {
      case MarkEvent mark -> Stream.of(mark.original());
      case ConfirmEvent confirm -> Stream.of(confirm.original());
      case EditEvent edit -> Stream.of(edit.original());
      case OmitEvent omit -> Stream.of(omit.original());
      case LayoutEvent layoutEvent -> Stream.empty();
      case LinkEvent link -> Stream.empty();
      case SuggestEvent suggest -> Stream.empty();
      case ResolveEvent resolve -> Stream.empty();
      case ReportEvent report -> Stream.empty();
      case ReportResolveEvent reportResolveEvent -> Stream.empty();
      case CommentEvent comment -> Stream.empty();
      case UnknownEvent unknownEvent -> Stream.empty();
    };
  }
}
