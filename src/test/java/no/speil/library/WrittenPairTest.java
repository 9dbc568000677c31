package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static no.speil.library.TestLibrary.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import no.speil.align.correct.Correction;
import no.speil.corpus.Alignment;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.documents.LiveSection;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text that a person writes for an original belongs to it by that person's word. */
class WrittenPairTest {
  private static final String ORIGINAL =
      """
      ---
      title: Hytta
      ---

      Hytta ligger ved vannet og har plass til tolv.

      Nøkkelen henger i naustet bak båten.

      Ta med ved, mat og sengetøy for alle netter.
      """;
  private static final String HALF = "---\ntitle: The cabin\n---\n\n*English translation TBD.*\n";

  @TempDir private Path folder;
  @AutoClose private TestLibrary root;

  @BeforeEach
  void make() {
    root = new TestLibrary(folder).put("archive/a.md", ORIGINAL).put("translations/a.md", HALF);
    root.open();
  }

  @Test
  void whatIsWrittenForAnOriginalIsConfirmedAndNobodyIsAskedAboutIt() {
    edit("Hytta ligger", "It lies by the lake.");
    edit("Nøkkelen", "Key: boathouse.");
    TrackedSection wood = section("Ta med");
    TrackedSection proposed =
        root.library().edits().suggest(id(wood), "Bring wood.", OLA).section();
    root.library()
        .edits()
        .accept(id(wood), proposed.openSuggestions().getFirst().id(), proposed.version(), KARI);

    assertPairsAreConfirmed();
    root.open();
    assertPairsAreConfirmed();
    assertThat(root.read("translations/a.jsonl").lines().toList().getLast())
        .contains("\"how\":\"confirmed\"");
  }

  @Test
  void itStaysConfirmedWhenTheOriginalOrTheTextChangesOutside() {
    edit("Nøkkelen", "Key: boathouse.");

    root.put("archive/a.md", ORIGINAL.replace("bak båten", "bak den gamle båten"));
    root.put("translations/a.md", root.read("translations/a.md").replace("Key: b", "The key: b"));
    root.open();

    assertThat(section("Nøkkelen").section().translation()).hasSize(1);
    assertThat(section("Nøkkelen").section().alignment()).isEqualTo(Alignment.CONFIRMED);
  }

  @Test
  void aTextTakenOutAgainLeavesARowThatLaterTextIsAlignedWith() {
    String key = "The key hangs in the boathouse behind the boat.";
    edit("Nøkkelen", key);
    String written = root.read("translations/a.md");
    edit("Nøkkelen", "");
    assertThat(section("Nøkkelen").section().alignment().method())
        .isEqualTo(Alignment.Method.AUTOMATIC);

    root.put("translations/a.md", written.replace(key, "The key hangs behind the boat."));

    assertThat(section("Nøkkelen").section().translation()).hasSize(1);
  }

  @Test
  void aTextTakenOutOutsideLeavesARowThatLaterTextIsAlignedWith() {
    String key = "The key hangs in the boathouse behind the boat.";
    root.library().marks().comment(id(edit("Nøkkelen", key)), "Finished.", KARI);
    String written = root.read("translations/a.md");
    root.put("translations/a.md", written.replaceFirst(key + "\n+", ""));
    assertThat(section("Nøkkelen").section().translation()).isEmpty();

    root.put("translations/a.md", written.replace(key, "The key hangs behind the boat."));
    assertThat(section("Nøkkelen").section().translation()).hasSize(1);
    assertThat(section("Nøkkelen").section().alignment().method())
        .isEqualTo(Alignment.Method.AUTOMATIC);
  }

  @Test
  void aTextPutBackAsItWasIsConfirmedAgain() {
    root.library().marks().comment(id(edit("Nøkkelen", "Key: boathouse.")), "Finished.", KARI);
    String written = root.read("translations/a.md");
    root.put("translations/a.md", written.replaceFirst("Key: boathouse\\.\n+", ""));
    assertThat(section("Nøkkelen").section().translation()).isEmpty();

    root.put("translations/a.md", written).open();

    assertThat(section("Nøkkelen").section().translation()).hasSize(1);
    assertThat(section("Nøkkelen").section().alignment()).isEqualTo(Alignment.CONFIRMED);
  }

  @Test
  void aRecordThatCalledWrittenTextAGuessIsReadAsConfirmed() {
    edit("Nøkkelen", "Key: boathouse.");
    String record = root.read("translations/a.jsonl").replaceAll(",\"clock\":[0-9]+", "");
    int last = record.lastIndexOf("\"how\":\"confirmed\",\"confidence\":1");
    assertThat(last).isPositive();
    root.close();
    root.put(
        "translations/a.jsonl",
        record.substring(0, last)
            + record
                .substring(last)
                .replace(
                    "\"how\":\"confirmed\",\"confidence\":1",
                    "\"how\":\"automatic\",\"confidence\":0.07,\"x\":1"));

    root.open();

    assertPairsAreConfirmed();
    root.put("archive/a.md", ORIGINAL.replace("bak båten", "bak den gamle båten")).open();
    assertThat(section("Nøkkelen").section().alignment()).isEqualTo(Alignment.CONFIRMED);
  }

  @Test
  void whatAPersonTookApartAfterWritingStaysApart() {
    TrackedSection written = edit("Nøkkelen", "Key: boathouse.");

    root.library()
        .alignment()
        .correct(
            new Correction.Unlink(id(written)),
            List.of(new ExpectedVersion(id(written), written.version())),
            KARI);
    root.open();

    assertThat(section("Nøkkelen").section().translation()).isEmpty();
    assertThat(section("Key").section().original()).isEmpty();
  }

  private void assertPairsAreConfirmed() {
    List<Section> written =
        root.sections("a").stream()
            .filter(each -> !each.history().isEmpty())
            .map(TrackedSection::section)
            .toList();
    assertThat(written).isNotEmpty();
    assertThat(written).allMatch(each -> each.alignment().equals(Alignment.CONFIRMED));
    assertThat(root.library().documents().find(new DocumentId("a")).orElseThrow().problems())
        .extracting(Problem::kind)
        .doesNotContain(Problem.Kind.GUESSED_PAIRS);
  }

  private TrackedSection edit(String beginning, String markdown) {
    TrackedSection section = section(beginning);
    return root.library()
        .edits()
        .edit(id(section), markdown, section.version(), KARI)
        .map(LiveSection::section)
        .orElseThrow();
  }

  private TrackedSection section(String beginning) {
    return root.section("a", beginning);
  }

  private static SectionId id(TrackedSection section) {
    return section.section().id();
  }
}
