package no.speil.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.speil.archive.Archive;
import no.speil.archive.ArchiveFile.Role;
import no.speil.archive.GitFiles;
import no.speil.corpus.DocumentId;
import no.speil.git.GitRepository.Author;
import no.speil.git.GitRepository.Entry;
import no.speil.git.PendingWork.End;
import no.speil.git.PendingWork.Stint;
import no.speil.library.Library;
import no.speil.library.documents.DocumentLocks;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits what people have written: each one's work in a document by itself, and after a stop
 * whatever records tell that no commit has. Never the keeper's own changes.
 */
final class WorkCommits {
  static final String PROGRAM = "Speil";
  private static final Logger LOG = LoggerFactory.getLogger(WorkCommits.class);
  private static final String RECORD = ".jsonl";

  /** What this program writes for git where there is nothing, by its path below the root. */
  private static final Map<String, String> MADE_FOR_GIT =
      Map.of("translations/.gitattributes", GitFiles.JOINING, ".gitignore", GitFiles.PRIVATE);

  private final Library library;
  private final Archive archive;
  private final GitRepository repository;
  private final Clock clock;
  private final UnaryOperator<String> addresses;

  /**
   * @param addresses the mail address of a person, by name
   */
  WorkCommits(
      Library library, GitRepository repository, Clock clock, UnaryOperator<String> addresses) {
    this.library = library;
    this.archive = library.archive();
    this.repository = repository;
    this.clock = clock;
    this.addresses = addresses;
  }

  /** Who commits. */
  Author committer() {
    return new Author(PROGRAM, addresses.apply("speil"), clock.instant());
  }

  /** Commits what is due in a document; what cannot be read now is found again later. */
  void commit(DocumentId document, PendingWork pending, boolean everything) {
    List<Stint> left = List.of();
    try {
      left = taken(document, pending, everything);
      while (!left.isEmpty()) {
        commitTaken(left.getFirst());
        left = left.subList(1, left.size());
      }
    } catch (UncheckedIOException e) {
      LOG.debug("{} is not committed yet", document, e); // reading it lists the problem
      left = List.of();
    } finally {
      pending.putBack(left);
    }
  }

  private List<Stint> taken(DocumentId document, PendingWork pending, boolean everything) {
    DocumentLocks locks = library.documents().locks();
    return locks.with(
        document, () -> pending.take(document, everything).stream().map(this::ended).toList());
  }

  private Stint ended(Stint stint) {
    return stint.end() == null
        ? stint.ended(end(stint.document(), stint.translationPath()))
        : stint;
  }

  /** With the texts that the record tells of and a stop has made forgotten, if there are any. */
  private void commitTaken(Stint stint) {
    End end = Objects.requireNonNull(stint.end());
    String path = repository.path(archive.file(Archive.recordName(stint.document()))).orElse("");
    List<Event> work =
        isOfText(stint.events())
            ? List.of()
            : work(stint.document(), end, entries(List.of(path)).get(path));
    if (isOfText(work)) {
      commit(stint.document(), stint.translationPath(), end, work);
    } else {
      commit(stint, List.of());
    }
  }

  private static boolean isOfText(List<Event> events) {
    return events.stream().anyMatch(EditEvent.class::isInstance);
  }

  /** Whether the checked-out commit has no such file, as of a text that was imported. */
  private boolean isNew(String file) {
    return entries(repository.path(archive.file(file)).stream().toList()).isEmpty();
  }

  private void commit(Stint stint, List<String> others) {
    End end = Objects.requireNonNull(stint.end());
    String record = Archive.recordName(stint.document());
    var files = new ArrayList<Entry>();
    add(files, record, upTo(record, end.recordSize()));
    String text = end.translation();
    String translation = "translations/" + stint.translationPath();
    if (text != null && (isOfText(stint.events()) || isNew(translation))) {
      add(files, translation, text.getBytes(UTF_8));
    }
    var author = new Author(stint.person(), addresses.apply(stint.person()), stint.last());
    commit(files, author, CommitMessage.of(stint.document(), stint.events(), others));
  }

  /**
   * What the record was when it had that size; all of it if it has been made anew since. Null where
   * it is gone.
   */
  private byte @Nullable [] upTo(String record, long size) {
    return archive
        .bytes(record)
        .map(
            bytes ->
                size > 0 && size <= bytes.length && bytes[(int) size - 1] == '\n'
                    ? Arrays.copyOf(bytes, (int) size)
                    : bytes)
        .orElse(null);
  }

  /** The files as they are, and the record without the marks of a merge by others. */
  private End end(DocumentId document, String translationPath) {
    String record = Archive.recordName(document);
    DocumentLocks locks = library.documents().locks();
    return locks.with(
        document,
        () -> {
          byte[] bytes = archive.bytes(record).orElse(new byte[0]);
          String text = new String(bytes, UTF_8);
          String healed = RecordUnion.healed(text);
          if (!healed.equals(text)) {
            bytes = healed.getBytes(UTF_8);
            archive.put(record, bytes);
          }
          Optional<byte[]> translation = archive.bytes("translations/" + translationPath);
          String now = translation.map(all -> new String(all, UTF_8)).orElse(null);
          return new End(now, bytes.length);
        });
  }

  private void add(List<Entry> files, String file, byte @Nullable [] content) {
    Optional<String> path = repository.path(archive.file(file));
    if (path.isPresent() && content != null) {
      files.add(Entry.of(path.get(), repository.keep(path.get(), content)));
    }
  }

