package no.speil.search.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.TestCorpora;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.LexiconSources;
import no.speil.search.DocumentTrace;
import no.speil.search.ExpansionOptions;
import no.speil.search.Hit;
import no.speil.search.IndexedDocument;
import no.speil.search.IndexedSection;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.analysis.BuiltInDictionary;

/**
 * Measures how often the one right sentence of a news story is found, through the real index: mean
 * reciprocal rank and recall among the first ten. Prints a table, or of it the rows that are named;
 * is no test.
 */
final class SearchFigures {
  private static final Path STORIES = TestCorpora.path("ntrex/dev.jsonl");

  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final List<String> ENDINGS =
      List.of("", "e", "en", "et", "er", "ene", "a", "ar", "ane", "s", "t", "te", "de", "r", "ens");

  private final Map<SectionId, Sentence> sentences = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final SectionIndex index;
  private final Set<String> tasks;

  private record Sentence(SectionId id, String bokmaal, String nynorsk) {}

  private SearchFigures(SectionIndex index, Set<String> tasks) {
    this.tasks = tasks;
    this.index = index;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("figures");
    CompoundSplitter compounds;
    try (var index = SectionIndex.open(folder)) {
      new SearchFigures(index, Set.of()).fill();
      compounds =
          CompoundSplitter.learn(TestIndex.words(index, Side.ORIGINAL), BuiltInDictionary.get());
    }
    try (var testIndex = new TestIndex(folder, compounds)) {
      SectionIndex index = testIndex.index;
      var figures = new SearchFigures(index, Set.of(arguments));
      figures.fill();
      index.use(
          Lexicon.learn(
              index.tokenizer(),
              new LexiconSources(
                  sink -> {},
                  TestIndex.words(index, Side.ORIGINAL),
                  TestIndex.words(index, Side.TRANSLATION),
                  BuiltInDictionary.get(),
                  List.of())),
          "");
      figures.measure("Nynorsk words", s -> figures.rarest(s.nynorsk(), false));
      figures.measure("Nynorsk words, no names", s -> figures.rarest(s.nynorsk(), true));
      figures.measure("inflected", s -> figures.inflected(s.bokmaal()));
      figures.measure("parts of a compound alone", s -> figures.compound(s.bokmaal()));
      figures.measure(
          "parts of a compound",
          s ->
              figures
                  .compound(s.bokmaal())
                  .flatMap(
                      parts ->
                          figures
                              .rarest(
                                  s.bokmaal().replaceAll("(?i)" + parts.replace(" ", ".?"), ""),
                                  true)
                              .map(others -> parts + " " + others)));
      figures.measure("æøå as ae, oe, aa", s -> figures.typed(s.bokmaal(), "ae", "oe", "aa"));
      figures.measure("æøå as a, o, a", s -> figures.typed(s.bokmaal(), "a", "o", "a"));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.map(Path::toFile).forEach(file -> file.deleteOnExit());
    }
  }

  private void fill() throws IOException {
    var json = new ObjectMapper();
    for (String line : Files.readAllLines(STORIES)) {
      JsonNode story = json.readTree(line);
      IndexedDocument head = TestIndex.head(story.get("id").asText());
      var sections = new ArrayList<IndexedSection>();
      for (int i = 0; i < story.get("nb").size(); i++) {
        String bokmaal = story.get("nb").get(i).asText();
        String nynorsk = story.get("nn").get(i).asText();
        IndexedSection section = TestIndex.section(head, i + 1, bokmaal.replace('|', ' '));
        sections.add(section);
        sentences.put(section.id(), new Sentence(section.id(), bokmaal, nynorsk));
        words(bokmaal + " " + nynorsk)
            .map(SearchFigures::lower)
            .forEach(word -> counts.merge(word, 1, Integer::sum));
      }
      index.put(head, sections, DocumentTrace.NONE);
    }
    index.refresh();
    System.out.printf("%d sentences%n", sentences.size());
  }

