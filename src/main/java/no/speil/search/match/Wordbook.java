package no.speil.search.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Side;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.Translation;
import no.speil.search.entry.Column;
import no.speil.search.text.Terms;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * What single words are called in the other language or written norm, as far as that is in the
 * index.
 */
final class Wordbook {
  private static final double GUESS = .5;
  private static final long KNOWN = 5;

  private final Lexicon lexicon;
  private final Terms terms;
  private final IndexReader reader;

  Wordbook(Lexicon lexicon, Terms terms, IndexReader reader) {
    this.lexicon = lexicon;
    this.terms = terms;
    this.reader = reader;
  }

  /** What a word of that side is called on the other, as far as that is in the texts. */
  List<Translation> translations(Column from, String word, int most) throws IOException {
    Column to = from == Column.ORIGINAL ? Column.TRANSLATION : Column.ORIGINAL;
    return present(to, translations(from, to, word), most);
  }

  private List<Translation> translations(Column from, Column to, String word) throws IOException {
    List<Terms.Term> found = terms.of(from.stem(), word);
    Side side = from.side();
    if (found.size() != 1) {
      return List.of();
    }
    String term = found.getFirst().text();
    List<Translation> known = known(side, term);
    return known.isEmpty() && !isThere(to, word)
        ? lexicon.kin(side, side == Side.ORIGINAL ? term : word)
        : known;
  }

  /** What is known of a Nynorsk word is sometimes known of its Bokmål one alone. */
  private List<Translation> known(Side side, String term) {
    List<Translation> known = lexicon.translations(side, term);
    return known.isEmpty() && side == Side.ORIGINAL
        ? lexicon.variants(term).stream()
            .map(each -> lexicon.translations(side, each.term()))
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse(known)
        : known;
  }

  /**
   * What a Norwegian word is called in the other written norm. Of a word that is in the texts, or
   * is English, others that are only spelt as it might be are guesses.
   */
  List<Translation> variants(String word, int most) throws IOException {
    List<Terms.Term> found = terms.of(Column.ORIGINAL.stem(), word);
    if (found.size() != 1) {
      return List.of();
    }
    List<Translation> variants = lexicon.variants(found.getFirst().text());
    boolean isStrange = !variants.isEmpty() && !isThere(Column.ORIGINAL, word) && !isEnglish(word);
    return present(
        Column.ORIGINAL, variants.stream().map(each -> weighed(each, isStrange)).toList(), most);
  }

  /** Whether nothing is known of a word: it is in no text and has no other words. */
  boolean isStrange(String word) throws IOException {
    return !isThere(Column.ORIGINAL, word)
        && !isEnglish(word)
        && count(word) == 0
        && variants(word, 1).isEmpty();
  }

  /** How many originals have a word, and somewhat more where the lexicon does; 0 if none. */
  long count(String word) throws IOException {
    List<Terms.Term> found = terms.of(Column.ORIGINAL.stem(), word);
    if (found.size() != 1) {
      return 0;
    }
    String term = found.getFirst().text();
    boolean isKnown = !lexicon.translations(Side.ORIGINAL, term).isEmpty();
    return reader.docFreq(new Term(Column.ORIGINAL.stem(), term)) + (isKnown ? KNOWN : 0);
  }

  private boolean isEnglish(String word) throws IOException {
    return isThere(Column.TRANSLATION, word)
        || terms.of(Column.TRANSLATION.stem(), word).stream()
            .anyMatch(each -> !lexicon.translations(Side.TRANSLATION, each.text()).isEmpty());
  }

  private static Translation weighed(Translation each, boolean isStrange) {
    boolean isSure = each.sure() || isStrange;
    double weight = isSure ? each.weight() : GUESS * each.weight();
    return new Translation(each.term(), each.form(), weight, isSure);
  }

  private boolean isThere(Column column, String word) throws IOException {
    for (Terms.Term term : terms.of(column.stem(), word)) {
      if (reader.docFreq(new Term(column.stem(), term.text())) > 0) {
        return true;
      }
    }
    return false;
  }

  private List<Translation> present(Column column, List<Translation> translations, int most)
      throws IOException {
    var present = new ArrayList<Translation>();
    for (Translation each : translations) {
      if (present.size() < most && reader.docFreq(new Term(column.stem(), each.term())) > 0) {
        present.add(each);
      }
    }
    return present;
  }
}
