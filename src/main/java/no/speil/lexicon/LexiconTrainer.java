package no.speil.lexicon;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer.Token;

/** Builds a lexicon from its sources. For one use. */
final class LexiconTrainer {
  /**
   * The most pairs of words that fit into memory; 50,000 pairs of sentences have about half as
   * many.
   */
  private static final long MOST_MEETINGS = 10_000_000;

  private static final int MOST_WORDS = 100_000;
  private static final float LEAST = .05f;

  private static final float LEAST_SURE = .2f;

  /** The least expected count of a translation; below it, chance weighs too much. */
  private static final float LEAST_SEEN = .5f;

  /** The least expected count of a sure translation. */
  private static final float LEAST_TIMES = 1;

  /** Where the dictionary knows both words, but not as translations of each other. */
  private static final float LEAST_TIMES_OTHERWISE = 2;

  private static final float LEAST_SURE_OTHERWISE = .4f;

  /** The highest weight of a trained translation; only those of the glossary have 1. */
  private static final float SUREST = .999f;

  private static final double DICTIONARY = .3;

  /**
   * How often a word must stand in the archive's pairs to say which of its translations are used.
   */
  private static final int OFTEN = 3;

  /** So many texts with a translation and without its word say nothing of it. */
  private static final int FEW_TEXTS = 2;

  /** The least probability of a word where a sure translation of it stands in the archive. */
  private static final float LEAST_BACK = .1f;

  /** The least probability of a sure translation in either direction. */
  private static final float LEAST_EITHER_WAY = .2f;

  /** The least share of a Norwegian word's meanings that makes it a sure translation. */
  private static final double LEAST_SHARE = .35;

  /** The same of an English word's meanings. */
  private static final double LEAST_SHARE_OF_ENGLISH = .45;

  private final TermTokenizer tokenizer;
  private final TrainingOptions options;
  private final LexiconSideBuilder norwegian = new LexiconSideBuilder(Side.ORIGINAL);
  private final LexiconSideBuilder english = new LexiconSideBuilder(Side.TRANSLATION);
  private final Set<GlossaryPhrase> phrases = new LinkedHashSet<>();

  /** Pairs of words, separated by a space, that the archive uses for each other. */
  private final Map<String, Evidence> evidence = new HashMap<>();

  /** The English terms of the dictionary for each Norwegian one. */
  private final Map<String, Set<String>> meanings = new HashMap<>();

  /** The greatest share of a translation in a Norwegian word's meanings, and the reverse. */
  private final Map<String, Double> firstOfNorwegian = new HashMap<>();

  private final Map<String, Double> firstOfEnglish = new HashMap<>();

  private Dictionary dictionary = Dictionary.EMPTY;

  private record Evidence(float original, float translation, float times) {}

  LexiconTrainer(TermTokenizer tokenizer, TrainingOptions options) {
    this.tokenizer = tokenizer;
    this.options = options;
  }

  /**
   * A lexicon of what the archive teaches. It has translations for the words of the translated
   * sections and of the glossary only; for all others the dictionary's own lexicon serves.
   */
  Lexicon learn(LexiconSources sources) {
    Bitext texts = bitext(sources.pairs());
    Set<String> norwegianTerms = Set.copyOf(texts.original.terms);
    Set<String> englishTerms = Set.copyOf(texts.translation.terms);
    dictionary = sources.dictionary();
    learn(texts, dictionary.pairs(norwegianTerms, englishTerms).toList());
    norwegian.keep(norwegianTerms);
    english.keep(englishTerms);
    sources.glossary().forEach(this::addGlossary);
    // all words that are frequent, since variants in the other norm are looked up among them
    addWords(
        norwegian,
        sources.norwegian(),
        sources.norwegian().leastCount(MOST_WORDS, LexiconTrainer::isWord));
    addWords(english, sources.english(), Long.MAX_VALUE);
    return new Lexicon(WordTable.of(rows()), dictionary::norms, dictionary);
  }

  /** The rows of a lexicon of words that are known without an archive. */
  Stream<List<String>> learn(List<DictionaryBuilder.Pair> known) {
    learn(new Bitext(), known);
    return rows();
  }

  private Stream<List<String>> rows() {
    Map<String, List<String>> ofEnglish = english.rows(norwegian);
    ofEnglish.values().removeIf(row -> row.size() == 1); // without translations
    return Lexicon.rows(norwegian.rows(english), ofEnglish, phrases);
  }

  private Bitext bitext(LexiconSources.Pairs pairs) {
    var texts = new Bitext();
    long[] meetings = {0};
    pairs.each(
        (original, translation) -> {
          if (texts.pairs() < Lexicon.MOST_PAIRS && meetings[0] < MOST_MEETINGS) {
            meetings[0] +=
                texts.add(
                    tokenizer.cut(Side.ORIGINAL, original),
                    tokenizer.cut(Side.TRANSLATION, translation),
                    1);
          }
        });
    return texts;
  }

