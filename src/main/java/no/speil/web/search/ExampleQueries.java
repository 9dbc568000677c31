package no.speil.web.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.library.Library;
import no.speil.library.documents.CatalogueEntry;
import no.speil.search.Excerpt;
import no.speil.search.ExpansionOptions;
import no.speil.search.FacetCount;
import no.speil.search.Hit;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.web.page.RevalidatingCache;
import no.speil.web.page.SiteUrls;
import org.jspecify.annotations.Nullable;

/**
 * Example queries in words of the archive that is served, each of which finds something.
 * Thread-safe.
 */
public final class ExampleQueries {
  /** The examples in the order in which they are shown; each has a message that explains it. */
  public static final List<String> CODES =
      List.of(
          "words",
          "phrase",
          "slop",
          "exact",
          "prefix",
          "suffix",
          "fuzzy",
          "near",
          "or",
          "not",
          "group",
          "insist",
          "side",
          "title",
          "doc",
          "date",
          "author",
          "publisher",
          "kind",
          "state",
          "has");

  private static final Pattern WORD = Pattern.compile("\\p{L}{4,20}");

  /** Documents whose texts give the words, and sections of each. */
  private static final int DOCUMENTS = 8;

  private static final int LOOKED_AT = 40;
  private static final int SECTIONS = 60;

  /** So many possible examples of one kind are tried. */
  private static final int TRIED = 8;

  private static final Set<Kind> OF_GUESSES = Set.of(Kind.PARTIAL, Kind.GUESSED_WORDS);

  /** Who asks for help wants its examples. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Library library;
  private final Map<Side, RevalidatingCache<List<Example>>> examples = new EnumMap<>(Side.class);

  public ExampleQueries(Library library) {
    this.library = library;
    for (Side side : Side.values()) {
      examples.put(
          side,
          new RevalidatingCache<>(
              library.catalogue()::state, () -> make(side), List.of(), PATIENCE));
    }
  }

  /**
   * An example.
   *
   * @param code of the message that explains it
   */
  public record Example(String code, String query) {
    public String href() {
      return "/search?q=" + SiteUrls.encode(query);
    }
  }

  /**
   * The examples in a language; none before the archive is indexed, or if it has no texts in it.
   */
  public List<Example> in(String lang) {
    Side side = lang.equals("en") ? Side.TRANSLATION : Side.ORIGINAL;
    return library.sync().readiness().complete() ? cache(side).get() : List.of();
  }

  private RevalidatingCache<List<Example>> cache(Side side) {
    return Objects.requireNonNull(examples.get(side));
  }

  private List<Example> make(Side side) {
    var sample = new Sample(side);
    for (CatalogueEntry entry : documents(side)) {
      sample.add(entry, search(SiteUrls.within(entry.id().value())));
    }
    var examples = new ArrayList<Example>();
    Map<String, Stream<String>> possible = sample.queries();
    for (String code : CODES) {
      Stream<String> queries = possible.getOrDefault(code, Stream.empty());
      queries
          .distinct()
          .limit(TRIED)
          .filter(this::finds)
          .findFirst()
          .ifPresent(query -> examples.add(new Example(code, query)));
    }
    return examples;
  }

  /** Documents of the archive with the most text, of those that came last. */
  private List<CatalogueEntry> documents(Side side) {
    return library.catalogue().added(LOOKED_AT).stream()
        .filter(entry -> !title(entry, side).isEmpty())
        .sorted(Comparator.comparingInt(CatalogueEntry::sections).reversed())
        .limit(DOCUMENTS)
        .toList();
  }

  private SearchResult search(String query) {
    return library
        .search()
        .run(
            new SearchRequest(
                query,
                1,
                SECTIONS,
                SearchRequest.Sort.DOCUMENT,
                SearchRequest.Group.SECTION,
                Map.of(),
                ExpansionOptions.ALL));
  }

  private boolean finds(String query) {
    SearchResult result = library.search().run(SearchRequest.of(query));
    return result.total() > 0
        && result.notices().stream().allMatch(notice -> OF_GUESSES.contains(notice.kind()));
  }

  private static String title(CatalogueEntry entry, Side side) {
    return side == Side.ORIGINAL ? entry.titleOriginal() : entry.titleTranslation();
  }

  /** Words and metadata of some documents. */
  private static final class Sample {
    private final Side side;
    private final List<List<String>> sections = new ArrayList<>();
    private final List<List<String>> others = new ArrayList<>();
    private final Map<String, Integer> frequency = new HashMap<>();
    private final List<CatalogueEntry> documents = new ArrayList<>();
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<String> statuses = new ArrayList<>();

    Sample(Side side) {
      this.side = side;
    }

    void add(CatalogueEntry entry, SearchResult found) {
      documents.add(entry);
      found
          .facets()
          .forEach(
              (facet, counts) ->
                  values
                      .computeIfAbsent(facet, key -> new ArrayList<>())
                      .addAll(counts.stream().map(FacetCount::value).toList()));
      for (Hit hit : found.hits()) {
        List<String> words = words(text(hit, side));
        if (words.size() > 3) {
          sections.add(words);
          others.add(words(text(hit, side.other())));
          words.forEach(word -> frequency.merge(word, 1, Integer::sum));
          statuses.add(
              "state:"
                  + hit.status().value().code()
                  + " freshness:"
                  + hit.status().freshness().code());
        }
      }
    }

