package no.speil.web.section;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import no.speil.messages.Messages;
import no.speil.record.EventSignature;
import no.speil.status.Attribution;
import no.speil.status.TrackedSection;
import no.speil.status.grading.Change;
import no.speil.status.grading.ChangeClass;
import no.speil.status.grading.DiffPart;
import no.speil.status.grading.DiffPart.Op;
import org.jspecify.annotations.Nullable;

/** Says how an original has changed: in which words, how gravely, and when. */
public final class ChangeLines {
  private static final int SHORT = 30;

  /** Digits, grouped or with a fraction. */
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,\\h]\\d+)*+");

  private ChangeLines() {}

  /**
   * The change of a section's original; nothing if it has not changed.
   *
   * @param lang of the original
   */
  public static SectionNote.Change of(Messages t, String lang, TrackedSection section) {
    Change change = section.sectionStatus().change();
    if (change == null) {
      return SectionNote.Change.NONE;
    }
    boolean isAsImported = section.sectionStatus().attribution().equals(Attribution.NOBODY);
    String since = t.of(isAsImported ? "change.since.imported" : "change.since");
    return of(t, lang, change, since, dates(t, section));
  }

  /**
   * A change that happened a moment ago.
   *
   * @param lang of the original
   */
  public static SectionNote.Change of(Messages t, String lang, Change change) {
    return of(t, lang, change, t.of("change.since"), "");
  }

  private static SectionNote.Change of(
      Messages t, String lang, Change change, String since, String dates) {
    boolean isKnown = change.olderTextIsKnown();
    return new SectionNote.Change(
        isKnown ? since : t.of("change.unknown"),
        lang,
        swap(change.diff()),
        change.diff(),
        isKnown ? t.of("change." + kind(change)) : "",
        dates);
  }

  /** What kind of change it is in two or three words. */
  public static String shortly(Messages t, Change change) {
    return t.of("change.short." + kind(change));
  }

  private static String kind(Change change) {
    List<DiffPart> parts = swap(change.diff());
    boolean isNumber =
        change.grade() == ChangeClass.FACTS
            && !parts.isEmpty()
            && parts.stream().allMatch(part -> NUMBER.matcher(part.text().strip()).matches());
    return isNumber ? "number" : change.grade().code();
  }

  private static List<DiffPart> swap(List<DiffPart> diff) {
    List<DiffPart> parts = diff.stream().filter(part -> part.op() != Op.EQUAL).toList();
    boolean isSwap =
        parts.size() == 2
            && parts.getFirst().op() == Op.DELETE
            && parts.getLast().op() == Op.INSERT
            && parts.stream().allMatch(part -> part.text().strip().length() <= SHORT);
    return isSwap ? parts : List.of();
  }

  private static String dates(Messages t, TrackedSection section) {
    @Nullable Instant revised = section.revised();
    if (revised == null) {
      return "";
    }
    String when =
        section
            .reviser()
            .map(by -> t.of("change.by", t.day(by.at()), by.by()))
            .orElseGet(() -> t.day(revised));
    @Nullable EventSignature translated = section.sectionStatus().attribution().translated();
    return translated == null
        ? t.of("change.date", when)
        : t.of("change.dates", t.day(translated.at()), when);
  }
}
