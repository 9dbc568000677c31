package no.speil.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.corpus.ArchiveProfile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.markdown.parse.ArchiveProfileReader;
import no.speil.markdown.parse.ArchiveProfileReader.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What the archive says of itself, in {@code archive/speil.yaml}: read again when the file has
 * changed. Nothing in it is ever executed or followed. Thread-safe.
 */
final class ProfileFile {
  /** The path below the originals' folder. */
  static final String NAME = "speil.yaml";

  private static final String FOLDER = "archive/";
  private static final String PATH = FOLDER + NAME;

  /** Of a picture that stands on every page, in bytes. */
  private static final long LARGEST = 4 << 20;

  private final Archive archive;
  private final String folderName;
  private volatile State state;

  /**
   * @param folderName what an archive without a name is called
   */
  ProfileFile(Archive archive, String folderName) {
    this.archive = archive;
    this.folderName = folderName;
    this.state = State.without(ArchiveProfile.named(folderName), List.of());
  }

  /**
   * The file as it was read.
   *
   * @param file null where there was none, or it could not be read
   */
  private record State(@Nullable SourceFile file, Reading reading) {
    static State without(ArchiveProfile profile, List<Problem> problems) {
      return new State(null, new Reading(profile, Map.of(), problems));
    }

    boolean isProvenBy(@Nullable FileStamp now) {
      return file == null
          ? now == null
          : file.stamp().equals(now) && !file.stamp().isTooYoungToTrust(file.readMillis());
    }
  }

  ArchiveProfile profile() {
    return now().reading().profile();
  }

  /** What is odd about the file, and about the document that it names. */
  List<Problem> problems() {
    Reading now = now().reading();
    var problems = new ArrayList<>(now.problems());
    DocumentId.parse(now.profile().about())
        .filter(this::isNowhere)
        .ifPresent(
            id ->
                problems.add(problem(now, "about", Problem.Kind.PROFILE_NO_DOCUMENT, id.value())));
    ArchiveProfile.Branding branding = now.profile().branding();
    checkPicture(now, "logo", branding.logo(), problems);
    checkPicture(now, "icon", branding.icon(), problems);
    checkPicture(now, "picture", branding.picture(), problems);
    return problems;
  }

  private void checkPicture(Reading now, String key, String path, List<Problem> problems) {
    Optional<AttachedFile> file = archive.picture(FOLDER + path);
    if (!path.isEmpty() && file.filter(AttachedFile::fits).isEmpty()) {
      problems.add(problem(now, key, Problem.Kind.PROFILE_NO_PICTURE, path));
    } else if (file.isPresent() && picture(path).isEmpty()) {
      problems.add(problem(now, key, Problem.Kind.PROFILE_LARGE_PICTURE, path));
    }
  }

  private static Problem problem(Reading now, String key, Problem.Kind kind, String value) {
    return Problem.of(PATH, now.lines().getOrDefault(key, 0), kind, value);
  }

  /** A picture of the archive's branding, by its path below the originals' folder. */
  Optional<AttachedFile> picture(String path) {
    return archive.picture(FOLDER + path).filter(file -> file.stamp().size() <= LARGEST);
  }

  private boolean isNowhere(DocumentId id) {
    try {
      return !archive.hasText(id);
    } catch (FileAccessException e) {
      return false; // it is not known
    }
  }

  private State now() {
    State known = state;
    try {
      @Nullable FileStamp stamp = archive.stamp(ArchiveFile.Role.ORIGINAL, NAME).orElse(null);
      if (known.isProvenBy(stamp)) {
        return known;
      }
      var none = State.without(ArchiveProfile.named(folderName), List.of());
      state = archive.profileSource().map(this::read).orElse(none);
    } catch (FileAccessException e) {
      if (e.reason().equals(FileAccessException.NEARLY_ALL_GONE)) {
        return known; // that is told as one problem
      }
      var problem = Problem.of(PATH, 0, Problem.Kind.UNREADABLE, e.reason());
      return State.without(
          known.reading().profile(), List.of(problem)); // and looks again next time
    }
    return state;
  }

  private State read(SourceFile file) {
    Reading read = ArchiveProfileReader.read(file.text(), PATH);
    var problems = new ArrayList<>(read.problems());
    if (!file.utf8()) {
      problems.add(Problem.of(PATH, 0, Problem.Kind.NOT_UTF8));
    }
    ArchiveProfile profile = read.profile().orNamed(folderName);
    return new State(file, new Reading(profile, read.lines(), problems));
  }
}
