package no.speil.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer.Token;

/** Makes pairs and phrases of the entries of a dictionary. For one use. */
final class DictionaryBuilder {
  /** The weight of a translation compared with the one before it in the same sense. */
  private static final double NEXT_WORD = .5;

  /** The weight of the first translation of a sense compared with that of the sense before. */
  private static final double NEXT_SENSE = .4;

  private static final double RARE = .25;

  /** How often a headword is meant that is not frequent, compared with one that is. */
  private static final double SELDOM = .05;

  /** The least share of a phrase among the translations of its headword, to be searched for. */
  private static final double LEAST_OF_PHRASE = .2;

  /** The least share of a phrase among what a single English word translates. */
  private static final double LEAST_OF_ENGLISH = .1;

  /**
   * A word and a word that translates it.
   *
   * @param spellings of the Norwegian word
   * @param share of the meanings of the Norwegian word that the English one stands for, 0 to 1
   * @param shareOfSense the same together with the other English words for that sense
   * @param shareOfEnglish of the meanings of the English word that the Norwegian one stands for
   */
  record Pair(
      Token norwegian,
      Token english,
      int spellings,
      double share,
      double shareOfSense,
      double shareOfEnglish) {

    private Stream<String> toRow() {
      return Stream.of(
          norwegian.term(),
          norwegian.form(),
          english.term(),
          english.form(),
          String.valueOf(spellings),
          String.valueOf(share),
          String.valueOf(shareOfSense),
          String.valueOf(shareOfEnglish));
    }

    static Pair ofRow(List<String> row) {
      return new Pair(
          new Token(row.get(0), row.get(1), 0),
          new Token(row.get(2), row.get(3), 0),
          Integer.parseInt(row.get(4)),
          Double.parseDouble(row.get(5)),
          Double.parseDouble(row.get(6)),
          Double.parseDouble(row.get(7)));
    }
  }

  /**
   * A translation of a headword.
   *
   * @param weight of its sense and its place in it
   * @param ofSense the weight of all translations of that sense
   */
  record Translation(
      String text, List<Token> words, boolean isRare, double weight, double ofSense) {}

  // what the keys of rows are or begin with
  static final String NORM = "norm ";
  static final String PAIR = "pair ";
  static final String PHRASES = "phrases";

  final List<Pair> pairs = new ArrayList<>();
  private final List<GlossaryPhrase> phrases = new ArrayList<>();

  /** Terms that are one word in the two written norms of Norwegian, in both directions. */
  private final Map<String, Set<String>> norms = new HashMap<>();

  private final List<Headwords.Entry> headwordEntries = new ArrayList<>();
  private final TermTokenizer tokenizer;
  private final Set<String> frequent;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, Double> frequencies = new HashMap<>();
  private final Map<String, List<DictionaryEntry>> headwords = new HashMap<>();

  /**
   * @param frequent the headwords that are meant often
   */
  DictionaryBuilder(TermTokenizer tokenizer, List<DictionaryEntry> entries, Set<String> frequent) {
    this.tokenizer = tokenizer;
    this.frequent = frequent;
    for (DictionaryEntry entry : entries) {
      for (String spelling : entry.bokmaal()) {
        headwords.computeIfAbsent(spelling, word -> new ArrayList<>()).add(entry);
      }
    }
    entries.forEach(this::add);
    share();
  }

  /** The headwords, the terms of the other norm, the pairs and the phrases. */
  Stream<List<String>> rows() {
    return Stream.of(
            Headwords.rows(headwordEntries),
            WordTable.rows(NORM, norms),
            pairRows(),
            WordTable.rows(
                "", Map.of(PHRASES, phrases.stream().flatMap(GlossaryPhrase::toRow).toList())))
        .flatMap(Function.identity());
  }

  /** The pairs by their numbers, whose rows come in that order. */
  private Stream<List<String>> pairRows() {
    var byNumber = new HashMap<String, List<String>>();
    pairs.forEach(each -> byNumber.put("%07d".formatted(byNumber.size()), each.toRow().toList()));
    return WordTable.rows(PAIR, byNumber);
  }

  private void add(DictionaryEntry entry) {
    var translations = new ArrayList<Translation>();
    int senses = 0;
    for (DictionaryEntry.Sense sense : entry.senses()) {
      double weight = (sense.isRare() ? RARE : 1) * Math.pow(NEXT_SENSE, senses++);
      double ofSense = weight * (1 - Math.pow(NEXT_WORD, sense.english().size())) / (1 - NEXT_WORD);
      for (String each : sense.english()) {
        translations.add(
            new Translation(each, word(Side.TRANSLATION, each), sense.isRare(), weight, ofSense));
        weight *= NEXT_WORD;
      }
    }
    double all = translations.stream().mapToDouble(Translation::weight).sum();
    translations.replaceAll(
        each ->
            new Translation(
                each.text(),
                each.words(),
                each.isRare(),
                each.weight() / all,
                each.ofSense() / all));
    boolean isSeldom = entry.senses().stream().allMatch(DictionaryEntry.Sense::isRare);
    double frequency = frequent.contains(entry.bokmaal().getFirst()) && !isSeldom ? 1 : SELDOM;
    int spellings = entry.norwegian().size();
    List<List<Token>> bokmaal =
        entry.bokmaal().stream().map(each -> word(Side.ORIGINAL, each)).toList();
    for (String nynorsk : entry.nynorsk()) {
      if (!isOtherWord(nynorsk, entry)) {
        List<Token> words = word(Side.ORIGINAL, nynorsk);
        bokmaal.forEach(each -> addNorms(each, words));
      }
    }
    for (List<String> norm : List.of(entry.nynorsk(), entry.bokmaal())) {
      for (String spelling : norm) {
        List<Token> words = word(Side.ORIGINAL, spelling);
        if (words.size() == 1) {
          frequencies.merge(words.getFirst().term(), frequency, Double::sum);
        }
        translations.forEach(each -> add(spelling, words, spellings, frequency, each));
        addHeadword(entry, spelling, words, translations);
      }
    }
  }

