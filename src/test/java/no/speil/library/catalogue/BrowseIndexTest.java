package no.speil.library.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Language;
import no.speil.corpus.State;
import no.speil.corpus.text.Alphabet;
import no.speil.library.catalogue.BrowseIndex.Facet;
import no.speil.library.catalogue.BrowseIndex.Group;
import no.speil.library.catalogue.BrowseIndex.Neighbours;
import no.speil.status.Progress;
import no.speil.status.ProgressCount;
import org.junit.jupiter.api.Test;

class BrowseIndexTest {
  private final BrowseIndex browse = new BrowseIndex();

  @Test
  void yearsComeLatestFirstAndUndatedLast() {
    add("a", "2015-08-24", "brev");
    add("b", "2026", "brev");
    add("c", "", "brev");
    add("d", "2015-09", "brev");
    add("e", "i fjor", "brev");

    assertThat(browse.groups(Facet.YEAR, Alphabet.ENGLISH, 0, 9))
        .containsExactly(new Group("2026", 1), new Group("2015", 2), new Group("", 2));
    assertThat(ids(browse.page(Facet.YEAR, "2015", 0, 9))).containsExactly("d", "a");
    assertThat(ids(browse.page(Facet.YEAR, "2015", 1, 9))).containsExactly("a");
    assertThat(browse.totals()).isEqualTo(new BrowseIndex.Totals(5, 0, 0, "2015", "2026"));
    assertThat(ids(browse.latest(2))).containsExactly("b", "d");
  }

  @Test
  void aDocumentIsUnderEachOfItsAuthorsAndSubjects() {
    CatalogueEntry one =
        entry("a", "Brev", "Letter", "2015", "brev", List.of("Åse", "Bo"), List.of("styret"));
    browse.count(one, 1);
    browse.count(entry("b", "Nytt", "New", "2016", "brev", List.of("Åse"), List.of()), 1);

    assertThat(browse.groups(Facet.AUTHOR, Alphabet.NORWEGIAN, 0, 9))
        .containsExactly(new Group("Bo", 1), new Group("Åse", 2));
    assertThat(browse.groups(Facet.AUTHOR, Alphabet.ENGLISH, 0, 9))
        .containsExactly(new Group("Åse", 2), new Group("Bo", 1));
    assertThat(browse.largest(Facet.AUTHOR, 1)).containsExactly(new Group("Åse", 2));
    assertThat(browse.groups(Facet.SUBJECT, Alphabet.ENGLISH, 0, 9))
        .containsExactly(new Group("styret", 1), new Group("", 1));
    assertThat(browse.largest(Facet.SUBJECT, 9)).containsExactly(new Group("styret", 1));

    browse.count(one, -1);
    assertThat(browse.groups(Facet.AUTHOR, Alphabet.NORWEGIAN, 0, 9))
        .containsExactly(new Group("Åse", 1));
  }

  @Test
  void aCommonKindIsOneGroupByWhateverNameItIsWritten() {
    add("a", "2015", "brev");
    add("b", "2016", "Letter");
    add("c", "2017", "kronikk");
    add("d", "2018", "håndbok");
    CatalogueEntry last = plain("e", "2019", " BREV ");
    browse.count(last, 1);

    assertThat(browse.groups(Facet.KIND, Alphabet.ENGLISH, 0, 9))
        .containsExactly(new Group("handbook", 1), new Group("kronikk", 1), new Group("letter", 3));
    assertThat(browse.groups(Facet.KIND, Alphabet.NORWEGIAN, 0, 9))
        .containsExactly(new Group("letter", 3), new Group("handbook", 1), new Group("kronikk", 1));
    assertThat(browse.largest(Facet.KIND, 1)).containsExactly(new Group("letter", 3));
    assertThat(browse.documents(Facet.KIND, "brev")).isEqualTo(3);
    assertThat(ids(browse.page(Facet.KIND, "Brev", 0, 9))).containsExactly("e", "b", "a");

    browse.count(last, -1);
    assertThat(browse.documents(Facet.KIND, "letter")).isEqualTo(2);
  }

