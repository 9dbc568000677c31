package no.speil.library.documents;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import no.speil.archive.FileStamp;
import no.speil.archive.RecordFile;
import no.speil.archive.SourceFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.TextHash;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.RecordState;
import no.speil.record.ReviseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Where sections have been taken out: a document, or the record of one that is gone.
 *
 * @param loaded null where it is gone
 * @param lost sections whose text is not there any more; those that were taken out together in the
 *     order in which they stood
 * @param refusals documents that somebody has taken the record away from
 */
record SectionSource(
    RecordFile record,
    @Nullable LiveDocument loaded,
    List<SectionLayout> lost,
    List<RecordFile.Refusal> refusals) {

  /** With the sections that were taken out of it as a whole. */
  static SectionSource of(LiveDocument loaded) {
    RecordState state = loaded.recordState();
    List<SectionLayout> lost =
        state.lost().stream()
            .filter(section -> !section.isTitle())
            .filter(
                section ->
                    state.removal(section.id()).stream().anyMatch(each -> each.became() == null))
            .toList();
    return new SectionSource(loaded.record(), loaded, lost, loaded.record().refusals());
  }

  /** Of the record of a document that is gone: with all sections but its title. */
  static SectionSource of(RecordFile record) {
    List<SectionLayout> layout = record.state().layout();
    List<SectionLayout> lost = layout.stream().filter(each -> !each.isTitle()).toList();
    return new SectionSource(record, null, lost, record.refusals());
  }

  DocumentId id() {
    return record.document();
  }

  /** Those that somebody has worked on. */
  List<SectionLayout> worked() {
    return lost.stream()
        .filter(section -> work(record.state().history(section.id())).findAny().isPresent())
        .toList();
  }

  private static Stream<Event> work(List<Event> events) {
    return events.stream()
        .filter(event -> !(event instanceof ReviseEvent))
        .filter(event -> !event.by().equals(EventSignature.PROGRAM));
  }

  /** When people began to work on a section, or else on the document. */
  Instant workedSince(SectionId section) {
    return Stream.concat(work(record.state().history(section)), work(record.events()))
        .map(Event::at)
        .findFirst()
        .orElse(Instant.MAX);
  }

  /** Of the files that are there. */
  Stream<FileStamp> stamps() {
    return loaded == null
        ? Stream.ofNullable(record.file()).map(SourceFile::stamp)
        : loaded.fileStates().stamps();
  }

  boolean isWritable() {
    return loaded == null ? record.isWhole() : loaded.isWritable();
  }

  /** Whether somebody has taken it away from that document. */
  boolean isRefused(SectionLayout section, DocumentId document) {
    return refusals.stream()
        .filter(refusal -> refusal.document().equals(document))
        .flatMap(refusal -> refusal.layout().stream())
        .anyMatch(each -> each.id().equals(section.id()));
  }

  /** Whether it has the text of a lost section in another place. */
  boolean stillHas(SectionLayout section) {
    return loaded != null
        && record.state().layout().stream()
            .flatMap(each -> Stream.concat(each.original().stream(), each.translation().stream()))
            .anyMatch(block -> block.hash().equals(print(section)));
  }

  /** The hash of the text by which a section is found. */
  static TextHash print(SectionLayout section) {
    return section.leading().getFirst().hash();
  }
}