  private void commit(List<Entry> files, Author author, String message) {
    @Nullable String head = repository.head().orElse(null);
    Map<String, Entry> old =
        head == null
            ? Map.of()
            : repository.entries(head, files.stream().map(Entry::path).toList());
    List<Entry> changes =
        files.stream()
            .map(each -> withModeOf(each, old.get(each.path())))
            .filter(each -> !each.equals(old.get(each.path())))
            .collect(toCollection(ArrayList::new));
    Set<String> ignored =
        repository.ignored(
            changes.stream().map(Entry::path).filter(path -> !old.containsKey(path)).toList());
    changes.removeIf(each -> ignored.contains(each.path()));
    if (changes.isEmpty()) {
      return;
    }
    String tree = repository.tree(head, changes);
    List<String> parents = head == null ? List.of() : List.of(head);
    String commit = repository.commit(tree, parents, author, committer(), message);
    repository.moveHead(commit, head, changes, message.lines().findFirst().orElse(""));
    LOG.debug("committed {}: {}", commit, message);
  }

  private static Entry withModeOf(Entry entry, @Nullable Entry old) {
    return old == null ? entry : new Entry(entry.path(), old.mode(), entry.blob());
  }

  /**
   * Commits what records tell and no commit has, as after a stop: each document's by itself, in the
   * name of who worked there last, and what the program has noted by itself all in one.
   *
   * @param passedOver documents that are left as they are
   */
  void commitRest(Set<DocumentId> passedOver) {
    String prefix = repository.prefix();
    List<String> changed =
        repository.changed(List.of(prefix + "translations", prefix + ".gitignore"));
    Map<String, Entry> old = entries(changed);
    var own = new ArrayList<String>();
    var gone = new HashMap<DocumentId, String>();
    var handed = new HashSet<DocumentId>();
    for (String path : changed) {
      DocumentId document = document(path).filter(id -> !passedOver.contains(id)).orElse(null);
      try {
        if (isMadeForGit(path)) {
          own.add(path);
        } else if (document != null && Files.notExists(repository.file(path))) {
          gone.put(document, path);
        } else if (document != null) {
          handed.addAll(archive.record(document).formerNames());
          rest(document, path, old.get(path), own);
        }
      } catch (UncheckedIOException e) {
        LOG.debug("{} is not committed yet", path, e); // reading it lists the problem
      }
    }
    gone.keySet().retainAll(handed); // who deletes a record commits that, too
    commitOwn(own, gone.values());
  }

  private void commitOwn(List<String> paths, Collection<String> gone) {
    var files = new ArrayList<Entry>();
    repository.keptFiles(paths).forEach((path, blob) -> files.add(Entry.of(path, blob)));
    gone.forEach(path -> files.add(Entry.removed(path)));
    long count = files.stream().filter(each -> each.path().endsWith(RECORD)).count();
    String records = "Keep the record of " + (count == 1 ? "1 document" : count + " documents");
    commit(files, committer(), count == 0 ? "Prepare git for records\n" : records + "\n");
  }

  /** The document whose record that is. */
  private Optional<DocumentId> document(String path) {
    String file = path.substring(repository.prefix().length());
    return Role.of(file).filter(Role.RECORD::equals).flatMap(role -> role.document(file));
  }

  private void rest(DocumentId document, String path, @Nullable Entry old, List<String> own) {
    String translationPath = library.documents().translationPath(document);
    End end = end(document, translationPath);
    List<Event> work = work(document, end, old);
    if (work.isEmpty()) {
      own.add(path);
    } else {
      commit(document, translationPath, end, work);
    }
  }

  /** In the name of who worked there last. */
  private void commit(DocumentId document, String translationPath, End end, List<Event> work) {
    var people = new LinkedHashSet<String>();
    work.forEach(event -> people.add(event.signature().by()));
    EventSignature last = work.getLast().signature();
    people.remove(last.by());
    List<String> others =
        people.stream().map(name -> name + " <" + addresses.apply(name) + ">").toList();
    commit(
        new Stint(document, translationPath, last.by(), last.at(), last.at(), work, end), others);
  }

  /** What the checked-out commit has of those paths. */
  private Map<String, Entry> entries(List<String> paths) {
    return repository.head().map(head -> repository.entries(head, paths)).orElse(Map.of());
  }

  /**
   * What people have done by a record, and not by that of the checked-out commit.
   *
   * @param old null where the commit has none
   */
  private List<Event> work(DocumentId document, End end, @Nullable Entry old) {
    String blob = old == null ? null : old.blob();
    byte[] record = blob == null ? null : repository.blob(blob);
    var known = new HashSet<>(RecordUnion.events(record));
    return RecordUnion.events(upTo(Archive.recordName(document), end.recordSize())).stream()
        .filter(event -> !known.contains(event))
        .filter(event -> !event.signature().by().equals(EventSignature.PROGRAM))
        .filter(event -> !event.signature().isByCommit())
        .toList();
  }

  /** Whether it is what this program writes for git where there is nothing, and nobody else's. */
  private boolean isMadeForGit(String path) {
    String made = MADE_FOR_GIT.get(path.substring(repository.prefix().length()));
    try {
      return made != null && Files.readString(repository.file(path)).equals(made);
    } catch (IOException e) {
      return false;
    }
  }
}
