package no.speil.web.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.record.CheckEvent;
import no.speil.record.ClaimEvent;
import no.speil.record.CommentEvent;
import no.speil.record.CommentResolveEvent;
import no.speil.record.ConfirmEvent;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.LayoutEvent;
import no.speil.record.LinkEvent;
import no.speil.record.MarkEvent;
import no.speil.record.OmitEvent;
import no.speil.record.RenameEvent;
import no.speil.record.ReportEvent;
import no.speil.record.ReportResolveEvent;
import no.speil.record.ResolveEvent;
import no.speil.record.SectionVersion;
import no.speil.record.SuggestEvent;
import no.speil.record.TextSnapshot;
import no.speil.record.UnknownEvent;
import no.speil.record.WordingEvent;
import no.speil.status.TrackedSection;
import no.speil.status.grading.ThreeWayMerge;
import no.speil.web.http.RequestException;
import no.speil.web.page.SectionJson;
import org.jspecify.annotations.Nullable;

/** A write against an old version. Its problem document has the data for a three-way merge. */
final class VersionConflictException extends RequestException.Outdated {
  private static final long serialVersionUID = 1;

  private final transient Map<String, Object> members = new LinkedHashMap<>();

  /**
   * @param seen the version that the request names
   * @param mine what the request wants
   */
  VersionConflictException(
      StaleVersion refusal, SectionVersion seen, SectionJson theirs, Map<String, String> mine) {
    super(String.valueOf(refusal.getMessage()));
    var base = new LinkedHashMap<String, @Nullable Object>();
    base.put("version", seen.toString());
    base.put("original", text(refusal.now(), seen.original()));
    String translation = text(refusal.now(), seen.translation());
    base.put("translation", translation);
    members.put("base", base);
    members.put("theirs", theirs);
    members.put("mine", mine);
    String typed = mine.get("markdown");
    if (typed != null && translation != null) {
      ThreeWayMerge.of(translation, refusal.now().markdown(Side.TRANSLATION), typed)
          .ifPresent(merged -> members.put("merged", merged));
    }
  }

  @Override
  public Map<String, Object> members() {
    return members;
  }

  /** The text whose hash begins with these digits, from the section or its history; else null. */
  static @Nullable String text(TrackedSection section, String digits) {
    if (digits.isEmpty()) {
      return null;
    }
    return section.history().stream()
        .flatMap(event -> snapshots(event).stream())
        .filter(snapshot -> snapshot.hash().hex().startsWith(digits))
        .map(TextSnapshot::text)
        .filter(text -> text != null)
        .findFirst()
        .orElseGet(() -> textNow(section, digits));
  }

  private static @Nullable String textNow(TrackedSection tracked, String digits) {
    return List.of(tracked.section().original(), tracked.section().translation()).stream()
        .filter(run -> !run.isEmpty() && TextHash.of(run).hex().startsWith(digits))
        .map(run -> TextSnapshot.of(run).text())
        .findFirst()
        .orElse(null);
  }

  private static List<TextSnapshot> snapshots(Event event) {
    return switch (event) {
      case EditEvent edit -> List.of(edit.original(), edit.before(), edit.after());
      case MarkEvent mark -> List.of(mark.original(), mark.translation());
      case ConfirmEvent confirm -> List.of(confirm.original(), confirm.translation());
      case SuggestEvent suggest -> List.of();
      case ResolveEvent resolve -> List.of();
      case CommentResolveEvent commentResolveEvent -> List.of();
      case CheckEvent check -> List.of();
      case ReportEvent report -> List.of();
      case ReportResolveEvent reportResolveEvent -> List.of();
      case CommentEvent comment -> List.of();
      case ClaimEvent claim -> List.of();
      case WordingEvent wording ->
          Stream.of(wording.original(), wording.translation()).flatMap(Stream::ofNullable).toList();
      case OmitEvent omit -> List.of(omit.original());
      case LinkEvent link -> List.of();
      case LayoutEvent layoutEvent -> List.of();
      case RenameEvent rename -> List.of();
      case UnknownEvent unknownEvent -> List.of();
    };
  }
}
