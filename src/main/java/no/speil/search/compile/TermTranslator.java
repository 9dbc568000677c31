package no.speil.search.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTranslation;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * Translates single words, and finds their forms in the other written norm, as far as these are in
 * the index. For one search.
 */
final class TermTranslator {
  private static final double GUESS = .5;
  private static final long KNOWN = 5;
  private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");

  private final Lexicon lexicon;
  private final FieldTerms terms;
  private final IndexReader reader;

  TermTranslator(Lexicon lexicon, FieldTerms terms, IndexReader reader) {
    this.lexicon = lexicon;
    this.terms = terms;
    this.reader = reader;
  }

  /**
   * The translations of a word of that side that are in the texts of the other, likeliest first.
   */
  List<TermTranslation> translations(FieldGroup from, String word, int most) throws IOException {
    FieldGroup to = from.other();
    String term = terms.only(from.stem(), word);
    if (term.isEmpty() || isSpeltAs(to, word)) {
      return List.of();
    }
    List<TermTranslation> known = known(from.side(), term);
    return from == FieldGroup.ORIGINAL && BuiltInDictionary.get().isEnglish(word)
        ? present(to, known.stream().filter(TermTranslation::isOfGlossary).toList(), most)
        : present(to, known, most);
  }

  /** Whether its diacritics show that it is a word of that side, as "står" is not "star". */
  private boolean isSpeltAs(FieldGroup side, String word) {
    return terms.isFolded(side.other(), word)
        && (side == FieldGroup.ORIGINAL || !terms.isFolded(side, word))
        && isWordOf(side, word);
  }

  private boolean isWritten(FieldGroup side, String word) throws IOException {
    String whole = terms.only(side.folded(), word);
    return !whole.isEmpty() && reader.docFreq(new Term(side.folded(), whole)) > 0;
  }

  /** Whether the dictionary that comes with the program has it as a sure translation. */
  boolean isOfDictionary(FieldGroup from, String word, TermTranslation translation) {
    return terms.texts(from.stem(), word).stream()
        .flatMap(each -> BuiltInDictionary.get().lexicon().translations(from.side(), each).stream())
        .anyMatch(each -> each.sure() && each.term().equals(translation.term()));
  }

  /** The translations of a term; for a Nynorsk word without any, those of its Bokmål form. */
  private List<TermTranslation> known(Side side, String term) {
    List<TermTranslation> known = lexicon.translations(side, term);
    return known.isEmpty() && side == Side.ORIGINAL
        ? otherNorm(term)
            .map(each -> lexicon.translations(side, each))
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse(known)
        : known;
  }

  /** The terms that are probably the same word in the other written norm. */
  private Stream<String> otherNorm(String term) {
    return lexicon.variants(term).stream()
        .filter(each -> each.sure() || !isSlip(term, each.term()))
        .map(TermTranslation::term);
  }

  /**
   * The forms of a Norwegian word in the other written norm; where originals have the word itself,
   * only those are sure that the dictionary pairs with it and that mean the same first.
   */
  List<TermTranslation> variants(String word, int most) throws IOException {
    String term = terms.only(FieldGroup.ORIGINAL.stem(), word);
    if (term.isEmpty()) {
      return List.of();
    }
    boolean isEnglish = isKnown(FieldGroup.TRANSLATION, word);
    boolean isThere = isIndexed(FieldGroup.ORIGINAL, word);
    List<TermTranslation> meanings = lexicon.translations(Side.ORIGINAL, term);
    if (isEnglish && !isThere && meanings.isEmpty()) {
      return List.of();
    }
    List<TermTranslation> variants =
        lexicon.variants(term).stream()
            .map(
                each -> {
                  boolean isSure =
                      isThere
                          ? each.sure() && isFirst(meanings, each.term())
                          : !isEnglish && (each.sure() || !isSlip(term, each.term()));
                  double weight = isSure || each.sure() ? each.weight() : GUESS * each.weight();
                  return new TermTranslation(each.term(), each.form(), weight, isSure);
                })
            .toList();
    return present(FieldGroup.ORIGINAL, variants, most);
  }

