package no.speil.status.grading;

import static no.speil.status.grading.ChangeClass.FACTS;
import static no.speil.status.grading.ChangeClass.MARKUP;

import java.util.List;
import no.speil.corpus.TextRole;
import no.speil.corpus.VisibleText;
import no.speil.corpus.VisibleTextReader;

/**
 * Grades the change between two Markdown texts by what a reader sees: first the whole text, then
 * addresses and lists, then word by word. In doubt every rule gives the more serious class.
 * Thread-safe if its reader is.
 */
public final class ChangeGrader {
  private final VisibleTextReader reader;

  public ChangeGrader(VisibleTextReader reader) {
    this.reader = reader;
  }

  /**
   * The change from one text to another.
   *
   * @param role of both texts
   * @return with a diff of the words, white space folded
   */
  public Change change(String older, String newer, TextRole role) {
    return new Change(grade(older, newer, role), Change.diff(older, newer));
  }

  ChangeClass grade(String older, String newer, TextRole role) {
    if (older.equals(newer)) {
      return MARKUP;
    }
    VisibleText before = reader.read(older, role);
    VisibleText after = reader.read(newer, role);
    boolean sameTargets =
        before.targets().equals(after.targets()) && tasks(before).equals(tasks(after));
    String text = before.text();
    String struck = before.struck();
    if (sameTargets && text.equals(after.text()) && struck.equals(after.struck())) {
      return MARKUP;
    }
    if (!sameTargets
        || before.items().size() != after.items().size()
        || !before.code().equals(after.code())) {
      return FACTS;
    }
    ChangeClass seen = WordGrader.grade(TokenizedText.of(text), TokenizedText.of(after.text()));
    ChangeClass unsaid =
        WordGrader.grade(TokenizedText.of(struck), TokenizedText.of(after.struck()));
    return seen.or(unsaid);
  }

  /** The states of task list items, without items that are no tasks. */
  private static List<VisibleText.Task> tasks(VisibleText text) {
    return text.items().stream()
        .map(VisibleText.Item::task)
        .filter(task -> task != VisibleText.Task.NONE)
        .toList();
  }
}