  private void learn(Bitext texts, List<DictionaryBuilder.Pair> known) {
    int taught = texts.pairs();
    if (options.dictionaryWeight() > 0) {
      known.forEach(
          each -> texts.add(List.of(each.norwegian()), List.of(each.english()), weight(each)));
    }
    for (DictionaryBuilder.Pair each : known) {
      String english = each.english().term();
      meanings.computeIfAbsent(each.norwegian().term(), term -> new HashSet<>()).add(english);
      firstOfNorwegian.merge(each.norwegian().term(), each.share(), Math::max);
      firstOfEnglish.merge(english, each.shareOfEnglish(), Math::max);
    }
    addLearned(texts, taught);
    var norwegianTexts = new TextsOfWords(texts.original, taught);
    var englishTexts = new TextsOfWords(texts.translation, taught);
    known.forEach(each -> addKnown(each, norwegianTexts, englishTexts));
  }

  /** The weight of a pair of the dictionary beside one of texts. */
  private double weight(DictionaryBuilder.Pair pair) {
    return options.dictionaryWeight()
        * Math.max(LEAST, Math.sqrt(pair.share() * pair.shareOfEnglish()));
  }

  private void addLearned(Bitext texts, int taught) {
    CooccurrenceMatrix matrix = CooccurrenceMatrix.of(texts);
    var model = new TranslationModel(texts, taught, matrix, options);
    var alikeOriginals = new BitSet();
    var alikeTranslations = new BitSet();
    for (int cell = 0; cell < matrix.size(); cell++) {
      int no = matrix.norwegian(cell);
      int en = matrix.english(cell);
      if (model.weight(cell) >= LEAST_SURE && isWrittenAlike(texts, no, en)) {
        alikeOriginals.set(no);
        alikeTranslations.set(en);
      }
    }
    for (int cell = 0; cell < matrix.size(); cell++) {
      int no = matrix.norwegian(cell);
      int en = matrix.english(cell);
      if (model.weight(cell) >= LEAST && model.times(cell) >= LEAST_SEEN) {
        boolean isOther =
            (alikeOriginals.get(no) || alikeTranslations.get(en)) && !isWrittenAlike(texts, no, en);
        add(texts, no, en, model, cell, isOther);
      }
    }
  }

  private static boolean isWrittenAlike(Bitext texts, int no, int en) {
    return texts.original.forms.get(no).equalsIgnoreCase(texts.translation.forms.get(en));
  }

  /**
   * @param isOther whether one of the words, but not the pair, is the same in both languages, as
   *     "geiger" in "Hans Geiger", of which another word is "han"
   */
  private void add(
      Bitext texts, int no, int en, TranslationModel model, int cell, boolean isOther) {
    String left = texts.original.terms.get(no);
    String right = texts.translation.terms.get(en);
    if (isCode(texts.original.forms.get(no)) != isCode(texts.translation.forms.get(en))) {
      return;
    }
    norwegian.form(left, texts.original.forms.get(no), 0);
    english.form(right, texts.translation.forms.get(en), 0);
    float weight = Math.min(SUREST, model.weight(cell));
    Set<String> known =
        meanings.computeIfAbsent(left, term -> termsOfPhrases(texts.original.forms.get(no)));
    boolean isKnownOtherwise =
        !known.isEmpty() && firstOfEnglish.containsKey(right) && !known.contains(right);
    boolean isSameInEnglish = isKnownOtherwise && known.contains(left); // km: not miles
    boolean sure =
        weight >= (isKnownOtherwise ? LEAST_SURE_OTHERWISE : LEAST_SURE)
            && model.times(cell) >= (isKnownOtherwise ? LEAST_TIMES_OTHERWISE : LEAST_TIMES)
            && !isSameInEnglish
            && model.isInSeveralTexts(cell)
            && model.original(cell) >= LEAST_EITHER_WAY
            && model.translation(cell) >= LEAST_EITHER_WAY
            && (known.contains(right) || !(isOther || hasStopWord(texts, no, en)));
    norwegian.translation(left, right, weight, sure);
    english.translation(right, left, weight, sure);
    evidence.put(
        left + ' ' + right,
        new Evidence(model.original(cell), model.translation(cell), model.times(cell)));
  }

  /** Whether a word is a stop word of the other language: "over" is no "løpet" of "i løpet av". */
  private boolean hasStopWord(Bitext texts, int no, int en) {
    return tokenizer.words(Side.TRANSLATION, texts.original.forms.get(no)).isEmpty()
        || tokenizer.words(Side.ORIGINAL, texts.translation.forms.get(en)).isEmpty();
  }

