package no.speil.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import no.speil.archive.ArchiveFile.Role;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Side;
import no.speil.library.Library;
import no.speil.library.documents.DocumentLocks;
import no.speil.library.documents.LiveDocument;
import no.speil.record.Event;

/** Has records tell who has written what somebody has committed here by hand. */
final class HandCommits {
  private static final String TOLD = "refs/speil/told";
  private static final int BATCH = 200;

  private final Library library;
  private final GitRepository repository;

  HandCommits(Library library, GitRepository repository) {
    this.library = library;
    this.repository = repository;
  }

  /**
   * Looks at what has been committed since the last time; the first time at nothing.
   *
   * @param people who has a mail address here, by name
   */
  void tell(Function<String, Optional<String>> people, Instant now) {
    String head = repository.head().orElse("");
    String told = repository.commit(TOLD).orElse("");
    if (head.isEmpty()
        || head.equals(told)
        || library.archive().areCheckedOut(Stream.empty())) { // nobody has acted there
      return;
    }
    if (!told.isEmpty()) {
      var outside =
          new OutsideEdits(library.documents(), repository, people, told, head, now, true);
      List<String> paths =
          outside.paths().stream()
              .filter(path -> path.startsWith(repository.prefix()) && !GitName.isForeign(path))
              .filter(path -> Role.of(file(path)).filter(role -> role != Role.RECORD).isPresent())
              .toList();
      for (int i = 0; i < paths.size(); i += BATCH) {
        List<String> batch = paths.subList(i, Math.min(i + BATCH, paths.size()));
        Map<String, String> before = texts(told, batch);
        Map<String, String> after = texts(head, batch);
        after.forEach((path, text) -> tell(path, outside, before.getOrDefault(path, ""), text));
      }
    }
    noteTold();
  }

  /** Takes all that is in the branch now as told of. */
  void noteTold() {
    repository.head().ifPresent(head -> repository.git("update-ref", TOLD, head).require());
  }

  private void tell(String path, OutsideEdits outside, String before, String after) {
    String file = file(path);
    boolean isOriginal = file.startsWith("archive/");
    Side side = isOriginal ? Side.ORIGINAL : Side.TRANSLATION;
    Optional<DocumentId> id = library.catalogue().owner(file);
    if (id.isEmpty() || (isOriginal && before.isEmpty())) { // a new one is no change
      return;
    }
    DocumentLocks locks = library.documents().locks();
    locks.run(
        id.get(),
        () ->
            library
                .documents()
                .findLoadable(id.get())
                .filter(served -> served.record().isWhole() && !served.isInConflict())
                .filter(
                    served -> isOriginal || file.equals("translations/" + served.translationPath()))
                .ifPresent(
                    served ->
                        append(served, outside.committed(served, side, before, after, path))));
  }

  /** Its path below the archive's root. */
  private String file(String path) {
    return path.substring(repository.prefix().length());
  }

  private Map<String, String> texts(String commit, List<String> paths) {
    var texts = new TreeMap<String, String>();
    repository
        .export(commit, paths)
        .forEach((path, bytes) -> texts.put(path, new String(bytes, UTF_8).replace("\r\n", "\n")));
    return texts;
  }

  private void append(LiveDocument served, List<Event> edits) {
    if (!edits.isEmpty()) {
      library.documents().append(served, edits);
    }
  }
}
