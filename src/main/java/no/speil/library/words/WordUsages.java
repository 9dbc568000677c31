package no.speil.library.words;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.speil.corpus.Freshness;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.corpus.text.NameWords;
import no.speil.corpus.text.Normalization;
import no.speil.lexicon.Dictionary;
import no.speil.lexicon.DictionaryLookup;
import no.speil.lexicon.DictionaryLookup.Headword;
import no.speil.lexicon.GlossaryEntry;
import no.speil.lexicon.GlossaryMatcher;
import no.speil.lexicon.GlossaryPhrase;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;
import no.speil.lexicon.TermTokenizer.Token;
import no.speil.lexicon.TermTranslation;
import no.speil.library.sync.Readiness;
import no.speil.library.words.CollocateUsage.Counterparts;
import no.speil.library.words.CounterpartFinder.Counterpart;
import no.speil.library.words.CounterpartFinder.KnownTranslations;
import no.speil.library.words.CounterpartFinder.Occurrence;
import no.speil.library.words.MarkedText.TextSpan;
import no.speil.library.words.MarkedText.WordSpan;
import no.speil.library.words.UsageTally.Comparison;
import no.speil.library.words.WordUsage.Neighbours;
import no.speil.library.words.WordUsage.PlacedWord;
import no.speil.library.words.WordUsage.QueriedWord;
import no.speil.library.words.WordUsage.Reading;
import no.speil.library.words.WordUsage.Stretch;
import no.speil.search.CollocateRequest;
import no.speil.search.Collocates;
import no.speil.search.Collocates.Place;
import no.speil.search.Collocates.Row;
import no.speil.search.IndexedWord;
import no.speil.search.RelatedWord;
import no.speil.search.StoredSection;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.IndexTokenizer;
import no.speil.search.index.SearchableIndex;

/**
 * Counts how words have been translated. It reads every section that has the word, so that the
 * counts are exact; of a word that is in very many sections, a sample. Thread-safe.
 */
public final class WordUsages {
  private static final Duration LIMIT = Duration.ofSeconds(4);
  private static final int MOST_SECTIONS = 1_000;

  /** So many sections are read for each word that stands beside another. */
  public static final int MOST_BESIDE = 100;

  private static final int MOST_RELATED = 16;
  private static final int MOST_IN_DICTIONARY = 8;
  private static final IndexTokenizer WRITTEN = IndexTokenizer.ofWrittenWords();
  private static final Dictionary DICTIONARY = BuiltInDictionary.get();
  private static final DictionaryLookup LOOKUP =
      new DictionaryLookup(DICTIONARY, new IndexTokenizer());

  private final SearchableIndex index;
  private final Supplier<GlossaryMatcher> glossary;
  private final Supplier<Readiness> readiness;
  private final Duration limit;
  private final int most;

  /**
   * @param glossary as it is now
   * @param readiness waits, just after the opening, for what was changed meanwhile
   */
  public WordUsages(
      SearchableIndex index, Supplier<GlossaryMatcher> glossary, Supplier<Readiness> readiness) {
    this(index, glossary, readiness, LIMIT, MOST_SECTIONS);
  }

  /**
   * @param limit it reads no longer than that, but one section at least
   * @param most it reads no more sections
   */
  WordUsages(
      SearchableIndex index,
      Supplier<GlossaryMatcher> glossary,
      Supplier<Readiness> readiness,
      Duration limit,
      int most) {
    this.index = index;
    this.glossary = glossary;
    this.readiness = readiness;
    this.limit = limit;
    this.most = most;
  }

  /** How a word has been translated. */
  public WordUsage of(WordRequest request) {
    Readiness ready = readiness.get();
    String word = written(request.word());
    Side side = request.side() == null ? side(word) : request.side();
    boolean isCommon = isCommon(side, word);
    List<Token> words = tokenizer(side, word).words(side, word);
    var tally = new UsageTally();
    String term = words.size() == 1 && !isCommon ? words.getFirst().term() : "";
    List<GlossaryEntry> entries = term.isEmpty() ? List.of() : glossary.get().entries(side, term);
    Reading reading =
        words.size() == 1
            ? read(
                side,
                new IndexedWord(words.getFirst().term(), !isCommon),
                finder(side, word, words.getFirst().term(), entries),
                tally)
            : new Reading(0, 0, List.of());
    return new WordUsage(
        new QueriedWord(
            word,
            side,
            words.stream().map(Token::form).toList(),
            isCommon,
            count(side.other(), word)),
        tally.extent(ready.complete() ? reading : partial(reading, ready)),
        tally.translations(),
        tally.breakdown(),
        tally.glossary(entries),
        neighbours(side, word, term, tally.times() == 0),
        headwords(side, word),
        WordExamples.page(request, side, tally));
  }

