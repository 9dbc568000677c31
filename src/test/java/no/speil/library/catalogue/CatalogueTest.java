package no.speil.library.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import no.speil.corpus.Access;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Language;
import no.speil.library.catalogue.BrowseIndex.Facet;
import no.speil.status.Progress;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private final Catalogue catalogue = new Catalogue();

  @Test
  void aDocumentThatIsReadAgainIsInEveryListAllTheWhile() {
    catalogue.put(summary("a", "1999"));
    catalogue.put(summary("b", "1999"));
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 20_000; i++) {
                catalogue.put(summary("b", "1999"));
              }
            });
    var counts = new TreeSet<Integer>();
    while (!reading.isDone()) {
      counts.add(catalogue.browse().documents(Facet.YEAR, "1999"));
      counts.add(catalogue.page(0, 9).size());
    }
    reading.join();
    assertThat(counts).containsExactly(2);
  }

  @Test
  void aDocumentIsInTheListsOfItsLatestState() {
    catalogue.put(summary("a", "1999"));
    catalogue.put(summary("a", "2000"));
    assertThat(catalogue.browse().documents(Facet.YEAR, "1999")).isZero();
    assertThat(catalogue.browse().documents(Facet.YEAR, "2000")).isEqualTo(1);
    catalogue.remove(new DocumentId("a"));
    assertThat(catalogue.page(0, 9)).isEmpty();
    assertThat(catalogue.counts().documents()).isZero();
  }

  @Test
  void manyDocumentsReadTogetherComeWithTheNewestFirst() {
    var random = new Random(7);
    var all = new ArrayList<Long>();
    for (int i = 0; i < 2_000; i++) {
      long changed = 1_000L * random.nextInt(300) + random.nextInt(1_000);
      all.add(changed);
      catalogue.put(summary("d" + i, "1999", changed));
    }
    catalogue.put(summary("before 1970", "", -5_000));
    all.add(-5_000L);
    all.sort(Comparator.reverseOrder());
    assertThat(
            catalogue.browse().page(Facet.CHANGE, "", 0, 9_999).stream()
                .map(CatalogueEntry::changedMillis))
        .containsExactlyElementsOf(all);
  }

  @Test
  void daysOfWorkAreThoseOfTheLatestSummaries() {
    List<WorkDay> days = new ArrayList<>();
    for (int day = 1; day <= 40; day++) {
      days.add(new WorkDay(day * 86_400_000L, "a", day % 2 == 0 ? "kari" : "ola"));
    }
    catalogue.put(worked("a", days));
    var other = new WorkDay(86_400_001L, "b", "kari");
    catalogue.put(worked("b", List.of(other)));
    assertThat(days("")).hasSize(41);

    days.removeFirst();
    WorkDay last = days.removeLast();
    days.add(new WorkDay(last.lastMillis() + 7, "a", last.person()));
    catalogue.put(worked("a", days));
    days.add(other);
    assertThat(days(""))
        .containsExactlyElementsOf(days.stream().sorted(WorkDay.LATEST_FIRST).toList());
    assertThat(days("Kari"))
        .containsExactlyElementsOf(
            days.stream()
                .filter(day -> day.person().equals("kari"))
                .sorted(WorkDay.LATEST_FIRST)
                .toList());

    catalogue.remove(new DocumentId("a"));
    assertThat(days("")).containsExactly(other);
  }

  @Test
  void aFormerNameThatSeveralDocumentsGiveLeadsToOneThatIsStillThere() {
    var former = new DocumentId("before");
    catalogue.put(named("a", former));
    catalogue.put(named("b", former));
    Object names = catalogue.names();
    assertThat(catalogue.renamed(former)).hasValue(new DocumentId("b"));

    catalogue.remove(new DocumentId("b"));
    assertThat(catalogue.renamed(former)).hasValue(new DocumentId("a"));
    assertThat(catalogue.renamedTo(former)).hasValue(new DocumentId("a"));
    assertThat(catalogue.names()).isNotEqualTo(names);
    catalogue.put(summary("a", "1999"));
    assertThat(catalogue.renamed(former)).isEmpty();
  }

  private List<WorkDay> days(String person) {
    return catalogue.worked(new WorkFilter(person, null, null, null));
  }

  private static DocumentSummary worked(String id, List<WorkDay> days) {
    return summary(id, "", 0, days);
  }

  private static DocumentSummary summary(String id, String date) {
    return summary(id, date, 0);
  }

  private static DocumentSummary summary(String id, String date, long changed) {
    return summary(id, date, changed, List.of());
  }

  private static DocumentSummary summary(String id, String date, long changed, List<WorkDay> days) {
    return summary(id, date, changed, days, List.of());
  }

  private static DocumentSummary named(String id, DocumentId former) {
    return summary(id, "1999", 0, List.of(), List.of(former));
  }

  private static DocumentSummary summary(
      String id, String date, long changed, List<WorkDay> days, List<DocumentId> aliases) {
    var entry =
        new CatalogueEntry(
            new DocumentId(id),
            "Tittel",
            "",
            Language.BOKMAAL,
            new CatalogueEntry.Details(date, 0, "", "", "", List.of(), List.of(), List.of()),
            1,
            0,
            changed,
            Progress.NONE);
    return new DocumentSummary(
        entry,
        new FileStates(null, null, null),
        id + ".md",
        Access.EVERYBODY,
        aliases,
        new DocumentSummary.Contributions(Map.of(), 0, 0, days),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
