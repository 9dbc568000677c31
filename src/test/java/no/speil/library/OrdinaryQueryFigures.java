package no.speil.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.TestCorpora;
import no.speil.corpus.Side;
import no.speil.search.DocumentHit;
import no.speil.search.ExpansionOptions;
import no.speil.search.Hit;
import no.speil.search.IndexedSection.Role;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.search.StoredSection;
import no.speil.search.analysis.IndexTokenizer;
import no.speil.search.execute.SectionIterator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/**
 * Prints how many ordinary queries are answered as their words say: titles, common words, names,
 * slips of the pen, and words that are nowhere. What is right is known from the texts themselves.
 * Each class is split in two by the hash of the query: weights are chosen by the first half. With
 * {@code missed} as an argument also prints the queries that fail; a number is the seed.
 */
final class OrdinaryQueryFigures {
  private static final int EACH = 100;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+(?:['’][\\p{L}]+)*+");
  private static final Pattern NAME =
      Pattern.compile("(?<=[\\p{Ll},] )\\p{Lu}\\p{Ll}{2,}(?![\\p{L}\\p{N}_-])");

  private static final List<CharArraySet> COMMON =
      Stream.of("norwegian", "english").map(OrdinaryQueryFigures::common).toList();

  private final Map<String, List<Tally>> tallies = new LinkedHashMap<>();
  private final IndexTokenizer stems = new IndexTokenizer();
  private final boolean isListing;
  private final long seed;

  private OrdinaryQueryFigures(boolean isListing, long seed) {
    this.isListing = isListing;
    this.seed = seed;
  }

  private record Tally(boolean isHeldBack, boolean isRight) {}

  /**
   * An archive that is searched, and where its words stand.
   *
   * @param tops where those at the tops of files stand: authors, translators, publishers
   */
  private record Corpus(
      String name,
      Library library,
      List<StoredSection> sections,
      Map<String, Set<Integer>> words,
      Map<String, Set<Integer>> tops) {
    static Corpus of(String name, Library library, Path root) {
      var sections = new ArrayList<StoredSection>();
      try (SectionIterator all =
          library.search().all(request("", Group.SECTION, Sort.DOCUMENT, "language", LANGUAGES))) {
        all.forEachRemaining(sections::add);
      }
      var words = new HashMap<String, Set<Integer>>();
      var tops = new HashMap<String, Set<Integer>>();
      for (int i = 0; i < sections.size(); i++) {
        int number = i;
        if (sections.get(i).texts().place().role() == Role.TITLE) {
          String file = sections.get(i).documentRef().document().value() + ".md";
          Stream.of("archive", "translations")
              .flatMap(
                  folder -> OrdinaryQueryFigures.words(top(root.resolve(folder).resolve(file))))
              .forEach(word -> tops.computeIfAbsent(lower(word), w -> new TreeSet<>()).add(number));
        }
        texts(sections.get(i))
            .flatMap(OrdinaryQueryFigures::words)
            .forEach(word -> words.computeIfAbsent(lower(word), w -> new TreeSet<>()).add(number));
      }
      return new Corpus(name, library, sections, words, tops);
    }

    private static String top(Path file) {
      String text = Files.exists(file) ? TestCorpora.read(file) : "";
      return text.startsWith("---") ? text.substring(0, text.indexOf("\n---", 3)) : "";
    }

    long count(String... forms) {
      return Stream.of(forms).flatMap(each -> in(words, lower(each))).distinct().count();
    }

    /** A name as a whole word and in the genitive, as a plain look through the files counts it. */
    long countOfName(String name) {
      return Stream.of(name, name + "s", name + "'s", name + "’s")
          .map(OrdinaryQueryFigures::lower)
          .flatMap(each -> Stream.of(words, tops).flatMap(map -> in(map, each)))
          .distinct()
          .count();
    }

    private static Stream<Integer> in(Map<String, Set<Integer>> map, String word) {
      return map.getOrDefault(word, Set.of()).stream();
    }

    SearchResult search(String query) {
      return library.search().run(SearchRequest.of(query));
    }
  }

  private static final List<String> LANGUAGES = List.of("nb", "nn", "no", "en");

  public static void main(String[] arguments) throws IOException {
    List<String> all = List.of(arguments);
    long seed = all.stream().filter(each -> each.matches("\\d+")).mapToLong(Long::parseLong).sum();
    var figures = new OrdinaryQueryFigures(all.contains("missed"), seed);
    Path folder = Files.createTempDirectory("figures");
    var roots = new LinkedHashMap<String, TestLibrary>();
    for (String corpus : List.of("nb-preservation", "udhr")) {
      roots.put(corpus, new TestLibrary(folder.resolve(corpus)).copyOf(TestCorpora.path(corpus)));
    }
    roots.put("shipped", new TestLibrary(folder.resolve("shipped")).copyOfShipped());
    roots.put("news", news(new TestLibrary(folder.resolve("news"))));
    for (Map.Entry<String, TestLibrary> each : roots.entrySet()) {
      try (TestLibrary root = each.getValue()) {
        figures.measure(Corpus.of(each.getKey(), root.open(), folder.resolve(each.getKey())));
      }
    }
    figures.print();
  }

  /** News stories as texts, of which the headline is the title. */
  private static TestLibrary news(TestLibrary root) throws IOException {
    for (String line : Files.readAllLines(TestCorpora.path("ntrex/dev.jsonl"))) {
      JsonNode story = new ObjectMapper().readTree(line);
      String id = story.get("id").asText();
      root.put("archive/" + id + ".md", text(story.get("nb")));
      root.put("translations/" + id + ".md", text(story.get("en")));
    }
    return root;
  }

  private static String text(JsonNode sentences) {
    var text = new StringBuilder("---\ntitle: ").append(sentences.get(0)).append("\n---\n");
    for (int i = 1; i < sentences.size(); i++) {
      text.append('\n').append(sentences.get(i).asText()).append('\n');
    }
    return text.toString();
  }

  private void measure(Corpus corpus) {
    titles(corpus);
    partsOfTitles(corpus);
    commonWords(corpus);
    names(corpus);
    slips(corpus);
    nowhere(corpus);
  }

  private void titles(Corpus corpus) {
    var texts = new HashMap<String, Set<String>>();
    for (StoredSection each : corpus.sections()) {
      for (String title :
          List.of(
              each.documentRef().titles().original(), each.documentRef().titles().translation())) {
        if (!title.isBlank()) {
          texts
              .computeIfAbsent(title, t -> new HashSet<>())
              .add(each.documentRef().document().value());
        }
      }
    }
    for (String title : new TreeSet<>(texts.keySet())) {
      Set<String> own = Objects.requireNonNull(texts.get(title));
      List<Hit> hits = corpus.search(title).hits();
      String first = hits.isEmpty() ? "" : hits.getFirst().documentRef().document().value();
      tally("titles, sections", corpus, title, own.contains(first), first);
      List<DocumentHit> documents =
          corpus
              .library()
              .search()
              .run(request(title, Group.DOCUMENT, Sort.RELEVANCE, "", List.of()))
              .documents();
      String document =
          documents.isEmpty() ? "" : documents.getFirst().documentRef().document().value();
      tally("titles, texts", corpus, title, own.contains(document), document);
    }
  }

  /** Two of the words of a title: its text is the first. */
  private void partsOfTitles(Corpus corpus) {
    var titles = new TreeSet<String>();
    for (StoredSection each : corpus.sections()) {
      titles.add(each.documentRef().titles().original());
      titles.add(each.documentRef().titles().translation());
    }
    for (String title : titles) {
      List<String> rarest =
          words(title)
              .map(OrdinaryQueryFigures::lower)
              .filter(word -> !isCommon(word) && word.length() > 3)
              .distinct()
              .sorted(Comparator.comparingLong(word -> corpus.count(word)))
              .limit(2)
              .toList();
      if (rarest.size() == 2) {
        List<String> first =
            corpus
                .library()
                .search()
                .run(
                    request(
                        String.join(" ", rarest), Group.DOCUMENT, Sort.RELEVANCE, "", List.of()))
                .documents()
                .stream()
                .limit(1)
                .map(each -> each.documentRef().titles().toString())
                .toList();
        boolean isThere = first.stream().anyMatch(each -> each.contains(title));
        tally(
            "parts of titles", corpus, rarest + " of " + title, isThere, String.join("; ", first));
      }
    }
  }

  private void commonWords(Corpus corpus) {
    corpus.words().keySet().stream()
        .filter(OrdinaryQueryFigures::isCommon)
        .sorted()
        .forEach(word -> counted("common words", corpus, word, corpus.count(word)));
  }

  /** Words with a capital inside a sentence, and never without one. */
  private void names(Corpus corpus) {
    var names = new TreeSet<String>();
    var others = new HashSet<String>();
    for (StoredSection each : corpus.sections()) {
      texts(each)
          .forEach(
              text -> {
                NAME.matcher(text).results().forEach(name -> names.add(name.group()));
                words(text).filter(word -> word.equals(lower(word))).forEach(others::add);
              });
    }
    names.removeIf(
        name ->
            others.contains(lower(name))
                || name.endsWith("s") && names.contains(name.substring(0, name.length() - 1)));
    for (String name : drawn(List.copyOf(names))) {
      counted("names", corpus, name, corpus.countOfName(name));
    }
  }

  private void slips(Corpus corpus) {
    var random = new Random(seed);
    List<String> words =
        known(corpus, word -> word.matches("\\p{Ll}{5,}") && corpus.count(word) > 1);
    List<BiFunction<String, Integer, String>> slips =
        List.of(
            (word, at) ->
                word.substring(0, at)
                    + word.charAt(at + 1)
                    + word.charAt(at)
                    + word.substring(at + 2),
            (word, at) -> word.substring(0, at) + word.charAt(at) + word.substring(at),
            (word, at) -> word.substring(0, at) + word.substring(at + 1),
            (word, at) -> word.substring(0, at) + (char) ('a' + at % 26) + word.substring(at),
            (word, at) -> word.replace("æ", "ae").replace("ø", "o").replace("å", "aa"));
    for (String word : drawn(words)) {
      String slip = slips.get(random.nextInt(5)).apply(word, 1 + random.nextInt(word.length() - 3));
      if (slip.equals(word) || corpus.words().containsKey(slip)) {
        continue;
      }
      SearchResult result = corpus.search(slip);
      String offered = Objects.requireNonNullElse(result.didYouMean(), "");
      boolean isFound =
          result.total() > 0
              && texts(result.hits().getFirst()).anyMatch(text -> isThere(text, word));
      tally(
          "slips",
          corpus,
          slip + " of " + word,
          isFound || isSame(word, offered),
          offered + " " + result.total());
    }
  }

  private boolean isThere(String text, String word) {
    return words(text).anyMatch(each -> isSame(word, lower(each)));
  }

  private boolean isSame(String word, String other) {
    return Stream.of(Side.values())
        .anyMatch(
            side ->
                word.equals(other)
                    || !other.isEmpty()
                        && stems.terms(side, word).equals(stems.terms(side, other)));
  }

  /** Words that nobody knows, and compounds of the archive's own words that are nowhere. */
  private void nowhere(Corpus corpus) {
    var random = new Random(seed);
    List<String> words = known(corpus, word -> word.matches("\\p{Ll}{4,9}"));
    var invented = new ArrayList<String>();
    for (int i = 0; i < EACH / 2; i++) {
      String one = words.get(random.nextInt(words.size()));
      String other = words.get(random.nextInt(words.size()));
      invented.add(one + other);
      invented.add(shuffled(one, random) + shuffled(other, random).substring(0, 3));
    }
    for (String word : invented) {
      if (!corpus.words().containsKey(word)) {
        counted("nowhere", corpus, word, 0);
      }
    }
  }

  private static String shuffled(String word, Random random) {
    List<String> letters = new ArrayList<>(List.of(word.split("")));
    Collections.shuffle(letters, random);
    return String.join("", letters);
  }

  private static List<String> known(Corpus corpus, Predicate<String> wanted) {
    return corpus.words().keySet().stream()
        .filter(wanted.and(word -> !isCommon(word)))
        .sorted()
        .toList();
  }

  private List<String> drawn(List<String> all) {
    List<String> drawn = new ArrayList<>(all);
    Collections.shuffle(drawn, new Random(seed));
    return drawn.subList(0, Math.min(EACH, drawn.size()));
  }

  private void counted(String kind, Corpus corpus, String query, long right) {
    long total = corpus.search(query).total();
    tally(kind, corpus, query, total == right, total + " for " + right);
  }

  private void tally(String kind, Corpus corpus, String query, boolean isRight, String answer) {
    boolean isHeldBack = (query.hashCode() * 31 >>> 8) % 2 == 1;
    tallies.computeIfAbsent(kind, k -> new ArrayList<>()).add(new Tally(isHeldBack, isRight));
    if (isListing && !isRight && !isHeldBack) {
      System.out.printf("%s, %s: %s: %s%n", kind, corpus.name(), query, answer);
    }
  }

  private void print() {
    tallies.forEach(
        (kind, all) ->
            System.out.printf(
                Locale.ROOT,
                "%-18s chosen by %.3f of %4d  held back %.3f of %4d%n",
                kind,
                share(all, false),
                all.stream().filter(each -> !each.isHeldBack()).count(),
                share(all, true),
                all.stream().filter(Tally::isHeldBack).count()));
  }

  private static double share(List<Tally> all, boolean isHeldBack) {
    return all.stream()
        .filter(each -> each.isHeldBack() == isHeldBack)
        .mapToInt(each -> each.isRight() ? 1 : 0)
        .average()
        .orElse(0);
  }

  private static SearchRequest request(
      String query, Group group, Sort sort, String facet, List<String> values) {
    return new SearchRequest(
        query,
        1,
        20,
        sort,
        group,
        facet.isEmpty() ? Map.of() : Map.of(facet, values),
        ExpansionOptions.ALL);
  }

  private static Stream<String> texts(StoredSection section) {
    return Stream.of(section.texts().original(), section.texts().translation())
        .filter(Objects::nonNull);
  }

  private static Stream<String> texts(Hit hit) {
    return Stream.of(hit.pair().original(), hit.pair().translation())
        .filter(Objects::nonNull)
        .map(each -> each.text());
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group);
  }

  private static CharArraySet common(String language) {
    try {
      return WordlistLoader.getSnowballWordSet(
          SnowballFilter.class.getResourceAsStream(language + "_stop.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the stop words of Lucene", e);
    }
  }

  private static boolean isCommon(String word) {
    return COMMON.stream().anyMatch(each -> each.contains(word));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
