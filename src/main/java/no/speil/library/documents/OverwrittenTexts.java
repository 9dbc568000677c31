package no.speil.library.documents;

import static java.util.stream.Collectors.joining;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.speil.corpus.DocumentId;
import no.speil.corpus.LayoutPart;
import no.speil.corpus.Problem;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.corpus.text.WordCharacters;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.LayoutEvent;
import no.speil.record.RecordState;
import no.speil.record.SuggestEvent;
import no.speil.record.TextHistory;
import no.speil.record.TextSnapshot;
import no.speil.status.TrackedSection;

/**
 * Finds saved texts that an old copy of the file was put over: an editor's, which was opened
 * before, that of a program that synchronises folders, or one that somebody has fetched back.
 */
public final class OverwrittenTexts {
  /** Words that an edit took out; so many do not come back by chance. */
  private static final int LEAST_WORDS = 3;

  private OverwrittenTexts() {}

  /**
   * The lost texts, each as a suggestion for its section.
   *
   * @param before the record without the change
   * @param sections of the document now
   * @param change what has changed
   */
  static List<SuggestEvent> suggestions(
      RecordState before, List<Section> sections, LayoutEvent change) {
    return sections.stream()
        .filter(section -> !section.translation().isEmpty() && translates(change, section.id()))
        .flatMap(
            section ->
                lastEdit(before, section.id()).stream()
                    .filter(edit -> isKnown(before, section) || isUndone(edit, section))
                    .filter(edit -> !isSuggested(before, edit)))
        .flatMap(edit -> SuggestEvent.overwritten(change.signature(), edit).stream())
        .toList();
  }

  /** As that of a save that was cut off. */
  private static boolean isSuggested(RecordState before, EditEvent edit) {
    return before.history(edit.section()).stream()
        .dropWhile(event -> !event.equals(edit))
        .anyMatch(event -> event instanceof SuggestEvent suggest && suggest.isOverwritten());
  }

  private static boolean isKnown(RecordState before, Section section) {
    return new TextHistory(section.id(), before.events())
        .had(Side.TRANSLATION, TextHash.of(section.translation()));
  }

  /** The edit that made the translation that was there until now. */
  private static Optional<EditEvent> lastEdit(RecordState before, SectionId id) {
    return Event.last(before.history(id), EditEvent.class, any -> true)
        .filter(edit -> !edit.after().isEmpty())
        .filter(
            edit ->
                Event.last(before.events(), LayoutEvent.class, layout -> translates(layout, id))
                    .filter(layout -> layout.signature().equals(edit.signature()))
                    .isPresent());
  }

  private static boolean translates(LayoutEvent layout, SectionId id) {
    return layout.sections().stream()
        .anyMatch(
            placement ->
                placement.section().id().equals(id)
                    && !placement.kept().contains(LayoutPart.TRANSLATION));
  }

  /** Whether a text has the words that the edit took out, and none that it put in. */
  private static boolean isUndone(EditEvent edit, Section section) {
    Set<String> taken = words(edit.before());
    Set<String> put = words(edit.after());
    Set<String> both = new HashSet<>(taken);
    both.retainAll(put);
    taken.removeAll(both);
    put.removeAll(both);
    Set<String> now = words(TextSnapshot.of(section.translation()));
    return taken.size() >= LEAST_WORDS
        && now.containsAll(taken)
        && put.stream().noneMatch(now::contains);
  }

  private static Set<String> words(TextSnapshot snapshot) {
    String text = Optional.ofNullable(snapshot.text()).orElse("");
    return new HashSet<>(WordCharacters.LETTERS_AND_NUMBERS.words(text));
  }

  /** The suggestions that nobody has taken or declined yet. */
  public static List<SuggestEvent> open(List<TrackedSection> sections) {
    return sections.stream()
        .flatMap(section -> section.openSuggestions().stream())
        .filter(SuggestEvent::isOverwritten)
        .toList();
  }

  /** Has the problems of a document tell of such texts while there are any. */
  static void tell(
      List<Problem> problems, DocumentId id, String path, List<TrackedSection> sections) {
    problems.removeIf(problem -> problem.kind() == Problem.Kind.TEXT_OVERWRITTEN);
    List<TrackedSection> lost =
        sections.stream().filter(section -> !open(List.of(section)).isEmpty()).toList();
    if (!lost.isEmpty()) {
      problems.add(
          Problem.of(
              "translations/" + path,
              0,
              Problem.Kind.TEXT_OVERWRITTEN,
              lost.stream().map(OverwrittenTexts::writer).distinct().collect(joining(", ")),
              String.valueOf(lost.size()),
              id.value()));
    }
  }

  private static String writer(TrackedSection section) {
    return section.translator().isEmpty() ? EventSignature.PROGRAM : section.translator();
  }
}
