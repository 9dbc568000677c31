package no.speil.library.documents;

import static java.util.stream.Collectors.joining;
import static no.speil.library.TestLibrary.KARI;
import static no.speil.library.TestLibrary.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.library.Library;
import no.speil.library.TestLibrary;
import no.speil.library.catalogue.Catalogue;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A document whose file was renamed keeps its ids, states, translation and history. */
@Tag("slow")
class RenamedFileTest {
  private static final String ORIGINAL =
      """
      ---
      title: Et brev
      ---

      # Kravene

      Styret må gå, og det må gå nå.

      Vi krever et nytt årsmøte før jul, med fri adgang for alle medlemmer.
      """;
  private static final String TRANSLATION =
      """
      ---
      title: A letter
      ---

      # The demands

      The board must go, and it must go now.

      We demand a new annual meeting before Christmas, open to all members.
      """;
  private static final DocumentId OLD = new DocumentId("2015/brev");
  private static final DocumentId NEW = new DocumentId("krav/ny");

  @TempDir private Path folder;
  @AutoClose private TestLibrary root;

  @BeforeEach
  void make() {
    root = new TestLibrary(folder);
    root.put("archive/2015/brev.md", ORIGINAL).put("translations/2015/brev.md", TRANSLATION).open();
    root.mark(root.section("2015/brev", "Styret"), State.TRANSLATED, KARI);
    root.mark(root.section("2015/brev", "Vi krever"), State.TRANSLATED, KARI);
    root.mark(root.section("2015/brev", "Vi krever"), State.REVIEWED, OLA);
  }

  /** When the files are renamed. */
  enum Moment {
    WHILE_RUNNING,
    WHILE_RUNNING_AND_ASKED_FOR,
    WHILE_OFF,
    INDEX_DELETED
  }