  /**
   * The places of a word in a section as it is now, in their order, also where its translation is
   * of an older original; none for several words and for common ones.
   */
  public List<PlacedWord> in(Section section, QueriedWord asked) {
    if (!asked.isOneWord() || asked.isCommon()) {
      return List.of();
    }
    Side side = asked.side();
    String own = section.words(side);
    String other = section.words(side.other());
    String term = index.tokenizer().words(side, asked.word()).getFirst().term();
    CounterpartFinder finder = finder(side, asked.word(), term, glossary.get().entries(side, term));
    return (other.isEmpty() ? finder.alone(own) : finder.of(own, other))
        .stream()
            .map(
                each -> {
                  Counterpart counterpart = each.counterpart();
                  return new PlacedWord(
                      stretch(side, own, each.place()),
                      counterpart == null
                          ? null
                          : stretch(side.other(), other, counterpart.place()));
                })
            .toList();
  }

  /** The words beside a word, and how those on a page are translated there. */
  public CollocateUsage collocates(CollocateRequest request, int page, int size) {
    Readiness ready = readiness.get();
    return index.search(
        searcher -> {
          Collocates found = searcher.collocates(request);
          var counterparts = new HashMap<String, Counterparts>();
          var sections = new HashMap<Integer, StoredSection>(); // most are of several words
          found.rows().stream()
              .skip((page - 1L) * size)
              .limit(size)
              .filter(row -> !isCommon(request.side(), row.word()))
              .forEach(
                  row ->
                      counterparts.put(
                          row.word(),
                          counterparts(
                              found,
                              row,
                              number -> sections.computeIfAbsent(number, searcher::section))));
          return new CollocateUsage(
              ready.complete() ? found : found.incomplete(ready.notice()), counterparts);
        });
  }

  private Counterparts counterparts(
      Collocates found, Row row, IntFunction<StoredSection> sections) {
    Side side = found.request().side();
    String term = index.tokenizer().words(side, row.word()).getFirst().term();
    CounterpartFinder finder = finder(side, row.word(), term, glossary.get().entries(side, term));
    Map<Integer, Set<Integer>> positions =
        found.places().getOrDefault(row.word(), List.of()).stream()
            .collect(groupingBy(Place::section, mapping(Place::position, toSet())));
    var tally = new UsageTally();
    positions.entrySet().stream()
        .limit(MOST_BESIDE)
        .forEach(
            each ->
                count(
                    side,
                    sections.apply(each.getKey()),
                    finder,
                    place -> each.getValue().contains(place.place().first()),
                    tally));
    return new Counterparts(tally.translations(), tally.unknown());
  }

  private static Stretch stretch(Side side, String text, WordSpan words) {
    TextSpan span = MarkedText.marks(WRITTEN.places(side, text), List.of(words)).getFirst();
    return new Stretch(span.start(), span.end(), text.substring(span.start(), span.end()));
  }

  private static Reading partial(Reading reading, Readiness ready) {
    return new Reading(reading.read(), reading.toRead(), List.of(ready.notice()));
  }

  private static String written(String word) {
    String stripped = word.strip();
    int end = Math.min(stripped.length(), WordRequest.LONGEST);
    return Normalization.compose(stripped.substring(0, Normalization.onCharacter(stripped, end)));
  }

  /**
   * The side on which more sections have the word, or the words; if none has, the one that is known
   * to. A common word of one language is of that.
   */
  public Side side(String word) {
    for (Side side : Side.values()) {
      if (isCommon(side, word) && !isCommon(side.other(), word)) {
        return side;
      }
    }
    long original = sections(Side.ORIGINAL, word);
    long translation = sections(Side.TRANSLATION, word);
    if (original == translation) {
      boolean isEnglish =
          known(Side.ORIGINAL, word).isEmpty() && !known(Side.TRANSLATION, word).isEmpty();
      return isEnglish ? Side.TRANSLATION : Side.ORIGINAL;
    }
    return original > translation ? Side.ORIGINAL : Side.TRANSLATION;
  }

  /** Whether it is so common in that language that it is no term of it. */
  private boolean isCommon(Side side, String word) {
    return index.tokenizer().words(side, word).isEmpty();
  }

  private TermTokenizer tokenizer(Side side, String word) {
    return isCommon(side, word) ? WRITTEN : index.tokenizer();
  }

  private long count(Side side, String word) {
    List<Token> words = tokenizer(side, word).words(side, word);
    if (words.size() != 1) {
      return 0;
    }
    var term = new IndexedWord(words.getFirst().term(), !isCommon(side, word));
    return index.lookUp(lookup -> lookup.sectionsWith(side, term));
  }

  /** The sum of the sections that have each of the words. */
  private long sections(Side side, String words) {
    return Stream.of(words.split("\\s+")).mapToLong(each -> count(side, each)).sum();
  }

