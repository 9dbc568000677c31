package no.speil.lexicon;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.Side;
import no.speil.lexicon.LexiconSources.Entry;
import no.speil.lexicon.TermTokenizer.Token;
import org.jspecify.annotations.Nullable;

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

  /** The highest weight of a trained translation; only those of the glossary have 1. */
  private static final float SUREST = .999f;

  private static final double DICTIONARY = .3;

  private final TermTokenizer termTokenizer;
  private final TrainingOptions trainingOptions;
  private final LexiconSideBuilder norwegian = new LexiconSideBuilder(Side.ORIGINAL);
  private final LexiconSideBuilder english = new LexiconSideBuilder(Side.TRANSLATION);
  private final Set<GlossaryPhrase> phrases = new LinkedHashSet<>();

  LexiconTrainer(TermTokenizer termTokenizer, TrainingOptions trainingOptions) {
    this.termTokenizer = termTokenizer;
    this.trainingOptions = trainingOptions;
  }

  /**
   * A lexicon of what the archive teaches. It has translations for the words of the translated
   * sections and of the glossary only; for all others the dictionary's own lexicon serves.
   */
  Lexicon learn(LexiconSources sources) {
    Bitext texts = bitext(sources.pairs());
    Set<String> norwegianTerms = texts.original().known();
    Set<String> englishTerms = texts.translation().known();
    Dictionary dictionary = sources.dictionary();
    learn(
        texts,
        dictionary.pairs().stream()
            .filter(
                pair ->
                    norwegianTerms.contains(pair.norwegian().term())
                        || englishTerms.contains(pair.english().term()))
            .toList());
    norwegian.keep(norwegianTerms);
    english.keep(englishTerms);
    sources.glossary().forEach(this::addGlossary);
    addWords(norwegian, sources.norwegian());
    addWords(english, sources.english());
    return lexicon(dictionary.norms(), dictionary.lexicon());
  }

  /** A lexicon of words that are known without an archive. */
  Lexicon learn(List<Dictionary.Pair> known, NormPairs norms) {
    learn(new Bitext(), known);
    return lexicon(norms, null);
  }

  private Lexicon lexicon(NormPairs norms, @Nullable Lexicon base) {
    Vocabulary no = norwegian.vocabulary();
    Vocabulary en = english.vocabulary();
    return new Lexicon(
        no, en, norwegian.table(no, en), english.table(en, no), norms, base, List.copyOf(phrases));
  }

  private Bitext bitext(LexiconSources.Pairs pairs) {
    var texts = new Bitext();
    long[] meetings = {0};
    pairs.each(
        (original, translation) -> {
          if (texts.pairs() < Lexicon.MOST_PAIRS && meetings[0] < MOST_MEETINGS) {
            meetings[0] += texts.add(cut(norwegian, original), cut(english, translation), 1);
          }
        });
    return texts;
  }

  private void learn(Bitext texts, List<Dictionary.Pair> known) {
    if (trainingOptions.dictionaryWeight() > 0) {
      known.forEach(
          each ->
              texts.add(
                  List.of(each.norwegian()),
                  List.of(each.english()),
                  trainingOptions.dictionaryWeight()));
    }
    addLearned(texts);
    addKnown(known);
  }

  private void addLearned(Bitext texts) {
    CooccurrenceMatrix cooccurrenceMatrix = CooccurrenceMatrix.of(texts);
    var model = new TranslationModel(texts, cooccurrenceMatrix, trainingOptions);
    for (int row = 0; row < cooccurrenceMatrix.rows(); row++) {
      for (int cell = cooccurrenceMatrix.start(row);
          cell < cooccurrenceMatrix.start(row + 1);
          cell++) {
        if (model.weight(cell) >= LEAST && model.times(cell) >= LEAST_SEEN) {
          add(texts, cooccurrenceMatrix.column(cell), row, model.weight(cell), model.times(cell));
        }
      }
    }
  }

  private void add(Bitext texts, int no, int en, float likely, float times) {
    String left = texts.original().term(no);
    String right = texts.translation().term(en);
    if (isCode(texts.original().form(no)) != isCode(texts.translation().form(en))) {
      return;
    }
    norwegian.form(left, texts.original().form(no), 0);
    english.form(right, texts.translation().form(en), 0);
    float weight = Math.min(SUREST, likely);
    boolean sure = weight >= LEAST_SURE && times >= LEAST_TIMES;
    norwegian.translation(left, right, weight, sure);
    english.translation(right, left, weight, sure);
  }

  /** Whether the form is a number, a checksum or a file name rather than a word. */
  private static boolean isCode(String form) {
    return form.chars().anyMatch(c -> Character.isDigit(c) || c == '_' || c == '.');
  }

  /** Adds words of the dictionary; the more translations a word has there, the less each weighs. */
  private void addKnown(List<Dictionary.Pair> pairs) {
    Map<String, Set<String>> ofNorwegian = new HashMap<>();
    Map<String, Set<String>> ofEnglish = new HashMap<>();
    for (Dictionary.Pair each : pairs) {
      String left = each.norwegian().term();
      String right = each.english().term();
      ofNorwegian.computeIfAbsent(left, term -> new LinkedHashSet<>()).add(right);
      ofEnglish.computeIfAbsent(right, term -> new LinkedHashSet<>()).add(left);
      note(each.norwegian(), each.english());
    }
    addKnown(norwegian, ofNorwegian);
    addKnown(english, ofEnglish);
  }

  private static void addKnown(LexiconSideBuilder side, Map<String, Set<String>> translations) {
    translations.forEach(
        (term, others) -> {
          float weight = (float) (DICTIONARY / Math.sqrt(others.size()));
          others.forEach(other -> side.translation(term, other, weight, true));
        });
  }

  /** Adds a glossary entry: as words, or as a phrase if a side has several words. */
  private void addGlossary(Entry entry) {
    GlossaryPhrase phrase = GlossaryPhrase.of(entry);
    List<Token> left = words(cut(norwegian, phrase.norwegian()));
    List<Token> right = words(cut(english, phrase.english()));
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

  private void addWords(LexiconSideBuilder lexiconSideBuilder, WordCounts counts) {
    long least = FrequencyThreshold.leastCount(counts, MOST_WORDS, LexiconTrainer::isWord);
    counts.each(
        (word, count) -> {
          List<Token> tokens = isWord(word) ? words(cut(lexiconSideBuilder, word)) : List.of();
          if (tokens.size() == 1
              && (count >= least || lexiconSideBuilder.has(tokens.getFirst().term()))) {
            lexiconSideBuilder.form(tokens.getFirst().term(), word, count);
          }
        });
  }

  private static boolean isWord(String word) {
    return word.chars().anyMatch(Character::isLetter);
  }

  private List<Token> cut(LexiconSideBuilder lexiconSideBuilder, String text) {
    return termTokenizer.cut(lexiconSideBuilder.side(), text);
  }

  /** The tokens without parts of compounds. */
  private static List<Token> words(List<Token> tokens) {
    return tokens.stream().filter(token -> !token.form().isEmpty()).toList();
  }
}
