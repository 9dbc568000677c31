package no.speil.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.LexiconSources;
import no.speil.search.DocumentTrace;
import no.speil.search.ExpansionOptions;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.FieldAnalyzer;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.analysis.NewsStories;
import no.speil.search.analysis.NewsStories.Sentence;

/**
 * Prints how true the finds of single words are. The words are taken from a fifth of the news
 * stories, which are indexed in the other language only; the four other fifths, of which the
 * lexicon is learned, either in both languages, or in the other language as well, so that the index
 * has the words nowhere. A find is right if the section has the word's stem, or had it in the text
 * that was held back. Synonyms are wrong then: with {@code sample} as an argument, also prints a
 * hundred finds of each row, to be read. A number as an argument is the seed by which the words and
 * that sample are drawn.
 */
public final class SingleWordFigures {
  private static final int WORDS = 150;
  private static final int LEAST_SECTIONS = 3;
  private static final int SAMPLE = 100;
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}-]*");

  /** Words of fields that the stories do not speak of. */
  private static final List<String> ABSENT_ENGLISH =
      List.of(
          ("abacus abdomen acorn adverb alchemy algebra almond amber amphibian anchovy anvil apricot"
                  + " apron archery artichoke asbestos asteroid axle bagpipe balsamic bassoon beaver"
                  + " beetroot bellows bishopric blacksmith bobbin bonsai bookbinder botany bronze"
                  + " buckwheat burrow buttonhole cabbage calligraphy camshaft caraway carburettor"
                  + " cartilage cello chameleon chisel chlorine chrysalis cinnamon clarinet cobalt"
                  + " cobbler coriander crankshaft crochet cuckoo custard dandelion diphthong"
                  + " dulcimer earthworm eclipse embroidery enamel fern fjord flute fossil frost"
                  + " gargoyle gasket ginger glacier grammar granite gravel hammock harpsichord"
                  + " hedgehog hinge horseshoe hymn juniper kettle lathe lichen limestone lozenge"
                  + " mackerel mandolin marzipan mercury moss nettle nutmeg oboe omelette orchard"
                  + " parchment pebble pendulum plough pollen porridge quartz quilt raspberry")
              .split(" "));

  private static final List<String> ABSENT_NORWEGIAN =
      List.of(
          ("adverb agurk albatross ambolt anemone aprikos asbest avløp barkebåt basstrombone bever"
                  + " binders bjelke blekksprut blomkål blåbær bokbinder borebille brosme bregne"
                  + " brennesle broderi dampkjele diftong dompap drivaksel drøvtygger einer elghund"
                  + " entall ertesuppe fagott fasan fiolin fløyte flis fossil frostrøyk furu fyrtårn"
                  + " gaupe gjedde grammatikk granitt gressløk gulrot hakkespett hammer hasselnøtt"
                  + " havregrøt hengsel hestesko hestehov hummer hvalross høvel ingefær isbre jordbær"
                  + " kalkstein kanel kantarell kardemomme kastrull klarinett klippfisk knapphull"
                  + " kniplinger krumtapp kråke kvikksølv lakris langrenn lavvo lerke lettsalt"
                  + " linerle lutefisk lyng løvetann makrell marsipan meis moltebær mose møllestein"
                  + " nattergal nype obo orgelpipe pendel pergament pimpstein plog pollen rabarbra"
                  + " rips rødbete salme sild skrutrekker smed stearinlys svovel tindved")
              .split(" "));

  private static final FieldTerms TERMS = new FieldTerms(new FieldAnalyzer());

  private final NewsStories stories = NewsStories.read();
  private final boolean isSampled;
  private final int seed;

  private SingleWordFigures(boolean isSampled, int seed) throws IOException {
    this.isSampled = isSampled;
    this.seed = seed;
  }

  /** A direction: words of one side, searched in texts of the other. */
  private record Direction(
      String name,
      Side side,
      Function<Sentence, String> own,
      Function<Sentence, String> indexed,
      Set<String> endings,
      List<String> absent) {
    String stem(String word) {
      String lower = word.toLowerCase(Locale.ROOT);
      String stem =
          endings.stream()
              .filter(each -> lower.endsWith(each) && lower.length() - each.length() >= 3)
              .map(each -> lower.substring(0, lower.length() - each.length()))
              .min((one, other) -> one.length() - other.length())
              .orElse(lower);
      int last = stem.length() - 1;
      return last > 2 && stem.charAt(last) == stem.charAt(last - 1)
          ? stem.substring(0, last)
          : stem;
    }
  }

  private static final Direction ENGLISH =
      new Direction(
          "English words",
          Side.TRANSLATION,
          Sentence::en,
          each -> plain(each.nb()),
          Set.of("s", "es", "ies", "y", "e", "ed", "ied", "ing", "'s", "ers", "er"),
          ABSENT_ENGLISH);

  private static final Direction NORWEGIAN =
      new Direction(
          "Norwegian words",
          Side.ORIGINAL,
          Sentence::nb,
          each -> "|" + plain(each.en()),
          Set.of(
              "e", "en", "et", "a", "er", "ene", "ane", "s", "ens", "ets", "enes", "te", "t", "de",
              "ende", "ere", "est", "este", "r", "ne", "n"),
          ABSENT_NORWEGIAN);

  private static String plain(String text) {
    return text.replace('|', ' ').replaceFirst("^#", "");
  }

  public static void main(String[] arguments) throws IOException {
    var figures =
        new SingleWordFigures(
            List.of(arguments).contains("sample"),
            Stream.of(arguments)
                .filter(each -> each.matches("\\d+"))
                .map(Integer::valueOf)
                .findAny()
                .orElse(20151124));
    for (boolean isTranslated : new boolean[] {true, false}) {
      System.out.printf(
          "%nother stories in %s%n", isTranslated ? "both languages" : "one language");
      figures.print(ENGLISH, isTranslated);
      figures.print(NORWEGIAN, isTranslated);
    }
  }

  private static final class Tally {
    private final List<Double> precision = new ArrayList<>();
    private final List<Double> recall = new ArrayList<>();
    private final List<Double> recallOfFinds = new ArrayList<>();
    private final List<Double> ratio = new ArrayList<>();
    private final List<String> finds = new ArrayList<>();
    private int nothing;
    private int asked;
    private int absent;
    private int absentAsked;
  }

  /**
   * @param isTranslated whether the index has both languages of the other stories
   */
  private void print(Direction direction, boolean isTranslated) throws IOException {
    var tally = new Tally();
    for (int number = 0; number < NewsStories.FOLDS; number++) {
      int fold = number;
      Path folder = Files.createTempDirectory("figures");
      try (var testIndex = new TestIndex(folder, compounds())) {
        fill(
            testIndex.index,
            each ->
                isTranslated && each.fold() != fold
                    ? plain(each.nb()) + "|" + plain(each.en())
                    : direction.indexed().apply(each));
        ask(direction, fold, testIndex.index, tally);
      }
      try (Stream<Path> files = Files.walk(folder)) {
        files.map(Path::toFile).forEach(file -> file.deleteOnExit());
      }
    }
    Collections.sort(tally.ratio);
    System.out.printf(
        Locale.ROOT,
        "%-16s P@10 %.3f  R@20 %.3f  R of finds %.3f  total %.2f/%.1f  present, told 0: %.2f "
            + " absent, claimed: %.2f%n",
        direction.name(),
        mean(tally.precision),
        mean(tally.recall),
        mean(tally.recallOfFinds),
        tally.ratio.get(tally.ratio.size() / 2),
        tally.ratio.get(tally.ratio.size() * 9 / 10),
        (double) tally.nothing / tally.asked,
        (double) tally.absent / tally.absentAsked);
    if (isSampled) {
      Collections.shuffle(tally.finds, new Random(seed));
      tally.finds.stream().limit(SAMPLE).sorted().forEach(System.out::println);
    }
  }

  private CompoundSplitter compounds() throws IOException {
    Path folder = Files.createTempDirectory("figures");
    try (var index = SectionIndex.open(folder)) {
      fill(index, each -> plain(each.nb()));
      return CompoundSplitter.learn(TestIndex.words(index, Side.ORIGINAL), BuiltInDictionary.get());
    }
  }

  private void fill(SectionIndex index, Function<Sentence, String> text) {
    Map<String, List<Sentence>> byStory = new HashMap<>();
    stories.sentences.stream()
        .forEach(each -> byStory.computeIfAbsent(each.story(), s -> new ArrayList<>()).add(each));
    byStory.forEach(
        (story, sentences) -> {
          var head = TestIndex.head(story);
          index.put(
              head,
              sentences.stream()
                  .map(each -> TestIndex.section(head, each.position(), text.apply(each)))
                  .toList(),
              DocumentTrace.NONE);
        });
    index.refresh();
    index.commit(true);
  }

  private void ask(Direction direction, int fold, SectionIndex index, Tally tally) {
    Lexicon lexicon =
        Lexicon.learn(
            index.tokenizer(),
            new LexiconSources(
                sink ->
                    stories.sentences.stream()
                        .filter(each -> each.fold() != fold)
                        .forEach(each -> sink.accept(each.nb(), each.en())),
                TestIndex.words(index, Side.ORIGINAL),
                TestIndex.words(index, Side.TRANSLATION),
                BuiltInDictionary.get(),
                List.of()));
    index.use(lexicon, "");
    Map<String, Set<SectionId>> right = new HashMap<>();
    Map<SectionId, Sentence> sentences = new HashMap<>();
    var words = new TreeSet<String>();
    var names = new HashSet<String>();
    for (Sentence each : stories.sentences) {
      sentences.put(each.id(), each);
      for (String word : words(direction.own().apply(each))) {
        right.computeIfAbsent(direction.stem(word), s -> new HashSet<>()).add(each.id());
        if (Character.isUpperCase(word.charAt(0))) {
          names.add(word.toLowerCase(Locale.ROOT));
        } else if (each.fold() == fold) {
          words.add(word.toLowerCase(Locale.ROOT));
        }
      }
    }
    words.removeAll(names);
    var sample =
        new ArrayList<>(
            words.stream()
                .filter(
                    word ->
                        right.getOrDefault(direction.stem(word), Set.of()).size() >= LEAST_SECTIONS
                            && !TERMS.isFunctionWord(word))
                .toList());
    // In an order of each word's own, so that another list of stop words leaves the others there.
    sample.sort(
        Comparator.comparingLong(
            word -> new Random(word.hashCode() * 31L + seed + fold).nextLong()));
    for (String word : sample.subList(0, WORDS / NewsStories.FOLDS)) {
      ask(word, right.getOrDefault(direction.stem(word), Set.of()), index, sentences, tally);
    }
    for (int i = fold; i < direction.absent().size(); i += NewsStories.FOLDS) {
      String word = direction.absent().get(i);
      if (!right.containsKey(direction.stem(word))) {
        tally.absentAsked++;
        tally.absent += search(index, word).total() > 0 ? 1 : 0;
      }
    }
  }

  private void ask(
      String word,
      Set<SectionId> right,
      SectionIndex index,
      Map<SectionId, Sentence> sentences,
      Tally tally) {
    SearchResult result = search(index, word);
    List<SectionId> all = result.hits().stream().map(Hit::section).toList();
    List<Hit> hits = result.hits().stream().filter(hit -> !hit.rank().isGuess()).toList();
    List<SectionId> finds = hits.stream().map(Hit::section).toList();
    tally.asked++;
    tally.nothing += result.total() == 0 ? 1 : 0;
    if (!finds.isEmpty()) {
      List<SectionId> first = finds.subList(0, Math.min(10, finds.size()));
      tally.precision.add((double) count(first, right) / first.size());
      hits.stream()
          .limit(first.size())
          .map(hit -> find(word, hit, Objects.requireNonNull(sentences.get(hit.section())), right))
          .forEach(tally.finds::add);
    }
    double most = Math.min(20, right.size());
    tally.recall.add(count(all, right) / most);
    tally.recallOfFinds.add(count(finds, right) / most);
    tally.ratio.add((double) result.total() / right.size());
  }

  /** A find to be read: the word, what was found for it, and both texts. */
  private static String find(String word, Hit hit, Sentence sentence, Set<SectionId> right) {
    return "%s %s -> %s %s%n   %s%n   %s"
        .formatted(
            right.contains(hit.section()) ? "+" : "-",
            word,
            hit.rank().match(),
            Stream.of(hit.pair().original(), hit.pair().translation())
                .filter(Objects::nonNull)
                .flatMap(
                    side ->
                        side.snippet().matches().stream()
                            .map(match -> side.text().substring(match.start(), match.end())))
                .toList(),
            sentence.nb(),
            sentence.en());
  }

  private static SearchResult search(SectionIndex index, String word) {
    return index.search(
        searcher ->
            searcher.search(
                new SearchRequest(
                    word, 1, 20, Sort.RELEVANCE, Group.SECTION, Map.of(), ExpansionOptions.ALL)));
  }

  private static long count(List<SectionId> found, Set<SectionId> right) {
    return found.stream().filter(right::contains).count();
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(each -> each.group()).toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(each -> each).average().orElse(0);
  }
}
