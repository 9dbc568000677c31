package no.speil.library.documents;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import no.speil.archive.Archive;
import no.speil.archive.FileAccessException;
import no.speil.archive.RecordFile;
import no.speil.archive.SourceFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.catalogue.FileState;
import no.speil.library.catalogue.InternalLink;
import no.speil.markdown.parse.MarkdownReader;
import no.speil.markdown.parse.ParsedFile;
import org.jspecify.annotations.Nullable;

/** Reads the two texts of a document; what is odd about their files is said in problems. */
public final class SideFileReader {
  private static final MarkdownReader READER = new MarkdownReader();

  private final Archive archive;
  private final Catalogue catalogue;

  SideFileReader(Archive archive, Catalogue catalogue) {
    this.archive = archive;
    this.catalogue = catalogue;
  }

  /**
   * A side of a document and the file that it was read from; both null where there is none.
   *
   * @param sideFile null also where the file belongs to another document
   */
  record Reading(@Nullable SideFile sideFile, @Nullable FileState state) {}

  Reading original(DocumentId id, List<Problem> problems) {
    SourceFile file = read(() -> archive.original(id), problems).orElse(null);
    return new Reading(
        sideFile(file, text -> original(text.text(), text.path(), id), problems),
        FileState.of(file));
  }

  /**
   * The document's translation.
   *
   * @param record which knows the document's former names
   * @param original of the same document
   * @param path below {@code translations/}
   */
  Reading translation(
      RecordFile record, @Nullable SideFile original, String path, List<Problem> problems) {
    DocumentId id = record.document();
    SourceFile file = read(() -> archive.translation(path), problems).orElse(null);
    SideFile sideFile =
        sideFile(file, text -> translation(text.text(), text.path(), id, original), problems);
    boolean isBesideOriginal = original != null && path.equals(Archive.translationPath(id));
    if (sideFile != null && !isBesideOriginal && !isOf(record, path, sideFile)) {
      return new Reading(null, FileState.of(file));
    }
    if (sideFile != null && isUnderFormerName(record, path)) {
      problems.add(
          Problem.of(
              sideFile.path(),
              0,
              Problem.Kind.RENAMED_ORIGINAL,
              id.value(),
              "translations/" + Archive.translationPath(id)));
    }
    if (sideFile != null && original == null && !archive.hasOriginal(id)) {
      problems.add(Problem.of(sideFile.path(), 0, Problem.Kind.NO_ORIGINAL, id.value()));
    }
    return new Reading(sideFile, FileState.of(file));
  }

  public static Problem unreadable(FileAccessException refused) {
    return Problem.of(refused.path(), 0, Problem.Kind.UNREADABLE, refused.reason());
  }

  /** What the machine is the cause of is no problem of the document. */
  static <T> Optional<T> read(Supplier<Optional<T>> reading, List<Problem> problems) {
    try {
      return reading.get();
    } catch (FileAccessException e) {
      if (!e.isOfTheFile()) {
        throw e;
      }
      problems.add(unreadable(e));
      return Optional.empty();
    }
  }

  public static ParsedFile original(String text, String path, DocumentId id) {
    return READER.read(text, path, id.name(), Side.ORIGINAL);
  }

  /** A translation's text: its file's name stands for the title only where it has no original. */
  public static ParsedFile translation(
      String text, String path, DocumentId id, @Nullable SideFile original) {
    return original == null
        ? READER.read(text, path, id.name(), Side.TRANSLATION)
        : READER.readTranslation(text, path, original.text());
  }

  private static @Nullable SideFile sideFile(
      @Nullable SourceFile file, Function<SourceFile, ParsedFile> reading, List<Problem> problems) {
    if (file == null) {
      return null;
    }
    if (!file.utf8()) {
      problems.add(Problem.of(file.path(), 0, Problem.Kind.NOT_UTF8));
    }
    ParsedFile parsed = reading.apply(file);
    problems.addAll(parsed.problems());
    return new SideFile(
        parsed.text(),
        file.text(),
        file.path(),
        file.utf8(),
        parsed.conflicts(),
        InternalLink.of(parsed.text(), file.path()));
  }

  /**
   * Whether a translation belongs to the document: by its front matter, else by its path, which may
   * also be that of a name that the document had.
   */
  private boolean isOf(RecordFile record, String path, SideFile translation) {
    DocumentId id = record.document();
    String named = translation.text().metadata().provenance().original();
    if (named.isEmpty()) {
      return isUnderFormerName(record, path)
          || (path.equals(Archive.translationPath(id))
              && catalogue.ownerOfTranslation(path).filter(owner -> !owner.equals(id)).isEmpty());
    }
    return DocumentId.parse(named)
        .filter(owner -> owner.equals(id) || record.formerNames().contains(owner))
        .isPresent();
  }

  private static boolean isUnderFormerName(RecordFile record, String path) {
    return record.formerNames().stream().map(Archive::translationPath).anyMatch(path::equals);
  }
}
