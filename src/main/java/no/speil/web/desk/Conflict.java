package no.speil.web.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.TextHash;
import no.speil.library.ActionRefused.StaleVersion;
import no.speil.tracking.Comment;
import no.speil.tracking.Confirm;
import no.speil.tracking.Edit;
import no.speil.tracking.Event;
import no.speil.tracking.Laid;
import no.speil.tracking.Link;
import no.speil.tracking.Mark;
import no.speil.tracking.Merge;
import no.speil.tracking.Omit;
import no.speil.tracking.Report;
import no.speil.tracking.Resolve;
import no.speil.tracking.Settle;
import no.speil.tracking.Snapshot;
import no.speil.tracking.Suggest;
import no.speil.tracking.TrackedSection;
import no.speil.tracking.Unrecognized;
import no.speil.tracking.Version;
import no.speil.web.request.WrongRequest;
import no.speil.web.rows.SectionJson;
import org.jspecify.annotations.Nullable;

/** Such a write, answered with all that its maker needs to bring it up to date. */
final class Conflict extends WrongRequest.Outdated {
  private static final long serialVersionUID = 1;

  private final transient Map<String, Object> members = new LinkedHashMap<>();

  /**
   * @param seen the version that the request names
   * @param mine what it wanted
   */
  Conflict(StaleVersion refusal, Version seen, SectionJson theirs, Map<String, String> mine) {
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
      Merge.of(translation, EditPage.text(refusal.now()), typed)
          .ifPresent(merged -> members.put("merged", merged));
    }
  }

  @Override
  public Map<String, Object> members() {
    return members;
  }

  /** The text whose hash begins so, where the section's history has kept it; else null. */
  static @Nullable String text(TrackedSection section, String digits) {
    if (digits.isEmpty()) {
      return null;
    }
    return section.history().stream()
        .flatMap(event -> snapshots(event).stream())
        .filter(snapshot -> snapshot.hash().hex().startsWith(digits))
        .map(Snapshot::text)
        .filter(text -> text != null)
        .findFirst()
        .orElseGet(() -> textNow(section, digits));
  }

  private static @Nullable String textNow(TrackedSection tracked, String digits) {
    return List.of(tracked.section().original(), tracked.section().translation()).stream()
        .filter(run -> !run.isEmpty() && TextHash.of(run).hex().startsWith(digits))
        .map(run -> Snapshot.of(run).text())
        .findFirst()
        .orElse(null);
  }

  private static List<Snapshot> snapshots(Event event) {
    return switch (event) {
      case Edit edit -> List.of(edit.original(), edit.before(), edit.after());
      case Mark mark -> List.of(mark.original(), mark.translation());
      case Confirm confirm -> List.of(confirm.original(), confirm.translation());
      case Suggest suggest -> List.of();
      case Resolve resolve -> List.of();
      case Report report -> List.of();
      case Settle settle -> List.of();
      case Comment comment -> List.of();
      case Omit omit -> List.of(omit.original());
      case Link link -> List.of();
      case Laid laid -> List.of();
      case Unrecognized unrecognized -> List.of();
    };
  }
}
