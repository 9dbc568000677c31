package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import no.speil.corpus.Side;
import no.speil.search.CollocateRequest;
import no.speil.search.CollocateRequest.Measure;
import no.speil.search.Collocates;
import no.speil.search.ExpansionOptions;
import no.speil.search.Facet;
import no.speil.search.SearchRequest;
import no.speil.search.Spread;
import no.speil.search.StoredSection;
import no.speil.search.WordList;
import no.speil.search.WordList.Row;
import no.speil.search.WordListRequest;
import no.speil.search.WordListRequest.Comparison;
import no.speil.search.execute.SectionIterator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole tables of words are what a plain count of the texts gives. */
class PlainWordListsTest {
  private final List<StoredSection> sections = new ArrayList<>();

  /** How often something stands in texts, and in which documents. */
  private static final class Plain {
    private long count;
    private final Set<String> documents = new HashSet<>();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nb-preservation", "udhr", "shipped"})
  void tablesAreThoseOfAPlainCount(String corpus, @TempDir Path folder) throws IOException {
    try (TestLibrary opened = new TestLibrary(folder).copyOf(corpus)) {
      Library library = opened.open();
      try (SectionIterator all = library.search().all(all(""))) {
        all.forEachRemaining(sections::add);
      }
      for (Side side : Side.values()) {
        for (int length = 1; length <= WordListRequest.LONGEST; length++) {
          agrees(library, side, length, "", section -> true);
        }
        String word = frequent(library, side, PlainCountsTest.atTop(folder));
        agrees(library, side, 1, "=" + word, having(word));
        agrees(library, side, 2, "=" + word, having(word));
        headwords(library, side);
        compared(library, side, word);
        expected(library, side, word);
        spread(library, "=" + word, having(word));
        beside(library, side, word, "", 3, 3);
        beside(library, side, word, "=" + word, 0, 5);
      }
    }
  }

  private void agrees(
      Library library, Side side, int length, String query, Predicate<StoredSection> selected) {
    WordList list =
        library.search().words(new WordListRequest(all(query), side, false, length, true, null));
    Map<String, Plain> plain = count(side, length, selected);
    assertThat(list.exact()).isTrue();
    assertThat(list.sections()).isEqualTo((int) sections.stream().filter(selected).count());
    assertThat(list.documents()).isEqualTo(documents(sections.stream().filter(selected).toList()));
    assertThat(list.rows()).isNotEmpty().extracting(Row::word).doesNotHaveDuplicates();
    var counted = new TreeSet<String>();
    list.rows().forEach(row -> counted.add(row.word() + " " + row.count() + " " + row.documents()));
    var expected = new TreeSet<String>();
    plain.forEach(
        (word, times) -> expected.add(word + " " + times.count + " " + times.documents.size()));
    String about = "%s %s in %s".formatted(side, length, query);
    var missing = new TreeSet<>(expected);
    missing.removeAll(counted);
    counted.removeAll(expected);
    assertThat(counted).as("only counted: " + about).isEmpty();
    assertThat(missing).as("not counted: " + about).isEmpty();
    assertThat(list.words()).isEqualTo(words(side, selected));
  }

  /** Forms of one word together, each form in one row, and nothing lost. */
  private void headwords(Library library, Side side) {
    WordList list = library.search().words(new WordListRequest(all(""), side, true, 1, true, null));
    Map<String, Plain> plain = count(side, 1, section -> true);
    var forms = new ArrayList<String>();
    for (Row row : list.rows()) {
      var documents = new HashSet<String>();
      long times = 0;
      for (String form : row.forms()) {
        Plain counted = plain.getOrDefault(form, new Plain());
        times += counted.count;
        documents.addAll(counted.documents);
      }
      assertThat(row.count()).as(row.word()).isEqualTo(times);
      assertThat(row.documents()).as(row.word()).isEqualTo(documents.size());
      assertThat(row.forms()).contains(row.word());
      forms.addAll(row.forms());
    }
    assertThat(new TreeSet<>(forms)).isEqualTo(new TreeSet<>(plain.keySet()));
    assertThat(forms).doesNotHaveDuplicates();
    assertThat(list.rows()).hasSizeLessThan(plain.size());
  }

