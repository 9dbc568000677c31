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
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.git.GitRepository.Author;
import no.speil.git.GitRepository.Entry;
import no.speil.git.PendingWork.End;
import no.speil.git.PendingWork.Stint;
import no.speil.library.Library;
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
  private static final String TRANSLATIONS = "translations";

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

  /** Commits one person's work in one document; what cannot be read now is found again later. */
  void commit(Stint stint) {
    try {
      commitRead(stint);
    } catch (UncheckedIOException e) {
      LOG.debug("{} is not committed yet", stint.document(), e); // reading it lists the problem
    }
  }

  private void commitRead(Stint stint) {
    String record = "translations/" + stint.document() + RECORD;
    End end = stint.end();
    var files = new ArrayList<Entry>();
    if (end == null) {
      heal(stint.document());
    }
    add(files, record, end == null ? null : upTo(record, end.recordSize()));
    if (stint.events().stream().anyMatch(EditEvent.class::isInstance)) {
      String text = end == null ? null : end.translation();
      add(
          files,
          "translations/" + stint.translationPath(),
          text == null ? null : text.getBytes(UTF_8));
    }
    commit(
        files,
        new Author(stint.person(), addresses.apply(stint.person()), stint.last()),
        CommitMessage.of(stint.document(), stint.events(), List.of()));
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

  /** Takes the marks of a merge by others out of a record, which reads as before. */
  private void heal(DocumentId document) {
    String record = "translations/" + document + RECORD;
    library
        .documents()
        .locks()
        .with(
            document,
            () -> {
              String text = archive.bytes(record).map(all -> new String(all, UTF_8)).orElse("");
              String healed = RecordUnion.healed(text);
              if (!healed.equals(text)) {
                archive.put(record, healed.getBytes(UTF_8));
              }
              return healed;
            });
  }

  /**
   * Adds a file as it is to be committed.
   *
   * @param content null for what it has now
   */
  private void add(List<Entry> files, String file, byte @Nullable [] content) {
    Optional<String> path = repository.path(archive.file(file));
    byte[] bytes = content == null ? archive.bytes(file).orElse(null) : content;
    if (path.isPresent() && bytes != null) {
      files.add(Entry.of(path.get(), repository.keep(path.get(), bytes)));
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
    List<String> changed =
        repository.changed(List.of(relative(TRANSLATIONS), relative(".gitignore")));
    Map<String, Entry> old =
        repository.head().map(head -> repository.entries(head, changed)).orElse(Map.of());
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
    List<Entry> files = new ArrayList<>(repository.keepFiles(paths));
    gone.forEach(path -> files.add(Entry.removed(path)));
    long count = files.stream().filter(each -> each.path().endsWith(RECORD)).count();
    commit(
        files,
        committer(),
        "Keep the record of %s\n".formatted(count == 1 ? "1 document" : count + " documents"));
  }

  private String relative(String folder) {
    return repository.path(archive.root().resolve(folder)).orElse(folder);
  }

  /** The document whose record that is. */
  private Optional<DocumentId> document(String path) {
    int start = relative(TRANSLATIONS).length() + 1;
    return path.endsWith(RECORD) && path.startsWith(relative(TRANSLATIONS))
        ? DocumentId.parse(path.substring(start, path.length() - RECORD.length()))
        : Optional.empty();
  }

  private void rest(DocumentId document, String path, @Nullable Entry old, List<String> own) {
    heal(document);
    List<Event> work =
        news(document, old).stream()
            .filter(event -> !event.signature().by().equals(EventSignature.PROGRAM))
            .filter(event -> !event.signature().isByCommit())
            .toList();
    if (work.isEmpty()) {
      own.add(path);
    } else {
      commitWork(document, work);
    }
  }

  private void commitWork(DocumentId document, List<Event> work) {
    var files = new ArrayList<Entry>();
    add(files, "translations/" + document + RECORD, null);
    if (work.stream().anyMatch(EditEvent.class::isInstance)) {
      add(files, "translations/" + Archive.translationPath(document), null);
    }
    var people = new LinkedHashSet<String>();
    work.forEach(event -> people.add(event.signature().by()));
    EventSignature last = work.getLast().signature();
    people.remove(last.by());
    List<String> others =
        people.stream().map(name -> name + " <" + addresses.apply(name) + ">").toList();
    commit(
        files,
        new Author(last.by(), addresses.apply(last.by()), last.at()),
        CommitMessage.of(document, work, others));
  }

  /** What the record tells and that of the checked-out commit does not. */
  private List<Event> news(DocumentId document, @Nullable Entry old) {
    var known = new HashSet<Event>();
    if (old != null && old.blob() != null) {
      known.addAll(RecordUnion.events(new String(repository.blob(old.blob()), UTF_8)));
    }
    return archive.record(document).events().stream()
        .filter(event -> !known.contains(event))
        .toList();
  }

  /** Whether it is what this program writes for git where there is nothing, and nobody else's. */
  private boolean isMadeForGit(String path) {
    String made =
        path.equals(relative(TRANSLATIONS) + "/.gitattributes")
            ? "*" + RECORD + " merge=union\n"
            : path.equals(relative(".gitignore")) ? "/accounts.json\n" : "";
    try {
      return !made.isEmpty() && Files.readString(repository.file(path)).equals(made);
    } catch (IOException e) {
      return false;
    }
  }
}
