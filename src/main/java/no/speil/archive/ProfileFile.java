package no.speil.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.speil.corpus.ArchiveProfile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.markdown.parse.ArchiveProfileReader;
import org.jspecify.annotations.Nullable;

/**
 * What the archive says of itself, in {@code archive/speil.yaml}: read again when the file has
 * changed. Nothing in it is ever executed or followed. Thread-safe.
 */
final class ProfileFile {
  /** The path below the originals' folder. */
  static final String NAME = "speil.yaml";

  private static final String PATH = "archive/" + NAME;

  private final Archive archive;
  private final String folderName;
  private volatile Reading reading;

  /**
   * @param folderName what an archive without a name is called
   */
  ProfileFile(Archive archive, String folderName) {
    this.archive = archive;
    this.folderName = folderName;
    this.reading = Reading.without(ArchiveProfile.named(folderName), List.of());
  }

  /**
   * The file as it was read.
   *
   * @param stamp null where there was none
   * @param aboutLine where it names the document about the archive
   */
  private record Reading(
      @Nullable FileStamp stamp,
      long readMillis,
      ArchiveProfile profile,
      int aboutLine,
      List<Problem> problems) {

    /** Of a file that is not there, or cannot be read. */
    static Reading without(ArchiveProfile profile, List<Problem> problems) {
      return new Reading(null, 0, profile, 0, problems);
    }

    boolean isProvenBy(@Nullable FileStamp now) {
      return stamp == null
          ? now == null
          : stamp.equals(now) && !stamp.isTooYoungToTrust(readMillis);
    }
  }

  ArchiveProfile profile() {
    return now().profile();
  }

  /** What is odd about the file, and about the document that it names. */
  List<Problem> problems() {
    Reading now = now();
    var problems = new ArrayList<>(now.problems());
    DocumentId.parse(now.profile().about())
        .filter(this::isNowhere)
        .ifPresent(
            id ->
                problems.add(
                    Problem.of(
                        PATH, now.aboutLine(), Problem.Kind.PROFILE_NO_DOCUMENT, id.value())));
    return problems;
  }

  private boolean isNowhere(DocumentId id) {
    try {
      return !archive.hasOriginal(id) && !archive.hasTranslation(Archive.translationPath(id));
    } catch (FileAccessException e) {
      return false; // it is not known
    }
  }

  private Reading now() {
    Reading known = reading;
    try {
      @Nullable FileStamp stamp = archive.stamp(ArchiveFile.Role.ORIGINAL, NAME).orElse(null);
      if (known.isProvenBy(stamp)) {
        return known;
      }
      Optional<SourceFile> file = archive.profileSource();
      reading =
          file.isPresent()
              ? read(file.get())
              : Reading.without(ArchiveProfile.named(folderName), List.of());
    } catch (FileAccessException e) {
      if (e.reason().equals(FileAccessException.NEARLY_ALL_GONE)) {
        return known; // that is told as one problem
      }
      var problem = Problem.of(PATH, 0, Problem.Kind.UNREADABLE, e.reason());
      return Reading.without(known.profile(), List.of(problem)); // and looks again next time
    }
    return reading;
  }

  private Reading read(SourceFile file) {
    ArchiveProfileReader.Reading read = ArchiveProfileReader.read(file.text(), PATH);
    var problems = new ArrayList<>(read.problems());
    if (!file.utf8()) {
      problems.add(Problem.of(PATH, 0, Problem.Kind.NOT_UTF8));
    }
    return new Reading(
        file.stamp(),
        file.readMillis(),
        read.profile().orNamed(folderName),
        read.aboutLine(),
        problems);
  }
}
