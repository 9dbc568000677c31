package no.speil.library.actions;

import static no.speil.library.TestLibrary.KARI;
import static no.speil.library.TestLibrary.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.archive.SmallDisk;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.Library;
import no.speil.library.TestLibrary;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.record.SuggestEvent;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingTextTest {
  private static final String ORIGINAL =
      """
      ---
      title: Et brev
      ---

      Styret må gå.

      Vi krever et nytt årsmøte.

      - Punkt én
      - Punkt to

      Hilsen kvinnegruppa.
      """;
  private static final String TRANSLATION =
      """
      ---
      title: A letter   # kept
      ---

      The board must go.

      We demand a new annual meeting.

      - Item one
      - Item two

      Greetings from the women's group.
      """;

  private static final String CODE = "```\nspeil serve\n```\n\n";
  private static final String WORDLESS = CODE + "{{< figure src=\"a.jpg\" >}}\n\n![](b.png)\n\n";
  private static final String PARTED =
      "Styret går.\n\n" + WORDLESS + "Vi krever svar.\n\nHilsen oss.\n\n***\n";

  private static final long MORE_THAN_IS_READ = 17L << 20;

  @TempDir private Path folder;
  @AutoClose private TestLibrary root;

  @BeforeEach
  void make() {
    root = new TestLibrary(folder).put("archive/a.md", ORIGINAL);
  }

  @Test
  void exactlyTheSectionsBlocksChange() {
    Library library = root.put("translations/a.md", TRANSLATION).open();
    TrackedSection before = root.section("a", "Vi krever");

    TrackedSection after = edit(library, before, "We *insist*.\n\nOn a meeting.", KARI);

    assertThat(root.read("translations/a.md"))
        .isEqualTo(
            TRANSLATION.replace(
                "We demand a new annual meeting.", "We *insist*.\n\nOn a meeting."));
    assertThat(after.section().id()).isEqualTo(before.section().id());
    assertThat(after.section().translation()).hasSize(2);
    assertThat(after.sectionStatus().state()).isEqualTo(State.DRAFT);
    assertThat(after.sectionStatus().freshness()).isEqualTo(Freshness.CURRENT);
    assertThat(root.find("insist")).containsExactly(before.section().id());
    assertThat(root.section("a", "Styret").section().translation()).hasSize(1);
    root.open();
    assertThat(root.section("a", "Vi krever")).isEqualTo(after);
  }

  @Test
  void listItemsKeepTheirMarkersAndNeighbours() {
    Library library = root.put("translations/a.md", TRANSLATION).open();

    edit(library, root.section("a", "Punkt én"), "Point one", KARI);

    assertThat(root.read("translations/a.md"))
        .isEqualTo(TRANSLATION.replace("- Item one", "- Point one"));
  }

  @Test
  void aMissingListItemBecomesAnItemAmongItsNeighbours() {
    root.put("archive/b.md", "- Vedtak 12 fra 1984\n- Styret må gå\n- Vedtak 13 fra 1985\n");
    root.put("translations/b.md", "- Decision 12 of 1984\n- Decision 13 of 1985\n");
    Library library = root.open();

    edit(library, root.section("b", "Styret"), "The board\nmust go", KARI);

    assertThat(root.read("translations/b.md"))
        .isEqualTo("- Decision 12 of 1984\n- The board\n  must go\n- Decision 13 of 1985\n");
  }

  @Test
  void aMissingItemOfANumberedListIsNumbered() {
    root.put("archive/b.md", "1. Vedtak 12 fra 1984\n2. Styret må gå\n3. Vedtak 13 fra 1985\n");
    root.put("translations/b.md", "1. Decision 12 of 1984\n3. Decision 13 of 1985\n");
    Library library = root.open();

    edit(library, root.section("b", "Styret"), "The board\nmust go", KARI);

    assertThat(root.read("translations/b.md"))
        .isEqualTo("1. Decision 12 of 1984\n2. The board\n   must go\n3. Decision 13 of 1985\n");
  }

  @Test
  void aHeadingTypedWithoutItsMarkIsAHeadingWhetherItIsNewOrReplaced() {
    root.put("archive/b.md", "# Brev\n\nVi møtes.\n\n## Veien videre\n\n> Vi krever svar.\n");
    root.put("translations/b.md", "# Letter\n\nWe meet.\n");
    Library library = root.open();

    edit(library, root.section("b", "Veien"), "The way ahead", KARI);
    edit(library, root.section("b", "Vi krever"), "We demand an answer.", KARI);
    assertThat(root.read("translations/b.md"))
        .isEqualTo("# Letter\n\nWe meet.\n\n## The way ahead\n\n> We demand an answer.\n");

    edit(library, root.section("b", "Veien"), "### The road", KARI);
    edit(library, root.section("b", "Veien"), "The road ahead", KARI);
    assertThat(root.read("translations/b.md"))
        .isEqualTo("# Letter\n\nWe meet.\n\n### The road ahead\n\n> We demand an answer.\n");
  }

  @Test
  void aPlaceholderThatStoodForAHeadingIsReplacedByOne() {
    root.put("archive/b.md", "# Brev\n\nVi møtes.\n\n## Veien videre\n");
    root.put("translations/b.md", "# Letter\n\nWe meet.\n\n*English translation TBD.*\n");
    Library library = root.open();
    TrackedSection heading = root.section("b", "Veien");
    assertThat(heading.section().translation().getFirst().text()).startsWith("English");

    edit(library, heading, "The way ahead", KARI);

    assertThat(root.read("translations/b.md"))
        .isEqualTo("# Letter\n\nWe meet.\n\n## The way ahead\n");
  }

  @Test
  void theTitleIsSavedInTheFrontMatter() {
    Library library = root.put("translations/a.md", TRANSLATION).open();

    edit(library, root.section("a", "Et brev"), "An open letter\n\nTo the board.", KARI);

    LiveDocument document = library.documents().find(new DocumentId("a")).orElseThrow();
    assertThat(document.title(Side.TRANSLATION)).isEqualTo("An open letter");
    assertThat(root.read("translations/a.md"))
        .contains("# kept")
        .endsWith(TRANSLATION.substring(TRANSLATION.indexOf("---\n\nThe board")));
  }

  @Test
  void aFileThatIsThereAndCannotBeReadIsNotWrittenOver() throws IOException {
    root.put("translations/a.md", TRANSLATION);
    try (var sparse = new RandomAccessFile(folder.resolve("translations/a.md").toFile(), "rw")) {
      sparse.setLength(MORE_THAN_IS_READ);
    }
    Library library = root.open();

    assertThatThrownBy(() -> edit(library, root.section("a", "Styret"), "The board!", KARI))
        .isInstanceOfSatisfying(
            NotNow.class, e -> assertThat(e.reason()).isEqualTo(NotNow.Reason.UNREADABLE));
    assertThat(folder.resolve("translations/a.md")).hasSize(MORE_THAN_IS_READ);
  }

  @Test
  void aMissingFileIsMade() {
    Library library = root.open();

    TrackedSection after = edit(library, root.section("a", "Vi krever"), "We demand it.", KARI);

    assertThat(root.read("translations/a.md"))
        .isEqualTo("---\nlanguage: en\n---\n\nWe demand it.\n");
    TrackedSection title = root.sections("a").getFirst();
    assertThat(title.section().translation()).isEmpty(); // the file's name translates no title
    assertThat(title.sectionStatus().state()).isEqualTo(State.UNTRANSLATED);
    assertThat(after.section().original()).hasSize(1);
    assertThat(after.sectionStatus().state()).isEqualTo(State.DRAFT);
  }

  @Test
  void aMissingPassageGoesWhereItsNeighboursSay() {
    String without = TRANSLATION.replace("We demand a new annual meeting.\n\n", "");
    Library library = root.put("translations/a.md", without).open();

    edit(library, root.section("a", "Vi krever"), "We demand a new annual meeting.", KARI);

    assertThat(root.read("translations/a.md")).isEqualTo(TRANSLATION);
  }

  @Test
  void blankTextTakesTheTranslationOut() {
    Library library = root.put("translations/a.md", TRANSLATION).open();

    TrackedSection after = edit(library, root.section("a", "Vi krever"), " \n", KARI);

    assertThat(after.sectionStatus().state()).isEqualTo(State.UNTRANSLATED);
    assertThat(root.read("translations/a.md"))
        .isEqualTo(TRANSLATION.replace("We demand a new annual meeting.\n\n", ""));
  }

  @Test
  void secondOfTwoSaversLosesNothing() {
    Library library = root.put("translations/a.md", TRANSLATION).open();
    TrackedSection seen = root.section("a", "Vi krever");
    TrackedSection now = edit(library, seen, "Kari's text.", KARI);

    assertThatThrownBy(() -> edit(library, seen, "Ola's text.", OLA))
        .isInstanceOfSatisfying(
            ActionRefusedException.StaleVersion.class, e -> assertThat(e.now()).isEqualTo(now));

    TrackedSection after = root.section("a", "Vi krever");
    assertThat(after.section().translation().getFirst().text()).isEqualTo("Kari's text.");
    assertThat(after.history().getLast())
        .isInstanceOfSatisfying(
            SuggestEvent.class,
            suggested -> {
              assertThat(suggested.text()).isEqualTo("Ola's text.");
              assertThat(suggested.signature().by()).isEqualTo("ola");
            });
  }

  @Test
  void onesOwnLastSaveIsNoConflict() {
    Library library = root.put("translations/a.md", TRANSLATION).open();
    TrackedSection seen = root.section("a", "Vi krever");
    edit(library, seen, "First.", KARI);
    edit(library, seen, "Second.", KARI);

    TrackedSection after = edit(library, seen, "Third.", KARI);

    assertThat(after.section().translation().getFirst().text()).isEqualTo("Third.");
  }

  @Test
  void textTypedAgainstAnOlderOriginalIsTakenAndStaleAtOnce() {
    Library library = root.put("translations/a.md", TRANSLATION).open();
    TrackedSection seen = root.section("a", "Vi krever");
    root.put("archive/a.md", ORIGINAL.replace("krever et", "krever ikke et"));

    TrackedSection after = edit(library, seen, "We insist on a meeting.", KARI);

    assertThat(after.section().translation().getFirst().text())
        .isEqualTo("We insist on a meeting.");
    assertThat(after.sectionStatus().freshness()).isEqualTo(Freshness.STALE);
  }

  @Test
  void openCodeIsClosedSoThatNeighboursAreUntouched() {
    Library library = root.put("translations/a.md", TRANSLATION).open();

    edit(library, root.section("a", "Styret"), "```\nopen", KARI);

    assertThat(root.section("a", "Vi krever").section().translation().getFirst().text())
        .isEqualTo("We demand a new annual meeting.");
    assertThat(root.read("translations/a.md"))
        .isEqualTo(TRANSLATION.replace("The board must go.", "```\nopen\n```"));
  }

  @Test
  void fileThatIsNotUtf8IsNotSavedInto() throws Exception {
    Files.createDirectories(folder.resolve("translations"));
    byte[] bytes = TRANSLATION.replace("women's", "kvinné").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("translations/a.md"), bytes);
    Library library = root.open();

    assertThatThrownBy(() -> edit(library, root.section("a", "Styret"), "x", KARI))
        .isInstanceOfSatisfying(
            NotNow.class, e -> assertThat(e.reason()).isEqualTo(NotNow.Reason.NOT_UTF8));
    assertThat(Files.readAllBytes(folder.resolve("translations/a.md"))).isEqualTo(bytes);
  }

  @Test
  void fullDiskRefusesASaveAndNothingIsLostOrHalfDone() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("translations"))) {
      Library library = root.put("translations/a.md", TRANSLATION).open();
      TrackedSection section = root.section("a", "Styret");
      String record = root.read("translations/a.jsonl");
      disk.fill();

      assertThatThrownBy(() -> edit(library, section, "The board. ".repeat(3000), KARI))
          .isInstanceOf(ActionRefusedException.StorageRefused.class);
      assertThat(root.read("translations/a.jsonl")).isEqualTo(record);
      assertThat(root.read("translations/a.md")).isEqualTo(TRANSLATION);

      disk.free();
      root.open();
      assertThat(root.read("translations/a.md")).isEqualTo(TRANSLATION);
      assertThat(root.section("a", "Styret")).isEqualTo(section);
      root.close();
    }
  }

  @Test
  void aTranslatedHeadingIsNoEnglishTitleUntilSomebodyWritesOne() {
    root.put("archive/b.md", "---\ntitle: Tilgang\n---\n\nStyret styrer.\n\n### Klienter\n");
    root.put("archive/c.md", "# Tilgang\n\nVi styrer.\n\n## Kunder\n\n## Avtaler\n");
    Library library = root.open();

    edit(library, root.section("b", "Klienter"), "Clients", KARI);
    edit(library, root.section("c", "Kunder"), "Customers", KARI);
    for (String id : List.of("b", "c")) {
      assertThat(title(library, id)).isEmpty();
      assertThat(root.section(id, "Tilgang").sectionStatus().state()).isEqualTo(State.UNTRANSLATED);
    }

    edit(library, root.sections("c").get(1), "Access", KARI);
    assertThat(title(library, "c")).isEqualTo("Access");
    edit(library, root.section("b", "Tilgang"), "Access", KARI);
    assertThat(title(library, "b")).isEqualTo("Access");
    assertThat(root.read("translations/b.md"))
        .contains("title: \"Access\"")
        .contains("### Clients");
  }

  @Test
  void whatHasNoWordsComesAlongWhenTheTextsAroundItAreTranslated() {
    Library library = root.put("archive/b.md", PARTED).open();

    edit(library, root.section("b", "Styret"), "The board goes.", KARI);
    edit(library, root.section("b", "Hilsen"), "Our greetings.", KARI);
    assertThat(root.read("translations/b.md"))
        .endsWith("The board goes.\n\nOur greetings.\n\n***\n");

    edit(library, root.section("b", "Vi krever"), "We demand an answer.", KARI);
    assertThat(root.read("translations/b.md"))
        .endsWith(
            "The board goes.\n\n" + WORDLESS + "We demand an answer.\n\nOur greetings.\n\n***\n");
    List<TrackedSection> sections = root.sections("b");
    assertThat(sections.subList(1, sections.size()))
        .allMatch(each -> !each.section().translation().isEmpty());
    root.open();
    assertThat(root.sections("b")).isEqualTo(sections);
  }

  @Test
  void whatSomebodyHasTakenOutOfAFinishedTranslationStaysOut() {
    Library library = root.put("archive/b.md", PARTED).open();
    edit(library, root.section("b", "Styret"), "The board goes.", KARI);
    edit(library, root.section("b", "Vi krever"), "We demand an answer.", KARI);

    edit(library, root.section("b", "speil serve"), "", KARI);
    edit(library, root.section("b", "Vi krever"), "We demand answers.", KARI);

    assertThat(root.read("translations/b.md"))
        .endsWith("The board goes.\n\n" + WORDLESS.replace(CODE, "") + "We demand answers.\n");
  }

  @Test
  void whatIsLeftOutOnPurposeDoesNotComeAlong() {
    Library library = root.put("archive/b.md", PARTED).open();
    TrackedSection code = root.section("b", "speil serve");
    library.marks().omit(code.section().id(), true, code.version(), KARI);

    edit(library, root.section("b", "Styret"), "The board goes.", KARI);
    edit(library, root.section("b", "Vi krever"), "We demand an answer.", KARI);

    assertThat(root.read("translations/b.md"))
        .endsWith("The board goes.\n\n" + WORDLESS.replace(CODE, "") + "We demand an answer.\n");
  }

  private static String title(Library library, String id) {
    return library.documents().find(new DocumentId(id)).orElseThrow().title(Side.TRANSLATION);
  }

  private static TrackedSection edit(
      Library library, TrackedSection section, String markdown, Actor actor) {
    return library
        .edits()
        .edit(section.section().id(), markdown, section.version(), actor)
        .map(LiveSection::section)
        .orElseThrow();
  }
}
