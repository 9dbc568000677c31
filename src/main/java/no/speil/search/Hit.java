package no.speil.search;

import java.util.List;
import no.speil.corpus.Coded;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.search.IndexedSection.Place;
import org.jspecify.annotations.Nullable;

/** A section that matches. It always has both texts, whichever one matches. */
public record Hit(
    SectionId section, DocumentRef documentRef, Pair pair, IndexedStatus status, Rank rank) {

  /** The same as a guess. */
  public Hit asGuess() {
    var guess = new Rank(rank.score(), MatchKind.GUESS, rank.translations(), rank.reasons());
    return new Hit(section, documentRef, pair, status, guess);
  }

  /**
   * The texts.
   *
   * @param original null where the original has no such section
   * @param translation null where it is not translated
   * @param names safe HTML as in {@link Excerpt.Snippet}: those names of people and publishers of
   *     the document by which its title was found; empty for other sections
   */
  public record Pair(
      Place place, @Nullable Excerpt original, @Nullable Excerpt translation, String names) {
    /** The text of that side; null where it has none. */
    public @Nullable Excerpt excerpt(Side side) {
      return side == Side.ORIGINAL ? original : translation;
    }
  }

  /**
   * The rank of a hit.
   *
   * @param translations the words in it that were found as translations, in lower case
   * @param reasons why it is here, for each word of the search that it does not have as typed
   */
  public record Rank(
      float score, MatchKind match, List<String> translations, List<Reason> reasons) {

    public boolean isGuess() {
      return match == MatchKind.GUESS;
    }
  }

  /** What stands for a typed word: a word of the section, in lower case. */
  public record Reason(Kind kind, String typed, String found) {
    /** How it stands for it, from far to near; that of a part is a compound. */
    public enum Kind implements Coded {
      TRANSLATION,
      PART,
      FORM,
      TYPED
    }
  }
}
