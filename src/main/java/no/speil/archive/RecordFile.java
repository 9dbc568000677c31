package no.speil.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionLayout;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.RecordState;
import no.speil.record.RenameEvent;
import org.jspecify.annotations.Nullable;

/**
 * A document's record as it was read.
 *
 * @param names whose record it says it is, and before it whose it was, the oldest name first
 * @param state what its events come to
 * @param problems lines that were passed over, and why
 * @param file what was read; null where there is no record yet
 * @param writable false where it must not be appended to: a newer format, or bytes that are no text
 */
public record RecordFile(
    List<DocumentId> names,
    RecordState state,
    List<Problem> problems,
    @Nullable SourceFile file,
    boolean writable) {

  public RecordFile {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a record is some document's");
    }
    problems = List.copyOf(problems);
  }

  /** The record of a document that nobody has touched. */
  public static RecordFile none(DocumentId document) {
    return new RecordFile(List.of(document), RecordState.fold(List.of()), List.of(), null, true);
  }

  /** In the order of their lines. */
  public List<Event> events() {
    return state.events();
  }

  /** Whose record it says it is. */
  public DocumentId document() {
    return names.getLast();
  }

  /** Names that the document had before it was renamed. */
  public List<DocumentId> formerNames() {
    return names.subList(0, names.size() - 1).stream()
        .filter(name -> !name.equals(document()))
        .distinct()
        .toList();
  }

  /** The renames that people are told of and that brought it to a document, in order of time. */
  public List<RenameEvent> renames() {
    return Event.all(events(), RenameEvent.class)
        .filter(rename -> names.contains(rename.document())) // else that the work has gone there
        .sorted(Comparator.comparing(rename -> rename.signature().at()))
        .toList();
  }

  /** Whether somebody has said that it is no other document's than its own. */
  public boolean isLeft() {
    return !renames().isEmpty() && renames().getLast().isOf(document(), document());
  }

  /** The rename by which it came to its document; empty where it came by none. */
  public Optional<RenameEvent> lastRename() {
    return renames().reversed().stream()
        .findFirst()
        .filter(last -> !isLeft() && last.document().equals(document()));
  }

  /**
   * Somebody has taken it away from a text that it had followed, so it goes there only if somebody
   * says so; where that text is under another name, it is free again.
   *
   * @param document that had the text
   * @param layout the text as the record remembers it
   */
  public record Refusal(DocumentId document, List<SectionLayout> layout) {}

  /** The texts that somebody has taken it away from since it was last given to a document. */
  public List<Refusal> refusals() {
    var refusals = new ArrayList<Refusal>();
    for (RenameEvent rename : renames()) {
      if (isTakenBack(rename)) {
        List<Event> before = events().subList(0, events().indexOf(rename));
        refusals.add(new Refusal(rename.formerly(), RecordState.fold(before).layout()));
      } else if (rename.isSaid()) {
        refusals.clear();
      }
    }
    return refusals;
  }

  /** Whether it took the record back to the document that had it last by the lines before. */
  private boolean isTakenBack(RenameEvent rename) {
    return rename.isSaid()
        && IntStream.range(1, names.size() - 1)
            .filter(i -> rename.isOf(names.get(i), names.get(i + 1)))
            .anyMatch(i -> !names.get(i - 1).equals(rename.formerly()));
  }

  /** Whether it holds anybody's work on a section that has not moved to another document. */
  public boolean holdsWork() {
    return events().stream()
        .filter(event -> !(event instanceof RenameEvent))
        .filter(event -> !event.signature().by().equals(EventSignature.PROGRAM))
        .flatMap(event -> event.concerns().stream())
        .anyMatch(id -> state.movedTo(id).isEmpty());
  }

  /** Its whole lines as they are, each with its end. */
  public String text() {
    String text = file == null ? "" : file.text();
    int end = text.lastIndexOf('\n') + 1;
    return isTorn() ? text.substring(0, end) : end == text.length() ? text : text + "\n";
  }

  /** Whether its last line is incomplete, and cut when something is appended. */
  public boolean isTorn() {
    return problems.stream().anyMatch(problem -> problem.kind() == Problem.Kind.RECORD_TORN);
  }

  /** Whether it may be appended to, and nothing is cut off by that. */
  public boolean isWhole() {
    return writable && !isTorn();
  }

  /** The same as the record of a document that took its place. */
  public RecordFile adoptedBy(DocumentId heir) {
    var longer = new ArrayList<>(names);
    longer.add(heir);
    return new RecordFile(longer, state, problems, file, writable);
  }

  /** What a document has of a record that is another's: nothing, and it must not be written to. */
  public RecordFile foreignTo(DocumentId id) {
    return new RecordFile(List.of(id), RecordState.fold(List.of()), List.of(), file, false);
  }

  /** The same with these events after its own; nothing is written. */
  public RecordFile withEvents(List<? extends Event> more) {
    List<Event> all = Stream.concat(events().stream(), more.stream()).toList();
    return new RecordFile(names, RecordState.fold(all), problems, file, writable);
  }

  /** The same, not to be appended to. */
  public RecordFile unwritable() {
    return new RecordFile(names, state, problems, file, false);
  }
}
