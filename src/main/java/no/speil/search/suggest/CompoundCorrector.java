package no.speil.search.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import no.speil.corpus.Side;
import no.speil.lexicon.CompoundSplit;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Lexicon;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.schema.FieldGroup;
import no.speil.search.suggest.SimilarWords.Similar;
import org.apache.lucene.index.IndexReader;

/**
 * Corrects Norwegian compounds in which one part is a word of the originals and the other is
 * misspelt: "klimapoltikken" becomes "klimapolitikken". For one state of the index.
 */
record CompoundCorrector(
    FieldTerms terms, IndexReader reader, SurfaceForms forms, Lexicon lexicon) {
  private static final int SHORTEST_PART = 4;
  private static final int LONGEST = 40;
  private static final int MOST_LOOKED_UP = 12;
  private static final SimilarWords SIMILAR = new SimilarWords(1, .75f, 1);

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
  boolean isCompound(String typed) throws IOException {
    for (CompoundSplit split : CompoundSplit.of(typed.toLowerCase(Locale.ROOT), SHORTEST_PART)) {
      if (isWholeWord(split.first()) && isWholeWord(split.second())) {
        return true;
      }
    }
    return false;
  }

  private boolean isWholeWord(String part) throws IOException {
    return !CompoundSplitter.isEnding(part) && (isWritten(part) || lexicon.isNorwegian(part));
  }

  /** The corrected word; empty if both its parts are words, or no correction is found. */
  Optional<String> of(String typed) throws IOException {
    String word = typed.toLowerCase(Locale.ROOT);
    if (word.length() > LONGEST || !word.chars().allMatch(Character::isLetter)) {
      return Optional.empty();
    }
    var candidates = new ArrayList<Candidate>();
    int left = MOST_LOOKED_UP;
    for (CompoundSplit split : CompoundSplit.of(word, SHORTEST_PART)) {
      boolean first = isWord(split.first());
      boolean second = isWord(split.second());
      if (first && second) {
        return Optional.empty();
      }
      if (left > 0 && isIndexed(first ? split.first() : split.second())) {
        left--;
        (first ? second(split) : first(split)).ifPresent(candidates::add);
      }
    }
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Candidate best = Collections.max(candidates, Candidate.BETTER);
    String part = forms.of(FieldGroup.ORIGINAL, best.part().word());
    return Optional.of(best.before() + part + best.after());
  }

  private Optional<Candidate> second(CompoundSplit parts) throws IOException {
    String before = parts.first() + parts.filler();
    Optional<Candidate> written =
        corrected(parts.second()).map(part -> new Candidate(before, part, ""));
    return written.isPresent() ? written : inflected(before, parts.second());
  }

  private Optional<Candidate> first(CompoundSplit parts) throws IOException {
    return corrected(parts.first())
        .map(part -> new Candidate("", part, parts.filler() + parts.second()));
  }

  /** The part with its typed ending, where the texts have it without one. */
  private Optional<Candidate> inflected(String before, String part) throws IOException {
    String stem = terms.only(FieldGroup.ORIGINAL.stem(), part);
    return stem.isEmpty() || !part.startsWith(stem)
        ? Optional.empty()
        : corrected(stem).map(found -> new Candidate(before, found, part.substring(stem.length())));
  }

  private Optional<Similar> corrected(String part) throws IOException {
    return isWritten(part)
        ? Optional.empty()
        : SIMILAR.of(terms, reader, FieldGroup.ORIGINAL, part).stream().findFirst();
  }

  private boolean isWord(String part) throws IOException {
    return isIndexed(part)
        || terms.texts(FieldGroup.ORIGINAL.stem(), part).stream()
            .anyMatch(term -> !lexicon.translations(Side.ORIGINAL, term).isEmpty());
  }

  private boolean isIndexed(String part) throws IOException {
    return terms.sections(reader, FieldGroup.ORIGINAL.stem(), part) > 0 || isWritten(part);
  }

  private boolean isWritten(String part) throws IOException {
    return terms.sections(reader, FieldGroup.ORIGINAL.folded(), part) > 0;
  }
}
