package no.speil.library.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.align.identity.RecordedLayout;
import no.speil.align.identity.Revision;
import no.speil.archive.Archive;
import no.speil.archive.FileAccessException;
import no.speil.archive.FileStamp;
import no.speil.archive.RecordFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Problem;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.corpus.Side;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.catalogue.FileState;
import no.speil.library.catalogue.FileStates;
import no.speil.library.documents.RecordStore.Assignment;
import no.speil.library.documents.SideFileReader.Reading;
import no.speil.markdown.visible.VisibleMarkdownReader;
import no.speil.record.Event;
import no.speil.record.LayoutEvent;
import no.speil.record.RecordState;
import no.speil.status.StatusRule;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a document of its three files. Where the texts have changed since the record's layout, the
 * layout is brought up to them and, unless the archive is read-only, written down.
 */
public final class DocumentLoader {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentLoader.class);

  private final Archive archive;
  private final Catalogue catalogue;
  private final SideFileReader sideFiles;
  private final RecordStore records;
  private final LayoutEngines engines;
  private final StatusRule statusRule = new StatusRule(new VisibleMarkdownReader());

  /**
   * @param catalogue which tells whose a translation is and whose an old name
   * @param records which finds the records
   */
  public DocumentLoader(
      Archive archive, Catalogue catalogue, LayoutEngines engines, RecordStore records) {
    this.archive = archive;
    this.catalogue = catalogue;
    this.sideFiles = new SideFileReader(archive, catalogue);
    this.records = records;
    this.engines = engines;
  }

  /**
   * The document, or empty where neither text is there.
   *
   * @param translationPath below {@code translations/}
   * @throws RecordStore.UndecidedException see {@link Assignment#FIRST}
   * @throws FileAccessException if one is there and cannot be read, and the other is not, or if the
   *     machine is the cause
   */
  public Optional<LiveDocument> load(DocumentId id, String translationPath, Assignment assignment) {
    var problems = new ArrayList<Problem>();
    Reading original = sideFiles.original(id, problems);
    if (original.sideFile() == null && !archive.hasTranslation(translationPath)) {
      archive.original(id); // empty, or says why it cannot be read
      return Optional.empty();
    }
    RecordFile own = records.read(id, original.sideFile(), assignment, problems);
    var ofTranslation = new ArrayList<Problem>();
    Files files = files(own, original, translationPath, ofTranslation);
    if (files.original() == null && files.translation() == null) {
      archive.original(id);
      archive.translation(files.translationPath());
      return Optional.empty();
    }
    RecordFile record = own;
    if (isReadable(files)) {
      var print =
          DocumentFingerprint.of(
              id, SideFile.textOf(files.original()), SideFile.textOf(files.translation()));
      record = records.assigned(own, print, assignment, problems);
    }
    if (!record.equals(own)) {
      ofTranslation.clear();
      files = files(record, original, translationPath, ofTranslation);
    }
    if (problems.stream().anyMatch(problem -> problem.kind() == Problem.Kind.OTHER_HALF)) {
      ofTranslation.removeIf(problem -> problem.kind() == Problem.Kind.NO_ORIGINAL);
    }
    problems.addAll(ofTranslation);
    if (files.areInConflict()) {
      record = record.unwritable(); // it goes on with the text that the merge will have led to
    }
    return Optional.of(assemble(files, record, problems));
  }

  private Files files(
      RecordFile record, Reading original, String givenPath, List<Problem> problems) {
    String path = translationPath(record, givenPath);
    return new Files(
        record.document(),
        original,
        sideFiles.translation(record, original.sideFile(), path, problems),
        path);
  }

  /** Whether both texts are whole, so that it can be said which record fits them. */
  private boolean isReadable(Files files) {
    return !files.areInConflict()
        && (files.original() != null || !archive.hasOriginal(files.id()))
        && (files.translation() != null
            || files.translationFile().state() != null
            || !archive.hasTranslation(files.translationPath()));
  }

  /** Where the translation is: at the given path, or else still under a name that it had before. */
  private String translationPath(RecordFile record, String given) {
    if (archive.hasTranslation(given)) {
      return given;
    }
    return record.formerNames().reversed().stream()
        .filter(name -> !archive.hasOriginal(name))
        .map(Archive::translationPath)
        .filter(archive::hasTranslation)
        .findFirst()
        .orElse(given);
  }

  private record Files(
      DocumentId id, Reading originalFile, Reading translationFile, String translationPath) {
    @Nullable SideFile original() {
      return originalFile.sideFile();
    }

    @Nullable SideFile translation() {
      return translationFile.sideFile();
    }

    boolean areInConflict() {
      return SideFile.isInConflict(original()) || SideFile.isInConflict(translation());
    }
  }

  private LiveDocument assemble(Files files, RecordFile record, List<Problem> problems) {
    RecordState before = record.state();
    FileState recordFile = FileState.of(record.file());
    var fileStates =
        new FileStates(files.originalFile().state(), files.translationFile().state(), recordFile);
    boolean isCheckedOut = archive.areCheckedOut(fileStates.stamps());
    boolean isKept = archive.isWritable() && record.writable() && !isCheckedOut;
    // what is not written down is computed again, and must come out the same
    boolean isFirst = !isKept || before.layout().isEmpty();
    Revision revision =
        (isFirst ? engines.first() : engines.later())
            .revise(
                files.id(),
                layout(files.id(), before),
                SideFile.textOf(files.original()),
                SideFile.textOf(files.translation()));
    RecordFile now = record;
    @Nullable LayoutEvent unwritten = null;
    if (!revision.changed().isEmpty() || !revision.removed().isEmpty()) {
      var layout =
          new LayoutEvent(records.signature(), revision.changed(), revision.removed())
              .at(before.clock() + 1);
      boolean isWhole = isWhole(files, before);
      List<Event> events = new ArrayList<>(List.of(layout));
      if (isWhole && !isCheckedOut && (before.layout().isEmpty() || areSettled(files))) {
        if (isKept) {
          events.addAll(OverwrittenTexts.suggestions(before, revision.sections(), layout));
        }
        FileState written = records.write(files.id(), record, events, problems);
        fileStates = written == null ? fileStates : fileStates.with(written);
      } else {
        unwritten = isWhole ? layout : ofNewSections(layout, before);
      }
      now = record.withEvents(events);
      List<SectionId> returned = now.state().told(layout);
      if (unwritten == null && !returned.isEmpty()) {
        LOG.info(
            "{}: found sections again whose text had been taken out: {}", files.id(), returned);
      }
    }
    // Of a record that is not written, the time of a change would be that of every new start.
    RecordState kept = isKept ? now.state() : before;
    List<TrackedSection> sections =
        judged(files.id(), revision.sections(), now.state(), kept, files.original());
    OverwrittenTexts.tell(problems, files.id(), files.translationPath(), sections);
    tellOfGuesses(problems, files, revision.sections());
    return new LiveDocument(
        files.id(),
        files.original(),
        files.translation(),
        sections,
        problems,
        fileStates,
        files.translationPath(),
        now,
        unwritten);
  }

  private RecordedLayout layout(DocumentId id, RecordState state) {
    return new RecordedLayout(state.layout(), held(id, state), state.orphaned(), state.lost());
  }

  /** The sections that a document would have with another text on a side. Nothing is written. */
  List<Section> sectionsWith(LiveDocument document, Side side, DocumentText text) {
    boolean isOriginal = side == Side.ORIGINAL;
    return engines
        .later()
        .revise(
            document.id(),
            layout(document.id(), document.record().state()),
            isOriginal ? text : SideFile.textOf(document.original()),
            isOriginal ? SideFile.textOf(document.translation()) : text)
        .sections();
  }

  /** One problem for all sections that may have been put together wrongly. */
  private static void tellOfGuesses(List<Problem> problems, Files files, List<Section> sections) {
    List<Section> doubtful = sections.stream().filter(Section::isDoubtful).toList();
    if (!doubtful.isEmpty()) {
      problems.add(
          Problem.of(
              "translations/" + files.translationPath(),
              doubtful.getFirst().translation().getFirst().source().line(),
              Problem.Kind.GUESSED_PAIRS,
              String.valueOf(doubtful.size()),
              files.id().value()));
    }
  }

  /** Ids not to be given: also those that a document took along which had this name before. */
  private Set<SectionId> held(DocumentId id, RecordState state) {
    Optional<DocumentId> heir = catalogue.renamedTo(id).filter(other -> !other.equals(id));
    var held = new HashSet<>(state.held());
    try {
      heir.ifPresent(other -> held.addAll(archive.record(other).state().held()));
    } catch (RuntimeException e) {
      LOG.debug("the record of {} cannot be read", heir.orElse(id), e); // loading it lists that
    }
    return held;
  }

  /** The document after its record has got wordings, on which freshness may rest. */
  LiveDocument judgedAgain(LiveDocument document) {
    return document.with(judged(document), document.problems(), document.unwritten());
  }

  private List<TrackedSection> judged(LiveDocument document) {
    List<Section> sections = document.sections().stream().map(TrackedSection::section).toList();
    RecordState state = document.recordState();
    return judged(document.id(), sections, state, state, document.original());
  }

  /**
   * The document after events were appended to its record; the texts have not changed.
   *
   * @param stamp of the record with the events in it
   */
  LiveDocument after(LiveDocument before, List<Event> events, FileStamp stamp) {
    LiveDocument now = before.with(events, records.written(stamp));
    List<TrackedSection> sections = judged(now);
    var problems = new ArrayList<>(before.problems());
    OverwrittenTexts.tell(problems, now.id(), now.translationPath(), sections);
    return now.with(sections, problems, null);
  }

  /**
   * Whether no side is missing that the record knows. A file may be missing for a moment, while an
   * editor replaces it; the record does not forget its sections for that.
   */
  private static boolean isWhole(Files files, RecordState state) {
    return isThere(files.original(), Side.ORIGINAL, state)
        && isThere(files.translation(), Side.TRANSLATION, state);
  }

  private static boolean isThere(@Nullable SideFile sideFile, Side side, RecordState state) {
    return sideFile != null || state.layout().stream().allMatch(each -> each.side(side).isEmpty());
  }

  /** Those that the record does not know yet; what it knows of others may come back. */
  private static LayoutEvent ofNewSections(LayoutEvent layout, RecordState state) {
    Set<SectionId> known =
        state.layout().stream().map(SectionLayout::id).collect(Collectors.toSet());
    List<SectionPlacement> added =
        layout.sections().stream()
            .filter(placed -> !known.contains(placed.section().id()))
            .toList();
    return new LayoutEvent(layout.signature(), added, List.of()).at(layout.clock());
  }

  /**
   * Whether the files have rested since they were written. An editor that writes in place leaves
   * one empty or half for a moment; what is read then is shown and not remembered, and read again
   * soon.
   */
  private static boolean areSettled(Files files) {
    return Stream.of(files.originalFile(), files.translationFile())
        .flatMap(file -> Stream.ofNullable(file.state()))
        .noneMatch(file -> file.stamp().isTooYoungToTrust(file.readMillis()));
  }

  /**
   * @param kept what is known of when originals changed
   */
  private List<TrackedSection> judged(
      DocumentId id,
      List<Section> sections,
      RecordState state,
      RecordState kept,
      @Nullable SideFile original) {
    boolean elsewhere = original != null && original.text().isHeldElsewhere();
    boolean isUnreadable = original == null && archive.hasOriginal(id);
    Map<SectionId, List<List<Event>>> merged = state.merged();
    return sections.stream()
        .map(
            section ->
                TrackedSection.of(
                    section,
                    statusRule.judge(
                        section,
                        state.history(section.id()),
                        merged.getOrDefault(section.id(), List.of()),
                        state.baseline(section.id()).orElse(null),
                        elsewhere,
                        !isUnreadable && state.orphaned().contains(section.id())),
                    kept.revised(section.id()).orElse(null),
                    state.history(section.id()),
                    state.reports(section.id())))
        .toList();
  }
}