  /** The words of the phrases that a Norwegian word means. */
  private Set<String> termsOfPhrases(String form) {
    return dictionary.english(form).stream()
        .flatMap(phrase -> tokenizer.words(Side.TRANSLATION, phrase).stream())
        .map(Token::term)
        .collect(Collectors.toSet());
  }

  /** Whether the form is a number, a checksum or a file name rather than a word. */
  private static boolean isCode(String form) {
    return form.chars().anyMatch(c -> Character.isDigit(c) || c == '_' || c == '.');
  }

  /**
   * Adds a pair of the dictionary. It is sure if either is what the other means first, unless most
   * of the archive's texts that have the translation lack the word, or if the archive uses it where
   * the word stands in its translated sections; for other words, if the translation seldom means
   * anything else.
   */
  private void addKnown(
      DictionaryBuilder.Pair pair, TextsOfWords norwegianTexts, TextsOfWords englishTexts) {
    String left = pair.norwegian().term();
    String right = pair.english().term();
    note(pair.norwegian(), pair.english());
    Evidence found = evidence.get(left + ' ' + right);
    Evidence used = found != null && found.times() >= weight(pair) + LEAST_SEEN ? found : null;
    boolean isFirst =
        pair.share() >= firstOfNorwegian.getOrDefault(left, 1.0)
            && pair.shareOfEnglish() >= firstOfEnglish.getOrDefault(right, 1.0);
    BitSet withLeft = isFirst ? textsInEitherNorm(norwegianTexts, left) : new BitSet();
    BitSet withRight = isFirst ? englishTexts.of(right) : new BitSet();
    norwegian.translation(
        left,
        right,
        (float) (DICTIONARY * Math.sqrt(pair.share())),
        (isFirst && isInHalf(withRight, withLeft))
            || (norwegianTexts.times(left) >= OFTEN
                ? used != null && used.original() >= LEAST_BACK
                : (isFirst && englishTexts.times(right) < OFTEN)
                    || pair.shareOfEnglish() >= LEAST_SHARE_OF_ENGLISH));
    english.translation(
        right,
        left,
        (float) (DICTIONARY * Math.sqrt(pair.shareOfEnglish())),
        (isFirst && isInHalf(withLeft, withRight))
            || (englishTexts.times(right) >= OFTEN
                ? used != null && used.translation() >= LEAST_BACK
                : (isFirst && norwegianTexts.times(left) < OFTEN)
                    || pair.shareOfSense() >= LEAST_SHARE));
  }

  /** Of a Norwegian word in either norm, and of compounds that end with it. */
  private BitSet textsInEitherNorm(TextsOfWords norwegianTexts, String term) {
    BitSet texts = norwegianTexts.endingWith(term);
    dictionary.norms(term).forEach(other -> texts.or(norwegianTexts.endingWith(other)));
    return texts;
  }

  /** Whether some of the texts, and at least half but for a few, have the word as well. */
  private static boolean isInHalf(BitSet texts, BitSet ofWord) {
    BitSet both = (BitSet) texts.clone();
    both.and(ofWord);
    return !both.isEmpty() && 2 * both.cardinality() >= texts.cardinality() - FEW_TEXTS;
  }

  /** Adds a glossary entry: as words, or as a phrase if a side has several words. */
  private void addGlossary(GlossaryEntry entry) {
    GlossaryPhrase phrase = GlossaryPhrase.of(entry);
    List<Token> left = tokenizer.words(Side.ORIGINAL, phrase.norwegian());
    List<Token> right = tokenizer.words(Side.TRANSLATION, phrase.english());
    if (phrase.isOfSeveralWords() || left.size() != 1 || right.size() != 1) {
      phrases.add(phrase);
    } else {
      note(left.getFirst(), right.getFirst());
      norwegian.addGlossary(left.getFirst().term(), right.getFirst().term());
      english.addGlossary(right.getFirst().term(), left.getFirst().term());
    }
  }

  private void note(Token left, Token right) {
    norwegian.form(left.term(), left.form(), 0);
    english.form(right.term(), right.form(), 0);
  }

  /** Adds the forms of words with translations, and those of words that stand so often. */
  private void addWords(LexiconSideBuilder side, WordCounts counts, long least) {
    counts.each(
        (word, count) -> {
          List<Token> tokens = isWord(word) ? tokenizer.words(side.side, word) : List.of();
          if (tokens.size() == 1 && (count >= least || side.has(tokens.getFirst().term()))) {
            side.form(tokens.getFirst().term(), word, count);
          }
        });
  }

  private static boolean isWord(String word) {
    return word.chars().anyMatch(Character::isLetter);
  }
}
