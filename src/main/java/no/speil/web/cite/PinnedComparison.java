package no.speil.web.cite;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.documents.LiveSection;
import no.speil.messages.Messages;
import no.speil.record.SectionVersion;
import no.speil.record.TextHistory;
import no.speil.status.grading.Change;
import no.speil.status.grading.DiffPart;
import no.speil.web.cite.PinnedPage.View.Verdict;
import no.speil.web.page.TaggedText;
import no.speil.web.section.SectionNote;

/** Compares a section's texts with a version that was cited. */
record PinnedComparison(Messages t, LiveSection live, SectionVersion cited, TextHistory texts) {

  /**
   * The verdict on a version.
   *
   * @param version from the address
   */
  static Verdict of(Messages t, LiveSection live, String version, TextHistory texts) {
    return SectionVersion.parse(version)
        .map(cited -> new PinnedComparison(t, live, cited, texts).verdict())
        .orElse(new Verdict(t.of("pinned.malformed"), List.of(), List.of(), true));
  }

  private Verdict verdict() {
    List<Side> changed = Stream.of(Side.values()).filter(side -> !isSame(side)).toList();
    if (changed.isEmpty()) {
      return new Verdict(t.of("pinned.same") + state(), List.of(), List.of(), false);
    }
    if (!isKnown(Side.ORIGINAL) && !isKnown(Side.TRANSLATION)) {
      return new Verdict(t.of("pinned.unknown"), List.of(), List.of(), true);
    }
    String only = changed.size() == 1 ? "." + changed.getFirst().code() : "";
    List<TaggedText> wordings =
        wordings(texts, cited, changed, side -> TaggedText.lang(live.document().file(side)));
    return new Verdict(
        t.of("pinned.changed" + only), wordings, changed.stream().map(this::change).toList(), true);
  }

  /**
   * The wordings of a version on some sides, as far as they are known.
   *
   * @param lang of each side
   */
  static List<TaggedText> wordings(
      TextHistory texts, SectionVersion cited, List<Side> sides, Function<Side, String> lang) {
    return sides.stream()
        .flatMap(
            side ->
                cited.hash(side).flatMap(hash -> texts.wording(side, hash)).stream()
                    .map(text -> new TaggedText(lang.apply(side), text)))
        .toList();
  }

  /** The state in the version, if the state has changed since. */
  private String state() {
    State today = live.section().sectionStatus().state();
    return Stream.of(State.values())
        .filter(was -> was.code().charAt(0) == cited.state().charAt(0) && was != today)
        .map(was -> " " + t.of("pinned.state", name(was), name(today)))
        .findFirst()
        .orElse("");
  }

  private String name(State state) {
    return t.of("state." + state.code());
  }

  private boolean isSame(Side side) {
    return cited.hash(side).equals(live.section().version().hash(side));
  }

  /**
   * Whether the text of a side proves that the section had this version; a missing text does not.
   */
  private boolean isKnown(Side side) {
    return cited.hash(side).filter(hash -> isSame(side) || texts.had(side, hash)).isPresent();
  }

  private SectionNote.Change change(Side side) {
    Optional<String> older =
        cited.hash(side).map(hash -> texts.wording(side, hash)).orElseGet(() -> Optional.of(""));
    String key = "pinned." + side.code();
    if (older.isEmpty()) {
      return new SectionNote.Change(t.of(key + ".lost"), "", List.of());
    }
    List<DiffPart> diff = Change.diff(older.get(), live.section().markdown(side));
    return new SectionNote.Change(
        t.of(key + ".kept"), TaggedText.lang(live.document().file(side)), diff);
  }
}
