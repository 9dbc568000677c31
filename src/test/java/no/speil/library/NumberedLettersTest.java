package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.record.CommentEvent;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters of one form, whose numbers change: most of what one says stands in all the others. */
class NumberedLettersTest {
  private static final String FORM = "Vi takker";

  @TempDir private Path folder;
  @AutoClose private TestLibrary library;

  @BeforeEach
  void write() {
    library = new TestLibrary(folder);
    for (int n = 1; n <= 4; n++) {
      put(FormLetters.name(n), n);
    }
    library.open();
    for (int n = 1; n <= 4; n++) {
      SectionId id = library.section(FormLetters.name(n), FORM).section().id();
      library.library().marks().comment(id, "To " + n, KARI);
    }
  }

  @Test
  void aLetterThatIsPutInBetweenTakesNothingOfTheOthers() {
    Object sync = library.library().sync();
    synchronized (sync) {
      move(4, 5);
      move(3, 4);
      move(2, 3);
      put(FormLetters.name(2), 99);
      library.library().sync().look();
    }

    assertThat(comments(1)).containsExactly("To 1");
    assertThat(comments(2)).isEmpty();
    assertThat(comments(3)).containsExactly("To 2");
    assertThat(comments(4)).containsExactly("To 3");
    assertThat(comments(5)).containsExactly("To 4");
    assertThat(ids()).doesNotHaveDuplicates();
  }

  @Test
  void recordsThatAreSwappedWithTheirTextsAreTheirsStill() {
    library.close();
    move(1, 9);
    move(2, 1);
    move(9, 2);
    for (String folder : List.of(FormLetters.name(1), FormLetters.name(2))) {
      rename("translations/" + folder + ".jsonl", "translations/" + folder + ".old");
    }
    rename("translations/" + FormLetters.name(1) + ".old", record(2));
    rename("translations/" + FormLetters.name(2) + ".old", record(1));

    library.open();

    assertThat(comments(1)).containsExactly("To 2");
    assertThat(comments(2)).containsExactly("To 1");
    assertThat(library.library().problems()).isEmpty();
  }

  private static String record(int n) {
    return "translations/" + FormLetters.name(n) + ".jsonl";
  }

  private List<String> comments(int n) {
    return library.sections(FormLetters.name(n)).stream()
        .flatMap(tracked -> tracked.history().stream())
        .filter(CommentEvent.class::isInstance)
        .map(event -> ((CommentEvent) event).text())
        .toList();
  }

  private List<SectionId> ids() {
    var ids = new ArrayList<SectionId>();
    for (DocumentId id : library.library().catalogue().ids()) {
      for (TrackedSection tracked : library.sections(id.value())) {
        ids.add(tracked.section().id());
      }
    }
    return ids;
  }

  private void put(String name, int person) {
    library.put("archive/" + name + ".md", FormLetters.original(person));
    library.put("translations/" + name + ".md", FormLetters.translation(person));
  }

  private void move(int from, int to) {
    for (String folder : List.of("archive/", "translations/")) {
      rename(folder + FormLetters.name(from) + ".md", folder + FormLetters.name(to) + ".md");
    }
  }

  private void rename(String from, String to) {
    assertThat(folder.resolve(from).toFile().renameTo(folder.resolve(to).toFile())).isTrue();
  }
}
