package no.speil.library.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.archive.RecordFile;
import no.speil.corpus.Access;
import no.speil.corpus.Block;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Metadata;
import no.speil.corpus.Metadata.Attachment;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.Task;
import no.speil.library.catalogue.FileState;
import no.speil.library.catalogue.FileStates;
import no.speil.record.DocumentVersion;
import no.speil.record.Event;
import no.speil.record.LayoutEvent;
import no.speil.record.RecordState;
import no.speil.record.RenameEvent;
import no.speil.record.UnknownEvent;
import no.speil.status.Progress;
import no.speil.status.TaskRule;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * A document as its files are now: at least one of the two texts, its sections in order, the title
 * first, and all that was read to show it.
 *
 * @param translationPath below {@code translations/}
 * @param record as read, with a layout that fits the texts
 * @param unwritten the layout, where it has not been written down yet because a file is so young
 *     that it may be half written or as git has checked it out, or that of new sections while a
 *     side is missing; null where there is nothing to write
 */
public record LiveDocument(
    DocumentId id,
    @Nullable SideFile original,
    @Nullable SideFile translation,
    List<TrackedSection> sections,
    List<Problem> problems,
    FileStates fileStates,
    String translationPath,
    RecordFile record,
    @Nullable LayoutEvent unwritten) {

  public LiveDocument {
    sections = List.copyOf(sections);
    problems = List.copyOf(problems);
    if (original == null && translation == null) {
      throw new IllegalArgumentException(id + " has no text");
    }
  }

  /** One of the two texts, or null. */
  public @Nullable SideFile file(Side side) {
    return side == Side.ORIGINAL ? original : translation;
  }

  /** The texts that are there, the original first. */
  public Stream<SideFile> files() {
    return Stream.of(Side.values()).map(this::file).filter(Objects::nonNull);
  }

  /** What the original says of itself; where there is none, what the translation says. */
  public Metadata metadata() {
    return metadata(Side.ORIGINAL);
  }

  /** What the text of that side says of itself; where there is none, what the other says. */
  public Metadata metadata(Side side) {
    SideFile own = file(side);
    SideFile sideFile = own != null ? own : file(side.other());
    return Objects.requireNonNull(sideFile).text().metadata();
  }

  /** Who may read it, as the stricter of the two texts says. */
  public Access access() {
    return metadata(Side.ORIGINAL).access().and(metadata(Side.TRANSLATION).access());
  }

  /** The files by which either text shows how it looked, those of the original first. */
  public List<Attachment> attachments() {
    return files()
        .flatMap(file -> file.text().metadata().provenance().attachments().stream())
        .toList();
  }

  /** The title on that side; empty where that side is missing. */
  public String title(Side side) {
    SideFile sideFile = file(side);
    return sideFile == null ? "" : sideFile.text().metadata().title();
  }

  /** Whether a merge has left two versions of a passage on either side. */
  public boolean isInConflict() {
    return SideFile.isInConflict(original) || SideFile.isInConflict(translation);
  }

  public Progress progress() {
    return Progress.of(sections, originalElsewhere());
  }

  /** Whether the original's words are at its source only. */
  public boolean originalElsewhere() {
    return original != null && original.text().isHeldElsewhere();
  }

  /** What is to be done with the translation of a section; empty if nothing is. */
  public Optional<Task> task(TrackedSection section) {
    return TaskRule.of(section, originalElsewhere(), original != null);
  }

  /** The sections by their ids. */
  public Map<SectionId, TrackedSection> byId() {
    var byId = new HashMap<SectionId, TrackedSection>();
    sections.forEach(each -> byId.put(each.id(), each));
    return byId;
  }

  /**
   * The number by which a section is quoted: its place among the sections, from 1; 0 for the title,
   * -1 if it is not in the document now.
   */
  public int number(SectionId section) {
    return sections.stream().map(TrackedSection::id).toList().indexOf(section);
  }

  /** The version of both texts, for addresses that say what was cited. */
  public DocumentVersion version() {
    return DocumentVersion.of(sections.stream().map(TrackedSection::section).toList());
  }

  /** Whether both texts are still those of a version, however an address wrote it. */
  public boolean has(DocumentVersion cited) {
    return cited.equals(version())
        || cited.equals(DocumentVersion.ofTexts(blocks(Side.ORIGINAL), blocks(Side.TRANSLATION)));
  }

  /** The blocks of the text of that side; none where that side is missing. */
  public List<Block> blocks(Side side) {
    SideFile sideFile = file(side);
    return sideFile == null ? List.of() : sideFile.text().blocks();
  }

  /** The section of that id, if it is in the document now. */
  public Optional<TrackedSection> section(SectionId section) {
    return sections.stream().filter(each -> each.id().equals(section)).findFirst();
  }

  /**
   * The section of that id.
   *
   * @throws ActionRefusedException.UnknownSection if it is not in the document now
   */
  public TrackedSection require(SectionId section) {
    return section(section).orElseThrow(() -> new ActionRefusedException.UnknownSection(section));
  }

  /** The sections of these ids that are in the document now, in its order. */
  Stream<LiveSection> sections(Set<SectionId> ids) {
    return sections.stream()
        .filter(each -> ids.contains(each.id()))
        .map(each -> new LiveSection(this, each));
  }

  /** What the record comes to. */
  public RecordState recordState() {
    return record.state();
  }

  LiveDocument with(
      List<TrackedSection> judged, List<Problem> found, @Nullable LayoutEvent layout) {
    return new LiveDocument(
        id, original, translation, judged, found, fileStates, translationPath, record, layout);
  }

  /** The same with these events in its record; the sections are those of before. */
  LiveDocument with(List<Event> events, FileState written) {
    return new LiveDocument(
        id,
        original,
        translation,
        sections,
        problems,
        fileStates.with(written),
        translationPath,
        record.withEvents(events),
        unwritten);
  }

  /** Whether its record fits its texts and may be appended to. */
  boolean isWritable() {
    return record.isWhole() && !isInConflict() && unwritten == null;
  }

  /** When one of the files was last changed; the layout that we write ourselves does not count. */
  long changedMillis() {
    return Math.max(millis(fileStates.original()), millis(fileStates.translation()));
  }

  private static long millis(@Nullable FileState state) {
    return state == null ? 0 : state.stamp().modifiedMillis();
  }

  /** What people did that everybody may know, and which sections came back, in order of lines. */
  public Stream<Event> publicEvents() {
    return record.events().stream()
        .filter(recordState()::isPublic)
        .filter(
            event ->
                event instanceof UnknownEvent
                    || event instanceof RenameEvent
                    || !recordState().told(event).isEmpty());
  }

  /** About how much memory it takes, in characters. */
  long weight() {
    return files().mapToLong(file -> 3L * file.source().length()).sum()
        + 500L * (sections.size() + record.events().size());
  }

  /**
   * What to write down so that these events follow: the sections that they name come first. None is
   * written off, since the file may be half written.
   */
  List<Event> withLayout(List<Event> events) {
    var all = new ArrayList<Event>();
    if (unwritten != null && !unwritten.sections().isEmpty()) {
      all.add(
          new LayoutEvent(unwritten.signature(), unwritten.sections(), List.of())
              .at(unwritten.clock()));
    }
    events.forEach(event -> all.add(recordState().following(event)));
    return all;
  }
}
