package no.speil.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Dictionary;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.LexiconSources;
import no.speil.lexicon.TermTokenizer;
import no.speil.lexicon.TrainingOptions;
import no.speil.search.DocumentTrace;
import no.speil.search.ExpansionOptions;
import no.speil.search.Hit;
import no.speil.search.IndexedDocument;
import no.speil.search.IndexedSection;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.IndexTokenizer;
import no.speil.search.analysis.NewsStories;
import no.speil.search.analysis.NewsStories.Sentence;

/**
 * Measures how well English words find Norwegian sentences that nobody has translated: five folds
 * by story, the lexicon learned of the other four, all sentences of all stories as candidates.
 * Prints a table of mean reciprocal rank and recall among the first ten, or of it the rows that are
 * named; is no test.
 */
final class RelevanceFigures {
  private static final TrainingOptions IN_LIKE_PLACES =
      new TrainingOptions(
          TrainingOptions.BEST.rounds(),
          TrainingOptions.BEST.diagonal(),
          TrainingOptions.BEST.nullProbability(),
          0);

  private static final String MIXED = "product, the other stories translated in the index";
  private static final String ALONE = "product, the stories asked for alone translated";

  private final NewsStories stories;
  private final Path folder;
  private final Set<String> asked;

  /** What is learned: whole words, parts of compounds too, and two English words together too. */
  private enum Learned {
    WORDS,
    PARTS,
    PHRASES
  }

  /**
   * How a row is made.
   *
   * @param terms what words are learned by
   */
  private record Row(
      String name,
      Optional<TrainingOptions> trainingOptions,
      boolean pairs,
      boolean starter,
      Learned terms) {
    Row(String name, Optional<TrainingOptions> method, boolean pairs, boolean starter) {
      this(name, method, pairs, starter, Learned.PARTS);
    }
  }

  /**
   * Finds the place of a sentence among the answers to a query, from 1; 0 where it is not there.
   */
  private interface Asking {
    int rank(Sentence sentence, String query, Lexicon lexicon);
  }

  private RelevanceFigures(NewsStories stories, Path folder, Set<String> asked) {
    this.stories = stories;
    this.folder = folder;
    this.asked = asked;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("figures");
    System.out.printf("%-58s %-13s %-13s %s%n", "", "keywords", "no names", "sentence");
    new RelevanceFigures(NewsStories.read(), folder, Set.of(arguments)).print();
    try (Stream<Path> files = Files.walk(folder)) {
      files.map(Path::toFile).forEach(file -> file.deleteOnExit());
    }
  }

  private void print() throws IOException {
    CompoundSplitter compounds;
    try (var index = SectionIndex.open(folder)) {
      fill(index, sentence -> false);
      compounds =
          CompoundSplitter.learn(TestIndex.words(index, Side.ORIGINAL), BuiltInDictionary.get());
      row(index, asking(index), row("product, compounds whole", TrainingOptions.BEST, true, true));
    }
    try (var testIndex = new TestIndex(folder, compounds)) {
      SectionIndex index = testIndex.index;
      fill(index, sentence -> false);
      try (var bag = new BagOfWordsBaseline(folder)) {
        bag(index, bag);
      }
      row(index, asking(index), new Row("product, no lexicon", Optional.empty(), false, false));
      row(
          index,
          asking(index),
          row("product, starter words alone", TrainingOptions.BEST, false, true));
      row(
          index,
          asking(index),
          row("product, learned words alone", TrainingOptions.BEST, true, false));
      row(index, asking(index), row("product", TrainingOptions.BEST, true, true));
    }
    translated(MIXED, compounds, false);
    translated(ALONE, compounds, true);
  }

  /** The known method, and one by one what is added to it. */
  private void bag(SectionIndex index, BagOfWordsBaseline bag) {
    Asking asking = bag::rank;
    var plain = Optional.of(TrainingOptions.PLAIN);
    row(index, asking, new Row("bag of words", Optional.empty(), false, false));
    row(index, asking, new Row("bag, Model 1 on whole words", plain, true, false, Learned.WORDS));
    row(index, asking, row(".. and on parts of compounds", TrainingOptions.PLAIN, true, false));
    row(index, asking, row(".. in like places", IN_LIKE_PLACES, true, false));
    row(index, asking, row(".. starter words at .3", IN_LIKE_PLACES, true, true));
    row(index, asking, row(".. starter words as pairs", TrainingOptions.BEST, true, true));
    var phrases =
        new Row(
            ".. two words together",
            Optional.of(TrainingOptions.BEST),
            true,
            true,
            Learned.PHRASES);
    row(index, asking, phrases);
  }

  private static Row row(
      String name, TrainingOptions trainingOptions, boolean pairs, boolean starter) {
    return new Row(name, Optional.of(trainingOptions), pairs, starter);
  }

