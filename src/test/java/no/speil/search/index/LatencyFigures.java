package no.speil.search.index;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;

/**
 * Measures how long searches of one, five and nine words take in the archive of a folder that a
 * server has indexed: words side by side in its texts, and words of two texts, which no section has
 * all of, each with what is offered instead. To be run with {@code -Xmx512m}. Prints a table of
 * times by the clock and by the thread's work, of which only the former knows what else the machine
 * does; is no test.
 */
final class LatencyFigures {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final int QUERIES = 200;
  private static final int FILES = 1_000;
  private static final String QUESTION = "can a file be changed after it has been preserved?";

  private final Random random = new Random(7);
  private final SectionIndex index;
  private final List<List<String>> lines;

  private LatencyFigures(SectionIndex index, List<List<String>> lines) {
    this.index = index;
    this.lines = lines;
  }

  /** The folder of the archive. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    try (var index = SectionIndex.openForReading(root.resolve(".speil/index"))) {
      var figures = new LatencyFigures(index, lines(root));
      figures.measure("warming up", figures.queries(2, 2));
      for (int words : List.of(1, 5, 9)) {
        figures.measure(words + " words of a text", figures.queries(words, 0));
      }
      figures.measure("5 words of two texts", figures.queries(3, 2));
      figures.measure("9 words of two texts", figures.queries(5, 4));
      figures.measure(QUESTION, Stream.generate(() -> QUESTION).limit(QUERIES / 4).toList());
    }
  }

  private static List<List<String>> lines(Path root) throws IOException {
    var lines = new ArrayList<List<String>>();
    for (String half : List.of("archive", "translations")) {
      try (Stream<Path> files = Files.walk(root.resolve(half))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().limit(FILES).toList()) {
          Files.readAllLines(file).stream()
              .filter(line -> line.indexOf(':') < 0)
              .map(LatencyFigures::words)
              .filter(words -> words.size() >= 9)
              .forEach(lines::add);
        }
      }
    }
    return lines;
  }

  private static List<String> words(String line) {
    return WORD.matcher(line).results().map(MatchResult::group).toList();
  }

  private List<String> queries(int first, int second) {
    return Stream.generate(() -> (some(first) + " " + some(second)).strip())
        .limit(QUERIES)
        .toList();
  }

  private String some(int count) {
    List<String> line = lines.get(random.nextInt(lines.size()));
    int start = random.nextInt(line.size() - count + 1);
    return line.subList(start, start + count).stream().collect(Collectors.joining(" "));
  }

  private void measure(String name, List<String> queries) {
    var searches = new long[queries.size()];
    var work = new long[queries.size()];
    int cutShort = 0;
    for (int i = 0; i < queries.size(); i++) {
      SearchRequest request = SearchRequest.of(queries.get(i));
      long start = System.nanoTime();
      long before = THREADS.getCurrentThreadCpuTime();
      SearchResult result = index.search(searcher -> searcher.search(request));
      searches[i] = System.nanoTime() - start;
      work[i] = THREADS.getCurrentThreadCpuTime() - before;
      cutShort += result.exact() ? 0 : 1;
    }
    Arrays.sort(searches);
    Arrays.sort(work);
    System.out.printf(
        Locale.ROOT,
        "%-51s median %6.1f  p99 %6.1f ms; of work median %6.1f  p99 %6.1f ms; %d cut short%n",
        name,
        at(searches, .5),
        at(searches, .99),
        at(work, .5),
        at(work, .99),
        cutShort);
  }

  private static double at(long[] nanos, double part) {
    return nanos[Math.min(nanos.length - 1, (int) (part * nanos.length))] / 1e6;
  }
}