  /**
   * A phrase that is searched for if it is much of what its words mean.
   *
   * @param norwegian the term of a single word; else empty
   * @param english the term of a single word; else empty
   * @param spellings of the Norwegian words
   */
  private record Candidate(
      GlossaryPhrase phrase, String norwegian, String english, int spellings, double weight) {}

  /** Names that are the same in English are no words to be translated. */
  private void addHeadword(
      DictionaryEntry entry, String norwegian, List<Token> words, List<Translation> translations) {
    String word = norwegian.toLowerCase(Locale.ROOT);
    headwordEntries.add(
        new Headwords.Entry(
            word,
            words.size() == 1 ? words.getFirst().term() : "",
            switch (entry.partOfSpeech()) {
              case "name" -> Headwords.Kind.NAME;
              case "adj" -> Headwords.Kind.ADJECTIVE;
              case "v" -> Headwords.Kind.VERB;
              default -> Headwords.Kind.OTHER;
            },
            translations.stream()
                .filter(
                    each -> !entry.isName() || !each.text().toLowerCase(Locale.ROOT).contains(word))
                .toList()));
  }

  /**
   * Whether a Nynorsk spelling is also a Bokmål word that means something else, as "bod" is, or
   * both norms have both words, as "forsøke" and "prøve"; then one does not stand for the other.
   */
  private boolean isOtherWord(String nynorsk, DictionaryEntry entry) {
    List<DictionaryEntry> others = headwords.getOrDefault(nynorsk, List.of());
    boolean isSynonym =
        !entry.bokmaal().contains(nynorsk)
            && entry.nynorsk().stream().anyMatch(entry.bokmaal()::contains);
    return !others.isEmpty() && (isSynonym || others.stream().noneMatch(entry::meansTheSameAs));
  }

  private void addNorms(List<Token> bokmaal, List<Token> nynorsk) {
    if (bokmaal.size() == 1 && nynorsk.size() == 1) {
      addNorm(bokmaal.getFirst().term(), nynorsk.getFirst().term());
      addNorm(nynorsk.getFirst().term(), bokmaal.getFirst().term());
    }
  }

  private void addNorm(String term, String other) {
    if (!term.equals(other)) {
      norms.computeIfAbsent(term, unknown -> new TreeSet<>()).add(other);
    }
  }

  private void add(
      String spelling, List<Token> words, int spellings, double frequency, Translation english) {
    double share = frequency * english.weight();
    if (isPhrase(spelling) || isPhrase(english.text())) {
      if (english.weight() >= LEAST_OF_PHRASE) {
        var phrase = new GlossaryPhrase(spelling, english.text());
        candidates.add(
            new Candidate(phrase, firstTerm(words), firstTerm(english.words()), spellings, share));
      }
    } else if (words.size() == 1 && english.words().size() == 1) {
      double ofSense = frequency * english.ofSense();
      Token translation = english.words().getFirst();
      pairs.add(new Pair(words.getFirst(), translation, spellings, share, ofSense, 0));
    }
  }

  private static String firstTerm(List<Token> words) {
    return words.stream().map(Token::term).findFirst().orElse("");
  }

  /**
   * Shares out the meanings of terms: a Norwegian term may be a form of several headwords, and an
   * English one the translation of many. Spellings of one headword do not take from each other.
   */
  private void share() {
    Map<String, Double> ofPhrases = new HashMap<>();
    candidates.forEach(
        each -> ofPhrases.merge(each.english(), each.weight() / each.spellings(), Double::sum));
    Map<String, Double> ofEnglish = new HashMap<>();
    for (Pair each : pairs) {
      ofEnglish.merge(each.english().term(), each.share() / each.spellings(), Double::sum);
    }
    for (Candidate each : candidates) {
      double all = frequencies.getOrDefault(each.norwegian(), each.weight());
      double allEnglish =
          ofEnglish.getOrDefault(each.english(), 0.0)
              + ofPhrases.getOrDefault(each.english(), each.weight());
      if ((each.norwegian().isEmpty() || each.weight() >= LEAST_OF_PHRASE * all)
          && (each.english().isEmpty() || each.weight() >= LEAST_OF_ENGLISH * allEnglish)) {
        phrases.add(each.phrase());
      }
    }
    pairs.replaceAll(
        each ->
            new Pair(
                each.norwegian(),
                each.english(),
                each.spellings(),
                each.share() / frequencies.getOrDefault(each.norwegian().term(), 1.0),
                each.shareOfSense() / frequencies.getOrDefault(each.norwegian().term(), 1.0),
                each.share() / ofEnglish.getOrDefault(each.english().term(), 1.0)));
  }

  /** The token of a single word; none for several, which are looked up as phrases. */
  private List<Token> word(Side side, String text) {
    return isPhrase(text) ? List.of() : tokenizer.words(side, text);
  }

  /** Also what is spelt with a hyphen: "well-being" is not "well", though "being" is no term. */
  private static boolean isPhrase(String text) {
    return text.contains(" ") || text.contains("-");
  }
}
