package no.speil.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import no.speil.search.ExpansionOptions;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.search.analysis.FieldAnalyzer;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.index.TestIndex;
import no.speil.search.schema.FieldGroup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Searches for words as written, with accents folded, and by their beginnings and endings, compared
 * with looking at every word of the texts.
 */
class SpellingSearchTest {
  private static final List<String> WORDS =
      List.of(
          "får",
          "far",
          "faar",
          "FÅR",
          "fårene",
          "farene",
          "mørke",
          "morke",
          "moerke",
          "mørket",
          "idé",
          "ide",
          "ideer",
          "idéer",
          "søker",
          "soker",
          "sekstenår",
          "sekstenar",
          "Ægir",
          "aegir",
          "blåne",
          "blane",
          "fa\u030ar",
          "naïve",
          "naive",
          "smør",
          "smor");

  @TempDir Path folder;
  private final FieldTerms terms = new FieldTerms(new FieldAnalyzer());
  private final List<List<String>> sections = new ArrayList<>();
  @AutoClose private TestIndex testIndex;

  /** Sections of one to three words, and a second segment that replaces some of the first. */
  @BeforeEach
  void fill() {
    testIndex = new TestIndex(folder);
    var random = new Random(40);
    for (int i = 0; i < 60; i++) {
      sections.add(
          IntStream.rangeClosed(0, random.nextInt(3))
              .mapToObj(word -> WORDS.get(random.nextInt(WORDS.size())))
              .toList());
    }
    put("en", List.of(List.of("smør", "moerke"), List.of("idé")));
    put("to", sections.subList(0, 20));
    put("en", sections.subList(20, 40));
    put("tre", sections.subList(40, 60));
  }

  private void put(String document, List<List<String>> some) {
    testIndex.put(
        document, some.stream().map(words -> "|" + String.join(" ", words)).toArray(String[]::new));
  }

  private static String written(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private String folded(String word) {
    return terms.of(FieldGroup.TRANSLATION.folded(), word).getFirst().text();
  }

  private void assertFound(String query, Predicate<List<String>> has) {
    List<String> wanted = new ArrayList<>();
    String[] documents = {"to", "en", "tre"};
    for (int i = 0; i < sections.size(); i++) {
      if (has.test(sections.get(i))) {
        wanted.add(documents[i / 20] + ":" + i % 20);
      }
    }
    assertThat(TestIndex.names(search(query), false))
        .as(query)
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  private SearchResult search(String query) {
    return testIndex.search(
        new SearchRequest(
            "en:" + query, 1, 100, Sort.RELEVANCE, Group.SECTION, Map.of(), ExpansionOptions.NONE));
  }

  private static boolean any(List<String> words, Predicate<String> wanted) {
    return words.stream().anyMatch(wanted);
  }

  @Test
  void exactWordsAreThoseOfThatSpellingAlone() {
    for (String word : WORDS) {
      assertFound("=" + word, words -> any(words, each -> written(each).equals(written(word))));
    }
  }

  @Test
  void phrasesAreThoseOfThatSpellingAlone() {
    for (List<String> phrase : sections) {
      if (phrase.size() == 2) {
        List<String> wanted = phrase.stream().map(SpellingSearchTest::written).toList();
        assertFound(
            '"' + String.join(" ", phrase) + '"',
            words ->
                Collections.indexOfSubList(
                        words.stream().map(SpellingSearchTest::written).toList(), wanted)
                    >= 0);
      }
    }
  }

  @Test
  void beginningsAndEndingsAreFoundInAnySpelling() {
    for (String word : WORDS) {
      String start = written(word).substring(0, 3);
      assertFound(start + "*", words -> any(words, each -> folded(each).startsWith(folded(start))));
      String end = written(word).substring(written(word).length() - 3);
      assertFound("*" + end, words -> any(words, each -> folded(each).endsWith(folded(end))));
    }
  }

  @Test
  void nearSpellingsAreFoundInAnySpelling() {
    assertFound(
        "mørkes~", words -> any(words, each -> List.of("morke", "morket").contains(folded(each))));
    assertFound("smorr~", words -> any(words, each -> folded(each).equals("smor")));
  }

  @Test
  void matchesAreMarkedInAnySpelling() {
    for (String query : List.of("*tenar", "far*", "*orke", "idee~")) {
      assertThat(search(query).hits())
          .as(query)
          .isNotEmpty()
          .allSatisfy(
              hit -> assertThat(TestIndex.snippet(hit.pair().translation())).contains("<mark>"));
    }
  }
}
