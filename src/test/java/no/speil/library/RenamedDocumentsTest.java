package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.State;
import no.speil.library.activity.ActivityCursor;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.sync.BackgroundSync;
import no.speil.record.CommentEvent;
import no.speil.record.EventSignature;
import no.speil.record.RenameEvent;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What is told of documents whose work followed them under another name, and how it is undone. */
class RenamedDocumentsTest {
  private static final List<String> NAMES = List.of("brev", "svar", "notat");

  private static final List<List<String>> ROTATION =
      List.of(
          List.of("brev", "x"),
          List.of("notat", "brev"),
          List.of("svar", "notat"),
          List.of("x", "svar"));

  @TempDir private Path root;
  @AutoClose private TestLibrary archive;

  @BeforeEach
  void work() {
    archive = new TestLibrary(root);
    for (String name : NAMES) {
      put(name, name);
    }
    archive.open();
    for (String name : NAMES) {
      TrackedSection section = archive.mark(section(name), State.TRANSLATED, KARI);
      archive.library().marks().comment(section.section().id(), "om " + name, KARI);
    }
  }

  private void put(String document, String about) {
    archive
        .put(
            "archive/" + document + ".md",
            "# Om %1$s\n\nDet første om %1$s.\n\nDet andre om %1$s.\n".formatted(about))
        .put(
            "translations/" + document + ".md",
            "# On %1$s\n\nThe first on %1$s.\n\nThe second on %1$s.\n".formatted(about));
  }

  private TrackedSection section(String document) {
    return archive.section(document, "Det første");
  }

  private void move(String from, String to) {
    alone(() -> moveFiles(from, to));
  }

  private void moveFiles(String from, String to) {
    for (String side : List.of("archive/", "translations/")) {
      archive.put(side + to + ".md", archive.read(side + from + ".md"));
      archive.delete(side + from + ".md");
    }
  }

  private void rotate() {
    alone(() -> ROTATION.forEach(step -> move(step.getFirst(), step.getLast())));
    sweep();
  }

  /** Moves files while the server looks only where the test has it look. */
  private void alone(Runnable moves) {
    synchronized (archive.library().sync()) {
      moves.run();
    }
  }

  private void sweep() {
    for (int i = 0; i < 3; i++) {
      archive.library().sync().look();
    }
  }

  private void restart() {
    archive.close();
    archive.open();
    sweep();
  }

  private void undo(String document) {
    archive.library().documents().undoRename(new DocumentId(document), signature());
    sweep();
  }

  private static EventSignature signature() {
    return new EventSignature(Instant.now(), "kari", "web");
  }

  private void give(String from, String to) {
    archive
        .library()
        .documents()
        .giveRecord(new RenameEvent(signature(), new DocumentId(from), new DocumentId(to)));
    sweep();
  }

  private List<String> told() {
    return archive
        .library()
        .activity()
        .since(ActivityCursor.moment(Instant.EPOCH), 100)
        .activities()
        .stream()
        .filter(each -> each.event() instanceof RenameEvent)
        .map(
            each -> {
              var rename = (RenameEvent) each.event();
              return "%s in %s: %s to %s"
                  .formatted(
                      rename.signature().by(),
                      each.document(),
                      rename.formerly(),
                      rename.document());
            })
        .sorted()
        .toList();
  }

  private List<String> comments(String document) {
    return section(document).openComments().stream().map(CommentEvent::text).toList();
  }

  private List<Problem> problems() {
    return archive.library().problems();
  }

  @Test
  void aRenameIsToldAndTakenBackAfterADaysWorkWhichStaysWithTheText() {
    move("brev", "nytt");
    sweep();
    assertThat(told()).containsExactly("speil in nytt: brev to nytt");
    archive.library().marks().comment(section("nytt").section().id(), "dagen etter", KARI);
    restart();

    undo("nytt");

    assertThat(comments("nytt")).containsExactly("dagen etter");
    assertThat(told()).containsExactly("kari in nytt: nytt to brev");
    assertThat(problems())
        .containsExactly(
            Problem.of("translations/brev.jsonl", 0, Problem.Kind.RECORD_LEFT, "brev", ""));
    restart();
    assertThat(comments("nytt")).containsExactly("dagen etter");
    assertThat(problems()).hasSize(1);

    give("brev", "nytt");
    assertThat(comments("nytt")).containsExactly("om brev", "dagen etter");
    assertThat(section("nytt").sectionStatus().state()).isEqualTo(State.TRANSLATED);
    assertThat(problems()).isEmpty();
  }

  @Test
  void aRenameToWhoseOldNameAnotherTextHasComeIsTakenBackToThat() {
    move("brev", "nytt");
    put("brev", "helt annet");
    sweep();
    archive.library().marks().comment(section("brev").section().id(), "om det andre", KARI);
    String id = section("nytt").section().id().value();

    undo("nytt");
    restart();

    assertThat(comments("nytt")).isEmpty();
    assertThat(comments("brev")).containsExactly("om det andre");
    assertThat(archive.read("translations/brev.jsonl")).contains("om brev").contains(id);
    assertThat(archive.read("translations/nytt.jsonl")).doesNotContain(id);
    assertThat(problems()).isEmpty();
  }

