package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import no.speil.NeedsPrograms;
import no.speil.Program;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A keeper goes to other commits under a running server. */
@NeedsPrograms("git")
class CheckoutTest {
  private static final String LETTER = "2015/brev";
  private static final String ANSWER = "2015/svar";
  private static final String NOTE = "2015/notat";
  private static final List<String> DOCUMENTS = List.of(LETTER, ANSWER, NOTE);

  @TempDir private Path folder;
  @AutoClose private TestLibrary library;

  /** Five commits: texts, their records, texts changed outside, that noted, a new document. */
  @BeforeEach
  void history() {
    library = new TestLibrary(folder.resolve("arkiv"));
    library.put(".gitignore", "/accounts.json\n");
    library.put(original(LETTER), "# Brev\n\nStyret må gå.\n\nVi ber om svar før sommeren.\n");
    library.put(translation(LETTER), "# Letter\n\nThe board must go.\n\nPlease answer soon.\n");
    git("init", "-q", "-b", "main");
    commit("texts");
    library.open();
    library.mark(library.section(LETTER, "Styret"), State.TRANSLATED, KARI);
    commit("records");
    library.put(
        original(LETTER),
        "# Brev\n\nEt nytt avsnitt.\n\nStyret må gå av straks.\n\nVi ber om svar før sommeren.\n");
    library.put(translation(LETTER), "# Letter\n\nThe board must go.\n\nPlease do answer soon.\n");
    commit("outside");
    look();
    library.mark(library.section(LETTER, "Styret"), State.REVIEWED, KARI);
    commit("noted");
    library.put(original(ANSWER), "# Svar\n\nVi går ikke.\n\nVi ber om svar før sommeren.\n");
    look();
    commit("new");
    library.put(original(NOTE), library.read(original(LETTER)));
    library.put(translation(NOTE), library.read(translation(LETTER)));
    library.delete(original(LETTER)).delete(translation(LETTER));
    commit("renamed outside");
    look();
    commit("renamed");
    String taken = "\n\nStyret må gå av straks.\n";
    library.put(original(NOTE), library.read(original(NOTE)).replace(taken, "\n"));
    library.put(original(ANSWER), library.read(original(ANSWER)) + taken);
    commit("moved outside");
    look();
    commit("moved");
    library.delete(translation(NOTE));
    commit("taken away");
    look();
    commit("noted again");
  }

  @Test
  void noCommitThatIsCheckedOutIsChangedAndTheIdsAreThoseOfBefore() {
    var before = ids();
    for (String commit : git("rev-list", "main").lines().toList()) {
      checkOut(commit);
    }
    checkOut("main");
    assertThat(ids()).isEqualTo(before);
  }

  @Test
  void theSameHoldsWhereTheServerIsStartedAnewInBetween() {
    var before = ids();
    for (String commit : git("rev-list", "main").lines().toList()) {
      checkOut(commit);
      var shown = ids();
      library.open();
      assertThat(ids()).as("shown again at %s", commit).isEqualTo(shown);
      assertThat(status()).isEmpty();
    }
    checkOut("main");
    library.open();
    assertThat(ids()).isEqualTo(before);
    assertThat(status()).isEmpty();
  }

  @Test
  void whoActsThereIsWrittenDownWithAllThatHadWaited() {
    checkOut("main~8");
    var shown = ids();
    SectionId added = library.section(LETTER, "Et nytt").section().id();
    library.library().marks().comment(added, "Is that so?", KARI);
    assertThat(status()).isEqualTo(" M translations/2015/brev.jsonl");
    look();
    library.open();
    assertThat(ids()).isEqualTo(shown);
    git("commit", "-q", "-a", "-m", "acted");
    look();
    library.open();
    assertThat(status()).isEmpty();
    assertThat(ids()).isEqualTo(shown);
  }

  @Test
  void whoActsInADocumentWhoseRenameIsToBeFollowedHasItFollowed() {
    checkOut("main~5");
    var shown = ids();
    library.mark(library.section(NOTE, "Styret"), State.TRANSLATED, KARI);
    assertThat(status())
        .isEqualTo(" D translations/2015/brev.jsonl\n?? translations/2015/notat.jsonl");
    look();
    library.open();
    assertThat(ids()).isEqualTo(shown);
    assertThat(library.section(NOTE, "Styret").sectionStatus().state()).isEqualTo(State.TRANSLATED);
  }

  @Test
  void whatAnEditorChangesAfterwardsIsNotedAsEver() {
    checkOut("main~8");
    library.age(".git/logs/HEAD");
    library.put(original(LETTER), library.read(original(LETTER)) + "\nOg mer.\n");
    library.library().sync().look();
    assertThat(status()).isEqualTo(" M archive/2015/brev.md\n M translations/2015/brev.jsonl");
  }

  private TreeMap<String, List<SectionId>> ids() {
    var ids = new TreeMap<String, List<SectionId>>();
    for (String document : DOCUMENTS) {
      if (library.path().resolve(original(document)).toFile().exists()) {
        ids.put(
            document,
            library.sections(document).stream().map(each -> each.section().id()).toList());
      }
    }
    return ids;
  }

  private void checkOut(String commit) {
    git("checkout", "-q", commit);
    look();
    ids();
    assertThat(status()).as("at %s", commit).isEmpty();
  }

  /** So often that nothing waits any more for files to come back. */
  private void look() {
    for (String document : DOCUMENTS) {
      library.age(original(document)).age(translation(document));
    }
    for (int i = 0; i < 3; i++) {
      library.library().sync().look();
    }
  }

  private String status() {
    return git("status", "--porcelain").stripTrailing();
  }

  private void commit(String subject) {
    git("add", ".");
    git("commit", "-q", "-m", subject);
  }

  private String git(String... arguments) {
    return Program.git(library.path(), arguments);
  }

  private static String original(String document) {
    return "archive/" + document + ".md";
  }

  private static String translation(String document) {
    return "translations/" + document + ".md";
  }
}