  private List<TermTranslation> known(Side side, String word) {
    List<Token> words = index.tokenizer().words(side, word);
    return words.size() == 1
        ? index.lexicon().translations(side, words.getFirst().term())
        : List.of();
  }

  private CounterpartFinder finder(
      Side side, String word, String term, List<GlossaryEntry> entries) {
    TermTokenizer tokenizer = tokenizer(side, word);
    Lexicon lexicon = index.lexicon();
    List<PhrasePair> settled =
        pairs(tokenizer, side, term, entries.stream().map(GlossaryPhrase::of)).toList();
    Stream<GlossaryPhrase> listed =
        Stream.concat(lexicon.phrases().stream(), DICTIONARY.phrases(side, term).stream());
    Stream<PhrasePair> found =
        Stream.concat(settled.stream(), pairs(tokenizer, side, term, listed));
    List<PhrasePair> all = found.filter(PhrasePair::canBeFound).distinct().toList();
    String form = word.toLowerCase(Locale.ROOT);
    List<String> forms =
        index.search(searcher -> searcher.isName(word)) ? NameWords.forms(form) : List.of();
    return new CounterpartFinder(
        tokenizer,
        side,
        each -> each.term().equals(term) && (forms.isEmpty() || forms.contains(each.form())),
        new KnownTranslations(weights(side, term), all, settled));
  }

  /** The phrases as seen from that side, those that have the term. */
  private Stream<PhrasePair> pairs(
      TermTokenizer tokenizer, Side side, String term, Stream<GlossaryPhrase> phrases) {
    return phrases
        .flatMap(each -> PhrasePair.of(tokenizer, side, each).stream())
        .filter(pair -> pair.source().stream().anyMatch(word -> word.term().equals(term)))
        .map(pair -> pair.of(term, other -> weights(side, other).keySet()));
  }

  /**
   * The words that translate a term: those of the dictionary, and those that the archive has taught
   * for sure. Others may have met in a few texts by chance, and would be guesses.
   */
  private Map<String, Double> weights(Side side, String term) {
    Map<String, Double> weights = new HashMap<>();
    for (TermTranslation each : DICTIONARY.lexicon().translations(side, term)) {
      weights.put(each.term(), each.weight());
    }
    for (TermTranslation each : index.lexicon().translations(side, term)) {
      if (each.sure() || weights.containsKey(each.term())) {
        weights.merge(each.term(), each.weight(), Math::max);
      }
    }
    return weights;
  }

  private Reading read(Side side, IndexedWord word, CounterpartFinder finder, UsageTally tally) {
    long end = System.nanoTime() + limit.toNanos();
    return index.lookUp(
        lookup ->
            new Reading(
                lookup.sectionsWith(
                    side,
                    word,
                    most,
                    section -> {
                      count(side, section, finder, place -> true, tally);
                      return System.nanoTime() - end < 0;
                    }),
                lookup.sectionsWith(side, word),
                List.of()));
  }

  private static void count(
      Side side,
      StoredSection section,
      CounterpartFinder finder,
      Predicate<Occurrence> wanted,
      UsageTally tally) {
    String own = section.texts().of(side);
    String other = section.texts().of(side.other());
    if (own == null) {
      return;
    }
    boolean isStale = section.status().freshness() == Freshness.STALE;
    Comparison comparison =
        other == null ? Comparison.ALONE : isStale ? Comparison.STALE : Comparison.ALIGNED;
    List<Occurrence> all = other == null || isStale ? finder.alone(own) : finder.of(own, other);
    tally.add(section, all.stream().filter(wanted).toList(), comparison);
  }

  private Neighbours neighbours(Side side, String word, String term, boolean isUnknown) {
    List<RelatedWord> related =
        term.isEmpty()
            ? List.of()
            : index.search(searcher -> searcher.related(side, word, MOST_RELATED));
    return new Neighbours(related, isUnknown ? dictionary(side, word) : List.of());
  }

  private List<Headword> headwords(Side side, String word) {
    List<Token> cut = index.tokenizer().cut(side, word);
    boolean isOne = cut.stream().filter(each -> !each.form().isEmpty()).count() == 1;
    // several words that the dictionary has as one, as "e-post"
    List<Token> one = isOne ? cut : List.of(new Token("", word.toLowerCase(Locale.ROOT), 0));
    return side == Side.ORIGINAL ? LOOKUP.norwegian(one) : LOOKUP.english(one.getFirst());
  }

  private List<String> dictionary(Side side, String word) {
    var found = new LinkedHashSet<String>();
    if (side == Side.ORIGINAL) {
      found.addAll(DICTIONARY.english(word.toLowerCase(Locale.ROOT)));
    }
    known(side, word).forEach(each -> found.add(each.form()));
    return found.stream().limit(MOST_IN_DICTIONARY).toList();
  }
}