  /** Whether another term means first what is the first of these meanings. */
  private boolean isFirst(List<TermTranslation> meanings, String other) {
    List<TermTranslation> others = lexicon.translations(Side.ORIGINAL, other);
    return !meanings.isEmpty()
        && !others.isEmpty()
        && meanings.getFirst().term().equals(others.getFirst().term());
  }

  /** Whether it is a Norwegian word as it stands, and not a rest that is only stemmed as one. */
  boolean isWholeWord(String word) throws IOException {
    return terms
            .of(FieldGroup.ORIGINAL.folded(), word)
            .equals(terms.of(FieldGroup.ORIGINAL.stem(), word))
        || isWritten(FieldGroup.ORIGINAL, word)
        || lexicon.isNorwegian(word)
        || !variants(word, 1).isEmpty();
  }

  /** Whether a word is in no text and is no English word. */
  boolean isAbsent(String word) throws IOException {
    return !isIndexed(FieldGroup.ORIGINAL, word) && !isKnown(FieldGroup.TRANSLATION, word);
  }

  /** Whether a word is in no text and has neither translations nor variants. */
  boolean isUnknown(String word) throws IOException {
    return isAbsent(word) && count(word) == 0 && variants(word, 1).isEmpty();
  }

  /**
   * The number of originals that have a word, or else its form in the other written norm, plus a
   * bonus if the lexicon has it; 0 if neither.
   */
  long count(String word) throws IOException {
    String own = terms.only(FieldGroup.ORIGINAL.stem(), word);
    if (own.isEmpty()) {
      return 0;
    }
    boolean isThere = sections(FieldGroup.ORIGINAL, own) > 0;
    long count = 0;
    boolean isKnown = false;
    for (String term :
        isThere ? List.of(own) : Stream.concat(Stream.of(own), otherNorm(own)).toList()) {
      count = Math.max(count, sections(FieldGroup.ORIGINAL, term));
      isKnown |= !lexicon.translations(Side.ORIGINAL, term).isEmpty();
    }
    return count + (isKnown ? KNOWN : 0);
  }

  /** Whether a word's stem is in the texts of that side, or the lexicon knows it. */
  boolean isKnown(FieldGroup side, String word) throws IOException {
    return isIndexed(side, word) || isWordOf(side, word);
  }

  /** Whether the lexicon knows it as a word of that side's language. */
  private boolean isWordOf(FieldGroup side, String word) {
    return terms.texts(side.stem(), word).stream()
        .anyMatch(each -> !lexicon.translations(side.side(), each).isEmpty());
  }

  /** Whether nothing but doubled letters tells two terms apart, as of one that is misspelt. */
  private static boolean isSlip(String term, String variant) {
    return DOUBLED.matcher(term).replaceAll("$1").equals(DOUBLED.matcher(variant).replaceAll("$1"));
  }

  /** Whether the texts of that side have the stem of a word, but never the word as written. */
  boolean isStemOnly(FieldGroup side, String word) throws IOException {
    String whole = terms.only(side.folded(), word);
    return !whole.isEmpty()
        && !whole.equals(terms.only(side.stem(), word))
        && isIndexed(side, word)
        && !isWritten(side, word);
  }

  private boolean isIndexed(FieldGroup fields, String word) throws IOException {
    return terms.sections(reader, fields.stem(), word) > 0;
  }

  private List<TermTranslation> present(
      FieldGroup fields, List<TermTranslation> translations, int most) throws IOException {
    var present = new ArrayList<TermTranslation>();
    for (TermTranslation each : translations) {
      if (present.size() < most
          && !terms.isStopWord(each.form())
          && sections(fields, each.term()) > 0) {
        present.add(each);
      }
    }
    return present;
  }

  /** The number of sections that have a term. */
  private int sections(FieldGroup fields, String text) throws IOException {
    return reader.docFreq(new Term(fields.stem(), text));
  }
}