  private void measure(String task, Function<Sentence, Optional<String>> query) {
    if (!tasks.isEmpty() && !tasks.contains(task)) {
      return;
    }
    int asked = 0;
    int found = 0;
    int whole = 0;
    double reciprocal = 0;
    long start = System.nanoTime();
    for (Sentence sentence : sentences.values()) {
      Optional<String> words = query.apply(sentence);
      if (words.isEmpty()) {
        continue;
      }
      asked++;
      int rank = rank(sentence, words.get());
      found += rank > 0 ? 1 : 0;
      whole += rank > 0 && !rankedPartial ? 1 : 0;
      reciprocal += rank > 0 ? 1.0 / rank : 0;
    }
    double each = (System.nanoTime() - start) / 1e6 / Math.max(1, asked);
    System.out.printf(
        Locale.ROOT,
        "%-26s %5d queries  MRR@10 %.3f  recall@10 %.3f  with all words %.3f  %.1f ms each%n",
        task,
        asked,
        reciprocal / asked,
        (double) found / asked,
        (double) whole / asked,
        each);
  }

  private boolean rankedPartial;

  private int rank(Sentence sentence, String query) {
    List<Hit> hits =
        index
            .search(
                searcher ->
                    searcher.search(
                        new SearchRequest(
                            query,
                            1,
                            10,
                            Sort.RELEVANCE,
                            Group.SECTION,
                            Map.of(),
                            ExpansionOptions.ALL)))
            .hits();
    for (int i = 0; i < hits.size(); i++) {
      if (hits.get(i).section().equals(sentence.id())) {
        rankedPartial = hits.get(i).rank().isGuess();
        return i + 1;
      }
    }
    return 0;
  }

  private Optional<String> rarest(String text, boolean noNames) {
    List<String> rare =
        words(text)
            .filter(word -> !noNames || word.equals(lower(word)))
            .map(SearchFigures::lower)
            .filter(word -> word.length() > 3)
            .distinct()
            .sorted(Comparator.comparingInt(this::count).thenComparing(Comparator.naturalOrder()))
            .limit(4)
            .toList();
    return rare.size() < 3 ? Optional.empty() : Optional.of(String.join(" ", rare));
  }

  private Optional<String> inflected(String text) {
    List<String> others =
        words(text).map(SearchFigures::lower).distinct().flatMap(w -> other(w).stream()).toList();
    return others.size() < 3
        ? Optional.empty()
        : Optional.of(
            String.join(
                " ",
                others.stream()
                    .sorted(
                        Comparator.comparingInt(this::count)
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(3)
                    .toList()));
  }

  /** Another word of the corpus with the same beginning and another ending. */
  private Optional<String> other(String word) {
    var others = new TreeSet<String>();
    for (String ending : ENDINGS) {
      String base = word.substring(0, Math.max(0, word.length() - ending.length()));
      if (word.endsWith(ending) && base.length() >= 4) {
        ENDINGS.stream()
            .map(base::concat)
            .filter(each -> !each.equals(word) && counts.containsKey(each))
            .forEach(others::add);
      }
    }
    return others.stream().findFirst();
  }

  private Optional<String> compound(String text) {
    return words(text)
        .map(SearchFigures::lower)
        .filter(word -> word.length() >= 9)
        .flatMap(word -> parts(word).stream())
        .findFirst();
  }

  private Optional<String> parts(String word) {
    for (int cut = 4; cut <= word.length() - 4; cut++) {
      for (String filler : Set.of("", "s", "e")) {
        String rest = word.substring(cut);
        if (rest.startsWith(filler)
            && rest.length() - filler.length() >= 4
            && counts.containsKey(word.substring(0, cut))
            && counts.containsKey(rest.substring(filler.length()))) {
          return Optional.of(word.substring(0, cut) + " " + rest.substring(filler.length()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> typed(String text, String ae, String oe, String aa) {
    return rarest(text, false)
        .filter(words -> words.matches(".*[æøå].*"))
        .map(words -> words.replace("æ", ae).replace("ø", oe).replace("å", aa));
  }

  private int count(String word) {
    return counts.getOrDefault(word, 0);
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(text).results().map(result -> result.group());
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