  @Test
  void titlesStandUnderTheLettersOfTheirLanguage() {
    browse.count(entry("a", "Ærlig talt", "Honestly", "", "", List.of(), List.of()), 1);
    browse.count(entry("b", "Åpent brev", "", "", "", List.of(), List.of()), 1);
    assertThat(browse.groups(Facet.NORWEGIAN_TITLE, Alphabet.NORWEGIAN, 0, 9))
        .containsExactly(new Group("Æ", 1), new Group("Å", 1));
    assertThat(browse.groups(Facet.ENGLISH_TITLE, Alphabet.ENGLISH, 0, 9))
        .containsExactly(new Group("A", 1), new Group("H", 1));
  }

  @Test
  void theSameTitleIsFoundAmongThoseThatDifferInCaseOnly() {
    List<CatalogueEntry> all = new ArrayList<>();
    for (String title : List.of("Brev", "brev", "Brev", "BREV", "«Brev»")) {
      all.add(entry("d" + all.size(), title, "", "", "", List.of(), List.of()));
    }
    all.forEach(entry -> browse.count(entry, 1));

    assertThat(all.stream().filter(entry -> browse.sharesTitle(entry, Alphabet.NORWEGIAN)))
        .containsExactly(all.get(0), all.get(2));
    assertThat(all.stream().filter(entry -> browse.sharesTitle(entry, Alphabet.ENGLISH)))
        .containsExactly(all.get(0), all.get(2));
  }

  @Test
  void whatIsMissingChangedOrInNynorskIsFound() {
    CatalogueEntry whole = entry("a", State.REVIEWED, Freshness.CURRENT, Language.NYNORSK);
    browse.count(whole, 1);
    browse.count(entry("b", State.UNTRANSLATED, Freshness.CURRENT, Language.BOKMAAL), 1);
    browse.count(entry("c", State.TRANSLATED, Freshness.STALE, Language.BOKMAAL), 1);

    assertThat(traits())
        .containsExactly(
            Map.entry("missing", "b"), Map.entry("nynorsk", "a"), Map.entry("stale", "c"));
    assertThat(browse.totals()).isEqualTo(new BrowseIndex.Totals(3, 2, 1, "", ""));
    browse.count(whole, -1);
    assertThat(browse.totals()).isEqualTo(new BrowseIndex.Totals(2, 1, 0, "", ""));
  }

  @Test
  void neighboursStandInTheSameFolder() {
    for (String id : List.of("b/1", "b/2", "b/2-ny/x", "b/2/y", "b/3", "a", "c")) {
      add(id, "", "");
    }
    assertThat(ids(neighbours("b/2"))).containsExactly("b/1", "b/3");
    assertThat(ids(neighbours("b/1"))).containsExactly("-", "b/2");
    assertThat(ids(neighbours("b/3"))).containsExactly("b/2", "-");
    assertThat(ids(neighbours("b/2/y"))).containsExactly("-", "-");
    assertThat(ids(neighbours("a"))).containsExactly("-", "c");
  }

  @Test
  void foldersHaveTheirDocumentsAndFolders() {
    for (String id : List.of("b/1", "b/2-ny/x", "b/2/y", "b/2/z/æ", "a")) {
      add(id, "", "");
    }
    assertThat(browse.folders("", 0, 9)).containsExactly(new Group("b", 4));
    assertThat(browse.folders("b", 0, 9))
        .containsExactly(new Group("b/2", 2), new Group("b/2-ny", 1));
    assertThat(ids(browse.page(Facet.FOLDER, "b", 0, 9))).containsExactly("b/1");
    assertThat(ids(browse.page(Facet.FOLDER, "", 0, 9))).containsExactly("a");
    assertThat(browse.size("b")).isEqualTo(new BrowseIndex.FolderSize(1, 2, 4));

    browse.count(plain("b/2/z/æ", "", ""), -1);
    browse.count(plain("b/2/y", "", ""), -1);
    assertThat(browse.hasFolder("b/2")).isFalse();
    assertThat(browse.folders("b", 0, 9)).containsExactly(new Group("b/2-ny", 1));
  }