  /** The words of the sections that have a word, against the rest and against all. */
  private void compared(Library library, Side side, String word) {
    Map<String, Plain> here = count(side, 1, having(word));
    for (String against : List.of("", "=" + word + " OR -=" + word)) {
      Predicate<StoredSection> others = against.isEmpty() ? having(word).negate() : each -> true;
      Map<String, Plain> there = count(side, 1, others);
      var seen = new HashSet<String>();
      for (boolean less : List.of(false, true)) {
        var comparison = new Comparison(all(against), less);
        WordList list =
            library
                .search()
                .words(new WordListRequest(all("=" + word), side, false, 1, true, comparison));
        assertThat(list.words()).isEqualTo(words(side, having(word)));
        assertThat(list.otherWords()).isEqualTo(words(side, others));
        for (Row row : list.rows()) {
          assertThat(seen.add(row.word())).isTrue();
          assertThat(row.count()).isEqualTo(here.getOrDefault(row.word(), new Plain()).count);
          assertThat(row.contrast().count())
              .isEqualTo(there.getOrDefault(row.word(), new Plain()).count);
          assertThat(row.contrast().logRatio() < 0).isEqualTo(less);
        }
      }
      assertThat(seen).isNotEmpty();
    }
  }

  /** The words of the sections that have a word, against what the other side makes one expect. */
  private void expected(Library library, Side side, String word) {
    Predicate<StoredSection> translated = each -> each.texts().translation() != null;
    Predicate<StoredSection> selected = having(word).and(translated);
    Map<String, Long> here = terms(library, side, selected);
    Map<String, Long> all = terms(library, side, translated);
    var sources = new HashMap<String, Double>();
    var allSources = new HashMap<String, Double>();
    terms(library, side.other(), selected)
        .forEach((term, count) -> weigh(library, side.other(), term, count, sources));
    terms(library, side.other(), translated)
        .forEach((term, count) -> weigh(library, side.other(), term, count, allSources));
    var logRatios = new HashMap<String, Double>();
    allSources
        .entrySet()
        .removeIf(each -> each.getValue() * 2 < all.getOrDefault(each.getKey(), 0L));
    allSources.forEach(
        (term, possible) -> {
          double expected = all.getOrDefault(term, 0L) * sources.getOrDefault(term, 0.0) / possible;
          double times = Math.max(.5, here.getOrDefault(term, 0L));
          logRatios.put(term, Math.log(times / Math.max(.5, expected)) / Math.log(2));
        });
    logRatios.values().removeIf(each -> Math.abs(each) < 1e-6);
    var listed = new TreeSet<String>();
    for (boolean less : List.of(false, true)) {
      var request =
          new WordListRequest(all("=" + word), side, true, 1, true, new Comparison(null, less));
      for (Row row : library.search().words(request).rows()) {
        assertThat(row.count()).as(row.word()).isEqualTo(here.getOrDefault(row.term(), 0L));
        assertThat(row.contrast().logRatio())
            .as(row.word())
            .isCloseTo(logRatios.get(row.term()), within(1e-6));
        assertThat(row.contrast().logRatio() < 0).isEqualTo(less);
        listed.add(row.term());
      }
    }
    assertThat(listed).as(word).isEqualTo(new TreeSet<>(logRatios.keySet()));
  }

  private static void weigh(
      Library library, Side side, String term, long count, Map<String, Double> weights) {
    library
        .index()
        .lexicon()
        .translations(side, term)
        .forEach(each -> weights.merge(each.term(), each.weight() * count, Double::sum));
  }

