package no.speil.library.documents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.RecordFile;
import no.speil.archive.SourceFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Side;
import no.speil.markdown.parse.MarkdownReader;
import no.speil.record.RecordState;
import org.jspecify.annotations.Nullable;

/**
 * Finds the document that a new original was before its file was renamed: one whose own original is
 * gone, and that the new one names among its aliases or has most blocks in common with.
 */
public final class RenameDetector {
  private final Archive archive;
  private final FingerprintIndex fingerprintIndex;

  public RenameDetector(Archive archive, FingerprintIndex fingerprintIndex) {
    this.archive = archive;
    this.fingerprintIndex = fingerprintIndex;
  }

  /** The forerunner, which has a record. */
  Optional<DocumentId> of(DocumentId id, DocumentText original) {
    List<DocumentId> alike = fingerprintIndex.alike(DocumentFingerprint.of(original).sample());
    return Stream.concat(
            DocumentSummary.aliases(original).stream().filter(this::isLeft),
            alike.stream()
                .filter(other -> !other.equals(id) && isLeft(other))
                .filter(other -> isOf(remembered(other), original)))
        .findFirst();
  }

  private static boolean isOf(DocumentFingerprint remembered, DocumentText original) {
    return remembered.agreeWith(original) && remembered.areTelling(original);
  }

  /**
   * Whether a record that names another document is that document's still: that one is there, and
   * the record does not fit this original and no longer that one.
   */
  boolean isOfAnother(RecordFile record, @Nullable SideFile original) {
    DocumentId other = record.document();
    if (!archive.hasOriginal(other)) {
      return archive.hasRecord(other) && archive.hasTranslation(Archive.translationPath(other));
    }
    DocumentFingerprint remembered =
        DocumentFingerprint.of(RecordState.fold(record.events()).layout());
    return original == null
        || !remembered.agreeWith(original.text())
        || stillFits(remembered, other);
  }

  /** Nothing is taken from a document that cannot be read now. */
  private boolean stillFits(DocumentFingerprint remembered, DocumentId other) {
    try {
      return archive
          .original(other)
          .map(RenameDetector::text)
          .filter(remembered::agreeWith)
          .isPresent();
    } catch (RuntimeException e) {
      return true; // loading that document lists it as a problem
    }
  }

  private static DocumentText text(SourceFile file) {
    return new MarkdownReader().read(file.text(), file.path(), "", Side.ORIGINAL).text();
  }

  /** Whether only the record is left of that document, and perhaps a translation. */
  private boolean isLeft(DocumentId other) {
    return !archive.hasOriginal(other) && archive.hasRecord(other);
  }

  private DocumentFingerprint remembered(DocumentId other) {
    try {
      return DocumentFingerprint.of(RecordState.fold(archive.record(other).events()).layout());
    } catch (RuntimeException e) {
      return new DocumentFingerprint(Set.of()); // loading that document lists it as a problem
    }
  }
}