  @Test
  void aRotationIsToldInAllAndTakenBackAsOne() {
    rotate();
    assertThat(told())
        .containsExactly(
            "speil in brev: notat to brev",
            "speil in notat: svar to notat",
            "speil in svar: brev to svar");
    assertThat(comments("notat")).containsExactly("om svar");

    undo("notat");
    restart();

    for (String name : NAMES) {
      assertThat(archive.read("translations/" + name + ".jsonl")).contains("om " + name);
      assertThat(comments(name)).isEmpty();
    }
    rotate();
    rotate();
    NAMES.forEach(name -> assertThat(comments(name)).containsExactly("om " + name));
    assertAllIsThere();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void afterARotationWasTakenBackTheServerMayLookWhileFilesAreRenumbered(int lookAfter) {
    rotate();
    undo("notat");
    restart();

    alone(
        () -> {
          for (int i = 0; i < 8; i++) {
            List<String> step = ROTATION.get(i % 4);
            move(step.getFirst(), step.getLast());
            if (i == lookAfter) {
              archive.library().sync().look();
            }
            if (i % 4 == 3) {
              sweep();
            }
          }
        });
    NAMES.forEach(name -> assertThat(comments(name)).containsExactly("om " + name));
    assertAllIsThere();
  }

  private void assertAllIsThere() {
    assertThat(problems()).isEmpty();
    assertThat(
            root.resolve("translations").toFile().list((folder, name) -> name.endsWith(".jsonl")))
        .containsExactlyInAnyOrder("brev.jsonl", "notat.jsonl", "svar.jsonl");
  }

  @Test
  void aRecordThatIsGivenJoinsTheWorkThereAndCanBeTakenBack() {
    put("kopi", "brev");
    sweep();
    archive.library().marks().comment(section("kopi").section().id(), "i kopien", KARI);
    archive.delete("archive/brev.md").delete("translations/brev.md");
    sweep();
    assertThat(problems()).extracting(Problem::kind).containsExactly(Problem.Kind.RECORD_LEFT);

    give("brev", "kopi");
    assertThat(comments("kopi")).containsExactly("om brev", "i kopien");
    assertThat(section("kopi").sectionStatus().state()).isEqualTo(State.TRANSLATED);
    assertThat(told()).containsExactly("kari in kopi: brev to kopi");
    assertThat(problems()).isEmpty();
    assertThat(root.resolve("translations/brev.jsonl")).doesNotExist();
    archive.library().marks().comment(section("kopi").section().id(), "dagen etter", KARI);
    restart();

    undo("kopi");

    assertThat(comments("kopi")).containsExactly("i kopien", "dagen etter");
    assertThat(archive.read("translations/brev.jsonl"))
        .contains("om brev")
        .doesNotContain("i kopien");
    assertThat(problems()).extracting(Problem::kind).containsExactly(Problem.Kind.RECORD_LEFT);
  }

  @Test
  void aRenameOfADocumentInWhichNobodyHasWorkedIsNotTold() {
    put("urort", "noe annet");
    sweep();
    move("urort", "nytt");
    sweep();

    assertThat(told()).isEmpty();
    assertThatThrownBy(() -> undo("nytt")).isInstanceOf(ActionRefusedException.NotNow.class);
  }

  @Test
  void aRecordThatWasPutAsideWhenAProcessEndedIsFoundByItsText() {
    archive.close();
    moveFiles("brev", "x");
    moveFiles("svar", "brev");
    moveFiles("x", "svar");
    try (var files = Archive.open(root, Clock.systemUTC())) {
      files.handRecord(new DocumentId("brev"), new DocumentId("hva-som-helst"), null);
      files.handRecord(new DocumentId("svar"), new DocumentId("brev"), null);
    }
    archive.open();
    sweep();

    assertThat(comments("brev")).containsExactly("om svar");
    assertThat(comments("svar")).containsExactly("om brev");
    assertAllIsThere();
  }

  /** Each waits for a lock that the other has, as two of many in a folder that was renamed. */
  @Test
  void documentsThatAreReadAtTheSameTimeDoNotWaitForEachOther() {
    List<String> names = List.of(named("n", "svar"), named("m", "brev"));
    move("brev", names.getFirst());
    move("svar", names.getLast());

    assertAreReadAtOnce(names);
  }

  @Test
  void documentsThatWereRenamedWithTheirRecordsDoNotWaitForEachOtherEither() {
    List<String> names = List.of(named("n", "svar"), named("m", "brev"));
    List<String> formerly = List.of("brev", "svar");
    for (int i = 0; i < names.size(); i++) {
      move(formerly.get(i), names.get(i));
      String record = "translations/" + formerly.get(i) + ".jsonl";
      archive.put("translations/" + names.get(i) + ".jsonl", archive.read(record)).delete(record);
    }

    assertAreReadAtOnce(names);
  }

  private void assertAreReadAtOnce(List<String> names) {
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    var logger = (Logger) LoggerFactory.getLogger(BackgroundSync.class);
    logger.addAppender(lines);
    archive.library().sync().look();
    logger.detachAppender(lines);

    assertThat(lines.list).extracting(ILoggingEvent::getLevel).doesNotContain(Level.ERROR);
    assertThat(names).allMatch(name -> archive.library().catalogue().knows(new DocumentId(name)));
    assertThat(comments(names.getFirst())).containsExactly("om brev");
    assertThat(comments(names.getLast())).containsExactly("om svar");
  }

  private static String named(String beginning, String other) {
    int stripe = Math.floorMod(new DocumentId(other).hashCode(), 256);
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> beginning + i)
        .filter(name -> Math.floorMod(new DocumentId(name).hashCode(), 256) == stripe)
        .findFirst()
        .orElseThrow();
  }
}
