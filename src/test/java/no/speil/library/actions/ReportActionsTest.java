package no.speil.library.actions;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.speil.align.correct.Correction;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.corpus.Task;
import no.speil.library.Library;
import no.speil.library.TestLibrary;
import no.speil.library.activity.ActivityCursor;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.record.ReportCategory;
import no.speil.record.ReportEvent;
import no.speil.record.ReportEvent.ReportContent;
import no.speil.record.ReportVerdict;
import no.speil.record.TextQuote;
import no.speil.record.TextQuote.QuoteMatch;
import no.speil.record.TrackedReport;
import no.speil.search.ExpansionOptions;
import no.speil.search.FacetCount;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors that readers report, and what comes of them. */
class ReportActionsTest {
  private static final String ORIGINAL =
      "---\n"
          + "title: Et brev\n"
          + "---\n\n"
          + "Styret i den lille foreningen vår må gå.\n\n"
          + "Vi møtes i mai.\n\n"
          + "Dette er alt.\n";
  private static final String TRANSLATION =
      "---\ntitle: A letter\n---\n\nThe board must stay.\n\nWe meet in May.\n\nThis is all.\n";
  private static final Actor READER = new Actor("reader", "web");

  @TempDir private Path folder;
  @AutoClose private TestLibrary root;
  private Library library;
  private SectionId id;

  @BeforeEach
  void make() {
    root =
        new TestLibrary(folder)
            .put("archive/brev.md", ORIGINAL)
            .put("translations/brev.md", TRANSLATION);
    library = root.open();
    id = root.section("brev", "Styret").section().id();
  }

  @Test
  void aReportOutlivesARestartAndIsToldToNobodyElse() {
    TrackedSection after = report("must stay", "It says go.");

    TrackedReport trackedReport = only(after);
    assertThat(trackedReport.verdict()).isEqualTo(ReportVerdict.OPEN);
    assertThat(trackedReport.report().textQuote())
        .isEqualTo(new TextQuote(Side.TRANSLATION, "must stay", "The board ", "."));
    assertThat(after.history()).isEmpty();
    assertThat(library.activity().latest(10)).isEmpty();
    assertThat(
            library
                .activity()
                .since(ActivityCursor.moment(java.time.Instant.EPOCH), 10)
                .activities())
        .isEmpty();
    root.open();
    assertThat(only(section())).isEqualTo(trackedReport);
  }

  @Test
  void anOpenReportIsFoundInTheQueueAloneBeforeAllButFacts() {
    root.mark(root.section("brev", "Vi møtes"), State.TRANSLATED, KARI);
    root.put("archive/brev.md", ORIGINAL.replace("i mai", "i juni"));
    library.sync().look();
    report("must stay", "It says go.");

    SearchResult queue = queue(Sort.QUEUE);
    assertThat(queue.hits()).extracting(Hit::section).element(1).isEqualTo(id);
    assertThat(queue.hits().getFirst().status().due().task()).isEqualTo(Task.FACTS);
    assertThat(queue(Sort.QUEUE_NEWS).hits().getFirst().section()).isEqualTo(id);
    assertThat(queue.facets().get("work")).contains(new FacetCount("report", 1));
    SearchResult told = search("task", List.of("report"), Sort.WORK);
    assertThat(told.hits()).isEmpty();
    assertThat(told.facets().get("task")).contains(new FacetCount("draft", 3));
  }

  @Test
  void acceptedItIsInTheHistoryAndWaitsToBeMended() {
    String report = only(report("must stay", "It says go.")).report().id();

    TrackedSection accepted =
        library.reports().settle(id, report, ReportVerdict.ACCEPTED, KARI).section();

    assertThat(accepted.history()).hasSize(2).first().isInstanceOf(ReportEvent.class);
    assertThat(library.activity().latest(10)).hasSize(2);
    assertThat(accepted.pendingReports()).hasSize(1);
    assertThat(queue(Sort.QUEUE).facets().get("work")).contains(new FacetCount("report", 1));
    TrackedSection mended =
        library.reports().settle(id, report, ReportVerdict.MENDED, KARI).section();
    assertThat(mended.history()).hasSize(3);
    assertThat(mended.pendingReports()).isEmpty();
    assertThat(queue(Sort.QUEUE).facets().get("work")).contains(new FacetCount("report", 0));
  }

  @Test
  void dismissedItIsKeptAndNotShownUntilThatIsTakenBack() {
    String report = only(report("must stay", "It says go.")).report().id();

    TrackedSection dismissed =
        library.reports().settle(id, report, ReportVerdict.DISMISSED, KARI).section();

    assertThat(dismissed.history()).isEmpty();
    assertThat(dismissed.pendingReports()).isEmpty();
    assertThat(only(dismissed).verdict()).isEqualTo(ReportVerdict.DISMISSED);
    String written = root.read("translations/brev.jsonl");
    library.reports().settle(id, report, ReportVerdict.DISMISSED, KARI);
    assertThat(root.read("translations/brev.jsonl")).isEqualTo(written);
    assertThat(
            library
                .reports()
                .settle(id, report, ReportVerdict.OPEN, KARI)
                .section()
                .pendingReports())
        .hasSize(1);
    assertThatThrownBy(
            () ->
                library.reports().settle(id, "0000000000", ReportVerdict.ACCEPTED, KARI).section())
        .isInstanceOfSatisfying(
            NotNow.class, e -> assertThat(e.reason()).isEqualTo(NotNow.Reason.NO_REPORT));
  }