  /** How often the forms that are taken for one word stand in sections. */
  private Map<String, Long> terms(Library library, Side side, Predicate<StoredSection> selected) {
    Map<String, Plain> forms = count(side, 1, selected);
    var terms = new HashMap<String, Long>();
    for (Row row :
        library.search().words(new WordListRequest(all(""), side, true, 1, true, null)).rows()) {
      long times =
          row.forms().stream().mapToLong(form -> forms.getOrDefault(form, new Plain()).count).sum();
      if (times > 0) {
        terms.put(row.term(), times);
      }
    }
    return terms;
  }

  /** The words beside a word, and in the contingency table by which they are judged. */
  private void beside(
      Library library, Side side, String word, String query, int before, int after) {
    Collocates counted =
        library
            .words()
            .collocates(
                new CollocateRequest(
                    all(query), side, word, false, true, before, after, 1, Measure.LOG_DICE),
                1,
                0)
            .found();
    var plain = new HashMap<String, Plain>();
    long words = 0;
    long times = 0;
    long wordsBeside = 0;
    for (StoredSection section : sections) {
      List<String> cut = cut(section, side);
      words += query.isEmpty() || having(word).test(section) ? cut.size() : 0;
      times += Collections.frequency(cut, word);
      for (int at = 0; at < cut.size(); at++) {
        List<String> around =
            cut.subList(Math.max(0, at - after), Math.min(cut.size(), at + before + 1));
        if (!cut.get(at).equals(word) && around.contains(word)) {
          Plain its = plain.computeIfAbsent(cut.get(at), it -> new Plain());
          its.count++;
          its.documents.add(section.documentRef().document().value());
          wordsBeside++;
        }
      }
    }
    Map<String, Plain> all = count(side, 1, query.isEmpty() ? each -> true : having(word));
    assertThat(counted.exact()).isTrue();
    assertThat(counted.times()).isEqualTo(times);
    assertThat(counted.forms()).containsExactly(word);
    assertThat(counted.rows().isEmpty()).as(query).isEqualTo(wordsBeside == 0);
    for (Collocates.Row row : counted.rows()) {
      Plain expected = plain.remove(row.word());
      long everywhere = all.get(row.word()).count;
      assertThat(row.count()).as(row.word()).isEqualTo(expected.count);
      assertThat(row.documents()).as(row.word()).isEqualTo(expected.documents.size());
      assertThat(row.elsewhere()).as(row.word()).isEqualTo(everywhere - row.count());
      assertThat(row.logDice())
          .isCloseTo(
              14 + Math.log(2.0 * row.count() / (times + everywhere)) / Math.log(2), within(1e-9));
      long otherWords = words - times - wordsBeside;
      double logLikelihood =
          otherWords == 0
              ? 0
              : logLikelihood(row.count(), wordsBeside, everywhere - row.count(), otherWords);
      assertThat(row.logLikelihood()).isCloseTo(logLikelihood, within(1e-6));
    }
    for (Map.Entry<String, Plain> rarer : plain.entrySet()) {
      long count = rarer.getValue().count;
      long others = all.get(rarer.getKey()).count - count;
      assertThat((double) count / wordsBeside)
          .as(rarer.getKey())
          .isLessThanOrEqualTo((double) others / (words - times - wordsBeside));
    }
  }

  /** Dunning's, by Rayson and Garside's formula for two corpora, and the words that are others. */
  private static double logLikelihood(long here, long words, long there, long otherWords) {
    double part = (double) words / (words + otherWords);
    long others = words - here + otherWords - there;
    return 2
        * (term(here, (here + there) * part)
            + term(there, (here + there) * (1 - part))
            + term(words - here, others * part)
            + term(otherWords - there, others * (1 - part)));
  }

  private static double term(long observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }

