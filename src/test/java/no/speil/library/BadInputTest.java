package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static no.speil.library.TestLibrary.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.corpus.Freshness;
import no.speil.corpus.Problem;
import no.speil.corpus.State;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.LiveSection;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Odd records, odd texts and odd disks: nothing is lost and the neighbours are untouched. */
@Tag("slow")
class BadInputTest {
  private static final String ORIGINAL =
      "Styret må gå.\n\nVi krever et nytt årsmøte.\n\nVi venter.\n";
  private static final String TRANSLATION =
      "The board must go.\n\nWe demand a new annual meeting.\n\nWe are waiting.\n";

  @TempDir private Path folder;
  @AutoClose private TestLibrary root;

  @BeforeEach
  void make() {
    root =
        new TestLibrary(folder).put("archive/a.md", ORIGINAL).put("translations/a.md", TRANSLATION);
    root.open();
    root.mark(section("Styret"), State.TRANSLATED, KARI);
    root.mark(section("Styret"), State.REVIEWED, OLA);
  }

  @Test
  void aRecordOfAnotherSystemsLineEndsAndByteOrderMarkSaysTheSame() {
    TrackedSection before = section("Styret");
    root.close();
    root.put(
        "translations/a.jsonl", "\uFEFF" + root.read("translations/a.jsonl").replace("\n", "\r\n"));

    Library library = root.open();

    assertThat(section("Styret")).isEqualTo(before);
    assertThat(library.problems()).isEmpty();
    root.mark(section("Vi venter"), State.TRANSLATED, KARI);
    root.open();
    assertThat(section("Vi venter").sectionStatus().state()).isEqualTo(State.TRANSLATED);
  }

  @Test
  void textsOfAnotherSystemsLineEndsAndByteOrderMarkChangeNothing() {
    root.put("archive/a.md", "\uFEFF" + ORIGINAL.replace("\n", "\r\n"))
        .put("translations/a.md", "\uFEFF" + TRANSLATION.replace("\n", "\r\n"));

    assertThat(section("Styret").sectionStatus().state()).isEqualTo(State.REVIEWED);
    assertThat(section("Styret").sectionStatus().freshness()).isEqualTo(Freshness.CURRENT);
    TrackedSection waiting = section("Vi venter");
    root.library().edits().edit(waiting.section().id(), "We wait.", waiting.version(), KARI);
    assertThat(root.read("translations/a.md"))
        .isEqualTo(
            "\uFEFF" + TRANSLATION.replace("We are waiting.", "We wait.").replace("\n", "\r\n"));
  }

  @Test
  void anActionFromTheFutureCountsAndWhatIsDoneAfterItCountsMore() {
    root.close();
    append(
        "{\"at\":\"2999-01-01T00:00:00Z\",\"by\":\"per\",\"via\":\"web\",\"do\":\"comment\",\"section\":\"%s\",\"text\":\"?\"}\n"
            .formatted(idOf("Styret")));
    root.open();
    TrackedSection now = section("Styret");
    assertThat(now.history()).hasSize(3);

    TrackedSection after = root.mark(now, State.DRAFT, OLA);

    assertThat(after.sectionStatus().state()).isEqualTo(State.DRAFT);
    root.open();
    assertThat(section("Styret").sectionStatus().state()).isEqualTo(State.DRAFT);
  }

  @Test
  void eventsOfUnknownKindsAndSectionsAreKeptAndPassedOver() {
    root.close();
    String more =
        "{\"at\":\"2026-01-01T00:00:00Z\",\"by\":\"per\",\"do\":\"applaud\",\"section\":\"%s\"}\n"
                .formatted(idOf("Styret"))
            + "{\"at\":\"2026-01-01T00:00:00Z\",\"by\":\"per\",\"do\":\"comment\",\"section\":\"0000000000\",\"text\":\"Hm.\"}\n";
    append(more);

    Library library = root.open();

    assertThat(section("Styret").sectionStatus().state()).isEqualTo(State.REVIEWED);
    assertThat(library.problems()).isEmpty();
    root.mark(section("Vi venter"), State.TRANSLATED, KARI);
    assertThat(root.read("translations/a.jsonl")).contains(more);
  }

