package no.speil.search.suggest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.TestCorpora;
import no.speil.search.DocumentTrace;
import no.speil.search.IndexedDocument;
import no.speil.search.SearchRequest;
import no.speil.search.index.SectionIndex;
import no.speil.search.index.TestIndex;

/**
 * Measures how long it takes to complete what is typed and to correct a query, in archives of
 * several sizes made of the words of news stories. Prints a table; is no test.
 */
final class SearchAssistFigures {
  private static final Path STORIES = TestCorpora.path("ntrex/dev.jsonl");
  private static final int SECTIONS_EACH = 10;
  private static final int ASKED = 400;

  private final List<String> norwegian = new ArrayList<>();
  private final List<String> english = new ArrayList<>();
  private final Random random = new Random(5);

  public static void main(String[] sizes) throws IOException {
    var figures = new SearchAssistFigures();
    for (String line : Files.readAllLines(STORIES)) {
      JsonNode story = new ObjectMapper().readTree(line);
      words(story.get("nb"), figures.norwegian);
      words(story.get("en"), figures.english);
    }
    for (String size : sizes) {
      figures.measure(Integer.parseInt(size));
    }
  }

  private void measure(int sections) throws IOException {
    Path folder = Files.createTempDirectory("figures");
    try (var index = SectionIndex.open(folder)) {
      for (int i = 0; i < sections / SECTIONS_EACH; i++) {
        IndexedDocument head = TestIndex.head("d" + i);
        String[] texts =
            IntStream.range(0, SECTIONS_EACH).mapToObj(this::section).toArray(String[]::new);
        index.put(head, TestIndex.sections(head, texts), DocumentTrace.NONE);
      }
      index.refresh();
      System.out.printf("%d sections%n", sections);
      for (int letters = 2; letters <= 5; letters++) {
        int length = letters;
        time(
            "complete " + letters + " letters",
            i -> index.search(searcher -> searcher.complete(start(word(), length))));
      }
      time(
          "complete two words",
          i -> index.search(searcher -> searcher.complete(word() + " " + start(word(), 3))));
      time(
          "search one known word",
          i -> index.search(searcher -> searcher.search(SearchRequest.of(word()))));
      time(
          "search one mistyped",
          i -> index.search(searcher -> searcher.search(SearchRequest.of(mistyped(word())))));
      time(
          "search eight mistyped",
          i -> index.search(searcher -> searcher.search(SearchRequest.of(eight()))));
    }
    try (Stream<Path> files = Files.list(folder)) {
      files.map(Path::toFile).forEach(File::deleteOnExit);
    }
  }

  /** Every third is a heading; some words are new, as names and compounds are. */
  private String section(int position) {
    int length = position % 3 == 0 ? 5 : 40;
    return (position % 3 == 0 && position > 0 ? "#" : "")
        + words(norwegian, length)
        + "|"
        + words(english, length);
  }

  private String words(List<String> from, int length) {
    return IntStream.range(0, length)
        .mapToObj(
            i -> any(from) + (random.nextInt(20) == 0 ? any(from).toLowerCase(Locale.ROOT) : ""))
        .collect(Collectors.joining(" "));
  }

  private String eight() {
    return IntStream.range(0, 8).mapToObj(i -> mistyped(word())).collect(Collectors.joining(" "));
  }

  private String mistyped(String word) {
    int at = 1 + random.nextInt(Math.max(1, word.length() - 2));
    return word.substring(0, at) + "q" + word.substring(at);
  }

  private String word() {
    String word = any(random.nextBoolean() ? norwegian : english);
    return word.length() < 5 ? word() : word;
  }

  private String any(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private static String start(String word, int letters) {
    return word.substring(0, Math.min(letters, word.length()));
  }

  private static void time(String what, Consumer<Integer> deed) {
    for (int i = 0; i < ASKED; i++) {
      deed.accept(i);
    }
    var times = new ArrayList<Double>();
    for (int i = 0; i < ASKED; i++) {
      long start = System.nanoTime();
      deed.accept(i);
      times.add((System.nanoTime() - start) / 1e6);
    }
    Collections.sort(times);
    System.out.printf(
        Locale.ROOT,
        "  %-22s median %6.2f ms  99th percentile %6.2f ms%n",
        what,
        times.get(ASKED / 2),
        times.get(ASKED * 99 / 100));
  }

  private static void words(JsonNode sentences, List<String> into) {
    sentences.forEach(
        sentence ->
            Arrays.stream(sentence.asText().split("[^\\p{L}]+", 0))
                .filter(word -> !word.isEmpty())
                .forEach(into::add));
  }
}
