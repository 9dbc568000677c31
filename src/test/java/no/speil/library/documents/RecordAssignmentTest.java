package no.speil.library.documents;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.TestLibrary;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.RenameEvent;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever files are renamed, copied and deleted together: work stays with the text it is about.
 */
@Tag("slow")
class RecordAssignmentTest {
  private static final List<String> CHAPTERS = List.of("strategi", "prinsipper", "formater");

  @TempDir private Path folder;
  @AutoClose private TestLibrary root;

  @BeforeEach
  void make() {
    root = new TestLibrary(folder);
    for (String chapter : CHAPTERS) {
      put(chapter, text(chapter, "Om"), text(chapter, "On"));
    }
    put(
        "urort",
        "Ingen har arbeidet med denne.\n\nDen er bare her.\n",
        "Nobody has.\n\nJust here.\n");
    root.open();
    CHAPTERS.forEach(this::work);
  }

  private static String text(String chapter, String about) {
    return "---\ntitle: %2$s %1$s\n---\n\n# %2$s %1$s i %1$s\n\n%2$s det første %1$s.\n\n%2$s det andre %1$s.\n"
        .formatted(chapter, about);
  }

  private void put(String id, String original, String translation) {
    root.put("archive/" + id + ".md", original).put("translations/" + id + ".md", translation);
  }

  /** Marks every section and comments on it. */
  private void work(String id) {
    for (TrackedSection each : root.sections(id)) {
      TrackedSection marked = root.mark(each, State.TRANSLATED, KARI);
      root.library().marks().comment(marked.section().id(), "om " + id, KARI);
    }
  }

  /** How the program sees the change. */
  enum Moment {
    RUNNING,
    ASKED_IN_ORDER,
    ASKED_IN_REVERSE,
    STOPPED,
    WITHOUT_INDEX
  }

  private void change(Moment moment, Runnable change) {
    switch (moment) {
      case RUNNING -> change.run();
      case ASKED_IN_ORDER, ASKED_IN_REVERSE -> {
        change.run();
        List<DocumentId> ids = ids();
        (moment == Moment.ASKED_IN_ORDER ? ids : ids.reversed())
            .forEach(root.library().documents()::find);
      }
      case STOPPED, WITHOUT_INDEX -> {
        root.close();
        if (moment == Moment.WITHOUT_INDEX) {
          root.deleteOwnFolder();
        }
        change.run();
        root.open();
      }
    }
    root.library().sync().look();
    root.library().sync().look();
  }

