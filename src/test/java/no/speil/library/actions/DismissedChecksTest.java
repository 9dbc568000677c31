package no.speil.library.actions;

import static no.speil.library.TestLibrary.KARI;
import static no.speil.library.TestLibrary.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.Library;
import no.speil.library.TestLibrary;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.DocumentChecks;
import no.speil.library.documents.DocumentChecks.FailedCheck;
import no.speil.library.documents.LiveDocument;
import no.speil.record.CheckEvent;
import no.speil.record.SectionVersion;
import no.speil.search.ExpansionOptions;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DismissedChecksTest {
  private static final String ORIGINAL =
      "---\ntitle: Et brev\n---\n\nDe svarte etter 17 dager i vår.\n\nVi møtes på Røros.\n";
  private static final String TRANSLATION =
      "---\n"
          + "title: A letter\n"
          + "---\n\n"
          + "They answered after some days this spring.\n\n"
          + "We meet at Røros.\n";

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
    id = root.section("brev", "De svarte").section().id();
  }

  @Test
  void failedChecksAreKeptWithTheSectionAndFound() {
    assertThat(found("has:check")).containsExactly(id);
    assertThat(found("svarte has:check")).containsExactly(id);
    assertThat(found("check:number-missing")).containsExactly(id);
    assertThat(found("check:negation-missing")).isEmpty();
    assertThat(found("Røros -has:check")).hasSize(1).doesNotContain(id);
    assertThat(work("check").hits()).extracting(Hit::section).containsExactly(id);
    assertThat(work("check").hits().getFirst().status().due().open().checks())
        .containsExactly("number-missing");
  }

  @Test
  void aDismissedCheckIsFoundNoMoreAlsoWhereTheIndexIsMadeAnew() {
    library.marks().dismiss(id, "number-missing", "«Some» er 17 her.", seen(), OLA);
    assertThat(found("has:check")).isEmpty();
    assertThat(found("check:number-missing")).isEmpty();
    assertThat(work("check").total()).isZero();
    FailedCheck failed = failed().getFirst();
    assertThat(failed.isDismissed()).isTrue();
    assertThat(failed.dismissal())
        .extracting(CheckEvent::signature)
        .extracting("by")
        .isEqualTo("ola");

    root.close();
    root.deleteOwnFolder();
    library = root.open();
    assertThat(found("has:check")).isEmpty();
    assertThat(failed()).containsExactly(failed);
  }

  @Test
  void aDismissalHoldsOnlyForTheTextsThatItWasMadeFor() {
    library.marks().dismiss(id, "number-missing", "«Some» er 17 her.", seen(), OLA);
    library.marks().comment(id, "Takk!", KARI);
    assertThat(found("has:check")).isEmpty();

    save("They answered withafter some days this spring.");
    assertThat(found("has:check")).containsExactly(id);
    save("They answered after some days this spring.");
    assertThat(found("has:check")).isEmpty();

    root.close();
    root.put("archive/brev.md", ORIGINAL.replace("17 dager", "17 og 19 dager"));
    library = root.open();
    assertThat(found("check:number-missing")).containsExactly(id);
    assertThat(failed().getFirst().warning().words()).containsExactly("17", "19");
  }

  @Test
  void aDismissalCanBeTakenBack() {
    library.marks().dismiss(id, "number-missing", "Sånn er det.", seen(), OLA);
    library.marks().dismiss(id, "number-missing", null, seen(), KARI);
    assertThat(found("has:check")).containsExactly(id);
    library.marks().dismiss(id, "number-missing", "Jo, sånn er det.", seen(), KARI);
    assertThat(found("has:check")).isEmpty();
  }

  @Test
  void onlyACheckThatFailsIsDismissedByWhoHasSeenTheTexts() {
    SectionVersion seen = seen();
    assertThatThrownBy(() -> library.marks().dismiss(id, "name-missing", "Nei.", seen, KARI))
        .isInstanceOf(ActionRefusedException.NotNow.class);
    save("They answered within some days.");
    assertThatThrownBy(() -> library.marks().dismiss(id, "number-missing", "Nei.", seen, KARI))
        .isInstanceOf(ActionRefusedException.StaleVersion.class);
    assertThat(root.read("translations/brev.jsonl")).doesNotContain("\"do\":\"check\"");
  }

  @Test
  void whoSavesABetterTextNeedsNoDismissal() {
    save("They answered after 17 days this spring.");
    assertThat(found("has:check")).isEmpty();
    assertThat(failed()).isEmpty();
  }

  private void save(String text) {
    library.edits().edit(id, text, seen(), KARI);
  }

  private SectionVersion seen() {
    return root.section("brev", "De svarte").version();
  }

  private List<FailedCheck> failed() {
    LiveDocument document = library.documents().find(new DocumentId("brev")).orElseThrow();
    return new DocumentChecks(document).of(document.section(id).orElseThrow());
  }

  private List<SectionId> found(String query) {
    return library.search().run(SearchRequest.of(query)).hits().stream().map(Hit::section).toList();
  }

  private SearchResult work(String kind) {
    return library
        .search()
        .run(
            new SearchRequest(
                "",
                1,
                50,
                Sort.QUEUE,
                Group.SECTION,
                Map.of("work", List.of(kind)),
                ExpansionOptions.ALL));
  }
}
