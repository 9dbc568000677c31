package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.TestCorpora;
import no.speil.corpus.SectionId;
import no.speil.corpus.text.Normalization;
import no.speil.search.ExpansionOptions;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.StoredSection;
import no.speil.search.execute.SectionIterator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search counts, lists and exports is what a plain look through the texts counts. */
class PlainCountsTest {
  /** As Lucene cuts words: a point or an apostrophe between two letters is inside one. */
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{N}_]+(?:(?:(?<=[\\p{L}\\p{M}])[.'’·](?=\\p{L})"
              + "|(?<=\\p{N})[.,'’](?=\\p{N}))[\\p{L}\\p{M}\\p{N}_]+)*+");

  private static final Pattern NAME =
      Pattern.compile("(?<=[\\p{Ll},] )\\p{Lu}\\p{Ll}{2,}(?![\\p{L}\\p{N}_.'’-])");

  private final Map<SectionId, StoredSection> sections = new LinkedHashMap<>();
  private final Map<String, Set<SectionId>> words = new TreeMap<>();
  private final Random random = new Random(37);

  @ParameterizedTest
  @ValueSource(strings = {"nb-preservation", "shipped"})
  void countsTextsAndExportsAreThoseOfAPlainLook(String corpus, @TempDir Path folder)
      throws IOException {
    try (TestLibrary opened = new TestLibrary(folder).copyOf(corpus)) {
      Library library = opened.open();
      read(library);
      // Titles are found by the names at the top of files, too, which no text has.
      Set<String> atTop = atTop(folder);
      List<String> letters =
          words.keySet().stream()
              .filter(word -> word.matches("\\p{Ll}+") && !atTop.contains(word))
              .toList();
      for (String word : drawn(letters, 100)) {
        agrees(library, "=" + word, having(word));
        inItsForms(library, word);
      }
      for (String name : drawn(names(atTop), 30)) {
        agrees(library, name, having(name, name + "s", name + "'s", name + "’s"));
      }
      for (String phrase : drawn(phrases(atTop), 30)) {
        agrees(library, '"' + phrase + '"', havingPhrase(phrase));
      }
    }
  }

  private void read(Library library) {
    try (SectionIterator all = library.search().all(everything())) {
      all.forEachRemaining(each -> sections.put(each.section(), each));
    }
    sections.forEach(
        (id, section) ->
            texts(section)
                .flatMap(text -> cut(text).stream())
                .forEach(word -> words.computeIfAbsent(word, w -> new HashSet<>()).add(id)));
  }

  private static SearchRequest everything() {
    return new SearchRequest(
        "",
        1,
        1,
        SearchRequest.Sort.DOCUMENT,
        SearchRequest.Group.SECTION,
        Map.of("language", List.of("nb", "nn", "no", "en")),
        ExpansionOptions.NONE);
  }

  static Set<String> atTop(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .map(TestCorpora::read)
          .filter(text -> text.startsWith("---") && text.indexOf("\n---", 3) > 0)
          .flatMap(text -> cut(text.substring(0, text.indexOf("\n---", 3))).stream())
          .collect(Collectors.toSet());
    }
  }

  private void agrees(Library library, String query, Set<SectionId> plain) {
    SearchResult result = library.search().run(SearchRequest.of(query).sized(1));
    Set<SectionId> found = exported(library, SearchRequest.of(query));
    assertThat(found).as(query).isEqualTo(plain);
    assertThat(result.counts().documents())
        .as("texts with %s", query)
        .isEqualTo(plain.stream().map(this::document).distinct().count());
    assertThat(result.total()).as(query).isEqualTo(plain.size());
  }

  /** Every section with the word, whatever other forms of it are found besides. */
  private void inItsForms(Library library, String word) {
    SearchRequest request = SearchRequest.of(word).expandedBy(ExpansionOptions.NONE);
    Set<SectionId> found = exported(library, request);
    assertThat(found).as(word).containsAll(having(word));
  }

  private static Set<SectionId> exported(Library library, SearchRequest request) {
    var found = new HashSet<SectionId>();
    try (SectionIterator all = library.search().all(request)) {
      all.forEachRemaining(each -> found.add(each.section()));
    }
    return found;
  }

  private Set<SectionId> having(String... forms) {
    return Stream.of(forms)
        .flatMap(form -> words.getOrDefault(lower(form), Set.of()).stream())
        .collect(Collectors.toSet());
  }

  private Set<SectionId> havingPhrase(String phrase) {
    return sections.values().stream()
        .filter(
            each -> texts(each).anyMatch(t -> (" " + joined(t) + " ").contains(" " + phrase + " ")))
        .map(StoredSection::section)
        .collect(Collectors.toSet());
  }

  /** Words with a capital inside a sentence, and never without one. */
  private List<String> names(Set<String> atTop) {
    var names = new TreeSet<String>();
    var others = new HashSet<String>();
    for (StoredSection each : sections.values()) {
      texts(each)
          .forEach(
              text -> {
                NAME.matcher(text).results().forEach(name -> names.add(name.group()));
                WORD.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .filter(word -> word.equals(lower(word)))
                    .forEach(others::add);
              });
    }
    names.removeIf(name -> !name.matches("[A-Za-z]+"));
    names.removeIf(name -> others.contains(lower(name)) || atTop.contains(lower(name)));
    // Whoever lacks Norwegian letters finds "Loftsgård" by "Loftsgard", so both are counted.
    words.keySet().stream()
        .filter(word -> !word.equals(plain(word)))
        .forEach(word -> names.removeIf(name -> lower(name).equals(plain(word))));
    return List.copyOf(names);
  }

  private List<String> phrases(Set<String> atTop) {
    var phrases = new TreeSet<String>();
    for (StoredSection each : sections.values()) {
      texts(each)
          .forEach(
              text -> {
                List<String> all = cut(text);
                for (int i = 0; i + 1 < all.size(); i++) {
                  phrases.add(all.get(i) + " " + all.get(i + 1));
                }
              });
    }
    phrases.removeIf(phrase -> !phrase.matches("\\p{Ll}+ \\p{Ll}+"));
    phrases.removeIf(phrase -> atTop.containsAll(cut(phrase)));
    return List.copyOf(phrases);
  }

  private List<String> drawn(List<String> all, int most) {
    List<String> drawn = new ArrayList<>(all);
    Collections.shuffle(drawn, random);
    return drawn.subList(0, Math.min(most, drawn.size()));
  }

  private StoredSection section(SectionId id) {
    return Objects.requireNonNull(sections.get(id));
  }

  private String document(SectionId id) {
    return section(id).documentRef().document().value();
  }

  private static Stream<String> texts(StoredSection section) {
    return Stream.of(section.texts().original(), section.texts().translation())
        .filter(Objects::nonNull);
  }

  static List<String> cut(String text) {
    return WORD.matcher(Normalization.compose(text))
        .results()
        .map(word -> lower(word.group()))
        .toList();
  }

  private static String joined(String text) {
    return String.join(" ", cut(text));
  }

  private static String plain(String word) {
    return word.replace('å', 'a').replace('ø', 'o').replace("æ", "ae");
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
