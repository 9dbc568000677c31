package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import no.speil.archive.KilledSave;
import no.speil.archive.backup.Backup;
import no.speil.archive.backup.Restore;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.record.EditEvent;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is made while people save texts loses nothing that they were told is saved. */
@Tag("slow")
class BackupTest {
  private static final int BACKUPS = 5;

  /** Large, so that a text is long on its way to the disk. */
  private static final String CODE = "\n```\n" + "code\n".repeat(1 << 17) + "```\n";

  /** Documents and where their translations lie. */
  private static final Map<String, String> EDITED =
      Map.of("2015/a", "2015/a.md", "large", "large.md", "brev", "letters/elsewhere.md");

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
  private final AtomicBoolean stopped = new AtomicBoolean();
  @AutoClose private TestLibrary root;

  @BeforeEach
  void make() {
    root = new TestLibrary(folder);
    for (Map.Entry<String, String> each : EDITED.entrySet()) {
      root.put("archive/" + each.getKey() + ".md", "# Et brev\n\nStyret må gå.\n\nHilsen.\n")
          .put(
              "translations/" + each.getValue(),
              "---\noriginal: %s\n---\n\n# A letter\n\nText 0\n\nGreetings.\n%s"
                  .formatted(each.getKey(), each.getKey().equals("large") ? CODE : ""));
    }
  }

  @Test
  void everyTextSavedBeforeTheBackupIsInItAndNoneIsHalfThere() throws Exception {
    root.open();
    try (ExecutorService editors = Executors.newFixedThreadPool(EDITED.size())) {
      List<Future<?>> edits = new ArrayList<>();
      for (String document : EDITED.keySet()) {
        edits.add(editors.submit(() -> edit(document)));
      }
      try {
        for (int number = 0; number < BACKUPS; number++) {
          Map<String, Integer> before = Map.copyOf(acknowledged);
          compare(restored(number), before);
        }
      } finally {
        stopped.set(true);
      }
      for (Future<?> each : edits) {
        each.get();
      }
    }
    assertThat(acknowledged).hasSize(EDITED.size());
    System.out.println(BACKUPS + " backups while these were saved: " + acknowledged);
  }

  private void edit(String document) {
    SectionId id = root.section(document, "Styret").section().id();
    for (int number = 1; !stopped.get(); number++) {
      TrackedSection section = root.section(document, "Styret");
      root.library().edits().edit(id, "Text " + number, section.version(), KARI);
      acknowledged.put(document, number);
    }
  }

  private TestLibrary restored(int number) {
    Path file = elsewhere.resolve(number + ".zip");
    Path copy = elsewhere.resolve("copy" + number);
    Backup.write(folder, file, Clock.systemUTC());
    Restore.into(copy, file);
    return new TestLibrary(copy);
  }

  private static void compare(TestLibrary copy, Map<String, Integer> before) throws IOException {
    try (copy) {
      copy.open();
      for (Map.Entry<String, String> each : EDITED.entrySet()) {
        TrackedSection section = copy.section(each.getKey(), "Styret");
        List<String> texts =
            section.history().stream()
                .filter(EditEvent.class::isInstance)
                .map(event -> ((EditEvent) event).after().text())
                .toList();
        String text = texts.isEmpty() ? "Text 0" : texts.getLast();
        assertThat(texts).hasSizeGreaterThanOrEqualTo(before.getOrDefault(each.getKey(), 0));
        assertThat(section.section().translation().getFirst().text()).isEqualTo(text);
        assertThat(Files.readString(copy.path().resolve("translations/" + each.getValue())))
            .contains("\n\n" + text + "\n\nGreetings.\n");
      }
      assertThat(copy.library().problems())
          .allMatch(problem -> problem.kind() == Problem.Kind.EDIT_CARRIED_OUT);
    }
  }

  @Test
  void anEditThatAKillHasCutOffIsCarriedOutInTheRestoredArchive() {
    root.put("archive/a.md", "# Et brev\n\nStyret må gå.\n").open();
    root.put("translations/a.md", "# A letter\n\nText 0\n").open();
    TrackedSection section = root.section("a", "Styret");
    root.library().edits().edit(section.section().id(), "Text 1", section.version(), KARI);
    String saved = root.read("translations/a.md");
    root.close();
    KilledSave.leave(
        folder,
        new DocumentId("a"),
        "# A letter\n\nText 0\n",
        KilledSave.Moment.BETWEEN_RECORD_AND_TEXT);

    try (TestLibrary copy = restored(0)) {
      assertThat(copy.read("translations/a.md")).isEqualTo("# A letter\n\nText 0\n");
      copy.open();
      assertThat(copy.read("translations/a.md")).isEqualTo(saved).contains("Text 1");
    }
  }
}
