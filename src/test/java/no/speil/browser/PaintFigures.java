package no.speil.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import no.speil.bench.ServerProcess;

/**
 * Prints how long a reader waits for the first byte and for the last paint of pages of a large
 * archive, in a real browser over the loopback, and how many bytes and requests each page takes.
 * Its argument is a folder with an archive that it may write to: a document of 500 sections is
 * added.
 */
final class PaintFigures {
  private static final int TIMES = 15;
  private static final int SECTIONS = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final String LONG = "figures/long";

  /** First byte, first and last paint in milliseconds, bytes, requests. */
  private static final String MEASURE =
      """
      const done = arguments[arguments.length - 1];
      let last = 0;
      new PerformanceObserver(list => list.getEntries().forEach(it => last = it.startTime))
          .observe({type: 'largest-contentful-paint', buffered: true});
      setTimeout(() => {
        const page = performance.getEntriesByType('navigation')[0];
        const parts = performance.getEntriesByType('resource');
        const first = performance.getEntriesByName('first-contentful-paint')[0];
        done([page.responseStart - page.requestStart, first ? first.startTime : 0, last,
            page.transferSize + parts.reduce((sum, it) => sum + it.transferSize, 0),
            1 + parts.length].join(' '));
      }, 300);
      """;

  private PaintFigures() {}

  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    write(root);
    try (ServerProcess server = ServerProcess.serve(root, "-Xmx512m")) {
      server.awaitAnswer("/readyz", PATIENCE);
      System.out.println(server.said());
      System.out.println(
          "median (longest) of "
              + TIMES
              + ", in ms      first byte   first paint    last paint"
              + "    bytes  requests, the second and later times");
      try (Browser browser = Browser.open().at(server.address())) {
        pages().forEach((name, paths) -> measure(browser, name, paths));
      }
    }
  }

  /** Pages by name; what is asked of a search differs from time to time. */
  private static Map<String, List<String>> pages() {
    var pages = new LinkedHashMap<String, List<String>>();
    pages.put("home", List.of("/"));
    List<String> words =
        List.of("kommune", "government", "skole", "hospital", "krig", "president", "vann", "law");
    pages.put("search, one word", words.stream().map(it -> "/search?q=" + it).toList());
    pages.put(
        "search, documents", words.stream().map(it -> "/search?group=document&q=" + it).toList());
    pages.put("search, two words", words.stream().map(it -> "/search?q=new+people+" + it).toList());
    pages.put("words in context", words.stream().map(it -> "/kwic?q=" + it).toList());
    pages.put(SECTIONS + " sections, side", List.of("/d/" + LONG));
    pages.put(SECTIONS + " sections, lines", List.of("/d/" + LONG + "?view=lines"));
    pages.put("queue", List.of("/queue"));
    pages.put("progress", List.of("/progress"));
    return pages;
  }

  private static void measure(Browser browser, String name, List<String> paths) {
    browser.visit(paths.getFirst());
    var runs = new ArrayList<double[]>();
    for (int i = 0; i < TIMES; i++) {
      browser.visit(paths.get(i % paths.size()));
      String[] figures = browser.await(MEASURE).split(" ", -1);
      runs.add(IntStream.range(0, 5).mapToDouble(k -> Double.parseDouble(figures[k])).toArray());
    }
    System.out.printf(
        Locale.ROOT,
        "%-30s %14s %13s %13s %8.0f %5.0f%n",
        name,
        spread(runs, 0),
        spread(runs, 1),
        spread(runs, 2),
        sorted(runs, 3)[TIMES / 2],
        sorted(runs, 4)[TIMES / 2]);
  }

  private static String spread(List<double[]> runs, int figure) {
    double[] all = sorted(runs, figure);
    return String.format(Locale.ROOT, "%.0f (%.0f)", all[all.length / 2], all[all.length - 1]);
  }

  private static double[] sorted(List<double[]> runs, int figure) {
    return runs.stream().mapToDouble(run -> run[figure]).sorted().toArray();
  }

  private static void write(Path root) throws IOException {
    var original = new StringBuilder("---\ntitle: Lang tekst\nlanguage: nb\n---\n");
    var translation = new StringBuilder("---\ntitle: Long text\nlanguage: en\n---\n");
    for (int i = 1; i < SECTIONS; i++) {
      original.append(
          "\nSak %d: Styret vedtok at saken skal legges fram for årsmøtet i %d.%n"
              .formatted(i, 1500 + i));
      translation.append(
          "\nItem %d: The board decided to put the matter before the annual meeting in %d.%n"
              .formatted(i, 1500 + i));
    }
    Map<String, StringBuilder> texts = Map.of("archive", original, "translations", translation);
    for (var text : texts.entrySet()) {
      Path file = root.resolve(text.getKey()).resolve(LONG + ".md");
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.getValue());
    }
  }
}