  @Test
  void aConflictThatGitLeftInTheRecordIsListedAndBothSidesCount() {
    root.close();
    String before = root.read("translations/a.jsonl");
    String id = idOf("Vi venter");
    String comment =
        "{\"at\":\"2026-01-01T00:00:0%d.000Z\",\"by\":\"%s\",\"via\":\"web\",\"do\":\"comment\",\"section\":\"%s\",\"text\":\"%s\"}\n";
    append(
        "<<<<<<< HEAD\n"
            + comment.formatted(2, "per", id, "to")
            + "||||||| 1a2b3c4\n"
            + "=======\n"
            + comment.formatted(1, "åse", id, "en")
            + ">>>>>>> other\n");

    Library library = root.open();

    assertThat(section("Vi venter").history())
        .extracting(event -> event.signature().by())
        .containsExactly("åse", "per");
    assertThat(library.problems()).extracting(Problem::file).containsOnly("translations/a.jsonl");
    assertThat(library.problems())
        .hasSize(4)
        .extracting(Problem::kind)
        .containsOnly(Problem.Kind.MERGE_MARK);
    assertThat(section("Styret").sectionStatus().state()).isEqualTo(State.REVIEWED);
    assertThat(root.read("translations/a.jsonl")).startsWith(before);
  }

  @Test
  void twoRecordsMergedByUnionHaveTheActionsOfBothOnce() {
    root.close();
    String common = root.read("translations/a.jsonl");
    root.open();
    root.mark(section("Vi krever"), State.TRANSLATED, KARI);
    root.close();
    String one = root.read("translations/a.jsonl").substring(common.length());
    root.put("translations/a.jsonl", common).open();
    root.mark(section("Vi venter"), State.TRANSLATED, OLA);
    root.close();
    String other = root.read("translations/a.jsonl").substring(common.length());

    root.put("translations/a.jsonl", common + one + other + one).open();

    assertThat(section("Vi krever").sectionStatus().state()).isEqualTo(State.TRANSLATED);
    assertThat(section("Vi venter").sectionStatus().state()).isEqualTo(State.TRANSLATED);
    assertThat(section("Vi krever").history()).hasSize(1);
  }

  @Test
  void textThatWouldSwallowItsNeighboursIsClosedOrRefused() {
    for (String typed :
        List.of(
            "```\ncode",
            "<div>",
            "<!-- so",
            "[a]: https://example.org",
            "| a |\n|---|",
            "- item",
            "> said",
            "$$",
            "We\u0000 must\u0007.\u001b[2J",
            "word ".repeat(200_000))) {
      TrackedSection demand = section("Vi krever");
      try {
        root.library().edits().edit(demand.section().id(), typed, demand.version(), KARI);
      } catch (ActionRefusedException.TextRefused e) {
        assertThat(e).hasMessageContaining(" ");
      }
      assertThat(root.read("translations/a.md"))
          .startsWith("The board must go.\n\n")
          .endsWith("\n\nWe are waiting.\n");
      assertThat(section("Styret").sectionStatus().state())
          .as(brief(typed))
          .isEqualTo(State.REVIEWED);
      assertThat(section("Vi venter").section().translation().getLast().markdown())
          .as(brief(typed))
          .isEqualTo("We are waiting.");
      root.open();
      assertThat(section("Styret").sectionStatus().state())
          .as(brief(typed))
          .isEqualTo(State.REVIEWED);
      root.close();
      root.put("translations/a.md", TRANSLATION).open();
    }
  }

  @Test
  void aReadOnlyDiskRefusesEveryActionAndLosesNothing() throws Exception {
    Path translations = folder.resolve("translations");
    Assumptions.assumeTrue(
        mount("--bind", translations.toString(), translations.toString()),
        "mounting is not allowed here");
    try {
      assertThat(mount("-o", "remount,ro,bind", translations.toString())).isTrue();
      TrackedSection demand = section("Vi krever");
      String record = root.read("translations/a.jsonl");

      assertThatThrownBy(() -> root.mark(demand, State.TRANSLATED, KARI))
          .isInstanceOf(ActionRefusedException.StorageRefused.class)
          .hasMessageContaining("nothing was changed");
      assertThatThrownBy(
              () ->
                  root.library()
                      .edits()
                      .edit(demand.section().id(), "We demand it.", demand.version(), KARI)
                      .map(LiveSection::section))
          .isInstanceOf(ActionRefusedException.StorageRefused.class);

      assertThat(section("Vi krever")).isEqualTo(demand);
      assertThat(root.read("translations/a.jsonl")).isEqualTo(record);
      assertThat(root.read("translations/a.md")).isEqualTo(TRANSLATION);
      assertThat(root.find("state:reviewed")).containsExactly(section("Styret").section().id());
    } finally {
      new ProcessBuilder("umount", "-l", translations.toString()).start().waitFor();
    }
    assertThat(root.mark(section("Vi krever"), State.TRANSLATED, KARI).sectionStatus().state())
        .isEqualTo(State.TRANSLATED);
  }

