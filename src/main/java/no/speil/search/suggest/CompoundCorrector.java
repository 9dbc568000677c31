package no.speil.search.suggest;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.speil.corpus.Side;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Lexicon;
import no.speil.search.analysis.CompoundSplit;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.schema.FieldGroup;
import no.speil.search.suggest.SimilarWords.Similar;
import org.apache.lucene.index.IndexReader;

/**
 * Corrects Norwegian compounds in which one part is a word of the originals and the other is
 * misspelt: "klimapoltikken" becomes "klimapolitikken". Thread-safe.
 */
final class CompoundCorrector {
  private static final int SHORTEST_PART = 4;
  private static final int LONGEST = 40;
  private static final int MOST_LOOKED_UP = 12;
  private static final SimilarWords SIMILAR = new SimilarWords(1, .75f, 1);

  private final FieldTerms terms;
  private final SurfaceForms forms;
  private final Lexicon lexicon;

  CompoundCorrector(FieldTerms terms, SurfaceForms forms, Lexicon lexicon) {
    this.terms = terms;
    this.forms = forms;
    this.lexicon = lexicon;
  }

  /** A corrected part and what the word has before and after it: as typed, or an ending. */
  private record Candidate(String before, Similar part, String after) {
    static final Comparator<Candidate> BETTER =
        Comparator.<Candidate>comparingInt(each -> each.part().word().length())
            .thenComparingInt(each -> each.part().sections());
  }

  /**
   * Whether both parts of a word are written so in the originals or forms of words that the
   * dictionary has.
   */
  boolean isCompound(IndexReader reader, String typed) throws IOException {
    for (CompoundSplit split : CompoundSplit.of(typed.toLowerCase(Locale.ROOT), SHORTEST_PART)) {
      if (isWholeWord(reader, split.first()) && isWholeWord(reader, split.second())) {
        return true;
      }
    }
    return false;
  }

  private boolean isWholeWord(IndexReader reader, String part) throws IOException {
    return !CompoundSplitter.isEnding(part)
        && (isWritten(reader, part) || lexicon.isNorwegian(part));
  }

  /** The corrected word; empty if both its parts are words, or no correction is found. */
  Optional<String> of(IndexReader reader, String typed) throws IOException {
    String word = typed.toLowerCase(Locale.ROOT);
    if (word.length() > LONGEST || !word.chars().allMatch(Character::isLetter)) {
      return Optional.empty();
    }
    Candidate best = null;
    int left = MOST_LOOKED_UP;
    for (CompoundSplit compoundSplit : CompoundSplit.of(word, SHORTEST_PART)) {
      boolean first = isWord(reader, compoundSplit.first());
      boolean second = isWord(reader, compoundSplit.second());
      if (first && second) {
        return Optional.empty();
      }
      if (left > 0
          && (first
              ? isIndexed(reader, compoundSplit.first())
              : isIndexed(reader, compoundSplit.second()))) {
        left--;
        Optional<Candidate> other =
            first ? second(reader, compoundSplit) : first(reader, compoundSplit);
        if (other.isPresent()
            && (best == null || Candidate.BETTER.compare(other.get(), best) > 0)) {
          best = other.get();
        }
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(
            best.before()
                + forms.of(reader, FieldGroup.ORIGINAL, best.part().word())
                + best.after());
  }

  private Optional<Candidate> second(IndexReader reader, CompoundSplit compoundSplit)
      throws IOException {
    String before = compoundSplit.first() + compoundSplit.filler();
    Optional<Candidate> written =
        corrected(reader, compoundSplit.second()).map(part -> new Candidate(before, part, ""));
    return written.isPresent() ? written : inflected(reader, before, compoundSplit.second());
  }

  private Optional<Candidate> first(IndexReader reader, CompoundSplit compoundSplit)
      throws IOException {
    return corrected(reader, compoundSplit.first())
        .map(part -> new Candidate("", part, compoundSplit.filler() + compoundSplit.second()));
  }

  /** The part with its typed ending, where the texts have it without one. */
  private Optional<Candidate> inflected(IndexReader reader, String before, String part)
      throws IOException {
    List<FieldTerms.Term> stem = terms.of(FieldGroup.ORIGINAL.stem(), part);
    if (stem.size() != 1 || !part.startsWith(stem.getFirst().text())) {
      return Optional.empty();
    }
    String ending = part.substring(stem.getFirst().text().length());
    return corrected(reader, stem.getFirst().text())
        .map(found -> new Candidate(before, found, ending));
  }

  private Optional<Similar> corrected(IndexReader reader, String part) throws IOException {
    return isWritten(reader, part)
        ? Optional.empty()
        : SIMILAR.of(terms, reader, FieldGroup.ORIGINAL, part).stream().findFirst();
  }

  private boolean isWord(IndexReader reader, String part) throws IOException {
    return isIndexed(reader, part)
        || terms.of(FieldGroup.ORIGINAL.stem(), part).stream()
            .anyMatch(term -> !lexicon.translations(Side.ORIGINAL, term.text()).isEmpty());
  }

  private boolean isIndexed(IndexReader reader, String part) throws IOException {
    return terms.sections(reader, FieldGroup.ORIGINAL.stem(), part) > 0 || isWritten(reader, part);
  }

  private boolean isWritten(IndexReader reader, String part) throws IOException {
    return terms.sections(reader, FieldGroup.ORIGINAL.folded(), part) > 0;
  }
}