    private static String text(Hit hit, Side side) {
      @Nullable Excerpt excerpt =
          side == Side.ORIGINAL ? hit.pair().original() : hit.pair().translation();
      return excerpt == null ? "" : excerpt.text();
    }

    /** In lower case, without short ones and those with digits. */
    private static List<String> words(String text) {
      return WORD.matcher(text)
          .results()
          .map(MatchResult::group)
          .map(word -> word.toLowerCase(Locale.ROOT))
          .toList();
    }

    /** The possible examples of each kind, the best first. */
    Map<String, Stream<String>> queries() {
      var queries = new HashMap<String, Stream<String>>();
      queries.put("words", pairs(1, 30, (a, b) -> a + " " + b));
      queries.put("phrase", phrases());
      queries.put("slop", pairs(2, 4, (a, b) -> '"' + a + " " + b + "\"~5"));
      queries.put("exact", single(word -> "=" + word));
      queries.put("prefix", single(word -> word.substring(0, word.length() * 2 / 3) + "*"));
      queries.put("suffix", single(word -> "*" + word.substring(word.length() / 2)));
      queries.put("fuzzy", single(word -> word.substring(0, 3) + word.substring(4) + "~"));
      queries.put("near", pairs(2, 4, (a, b) -> a + " NEAR/5 " + b));
      queries.put("or", apart((a, b) -> a + " OR " + b));
      queries.put("not", apart((a, b) -> a + " -" + b));
      queries.put("group", apart((a, b) -> "(" + a + " OR " + b + ") AND " + companion(b)));
      queries.put("insist", pairs(1, 30, (a, b) -> "+" + a + " " + b));
      queries.put("side", sides());
      queries.put(
          "title", documents.stream().flatMap(this::titleWords).map(word -> "title:" + word));
      queries.put(
          "doc", documents.stream().map(document -> SiteUrls.within(document.id().value())));
      queries.put("date", years());
      queries.put("author", named("author"));
      queries.put("publisher", named("publisher"));
      queries.put(
          "kind",
          Stream.concat(
              values("kind")
                  .flatMap(
                      kind ->
                          values("subject")
                              .map(it -> named("kind", kind) + " " + named("subject", it))),
              named("kind")));
      queries.put("state", statuses.stream());
      queries.put("has", Stream.of("has:comment OR has:suggestion OR has:check"));
      return queries;
    }

    /** The longer words, the most frequent first. */
    private Stream<String> single(Function<String, String> query) {
      return frequency.entrySet().stream()
          .filter(each -> each.getKey().length() >= 8)
          .sorted(
              Map.Entry.<String, Integer>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .map(each -> query.apply(each.getKey()));
    }

    /** Two longer words of one section, from so many to so many words apart. */
    private Stream<String> pairs(int least, int most, BiFunction<String, String, String> query) {
      return sections.stream()
          .flatMap(
              words ->
                  Stream.iterate(0, i -> i < words.size(), i -> i + 1)
                      .flatMap(
                          i ->
                              Stream.iterate(
                                      i + least,
                                      j -> j < Math.min(words.size(), i + most),
                                      j -> j + 1)
                                  .filter(j -> isPair(words.get(i), words.get(j)))
                                  .map(j -> query.apply(words.get(i), words.get(j)))));
    }

    private static boolean isPair(String a, String b) {
      return a.length() >= 6 && b.length() >= 6 && !a.equals(b);
    }

    private Stream<String> phrases() {
      return pairs(1, 2, (a, b) -> '"' + a + " " + b + '"');
    }

    /** Two frequent words of different sections. */
    private Stream<String> apart(BiFunction<String, String, String> query) {
      List<String> frequent = single(Function.identity()).limit(TRIED).toList();
      return frequent.stream()
          .flatMap(
              a ->
                  frequent.stream()
                      .filter(b -> !a.equals(b))
                      .filter(
                          b ->
                              sections.stream()
                                  .anyMatch(words -> words.contains(a) && !words.contains(b)))
                      .map(b -> query.apply(a, b)));
    }

    /** A word that stands in a section with that one. */
    private String companion(String word) {
      return sections.stream()
          .filter(words -> words.contains(word))
          .flatMap(List::stream)
          .filter(other -> isPair(word, other))
          .findFirst()
          .orElse(word);
    }

    /** A word of the original, without a word of another translation. */
    private Stream<String> sides() {
      boolean original = side == Side.ORIGINAL;
      List<List<String>> no = original ? sections : others;
      List<List<String>> en = original ? others : sections;
      return Stream.iterate(0, i -> i + 1 < no.size(), i -> i + 1)
          .filter(i -> !no.get(i).isEmpty() && !en.get(i + 1).isEmpty() && !en.get(i).isEmpty())
          .map(i -> "no:" + longest(no.get(i)) + " -en:" + longest(en.get(i + 1)));
    }

    private static String longest(List<String> words) {
      return words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    }

    private Stream<String> titleWords(CatalogueEntry document) {
      return words(title(document, side)).stream();
    }

    private Stream<String> years() {
      return documents.stream()
          .map(CatalogueEntry::date)
          .filter(date -> date.length() >= 4)
          .map(date -> "date:" + date.substring(0, 4));
    }

    private Stream<String> values(String facet) {
      return values.getOrDefault(facet, List.of()).stream().distinct();
    }

    private Stream<String> named(String facet) {
      return values(facet).map(value -> named(facet, value));
    }

    private static String named(String field, String value) {
      String plain = value.replace("\"", "");
      return field + ":" + (WORD.matcher(plain).matches() ? plain : '"' + plain + '"');
    }
  }
}