  private static boolean mount(String... arguments) throws Exception {
    var command = new java.util.ArrayList<String>(List.of("mount"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
  }

  private static String brief(String typed) {
    return typed.substring(0, Math.min(20, typed.length()));
  }

  @Test
  void aRecordOfAnotherArchiveBesideATextGivesItNothingAndLosesNothing() {
    String record = root.read("translations/a.jsonl").replace("\"a\"", "\"fremmed\"");
    root.put("archive/b.md", "Hun leste.\n\nDet var sent.\n")
        .put("translations/b.md", "She read.\n\nIt was late.\n")
        .put("translations/b.jsonl", record);
    look();

    assertThat(root.sections("b")).allSatisfy(each -> assertThat(each.history()).isEmpty());
    assertThat(root.library().problems())
        .extracting(Problem::file, Problem::kind)
        .containsExactly(tuple("translations/b.jsonl", Problem.Kind.RECORD_OF_ANOTHER));
    assertThat(root.read("translations/b.jsonl")).isEqualTo(record);
    assertThat(section("Styret").sectionStatus().state()).isEqualTo(State.REVIEWED);
  }

  @Test
  void aRecordWithTheSectionsOfAnotherDocumentBesideAnotherTextIsTold() {
    String record = root.read("translations/a.jsonl");
    root.put("archive/b.md", ORIGINAL)
        .put("translations/b.md", TRANSLATION)
        .put("translations/b.jsonl", record.replace("\"document\":\"a\"", "\"document\":\"b\""));
    look();

    assertThat(section("Styret").sectionStatus().state()).isEqualTo(State.REVIEWED);
    assertThat(root.read("translations/a.jsonl")).isEqualTo(record);
    root.library().marks().comment(section("Styret").section().id(), "Why?", KARI);
    look();
    assertThat(section("Styret").openComments()).hasSize(1);
    assertThat(root.sections("b").get(1).openComments()).isEmpty();
  }

  @Test
  void documentsThatAreWordForWordTheSameKeepTheirOwnWorkHoweverTheyAreRenamed() {
    root.put("archive/b.md", ORIGINAL).put("translations/b.md", TRANSLATION);
    look();
    root.library().marks().comment(root.section("b", "Vi venter").section().id(), "Of b.", KARI);
    for (String folder : List.of("archive/", "translations/")) {
      String text = root.read(folder + "b.md");
      root.delete(folder + "b.md").put(folder + "c.md", text);
    }
    look();

    assertThat(root.section("c", "Vi venter").openComments()).hasSize(1);
    assertThat(section("Vi venter").openComments()).isEmpty();
    assertThat(section("Styret").sectionStatus().state()).isEqualTo(State.REVIEWED);
    assertThat(root.library().problems()).isEmpty();
  }

  @Test
  void emptyTextsAreDocumentsAndTakeNothingFromOthers() {
    root.put("archive/tom.md", "").put("translations/tom.md", "\n\n");
    root.put("archive/a.md", "").put("translations/a.md", "");
    look();
    assertThat(root.library().problems()).isEmpty();

    root.put("archive/a.md", ORIGINAL).put("translations/a.md", TRANSLATION);
    look();

    assertThat(section("Styret").sectionStatus().state()).isEqualTo(State.REVIEWED);
    assertThat(root.library().problems()).isEmpty();
  }

  @Test
  void aTextLongerThanIsParsedKeepsItsWorkWhenItIsRenamed() {
    String text =
        IntStream.range(0, 2_200)
            .mapToObj(i -> "Avsnitt nummer " + i + ". " + "Styret må gå. ".repeat(70).strip())
            .collect(Collectors.joining("\n\n"));
    root.put("archive/stor.md", text);
    look();
    root.library()
        .marks()
        .comment(root.section("stor", "Avsnitt nummer 1500.").section().id(), "Here?", KARI);

    root.delete("archive/stor.md").put("archive/lang.md", "Først.\n\n" + text);
    look();

    assertThat(root.section("lang", "Avsnitt nummer 1500.").openComments()).hasSize(1);
    assertThat(root.library().problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.TOO_MUCH_MARKUP);
  }

  private void look() {
    root.library().sync().look();
    root.library().sync().look();
  }

  private TrackedSection section(String beginning) {
    return root.section("a", beginning);
  }

  private String idOf(String beginning) {
    root.open();
    String id = section(beginning).section().id().value();
    root.close();
    return id;
  }

  private void append(String lines) {
    root.put("translations/a.jsonl", root.read("translations/a.jsonl") + lines);
  }
}
