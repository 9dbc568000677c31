package no.speil.web.desk;

import java.util.List;
import no.speil.checking.Check;
import no.speil.checking.Finding;
import no.speil.corpus.SectionId;
import no.speil.library.ActionRefused;
import no.speil.library.ExpectedWord;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.library.Remembered;
import no.speil.library.Workbench;
import no.speil.markdown.MarkdownRenderer;
import no.speil.tracking.Change;
import no.speil.tracking.Snapshot;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Moods;
import no.speil.web.answer.Wordings;
import no.speil.web.rows.PathLinks;
import no.speil.web.rows.Reading;
import no.speil.web.rows.View;
import no.speil.web.view.AidView;
import no.speil.web.view.Messages;
import no.speil.web.view.Note;

/** Says in words what helps to translate a section. */
public final class Assistance {
  private static final int MOST_MEMORIES = 3;

  private final Library library;
  private final MarkdownRenderer renderer;

  public Assistance(Library library, MarkdownRenderer renderer) {
    this.library = library;
    this.renderer = renderer;
  }

  /**
   * @param typed what is in the box
   * @param previewed whether to show it as readers will see it
   */
  AidView of(
      Messages t, LiveDocument document, TrackedSection section, String typed, boolean previewed) {
    Workbench bench = library.workbench();
    return new AidView(
        bench.remembered(section, MOST_MEMORIES).stream()
            .map(each -> memory(t, section, each))
            .toList(),
        bench.words(section, typed).stream().map(each -> word(each, typed)).toList(),
        warnings(t, document, section, typed),
        previewed ? preview(document, typed) : "");
  }

  List<AidView.Warning> warnings(
      Messages t, LiveDocument document, TrackedSection section, String typed) {
    return library.workbench().check(document, section, typed).stream()
        .map(each -> warning(t, each))
        .toList();
  }

  /** The text as readers will see it. */
  String preview(LiveDocument document, String typed) {
    var links = new PathLinks(library, document.id(), "translations");
    return renderer.renderFragment(typed, links);
  }

  /** The document that a section is in. */
  LiveDocument document(SectionId id) {
    return library
        .document(library.present(id))
        .orElseThrow(() -> new ActionRefused.UnknownSection(id));
  }

  private static AidView.Memory memory(Messages t, TrackedSection section, Remembered remembered) {
    TrackedSection other = remembered.section();
    LiveDocument document = remembered.document();
    Change change =
        Change.between(
            Snapshot.markdown(other.section().original()),
            Snapshot.markdown(section.section().original()));
    boolean same = change.diff().size() == 1 && remembered.likeness() == 1;
    return new AidView.Memory(
        Wordings.title(document, t.lang()),
        Reading.at(document, other.section().id(), View.SIDE).row(other.section().id()),
        same ? t.of("memory.same") : t.of("memory.like", remembered.likeness()),
        Moods.of(t, other.standing()),
        Wordings.lang(document.original()),
        change.diff().stream().map(part -> new Note.Part(part.op().code(), part.text())).toList(),
        EditPage.text(other));
  }

  private static AidView.Word word(ExpectedWord word, String typed) {
    boolean missing = word.isMissing() && !typed.isBlank();
    return new AidView.Word(
        word.norwegian(), String.join(", ", word.english()), word.note(), word.settled(), missing);
  }

  private static AidView.Warning warning(Messages t, Finding finding) {
    return new AidView.Warning(
        finding.check().code(), finding.words(), message(t, finding.check(), finding.words()));
  }

  private static String message(Messages t, Check check, List<String> words) {
    String key = "check." + check.code();
    return switch (check) {
      case END -> t.of(key, sign(t, words.getFirst()), sign(t, words.getLast()));
      case ITEMS -> t.of(key, words.getFirst(), words.getLast());
      default -> t.of(key, String.join(", ", words));
    };
  }

  private static String sign(Messages t, String sign) {
    return sign.isEmpty() ? t.of("check.no-sign") : sign;
  }
}