  @Test
  void pagesAreThoseOfASortedListWhateverComesAndGoes() {
    var random = new Random(3);
    var expected = new TreeSet<CatalogueEntry>(Comparator.comparing(CatalogueEntry::id));
    for (int i = 0; i < 6_000; i++) {
      CatalogueEntry entry = plain("f" + random.nextInt(3) + "/" + random.nextInt(3_000), "", "");
      boolean areAddedTogether = i / 1_500 % 2 == 0;
      if (!areAddedTogether && random.nextInt(3) == 0) {
        browse.count(entry, -1);
        expected.remove(entry);
      } else if (expected.add(entry)) {
        browse.count(entry, 1);
      }
    }
    List<CatalogueEntry> all = new ArrayList<>(expected);
    assertThat(all.size()).isGreaterThan(1_500);
    assertThat(browse.page(Facet.PATH, "", 0, 9_999)).isEqualTo(all);
    for (int from = 0; from < all.size() + 10; from += 97) {
      assertThat(browse.page(Facet.PATH, "", from, 50))
          .isEqualTo(all.subList(Math.min(from, all.size()), Math.min(from + 50, all.size())));
    }
    assertThat(browse.documents(Facet.KIND, "")).isEqualTo(all.size());
    assertThat(browse.page(Facet.PATH, "", 0, 9_999)).isEqualTo(all);
  }

  @Test
  void manyDocumentsComeInTheOrderOfTheirDatesAndTitles() {
    var random = new Random(5);
    List<String> dates =
        List.of("", "2015", "2015-08", "2015-08-24", "2015-08-3x", "1814-05-17", "i fjor", "9999");
    var all = new ArrayList<CatalogueEntry>();
    for (int i = 0; i < 4_000; i++) {
      String title = "Å" + "abcæøå ".charAt(random.nextInt(7)) + random.nextInt(99) + " forskrift";
      String date = dates.get(random.nextInt(dates.size()));
      all.add(entry("d" + random.nextInt(9) + i, title, "", date, "brev", List.of(), List.of()));
    }
    all.subList(0, 3_900).forEach(entry -> browse.count(entry, 1));
    all.subList(3_900, 4_000).forEach(entry -> browse.count(entry, 1)); // one by one

    Comparator<CatalogueEntry> latestFirst =
        Comparator.comparing((CatalogueEntry entry) -> entry.date().replaceAll("^(?!\\d{4}).*", ""))
            .reversed()
            .thenComparing(CatalogueEntry::id);
    assertThat(browse.page(Facet.KIND, "brev", 0, 9_999))
        .isEqualTo(all.stream().sorted(latestFirst).toList());
    Comparator<CatalogueEntry> byTitle =
        Comparator.comparing(CatalogueEntry::titleOriginal, Alphabet.NORWEGIAN)
            .thenComparing(CatalogueEntry::id);
    assertThat(browse.page(Facet.NORWEGIAN_TITLE, "Å", 0, 9_999))
        .isEqualTo(all.stream().sorted(byTitle).toList());
  }

  private Map<String, String> traits() {
    var traits = new TreeMap<String, String>();
    for (Group group : browse.groups(Facet.TRAIT, Alphabet.ENGLISH, 0, 9)) {
      traits.put(
          group.value(), String.join(" ", ids(browse.page(Facet.TRAIT, group.value(), 0, 9))));
    }
    return traits;
  }

  private List<CatalogueEntry> neighbours(String id) {
    Neighbours found = browse.neighbours(plain(id, "", ""));
    var both = new ArrayList<CatalogueEntry>();
    both.add(found.previous() == null ? plain("-", "", "") : found.previous());
    both.add(found.next() == null ? plain("-", "", "") : found.next());
    return both;
  }

  private void add(String id, String date, String kind) {
    browse.count(plain(id, date, kind), 1);
  }

  private static CatalogueEntry plain(String id, String date, String kind) {
    return entry(id, "Tittel", "", date, kind, List.of(), List.of());
  }

  private static List<String> ids(List<CatalogueEntry> entries) {
    return entries.stream().map(entry -> entry.id().value()).toList();
  }

  private static CatalogueEntry entry(
      String id,
      String original,
      String translation,
      String date,
      String kind,
      List<String> authors,
      List<String> subjects) {
    return new CatalogueEntry(
        new DocumentId(id),
        original,
        translation,
        Language.BOKMAAL,
        new CatalogueEntry.Details(date, 0, kind, "", "", authors, subjects, List.of()),
        1,
        0,
        0,
        Progress.NONE);
  }

  private static CatalogueEntry entry(
      String id, State state, Freshness freshness, Language language) {
    var count = new ProgressCount(1, 5);
    return new CatalogueEntry(
        new DocumentId(id),
        "Tittel",
        "",
        language,
        new CatalogueEntry.Details("", 0, "", "", "", List.of(), List.of(), List.of()),
        1,
        0,
        0,
        new Progress(Map.of(state, count), Map.of(freshness, count)));
  }
}
