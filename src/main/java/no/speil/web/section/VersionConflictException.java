package no.speil.web.section;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.record.SectionVersion;
import no.speil.record.TextSnapshot;
import no.speil.status.TrackedSection;
import no.speil.status.grading.ThreeWayMerge;
import no.speil.web.http.RequestException;
import org.jspecify.annotations.Nullable;

/** A write against an old version. Its problem document has the data for a three-way merge. */
public final class VersionConflictException extends RequestException.Outdated {
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
  public static @Nullable String text(TrackedSection section, String digits) {
    if (digits.isEmpty()) {
      return null;
    }
    return section.history().stream()
        .flatMap(event -> Stream.of(Side.values()).flatMap(side -> event.texts(side).stream()))
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
}
