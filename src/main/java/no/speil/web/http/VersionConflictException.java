package no.speil.web.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.record.Event;
import no.speil.record.SectionVersion;
import no.speil.record.TextSnapshot;
import no.speil.status.TrackedSection;
import no.speil.status.grading.ThreeWayMerge;
import org.jspecify.annotations.Nullable;

/** A write against an old version. Its problem document has the data for a three-way merge. */
public final class VersionConflictException extends RequestException {
  private final transient Map<String, Object> members = new LinkedHashMap<>();

  /**
   * @param seen the version that the request names
   * @param theirs the section as it is now, for programs
   * @param mine what the request wants
   */
  public VersionConflictException(
      StaleVersion refusal, SectionVersion seen, Object theirs, Map<String, String> mine) {
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
    Stream<TextSnapshot> now =
        Stream.of(Side.values()).map(side -> TextSnapshot.of(section.section().side(side)));
    return Stream.concat(section.history().stream().flatMap(Event::texts), now)
        .filter(snapshot -> !snapshot.isEmpty() && snapshot.hash().hex().startsWith(digits))
        .flatMap(snapshot -> Stream.ofNullable(snapshot.text()))
        .findFirst()
        .orElse(null);
  }
}