  private List<DocumentId> ids() {
    try (Stream<Path> files = Files.walk(folder.resolve("archive"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.resolve("archive").relativize(file).toString())
          .map(path -> new DocumentId(path.replaceAll("\\.md$", "")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What people did, by the text that it is about. */
  private Map<String, List<Object>> work() {
    var work = new TreeMap<String, List<Object>>();
    for (DocumentId id : ids()) {
      for (TrackedSection each : root.sections(id.value())) {
        if (!each.history().isEmpty()) {
          List<Event> events = each.history();
          work.put(
              each.markdown(Side.ORIGINAL),
              List.of(
                  each.section().id(),
                  each.markdown(Side.TRANSLATION),
                  each.sectionStatus().state(),
                  events));
        }
      }
    }
    return work;
  }

  private void move(String from, String to) {
    for (String side : List.of("archive/", "translations/")) {
      moveFile(side + from + ".md", side + to + ".md");
    }
  }

  private void moveFile(String from, String to) {
    try {
      Files.createDirectories(folder.resolve(to).getParent());
      Files.move(folder.resolve(from), folder.resolve(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(String id) {
    root.delete("archive/" + id + ".md").delete("translations/" + id + ".md");
  }

  private void copy(String from, String to) {
    put(to, root.read("archive/" + from + ".md"), root.read("translations/" + from + ".md"));
  }

  private List<Problem.Kind> problems() {
    return root.library().problems().stream().map(Problem::kind).toList();
  }

  @ParameterizedTest
  @EnumSource
  void aSeriesThatIsRenumberedKeepsEverything(Moment moment) {
    Map<String, List<Object>> before = work();

    change(
        moment,
        () -> {
          move("strategi", "x");
          move("prinsipper", "strategi");
          move("formater", "prinsipper");
        });

    assertThat(work()).isEqualTo(before);
    assertThat(problems()).isEmpty();
    assertThat(root.library().ids().renamed(new DocumentId("formater")))
        .contains(new DocumentId("prinsipper"));
  }

  @ParameterizedTest
  @EnumSource
  void filesThatAreSwappedAndSwappedBackKeepEverything(Moment moment) {
    Map<String, List<Object>> before = work();

    change(moment, this::swap);
    assertThat(work()).isEqualTo(before);
    change(moment, this::swap);

    assertThat(work()).isEqualTo(before);
    assertThat(problems()).isEmpty();
  }

  private void swap() {
    move("strategi", "x");
    move("formater", "strategi");
    move("x", "formater");
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNNING", "ASKED_IN_ORDER", "STOPPED"})
  void filesThatAreSwappedOneFolderAfterTheOtherKeepEverything(Moment moment) {
    Map<String, List<Object>> before = work();

    change(moment, () -> swap("archive/"));
    assertThat(problems()).containsOnly(Problem.Kind.RECORD_UNFIT);
    change(moment, () -> swap("translations/"));

    assertThat(work()).isEqualTo(before);
    assertThat(problems()).isEmpty();
  }

  private void swap(String side) {
    moveFile(side + "strategi.md", side + "x.md");
    moveFile(side + "formater.md", side + "strategi.md");
    moveFile(side + "x.md", side + "formater.md");
  }

  @ParameterizedTest
  @EnumSource
  void theFirstOfASeriesIsDeletedAndTheOthersMoveUp(Moment moment) {
    Map<String, List<Object>> before = work();
    before.keySet().removeIf(text -> text.contains("strategi"));

    change(
        moment,
        () -> {
          delete("strategi");
          move("prinsipper", "strategi");
          move("formater", "prinsipper");
        });

    assertThat(work()).isEqualTo(before);
  }

  /** One thread works where a record is put aside, and another asks while the look waits for it. */
  @Test
  void aMoveOfSeveralRecordsIsNotGivenUpHalfWay() throws Exception {
    Map<String, List<Object>> before = work();
    before.keySet().removeIf(text -> text.contains("strategi"));
    DocumentStore documents = root.library().documents();
    var look = new Thread(() -> root.library().sync().look());
    var ask = new Thread(() -> documents.find(new DocumentId("strategi")));

    documents
        .locks()
        .with(
            new DocumentId("strategi.1"),
            () -> {
              delete("strategi");
              move("prinsipper", "strategi");
              move("formater", "prinsipper");
              look.start();
              while (Files.exists(folder.resolve("translations/formater.jsonl"))) {
                Thread.onSpinWait();
              }
              ask.start();
              return join(ask);
            });
    join(look);
    root.library().sync().look();

    assertThat(work()).isEqualTo(before);
  }

  private static Thread join(Thread thread) {
    try {
      thread.join();
      return thread;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNNING", "STOPPED", "WITHOUT_INDEX"})
  void aLetterOfTheSameFormDoesNotGetTheRecordOfADeletedOne(Moment moment) {
    for (String name : List.of("Ola", "Kari", "Per", "Anne")) {
      letter("brev-" + name, name);
    }
    root.library().sync().look();
    List.of("Ola", "Kari", "Per").forEach(name -> work("brev-" + name));
    Map<String, List<Object>> before = work();
    before.keySet().removeIf(text -> text.contains("Kari"));

    change(
        moment,
        () -> {
          delete("brev-Kari");
          letter("brev-Odd", "Odd");
        });

    assertThat(root.sections("brev-Odd")).allSatisfy(each -> assertThat(each.history()).isEmpty());
    assertThat(root.library().ids().renamed(new DocumentId("brev-Kari"))).isEmpty();
    assertThat(work().keySet()).containsAll(before.keySet());
  }

  private void letter(String id, String name) {
    put(
        id,
        "# Brev til %s\n\nKjære %s\n\nVi takker for søknaden, som er innvilget av styret.\n\nBeløpet utbetales innen fjorten dager.\n\nMed vennlig hilsen styret\n"
            .formatted(name, name),
        "# Letter to %s\n\nDear %s\n\nThank you for your application, which was granted by the board.\n\nThe sum is paid within fourteen days.\n\nYours sincerely, the board\n"
            .formatted(name, name));
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNNING", "STOPPED", "WITHOUT_INDEX"})
  void lettersOfOneFormThatAreRenumberedKeepTheirOwn(Moment moment) {
    List<String> names = List.of("Ola", "Kari", "Per", "Anne", "Odd");
    IntStream.range(0, 5).forEach(i -> letter("brev-" + i, names.get(i)));
    root.library().sync().look();
    IntStream.range(0, 5).forEach(i -> work("brev-" + i));
    Map<Object, List<Object>> before = byId();

    change(
        moment,
        () -> IntStream.range(0, 5).forEach(i -> move("brev-" + (4 - i), "brev-" + (5 - i))));

    assertThat(byId()).isEqualTo(before);
    assertThat(problems()).isEmpty();
  }

  private Map<Object, List<Object>> byId() {
    var byId = new TreeMap<Object, List<Object>>();
    for (DocumentId id : ids()) {
      List<TrackedSection> sections = root.sections(id.value());
      for (TrackedSection each : sections) {
        String title = sections.getFirst().markdown(Side.ORIGINAL);
        byId.put(
            each.section().id().value(),
            List.of(
                title, each.markdown(Side.ORIGINAL), each.sectionStatus().state(), each.history()));
      }
    }
    return byId;
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNNING", "ASKED_IN_ORDER", "STOPPED", "WITHOUT_INDEX"})
  void aDocumentThatIsCopiedAndThenDeletedKeepsEverything(Moment moment) {
    Map<String, List<Object>> before = work();

    change(moment, () -> copy("formater", "formater-2025"));
    change(moment, () -> delete("formater"));

    root.library().sync().look();
    assertThat(work()).isEqualTo(before);
    assertThat(problems()).isEmpty();
    assertThat(root.library().ids().renamed(new DocumentId("formater")))
        .contains(new DocumentId("formater-2025"));
  }

  @Test
  void aRecordThatIsLeftIsNoProblemAndGoesToNobody() {
    change(Moment.RUNNING, () -> delete("formater"));
    root.library().sync().look();
    assertThat(problems()).containsExactly(Problem.Kind.RECORD_LEFT);

    var here = new DocumentId("formater");
    var signature = new EventSignature(Instant.now(), "kari", "web");
    root.library().documents().giveRecord(new RenameEvent(signature, here, here));
    root.library().sync().look();
    assertThat(problems()).isEmpty();
    change(Moment.STOPPED, () -> put("ny", text("formater", "Om"), text("formater", "On")));

    assertThat(problems()).isEmpty();
    assertThat(root.section("ny", "Om det første").history()).isEmpty();
  }

  @Test
  void aTranslationInAnotherFolderThanItsOriginalIsToldWhereThatIs() {
    change(
        Moment.RUNNING, () -> moveFile("translations/formater.md", "translations/dok/formater.md"));

    assertThat(root.library().problems())
        .containsExactly(
            Problem.of("translations/dok/formater.md", 0, Problem.Kind.OTHER_HALF, "formater"));
    assertThat(Files.exists(folder.resolve("translations/dok/formater.jsonl"))).isFalse();
  }

  @Test
  void aTextThatWasCopiedManyTimesCanBeChangedAndWorkedOn() {
    for (String copy : List.of("en", "to", "tre")) {
      change(Moment.RUNNING, () -> copy("formater", copy));
      work(copy);
    }
    Map<String, List<Object>> before = work();
    for (String id : List.of("to", "formater")) {
      change(
          Moment.RUNNING,
          () ->
              put(
                  id,
                  text("formater", "Om").replace("første", "aller første"),
                  text("formater", "On")));
      assertThat(problems()).isEmpty();
      work(id);
    }
    change(Moment.RUNNING, () -> copy("en", "fire"));
    assertThat(problems()).isEmpty();
    assertThat(work().keySet()).containsAll(before.keySet());
    assertThat(root.sections("to").getLast().history()).hasSize(4);
    assertThat(root.sections("fire")).allSatisfy(each -> assertThat(each.history()).isEmpty());
  }

  @Test
  void aTextThatIsACopyOfAnotherUnderTheNameOfAThirdIsAskedAbout() {
    Map<String, List<Object>> before = work();
    String record = root.read("translations/strategi.jsonl");
    change(Moment.RUNNING, () -> copy("formater", "strategi"));

    assertThat(problems()).containsExactly(Problem.Kind.RECORD_UNFIT);
    assertThat(root.read("translations/strategi.jsonl")).isEqualTo(record);
    change(Moment.RUNNING, () -> put("strategi", text("strategi", "Om"), text("strategi", "On")));
    assertThat(work()).isEqualTo(before);
    assertThat(problems()).isEmpty();

    change(Moment.RUNNING, () -> copy("formater", "strategi"));
    root.library().documents().keepRecord(new DocumentId("strategi"));
    root.library().sync().look();
    assertThat(problems()).isEmpty();
    assertThat(root.read("translations/strategi.jsonl")).startsWith(record).isNotEqualTo(record);
  }

  @Test
  void aRecordThatIsCopiedBesideManyTextsIsNobodysElse() {
    Map<String, List<Object>> before = work();
    change(
        Moment.RUNNING,
        () ->
            IntStream.range(0, 10)
                .forEach(
                    i -> {
                      put("nr" + i, text("nr" + i, "Om"), text("nr" + i, "On"));
                      root.put(
                          "translations/nr" + i + ".jsonl",
                          root.read("translations/formater.jsonl"));
                    }));

    assertThat(work()).isEqualTo(before);
    assertThat(problems()).hasSize(10).containsOnly(Problem.Kind.RECORD_OF_ANOTHER);
  }
}
