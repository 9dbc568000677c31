package no.speil.library.catalogue;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.AttachedFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Metadata.Attachment;
import no.speil.corpus.Problem;
import no.speil.corpus.Problem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The files that texts list to show how they looked: where they lie, and whether they are what they
 * were. A file is read once for each state that it is in. Thread-safe.
 */
public final class Attachments {
  private final Archive archive;
  private final Map<AttachedFile, String> hashes = new ConcurrentHashMap<>();

  /** Those that begin as files of their kinds do. */
  private final Set<AttachedFile> fitting = ConcurrentHashMap.newKeySet();

  public Attachments(Archive archive) {
    this.archive = archive;
  }

  /**
   * What a text lists, and what is there.
   *
   * @param file null where nothing is there that can be shown
   * @param problem what is wrong with it, as far as is known; null for nothing
   * @param isCompared whether it has been compared, as it is now, with the checksum that is given
   */
  public record Found(
      Attachment told, @Nullable AttachedFile file, @Nullable Kind problem, boolean isCompared) {}

  /** What there is of a document's attachment. */
  public Found find(DocumentId document, Attachment told) {
    String root = told.text().substring(0, told.text().indexOf('/'));
    boolean isMissing = AttachedFile.Kind.of(told.file()).isPresent();
    for (String path : SiteLinks.files(document, root, told.file()).toList()) {
      AttachedFile file = archive.attached(path).orElse(null);
      if (file != null && fits(file)) {
        String known = hashes.getOrDefault(file, "");
        boolean isCompared = !known.isEmpty() && !told.sha256().isEmpty();
        boolean isChanged = isCompared && !known.equals(told.sha256());
        return new Found(told, file, isChanged ? Kind.ATTACHMENT_CHANGED : null, isCompared);
      }
      isMissing &= file == null;
    }
    return new Found(
        told, null, isMissing ? Kind.ATTACHMENT_MISSING : Kind.ATTACHMENT_UNFIT, false);
  }

  private boolean fits(AttachedFile file) {
    return fitting.contains(file) || (file.fits() && fitting.add(file));
  }

  /** The file of that path below the root that a document lists. */
  Stream<AttachedFile> listed(DocumentSummary document, String path) {
    return document.attachments().stream()
        .map(told -> find(document.entry().id(), told).file())
        .flatMap(Stream::ofNullable)
        .filter(file -> file.path().equals(path));
  }

  /**
   * The files of a document that cannot be shown, or are not what they were.
   *
   * @param mayRead whether a file may be read now that has a checksum
   */
  public Stream<Problem> problems(DocumentSummary document, Predicate<AttachedFile> mayRead) {
    return document.attachments().stream()
        .flatMap(
            told ->
                Stream.ofNullable(compare(document.entry().id(), told, mayRead).problem())
                    .map(wrong -> Problem.of(told.text(), told.line(), wrong, told.file())));
  }

  private Found compare(DocumentId document, Attachment told, Predicate<AttachedFile> mayRead) {
    Found found = find(document, told);
    AttachedFile file = found.file();
    if (told.sha256().isEmpty() || file == null || found.isCompared() || !mayRead.test(file)) {
      return found;
    }
    try {
      hashes.put(file, file.sha256());
      return find(document, told);
    } catch (IOException e) {
      return new Found(told, null, Kind.ATTACHMENT_UNFIT, false);
    }
  }
}