  @Test
  void theSameReportIsTakenOnceAndNoMoreThanAPageHolds() {
    report("must stay", "It says go.");
    assertThat(report("must stay", "It says go.").reports()).hasSize(1);
    for (int i = 0; i < 19; i++) {
      report("", "Number " + i);
    }
    assertThatThrownBy(() -> report("", "One more."))
        .isInstanceOfSatisfying(
            NotNow.class, e -> assertThat(e.reason()).isEqualTo(NotNow.Reason.MANY_REPORTS));
    library
        .reports()
        .settle(id, section().reports().getLast().report().id(), ReportVerdict.DISMISSED, KARI);
    assertThat(report("", "One more.").pendingReports()).hasSize(20);
  }

  @Test
  void aReportFollowsItsTextThroughChangesOfTheFiles() {
    report("must stay", "It says go.");
    root.put(
        "translations/brev.md",
        "---\ntitle: A letter\n---\n\nWe meet in May.\n\nThe board must go.\n\nThis is all.\n");
    root.put(
        "archive/brev.md",
        "---\n"
            + "title: Et brev\n"
            + "---\n\n"
            + "Vi møtes i mai.\n\n"
            + "Styret i den lille foreningen vår må gå.\n\n"
            + "Dette er alt.\n");
    library.sync().look();

    TrackedSection moved = section();

    assertThat(moved.section().id()).isEqualTo(id);
    assertThat(sighting(moved)).isEqualTo(new QuoteMatch.Reworded("must go"));
  }

  @Test
  void aReportOnASectionThatIsJoinedOrTakenOutIsShownWhereItCanBeAnswered() {
    String report = only(report("must stay", "It says go.")).report().id();
    TrackedSection next = root.section("brev", "Vi møtes");
    SectionId nextId = next.section().id();
    library
        .alignment()
        .correct(
            new Correction.Join(nextId, id),
            List.of(
                new ExpectedVersion(nextId, next.version()),
                new ExpectedVersion(id, section().version())),
            KARI);
    assertThat(only(section())).isNotNull();

    root.put("archive/brev.md", "---\ntitle: Et brev\n---\n\nDette er alt.\n");
    root.put("translations/brev.md", "---\ntitle: A letter\n---\n\nThis is all.\n");
    library.sync().look();

    TrackedSection title = root.sections("brev").getFirst();
    assertThat(sighting(title)).isEqualTo(new QuoteMatch.Gone());
    SectionId shown = title.section().id();
    assertThat(
            library
                .reports()
                .settle(shown, report, ReportVerdict.DISMISSED, KARI)
                .section()
                .pendingReports())
        .isEmpty();
    root.open();
    assertThat(only(root.sections("brev").getFirst()).verdict()).isEqualTo(ReportVerdict.DISMISSED);
  }

  @Test
  void aReaderIsNobodyWhoCouldHaveReviewed() {
    TrackedSection section = root.mark(section(), State.TRANSLATED, KARI);
    assertThat(library.marks().mayReview(section, TestLibrary.KARI)).isTrue();

    TrackedSection reported = report("must stay", "It says go.");

    assertThat(library.marks().mayReview(reported, TestLibrary.KARI)).isTrue();
    assertThat(reported.version()).isEqualTo(section.version());
  }

  @Test
  void anArchiveServedForReadingTakesNone(@TempDir Path index) {
    library = root.openReadOnly(index);

    assertThatThrownBy(() -> report("must stay", "It says go."))
        .isInstanceOf(ActionRefusedException.ReadOnly.class);
  }

  private TrackedSection report(String exact, String words) {
    library
        .reports()
        .report(
            id,
            new ReportContent(ReportCategory.MEANING, words),
            new TextQuote(Side.TRANSLATION, exact, "", ""),
            section().version(),
            READER);
    return section();
  }

  private TrackedSection section() {
    return root.section("brev", "Styret");
  }

  private static TrackedReport only(TrackedSection section) {
    assertThat(section.reports()).hasSize(1);
    return Objects.requireNonNull(section.reports().getFirst());
  }

  private static QuoteMatch sighting(TrackedSection section) {
    return only(section).report().textQuote().in(section.section());
  }

  private SearchResult queue(Sort sort) {
    return search("work", List.of(Task.values()).stream().map(Task::code).toList(), sort);
  }

  private SearchResult search(String facet, List<String> values, Sort sort) {
    return library
        .search()
        .run(
            new SearchRequest(
                "", 1, 50, sort, Group.SECTION, Map.of(facet, values), ExpansionOptions.ALL));
  }
}