  private void fill(SectionIndex index, Predicate<Sentence> isTranslated) {
    Map<String, List<Sentence>> byStory =
        stories.sentences.stream()
            .collect(
                Collectors.groupingBy(Sentence::story, LinkedHashMap::new, Collectors.toList()));
    byStory.forEach(
        (story, sentences) -> {
          IndexedDocument head = TestIndex.head(story);
          List<IndexedSection> sections =
              sentences.stream()
                  .map(
                      each ->
                          TestIndex.section(
                              head,
                              each.position(),
                              plain(each.nb())
                                  + (isTranslated.test(each) ? "|" + plain(each.en()) : "")))
                  .toList();
          index.put(head, sections, DocumentTrace.NONE);
        });
    index.refresh();
    index.commit(true);
  }

  private static String plain(String text) {
    return text.replace('|', ' ').replaceFirst("^#", "");
  }

  private Lexicon lexicon(SectionIndex index, int fold, Row row) {
    Dictionary starter = row.starter() ? BuiltInDictionary.get() : Dictionary.EMPTY;
    LexiconSources.Pairs pairs =
        sink ->
            stories.sentences.stream()
                .filter(each -> row.pairs() && each.fold() != fold)
                .forEach(each -> sink.accept(each.nb(), each.en()));
    return row.trainingOptions()
        .map(
            trainingOptions ->
                Lexicon.learn(
                    cutting(index, row.terms()),
                    new LexiconSources(
                        pairs,
                        TestIndex.words(index, Side.ORIGINAL),
                        TestIndex.words(index, Side.TRANSLATION),
                        starter,
                        List.of()),
                    trainingOptions))
        .orElse(Lexicon.EMPTY);
  }

  private static TermTokenizer cutting(SectionIndex index, Learned terms) {
    return switch (terms) {
      case WORDS -> new IndexTokenizer();
      case PARTS -> index.tokenizer();
      case PHRASES ->
          (side, text) -> BagOfWordsBaseline.withPhrases(side, index.tokenizer().cut(side, text));
    };
  }

  private void row(SectionIndex index, Asking asking, Row row) {
    if (!asked.isEmpty() && !asked.contains(row.name())) {
      return;
    }
    var scores = new Scores();
    for (int fold = 0; fold < NewsStories.FOLDS; fold++) {
      Lexicon lexicon = lexicon(index, fold, row);
      index.use(lexicon, "");
      scores.add(fold, asking, lexicon);
    }
    System.out.printf("%-58s %s%n", row.name(), scores);
  }

  /** Either the stories that the lexicon was learned from are translated, or those asked for. */
  private void translated(String name, CompoundSplitter compounds, boolean isAsked) {
    if (!asked.isEmpty() && !asked.contains(name)) {
      return;
    }
    var scores = new Scores();
    for (int fold = 0; fold < NewsStories.FOLDS; fold++) {
      int own = fold;
      try (var testIndex = new TestIndex(folder, compounds)) {
        SectionIndex index = testIndex.index;
        fill(index, sentence -> isAsked == (sentence.fold() == own));
        Lexicon lexicon = lexicon(index, fold, row("", TrainingOptions.BEST, true, true));
        index.use(lexicon, "");
        scores.add(fold, asking(index), lexicon);
      }
    }
    System.out.printf("%-58s %s%n", name, scores);
  }

  private static Asking asking(SectionIndex index) {
    return (sentence, query, lexicon) -> {
      var request =
          new SearchRequest(
              query, 1, 10, Sort.RELEVANCE, Group.SECTION, Map.of(), ExpansionOptions.ALL);
      return index.search(searcher -> searcher.search(request)).hits().stream()
              .map(Hit::section)
              .toList()
              .indexOf(sentence.id())
          + 1;
    };
  }

  private final class Scores {
    private final RetrievalScore keywords = new RetrievalScore();
    private final RetrievalScore noNames = new RetrievalScore();
    private final RetrievalScore whole = new RetrievalScore();

    private void add(int fold, Asking asking, Lexicon lexicon) {
      for (Sentence each : stories.sentences) {
        if (each.fold() == fold) {
          add(each, stories::keywords, keywords, asking, lexicon);
          add(each, stories::noNames, noNames, asking, lexicon);
          add(each, NewsStories::whole, whole, asking, lexicon);
        }
      }
    }

    private static void add(
        Sentence sentence,
        Function<Sentence, Optional<String>> query,
        RetrievalScore score,
        Asking asking,
        Lexicon lexicon) {
      query.apply(sentence).ifPresent(words -> score.add(asking.rank(sentence, words, lexicon)));
    }

    @Override
    public String toString() {
      return keywords + "   " + noNames + "   " + whole;
    }
  }
}
