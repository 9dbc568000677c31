package no.speil.web.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.record.SectionVersion;
import no.speil.record.TextHistory;
import no.speil.record.TextSnapshot;
import no.speil.status.TrackedSection;
import no.speil.status.grading.Change;
import no.speil.status.grading.DiffPart;
import no.speil.web.page.TaggedText;
import no.speil.web.section.SectionNote;

/** Compares a section's texts with a version that was cited. */
final class PinnedComparison {
  private final Messages t;
  private final LiveDocument document;
  private final TrackedSection now;
  private final SectionVersion cited;
  private final TextHistory textHistory;

  PinnedComparison(
      Messages t,
      LiveDocument document,
      TrackedSection now,
      SectionVersion cited,
      TextHistory textHistory) {
    this.t = t;
    this.document = document;
    this.now = now;
    this.cited = cited;
    this.textHistory = textHistory;
  }

  /**
   * The verdict on a version.
   *
   * @param version from the address
   */
  static PinnedPage.View.Verdict of(
      Messages t,
      LiveDocument document,
      TrackedSection now,
      String version,
      TextHistory textHistory) {
    return SectionVersion.parse(version)
        .map(cited -> new PinnedComparison(t, document, now, cited, textHistory).verdict())
        .orElse(new PinnedPage.View.Verdict(t.of("pinned.malformed"), List.of(), List.of(), true));
  }

  private PinnedPage.View.Verdict verdict() {
    boolean sameOriginal = isSame(Side.ORIGINAL);
    boolean sameTranslation = isSame(Side.TRANSLATION);
    if (sameOriginal && sameTranslation) {
      return new PinnedPage.View.Verdict(
          t.of("pinned.same") + state(), List.of(), List.of(), false);
    }
    if (!isKnown(Side.ORIGINAL) && !isKnown(Side.TRANSLATION)) {
      return new PinnedPage.View.Verdict(t.of("pinned.unknown"), List.of(), List.of(), true);
    }
    var changes = new ArrayList<SectionNote.Change>();
    if (!sameOriginal) {
      changes.add(change(Side.ORIGINAL, "pinned.original.kept", "pinned.original.lost"));
    }
    if (!sameTranslation) {
      changes.add(change(Side.TRANSLATION, "pinned.translation.kept", "pinned.translation.lost"));
    }
    String words =
        sameOriginal
            ? t.of("pinned.changed.translation")
            : sameTranslation ? t.of("pinned.changed.original") : t.of("pinned.changed");
    List<TaggedText> wordings =
        Stream.of(Side.values())
            .filter(side -> !isSame(side))
            .flatMap(
                side -> wording(textHistory, cited, side, TaggedText.lang(document.file(side))))
            .toList();
    return new PinnedPage.View.Verdict(words, wordings, changes, true);
  }

  /**
   * The wordings of a version, as far as they are known.
   *
   * @param version from the address
   * @param lang of each side
   */
  static List<TaggedText> wordings(
      TextHistory textHistory, String version, Function<Side, String> lang) {
    return SectionVersion.parse(version).stream()
        .flatMap(
            cited ->
                Stream.of(Side.values())
                    .flatMap(side -> wording(textHistory, cited, side, lang.apply(side))))
        .toList();
  }

  private static Stream<TaggedText> wording(
      TextHistory textHistory, SectionVersion cited, Side side, String lang) {
    return hash(cited, side).flatMap(hash -> textHistory.wording(side, hash)).stream()
        .map(text -> new TaggedText(lang, text));
  }

  /** The state in the version, if the state has changed since. */
  private String state() {
    for (State state : State.values()) {
      boolean was = state.code().charAt(0) == cited.state().charAt(0);
      if (was && state != now.sectionStatus().state()) {
        return " "
            + t.of(
                "pinned.state",
                t.of("state." + state.code()),
                t.of("state." + now.sectionStatus().state().code()));
      }
    }
    return "";
  }

  private boolean isSame(Side side) {
    return cited(cited, side)
        .equals(side == Side.ORIGINAL ? now.version().original() : now.version().translation());
  }

  /**
   * Whether the text of a side proves that the section had this version; a missing text does not.
   */
  private boolean isKnown(Side side) {
    return hash(cited, side)
        .filter(hash -> isSame(side) || textHistory.had(side, hash))
        .isPresent();
  }

  private SectionNote.Change change(Side side, String kept, String lost) {
    Optional<String> older =
        hash(cited, side)
            .map(hash -> textHistory.wording(side, hash))
            .orElseGet(() -> Optional.of(""));
    if (older.isEmpty()) {
      return new SectionNote.Change(t.of(lost), "", List.of());
    }
    List<DiffPart> diff = Change.diff(older.get(), TextSnapshot.markdown(now.section().side(side)));
    return new SectionNote.Change(t.of(kept), TaggedText.lang(document.file(side)), diff);
  }

  private static String cited(SectionVersion cited, Side side) {
    return side == Side.ORIGINAL ? cited.original() : cited.translation();
  }

  private static Optional<TextHash> hash(SectionVersion cited, Side side) {
    String hash = cited(cited, side);
    return hash.equals("-") ? Optional.empty() : Optional.of(new TextHash(hash));
  }
}
