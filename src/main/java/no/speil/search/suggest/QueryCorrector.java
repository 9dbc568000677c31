package no.speil.search.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.lexicon.Lexicon;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.query.ExpressionParser;
import no.speil.search.query.QueryWords;
import no.speil.search.query.QueryWords.TypedWord;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.PrefixTerms;
import no.speil.search.suggest.SimilarWords.Similar;
import org.apache.lucene.index.IndexReader;

/**
 * Corrects the spelling of queries: a word that is rare in the archive is replaced by a similar one
 * that is many times as frequent, one that is in no text also by one that is derived from it, as
 * "widowhood" is. Words that the lexicon knows are right as they are, and so are their compounds
 * and what may be a form of them unless but one letter tells them from another word. For one state
 * of the index.
 */
public final class QueryCorrector {
  /** Up to this many results, or sections with a word, are few. */
  public static final int FEW = 2;

  private static final int MOST_WORDS = 8;
  private static final int TIMES_AS_FREQUENT = 10;
  private static final SimilarWords SIMILAR = new SimilarWords(2, .7f, 5);
  private static final int SHORTEST_STEM = 5;
  private static final int LONGEST_ENDING = 4;
  private static final int MOST_DERIVED = 200;

  private final FieldTerms terms;
  private final IndexReader reader;
  private final SurfaceForms forms;
  private final CompoundCorrector parts;
  private final Lexicon lexicon;

  public QueryCorrector(FieldTerms terms, IndexReader reader, Lexicon lexicon) {
    this.terms = terms;
    this.reader = reader;
    this.lexicon = lexicon;
    this.forms = new SurfaceForms(terms, reader);
    this.parts = new CompoundCorrector(terms, reader, forms, lexicon);
  }

  /**
   * The corrected query; empty if no word needs correction.
   *
   * @param isFound whether the query finds anything; if not, any more frequent word will do for
   *     what is in no text or stands alone
   */
  public Optional<String> of(String query, boolean isFound) throws IOException {
    QueryWords words = ExpressionParser.words(query);
    if (words.size() > MOST_WORDS) {
      return Optional.empty();
    }
    var others = new HashMap<TypedWord, String>();
    for (TypedWord word : words.toList()) {
      Optional<String> other = isFound ? Optional.empty() : derived(word.text());
      boolean isStemKnown = isKnown(FieldGroup.ORIGINAL, word.text());
      if (other.isEmpty() && !isKnown(word.text()) && !(isStemKnown && isFound)) {
        int times = isFound || words.size() > 1 ? TIMES_AS_FREQUENT : 1;
        other = word(word.text(), times, isStemKnown ? 1 : 2);
        other = other.isPresent() || isStemKnown ? other : compound(word.text());
      }
      other.ifPresent(each -> others.put(word, each));
    }
    return others.isEmpty() ? Optional.empty() : Optional.of(words.with(others));
  }

  /** Whether a stem is known; a Norwegian one says little, since there are many endings. */
  private boolean isKnown(FieldGroup group, String word) {
    return terms.texts(group.stem(), word).stream()
            .anyMatch(term -> !lexicon.translations(group.side(), term).isEmpty())
        || (group == FieldGroup.ORIGINAL && lexicon.isNorwegian(word));
  }

  private boolean isKnown(String word) {
    return isKnown(FieldGroup.TRANSLATION, word)
        || lexicon.isHeadword(word)
        || lexicon.phrases().stream()
            .flatMap(each -> Stream.of((each.norwegian() + ' ' + each.english()).split(" ")))
            .anyMatch(word::equalsIgnoreCase);
  }

  private Optional<String> word(String word, int times, int most) throws IOException {
    int known = sections(word);
    if (known > FEW || word.chars().anyMatch(Character::isDigit)) {
      return Optional.empty();
    }
    int edits = parts.isCompound(word) ? 1 : most;
    var likely = new ArrayList<Similar>();
    for (FieldGroup group : FieldGroup.BOTH) {
      for (Similar each : SIMILAR.of(terms, reader, group, word)) {
        if (each.sections() > times * known && each.edits() <= edits) {
          likely.add(each);
        }
      }
    }
    return written(likely.stream().min(Similar.BEST_FIRST));
  }

  private Optional<String> written(Optional<Similar> word) throws IOException {
    return word.isEmpty()
        ? Optional.empty()
        : Optional.of(forms.of(word.get().group(), word.get().word()));
  }

  /** The most frequent word that the stem of one that is in no text makes with another ending. */
  private Optional<String> derived(String word) throws IOException {
    if (sections(word) > 0) {
      return Optional.empty();
    }
    var derived = new ArrayList<Similar>();
    for (FieldGroup group : FieldGroup.BOTH) {
      String stem = terms.only(group.stem(), word);
      if (stem.length() >= SHORTEST_STEM) {
        PrefixTerms.of(reader, group.folded(), stem, MOST_DERIVED).stream()
            .filter(each -> each.text().length() <= stem.length() + LONGEST_ENDING)
            .map(each -> new Similar(group, each.text(), 0, each.sections()))
            .forEach(derived::add);
      }
    }
    return written(derived.stream().min(Similar.BEST_FIRST));
  }

  private Optional<String> compound(String word) throws IOException {
    return sections(word) > 0 ? Optional.empty() : parts.of(word);
  }

  /** The number of sections that have the word in any inflection, on the side that has more. */
  private int sections(String word) throws IOException {
    int most = 0;
    for (FieldGroup group : FieldGroup.BOTH) {
      most = Math.max(most, terms.sections(reader, group.folded(), word));
      most = Math.max(most, terms.sections(reader, group.stem(), word));
    }
    return most;
  }
}