  @ParameterizedTest
  @EnumSource
  void allThreeFiles(Moment moment) throws Exception {
    Map<SectionId, TrackedSection> before = sections("2015/brev");

    rename(moment, "archive/%s.md", "translations/%s.md", "translations/%s.jsonl");

    checkMoved(before);
    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theOriginalOnly(Moment moment) throws Exception {
    Map<SectionId, TrackedSection> before = sections("2015/brev");

    rename(moment, "archive/%s.md");

    checkMoved(before);
    assertThat(problems()).containsExactly("translations/2015/brev.md");
    assertThat(root.read("translations/2015/brev.md")).isEqualTo(TRANSLATION);
  }

  @ParameterizedTest
  @EnumSource
  void bothTextsAndNotTheRecord(Moment moment) throws Exception {
    Map<SectionId, TrackedSection> before = sections("2015/brev");

    rename(moment, "archive/%s.md", "translations/%s.md");

    checkMoved(before);
    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theOriginalAndTheRecord(Moment moment) throws Exception {
    Map<SectionId, TrackedSection> before = sections("2015/brev");

    rename(moment, "archive/%s.md", "translations/%s.jsonl");

    checkMoved(before);
  }

  @Test
  void savesGoOnIntoATranslationThatWasNotRenamed() throws Exception {
    rename(Moment.WHILE_RUNNING, "archive/%s.md");
    TrackedSection board = root.section("krav/ny", "Styret");

    opened().edits().edit(board.section().id(), "The board must leave.", board.version(), KARI);

    assertThat(root.read("translations/2015/brev.md"))
        .isEqualTo(
            TRANSLATION.replace("The board must go, and it must go now.", "The board must leave."));
    reopen(true);
    assertThat(root.section("krav/ny", "Styret").sectionStatus().state()).isEqualTo(State.DRAFT);
    assertThat(root.section("krav/ny", "Styret").section().id()).isEqualTo(board.section().id());
  }

  @Test
  void aRenamedTextThatWasAlsoEditedIsKnownByItsOtherBlocks() throws Exception {
    Map<SectionId, TrackedSection> before = sections("2015/brev");
    root.put("archive/krav/ny.md", ORIGINAL.replace("må gå nå", "må gå i dag"))
        .delete("archive/2015/brev.md");

    opened().sync().look();

    assertThat(sections("krav/ny").keySet()).isEqualTo(before.keySet());
    assertThat(root.find("freshness:stale"))
        .containsExactly(root.section("krav/ny", "Styret").section().id());
  }

  @Test
  void aCopyTakesNothingFromADocumentThatIsStillThere() {
    Map<SectionId, TrackedSection> before = sections("2015/brev");

    root.put("archive/kopi.md", ORIGINAL);
    opened().sync().look();

    assertThat(sections("2015/brev")).isEqualTo(before);
    assertThat(sections("kopi").keySet()).doesNotContainAnyElementsOf(before.keySet());
    root.put("translations/kopi.md", TRANSLATION)
        .put("translations/kopi.jsonl", root.read("translations/2015/brev.jsonl"));
    opened().sync().look();
    assertThat(sections("2015/brev")).isEqualTo(before);
    assertThat(sections("kopi").keySet()).doesNotContainAnyElementsOf(before.keySet());
  }

  @Test
  void anotherTextDoesNotTakeTheRecordOfOneThatIsGone() {
    root.delete("archive/2015/brev.md")
        .put(
            "archive/annet.md", "# Kravene\n\nDette er en helt annen tekst om noe ganske annet.\n");

    opened().sync().look();

    assertThat(sections("annet").values())
        .allSatisfy(each -> assertThat(each.history()).isEmpty())
        .allSatisfy(each -> assertThat(each.section().translation()).isEmpty());
    assertThat(root.section("2015/brev", "The board").history()).hasSize(1);
  }

  @Test
  void aDocumentThatTheIndexTakesToBeAlikeIsComparedInFull() {
    root.delete("archive/2015/brev.md");
    try (Archive archive = Archive.openReadOnly(folder, Clock.systemUTC())) {
      root.put("archive/krav/ny.md", ORIGINAL);
      assertThat(owners(archive)).containsEntry(NEW, OLD);
      root.put("archive/krav/ny.md", "# Kravene\n\nEn annen tekst.\n\nOg mer.\n");
      assertThat(owners(archive)).isEmpty();
    }
  }

  private static Map<DocumentId, DocumentId> owners(Archive archive) {
    return new RecordAssignment(archive, (blocks, least, most) -> List.of(OLD))
        .of(List.of(NEW))
        .owners();
  }

  @Test
  void onlyANewDocumentThatIsMuchLikeOneInDoubtIsComparedWithIt() {
    root.delete("archive/2015/brev.md");
    String other = IntStream.range(0, 12).mapToObj("Avsnitt %d.\n\n"::formatted).collect(joining());
    root.put("archive/krav/ny.md", "Styret må gå, og det må gå nå.\n\n" + other);
    root.put("archive/krav/annen.md", ORIGINAL + "\n\n" + other);
    try (Archive archive = Archive.openReadOnly(folder, Clock.systemUTC())) {
      var asked = new ArrayList<Integer>();
      Set<TextHash> here =
          new RecordAssignment(archive, (blocks, least, most) -> List.of()).blocks(OLD);
      FingerprintIndex index =
          (blocks, least, most) -> {
            asked.add(least);
            return blocks.stream().filter(here::contains).count() >= least
                ? List.of(OLD)
                : List.of();
          };
      var records = new RecordStore(archive, Clock.systemUTC(), index, new DocumentLocks());
      records.expect(Set.of(OLD));
      var loader = new DocumentLoader(archive, new Catalogue(), LayoutEngines.untrained(), records);

      loader.load(NEW, Archive.translationPath(NEW), RecordStore.Assignment.LAST);
      assertThat(asked).containsExactly(3);
      var annen = new DocumentId("krav/annen");
      loader.load(annen, Archive.translationPath(annen), RecordStore.Assignment.LAST);
      assertThat(asked).hasSizeGreaterThan(10);
    }
  }

  @Test
  void aNewDocumentUnderTheOldNameTakesNeitherRecordNorIds() throws Exception {
    rename(Moment.WHILE_RUNNING, "archive/%s.md", "translations/%s.md", "translations/%s.jsonl");
    Map<SectionId, TrackedSection> moved = sections("krav/ny");

    root.put("archive/2015/brev.md", ORIGINAL);
    opened().sync().look();

    assertThat(sections("krav/ny")).isEqualTo(moved);
    assertThat(sections("2015/brev").keySet()).doesNotContainAnyElementsOf(moved.keySet());
    reopen(true);
    assertThat(sections("krav/ny")).isEqualTo(moved);
    assertThat(sections("2015/brev").keySet()).doesNotContainAnyElementsOf(moved.keySet());
  }

  @Test
  void renamedThereAndBackAgain() throws Exception {
    Map<SectionId, TrackedSection> before = sections("2015/brev");
    rename(Moment.WHILE_RUNNING, "archive/%s.md");
    checkMoved(before);

    move("archive/krav/ny.md", "archive/2015/brev.md");
    opened().sync().look();

    assertThat(sections("2015/brev")).isEqualTo(before);
    assertThat(opened().documents().find(NEW)).isEmpty();
    reopen(true);
    assertThat(sections("2015/brev")).isEqualTo(before);
  }

  @Test
  void twoDocumentsThatChangedNamesKeepTheirOwn() throws Exception {
    root.put("archive/annet.md", "Medlemmene har stemt.\n\nLeder takket alle for innsatsen.\n")
        .put("translations/annet.md", "The members have voted.\n\nThe chair thanked everybody.\n");
    opened().sync().look();
    root.mark(root.section("annet", "Leder"), State.TRANSLATED, KARI);
    Map<SectionId, State> letter = states("2015/brev");
    Map<SectionId, State> other = states("annet");

    root.close();
    for (String file : List.of("archive/%s.md", "translations/%s.md", "translations/%s.jsonl")) {
      move(file.formatted("annet"), "archive/x");
      move(file.formatted("2015/brev"), file.formatted("annet"));
      move("archive/x", file.formatted("2015/brev"));
    }
    root.open();

    assertThat(states("annet")).isEqualTo(letter);
    assertThat(states("2015/brev")).isEqualTo(other);
    reopen(true);
    assertThat(states("annet")).isEqualTo(letter);
    assertThat(states("2015/brev")).isEqualTo(other);
  }

  @Test
  void readOnlyShowsTheRecordAndLeavesItWhereItIs(@TempDir Path elsewhere) throws Exception {
    Map<SectionId, State> before = states("2015/brev");
    root.close();
    move("archive/2015/brev.md", "archive/krav/ny.md");

    root.openReadOnly(elsewhere.resolve("index"));

    assertThat(states("krav/ny")).isEqualTo(before);
    assertThat(Files.exists(folder.resolve("translations/2015/brev.jsonl"))).isTrue();
    assertThat(Files.exists(folder.resolve("translations/krav"))).isFalse();
  }

  private void rename(Moment moment, String... files) throws Exception {
    if (moment == Moment.WHILE_OFF || moment == Moment.INDEX_DELETED) {
      root.close();
    }
    for (String file : files) {
      move(file.formatted(OLD), file.formatted(NEW));
    }
    switch (moment) {
      case WHILE_RUNNING -> opened().sync().look();
      case WHILE_RUNNING_AND_ASKED_FOR -> assertThat(opened().documents().find(NEW)).isPresent();
      case WHILE_OFF -> root.open();
      case INDEX_DELETED -> reopen(true);
    }
  }

  private void checkMoved(Map<SectionId, TrackedSection> before) {
    Library library = opened();
    assertThat(root.section("krav/ny", "Styret").section().translation()).hasSize(1);
    assertThat(versions(sections("krav/ny"))).isEqualTo(versions(before));
    assertThat(histories(sections("krav/ny"))).isEqualTo(histories(before));
    assertThat(library.documents().find(OLD)).isEmpty();
    assertThat(library.ids().renamed(OLD)).contains(NEW);
    for (SectionId id : before.keySet()) {
      assertThat(library.ids().locate(id)).contains(new SectionLocation.Present(NEW, id));
    }
    assertThat(root.find("state:reviewed"))
        .containsExactly(root.section("krav/ny", "Vi krever").section().id());
    assertThat(Files.exists(folder.resolve("translations/2015/brev.jsonl"))).isFalse();
  }

  private Map<SectionId, TrackedSection> sections(String document) {
    var sections = new TreeMap<SectionId, TrackedSection>();
    root.sections(document).forEach(each -> sections.put(each.section().id(), each));
    return sections;
  }

  private Map<SectionId, State> states(String document) {
    return sections(document).values().stream()
        .collect(
            Collectors.toMap(each -> each.section().id(), each -> each.sectionStatus().state()));
  }

  private static List<String> versions(Map<SectionId, TrackedSection> sections) {
    return sections.values().stream().map(each -> each.version().toString()).toList();
  }

  private static List<?> histories(Map<SectionId, TrackedSection> sections) {
    return sections.values().stream().map(TrackedSection::history).toList();
  }

  private List<String> problems() {
    return opened().problems().stream().map(Problem::file).toList();
  }

  private Library opened() {
    return root.library();
  }

  private void reopen(boolean withoutIndex) throws IOException {
    root.close();
    if (withoutIndex) {
      try (Stream<Path> files = Files.walk(folder.resolve(".speil"))) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    root.open();
  }

  private void move(String from, String to) throws IOException {
    Path target = folder.resolve(to);
    Files.createDirectories(target.getParent());
    Files.move(folder.resolve(from), target);
  }
}
