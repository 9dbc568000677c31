package no.speil.search.analysis;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.Side;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.LexiconSources;
import no.speil.lexicon.TermTokenizer;
import no.speil.lexicon.WordCounts;
import no.speil.search.analysis.NewsStories.Sentence;

/**
 * Measures what it costs to learn from 50,000 pairs: news sentences whose halves are put together
 * anew, with their rare words renamed so that the vocabulary grows as it does in real archives. To
 * be run with {@code -Xmx512m}. Prints a table; is no test.
 */
final class LexiconFigures {
  private static final int PAIRS = 50_000;
  private static final int RARE = 2;
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private final NewsStories stories;
  private final Map<String, Integer> counts = new HashMap<>();

  private LexiconFigures(NewsStories stories) {
    this.stories = stories;
    for (Sentence sentence : stories.sentences) {
      count(sentence.nb());
      count(sentence.en());
    }
  }

  public static void main(String[] arguments) throws IOException {
    var heap = new Heap();
    heap.start();
    var figures = new LexiconFigures(NewsStories.read());
    CompoundSplitter compounds =
        measured(
            "splitter",
            () -> CompoundSplitter.learn(figures.words(Sentence::nb), BuiltInDictionary.get()));
    measured("splitter in bytes", () -> compounds.toBytes().length);
    TermTokenizer termTokenizer = new IndexTokenizer(new FieldAnalyzer(compounds));
    measured("cutting alone", () -> figures.cut(termTokenizer));
    Lexicon lexicon = measured("lexicon", () -> Lexicon.learn(termTokenizer, figures.sources()));
    measured("lexicon in bytes", () -> lexicon.toBytes().length);
    System.out.printf(
        "%d words in the splitter, %d translations, at most %d MB of heap in use%n",
        compounds.size(), lexicon.learned().count(), heap.megabytes());
    System.out.println(lexicon.translations(Side.TRANSLATION, "elect"));
  }

  private LexiconSources sources() {
    return new LexiconSources(
        this::pairs, words(Sentence::nb), words(Sentence::en), BuiltInDictionary.get(), List.of());
  }

  private int cut(TermTokenizer termTokenizer) {
    int[] terms = {0};
    pairs(
        (original, translation) ->
            terms[0] +=
                termTokenizer.cut(Side.ORIGINAL, original).size()
                    + termTokenizer.cut(Side.TRANSLATION, translation).size());
    return terms[0];
  }

  private void pairs(BiConsumer<String, String> sink) {
    var random = new Random(1);
    List<Sentence> all = stories.sentences;
    for (int i = 0; i < PAIRS; i++) {
      Sentence one = all.get(i % all.size());
      Sentence other = all.get(random.nextInt(all.size()));
      int round = i / all.size();
      sink.accept(mixed(one.nb(), other.nb(), round), mixed(one.en(), other.en(), round));
    }
  }

  private String mixed(String one, String other, int round) {
    return renamed(one.substring(0, one.length() / 2), round)
        + " "
        + renamed(other.substring(other.length() / 2), round);
  }

  private String renamed(String text, int round) {
    return WORD.matcher(text)
        .replaceAll(
            word ->
                round > 0 && counts.getOrDefault(lower(word.group()), 0) <= RARE
                    ? word.group() + (char) ('a' + round % 26) + (char) ('a' + round / 26)
                    : word.group());
  }

  private WordCounts words(Function<Sentence, String> side) {
    Map<String, Long> words =
        stories.sentences.stream()
            .map(side)
            .flatMap(text -> WORD.matcher(text).results().map(word -> lower(word.group())))
            .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
    return sink -> {
      words.forEach(sink::accept);
      for (int round = 1; round < PAIRS / stories.sentences.size(); round++) {
        int number = round;
        words.forEach(
            (word, count) -> {
              if (counts.getOrDefault(word, 0) <= RARE) {
                sink.accept(renamed(word, number), count);
              }
            });
      }
    };
  }

  private void count(String text) {
    WORD.matcher(text).results().forEach(w -> counts.merge(lower(w.group()), 1, Integer::sum));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private interface Step<T> {
    T run();
  }

  private static <T> T measured(String name, Step<T> step) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long work = threads.getCurrentThreadCpuTime();
    T result = step.run();
    System.out.printf(
        Locale.ROOT,
        "%-32s %6.2f s, %6.2f s of them at work %s%n",
        name,
        (System.nanoTime() - start) / 1e9,
        (threads.getCurrentThreadCpuTime() - work) / 1e9,
        result instanceof Integer ? result : "");
    return result;
  }

  /** How much of the heap was in use at most, with what could have been freed. */
  private static final class Heap extends Thread {
    private final AtomicLong most = new AtomicLong();

    private Heap() {
      setDaemon(true);
    }

    @Override
    public void run() {
      Runtime runtime = Runtime.getRuntime();
      while (!isInterrupted()) {
        most.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
        LockSupport.parkNanos(1_000_000);
      }
    }

    private long megabytes() {
      return most.get() >> 20;
    }
  }
}