  /** Sections and documents by year, author and folder, and those without. */
  private void spread(Library library, String query, Predicate<StoredSection> selected) {
    Map<Facet, Function<StoredSection, List<String>>> values =
        Map.of(
            Facet.YEAR, each -> List.of(each.documentRef().byline().date().replaceAll("-.*", "")),
            Facet.AUTHOR, each -> each.documentRef().byline().authors(),
            Facet.FOLDER, each -> List.of(each.documentRef().document().folder()));
    List<StoredSection> found = sections.stream().filter(selected).toList();
    values.forEach(
        (facet, of) -> {
          Spread spread = library.search().spread(all(query), facet);
          var plain = new TreeSet<String>();
          for (String value : values(sections, of)) {
            plain.add(row(value, having(found, of, value), having(sections, of, value)));
          }
          var counted = new TreeSet<String>();
          spread.rows().forEach(row -> counted.add(row(row)));
          if (spread.none().allSections() > 0) {
            counted.add(row(spread.none()));
          }
          assertThat(counted).as(facet + " " + query).isEqualTo(plain);
          assertThat(row(spread.all())).isEqualTo(row("", found, sections));
          assertThat(spread.exact()).isTrue();
        });
  }

  private static Set<String> values(
      List<StoredSection> sections, Function<StoredSection, List<String>> of) {
    var values = new TreeSet<String>();
    sections.forEach(
        section -> values.addAll(of.apply(section).isEmpty() ? List.of("") : of.apply(section)));
    return values;
  }

  private static List<StoredSection> having(
      List<StoredSection> sections, Function<StoredSection, List<String>> of, String value) {
    return sections.stream()
        .filter(
            each -> (value.isEmpty() && of.apply(each).isEmpty()) || of.apply(each).contains(value))
        .toList();
  }

  private static String row(String value, List<StoredSection> found, List<StoredSection> all) {
    return row(new Spread.Row(value, found.size(), all.size(), documents(found), documents(all)));
  }

  private static String row(Spread.Row row) {
    return "%s %d/%d %d/%d"
        .formatted(
            row.value(), row.sections(), row.allSections(), row.documents(), row.allDocuments());
  }

  private static SearchRequest all(String query) {
    return new SearchRequest(
        query,
        1,
        1,
        SearchRequest.Sort.DOCUMENT,
        SearchRequest.Group.SECTION,
        query.isEmpty() ? Map.of("language", List.of("nb", "nn", "no", "en")) : Map.of(),
        ExpansionOptions.NONE);
  }

  /** The most frequent word with five letters or more that stands in texts only. */
  private static String frequent(Library library, Side side, Set<String> atTop) {
    return library
        .search()
        .words(new WordListRequest(all(""), side, false, 1, false, null))
        .rows()
        .stream()
        .map(Row::word)
        .filter(word -> word.matches("\\p{L}{5,}") && !atTop.contains(word))
        .findFirst()
        .orElseThrow();
  }

  private static Predicate<StoredSection> having(String word) {
    return section ->
        List.of(Side.values()).stream().anyMatch(side -> cut(section, side).contains(word));
  }

  private Map<String, Plain> count(Side side, int length, Predicate<StoredSection> selected) {
    var counts = new HashMap<String, Plain>();
    for (StoredSection section : sections) {
      List<String> words = selected.test(section) ? cut(section, side) : List.of();
      for (int at = 0; at + length <= words.size(); at++) {
        String sequence = String.join(" ", words.subList(at, at + length));
        Plain plain = counts.computeIfAbsent(sequence, it -> new Plain());
        plain.count++;
        plain.documents.add(section.documentRef().document().value());
      }
    }
    return counts;
  }

  private long words(Side side, Predicate<StoredSection> selected) {
    return sections.stream().filter(selected).mapToLong(each -> cut(each, side).size()).sum();
  }

  private static int documents(Collection<StoredSection> sections) {
    return (int) sections.stream().map(each -> each.documentRef().document()).distinct().count();
  }

  private static List<String> cut(StoredSection section, Side side) {
    String text =
        side == Side.ORIGINAL ? section.texts().original() : section.texts().translation();
    return text == null
        ? List.of()
        : PlainCountsTest.cut(text.replace('’', '\'')).stream()
            .filter(word -> word.matches("(?s).*[\\p{L}\\p{N}].*"))
            .toList();
  }
}
