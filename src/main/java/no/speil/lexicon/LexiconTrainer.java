package no.speil.lexicon;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.Side;
import no.speil.lexicon.LexiconSources.Entry;
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

  /** The highest weight of a trained translation; only those of the glossary have 1. */
  private static final float SUREST = .999f;

  private static final double STARTER = .3;

  private final TermTokenizer termTokenizer;
  private final TrainingOptions trainingOptions;
  private final LexiconSideBuilder norwegian = new LexiconSideBuilder(Side.ORIGINAL);
  private final LexiconSideBuilder english = new LexiconSideBuilder(Side.TRANSLATION);
  private final Set<GlossaryPhrase> phrases = new LinkedHashSet<>();

  LexiconTrainer(TermTokenizer termTokenizer, TrainingOptions trainingOptions) {
    this.termTokenizer = termTokenizer;
    this.trainingOptions = trainingOptions;
  }

  Lexicon learn(LexiconSources sources) {
    addLearned(bitext(sources));
    addStarter(sources.starter());
    sources.glossary().forEach(this::addGlossary);
    addWords(norwegian, sources.norwegian());
    addWords(english, sources.english());
    Vocabulary no = norwegian.vocabulary();
    Vocabulary en = english.vocabulary();
    NormPairs norms = norms(sources.starter());
    return new Lexicon(
        no, en, norwegian.table(no, en), english.table(en, no), norms, List.copyOf(phrases));
  }

  private NormPairs norms(List<Entry> entries) {
    var pairs = new NormPairs();
    for (Entry each : entries) {
      List<Token> bokmaal = words(cut(norwegian, each.norwegian()));
      List<Token> nynorsk = words(cut(norwegian, each.nynorsk()));
      if (bokmaal.size() == 1 && nynorsk.size() == 1) {
        pairs.add(bokmaal.getFirst().term(), nynorsk.getFirst().term());
      }
    }
    return pairs;
  }

  private Bitext bitext(LexiconSources sources) {
    var texts = new Bitext();
    long[] meetings = {0};
    sources
        .pairs()
        .each(
            (original, translation) -> {
              if (texts.pairs() < Lexicon.MOST_PAIRS && meetings[0] < MOST_MEETINGS) {
                meetings[0] += texts.add(cut(norwegian, original), cut(english, translation), 1);
              }
            });
    if (trainingOptions.starterWeight() > 0) {
      sources.starter().stream()
          .flatMap(each -> each.each().stream())
          .forEach(
              each ->
                  texts.add(
                      words(cut(norwegian, each.norwegian())),
                      words(cut(english, each.english())),
                      trainingOptions.starterWeight()));
    }
    return texts;
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

  /** Adds the starter entries; the more translations a word has there, the less each weighs. */
  private void addStarter(List<Entry> entries) {
    List<Terms> words =
        entries.stream()
            .flatMap(each -> each.each().stream())
            .flatMap(each -> terms(each).stream())
            .distinct()
            .toList();
    Map<String, Integer> ofNorwegian = new LinkedHashMap<>();
    Map<String, Integer> ofEnglish = new LinkedHashMap<>();
    for (Terms each : words) {
      ofNorwegian.merge(each.norwegian().term(), 1, Integer::sum);
      ofEnglish.merge(each.english().term(), 1, Integer::sum);
    }
    for (Terms each : words) {
      String left = each.norwegian().term();
      String right = each.english().term();
      note(each);
      norwegian.translation(left, right, starter(ofNorwegian.getOrDefault(left, 1)), true);
      english.translation(right, left, starter(ofEnglish.getOrDefault(right, 1)), true);
    }
  }

  private static float starter(int translations) {
    return (float) (STARTER / Math.sqrt(translations));
  }

  /** Adds a glossary entry: as words, or as a phrase if a side has several words. */
  private void addGlossary(Entry entry) {
    GlossaryPhrase phrase = GlossaryPhrase.of(entry);
    List<Terms> words = phrase.isOfSeveralWords() ? List.of() : terms(phrase.entry());
    if (words.isEmpty()) {
      phrases.add(phrase);
    }
    for (Terms each : words) {
      note(each);
      norwegian.addGlossary(each.norwegian().term(), each.english().term());
      english.addGlossary(each.english().term(), each.norwegian().term());
    }
  }

  private record Terms(Token norwegian, Token english) {}

  /** The terms of an entry that is one word on both sides; else empty. */
  private List<Terms> terms(Entry entry) {
    List<Token> left = words(cut(norwegian, entry.norwegian()));
    List<Token> right = words(cut(english, entry.english()));
    return left.size() == 1 && right.size() == 1
        ? List.of(new Terms(left.getFirst(), right.getFirst()))
        : List.of();
  }

  private void note(Terms terms) {
    norwegian.form(terms.norwegian().term(), terms.norwegian().form(), 0);
    english.form(terms.english().term(), terms.english().form(), 0);
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
