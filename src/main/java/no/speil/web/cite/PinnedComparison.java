package no.speil.web.cite;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.documents.LiveSection;
import no.speil.record.SectionVersion;
import no.speil.record.TextHistory;
import no.speil.web.page.TaggedText;

/** Compares a section's texts with a version that was cited. */
public record PinnedComparison(LiveSection live, SectionVersion cited, TextHistory texts) {

  /** The sides whose text is not as it was cited. */
  public List<Side> changed() {
    return Stream.of(Side.values()).filter(side -> !isSame(side)).toList();
  }

  private boolean isSame(Side side) {
    return cited.hash(side).equals(live.section().version().hash(side));
  }

  /** Whether a text proves that the section had this version; a missing text does not. */
  public boolean isKnown() {
    return Stream.of(Side.values())
        .anyMatch(
            side ->
                cited.hash(side).stream().anyMatch(hash -> isSame(side) || texts.had(side, hash)));
  }

  /** The state in the version. */
  public State state() {
    return Stream.of(State.values())
        .filter(state -> state.code().charAt(0) == cited.state().charAt(0))
        .findFirst()
        .orElseThrow();
  }

  /** The wording of a side; empty if it was not kept. */
  public Optional<String> wording(Side side) {
    return cited.hash(side).map(hash -> texts.wording(side, hash)).orElseGet(() -> Optional.of(""));
  }

  /**
   * The wordings of a version on some sides, as far as they are known.
   *
   * @param lang of each side
   */
  public static List<TaggedText> wordings(
      TextHistory texts, SectionVersion cited, List<Side> sides, Function<Side, String> lang) {
    return sides.stream()
        .flatMap(
            side ->
                cited.hash(side).flatMap(hash -> texts.wording(side, hash)).stream()
                    .map(text -> new TaggedText(lang.apply(side), text)))
        .toList();
  }
}
