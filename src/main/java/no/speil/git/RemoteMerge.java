package no.speil.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static no.speil.corpus.Side.ORIGINAL;
import static no.speil.corpus.Side.TRANSLATION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.git.GitRepository.Author;
import no.speil.git.GitRepository.Entry;
import no.speil.git.TreeMerge.Change;
import no.speil.git.UnmergedFiles.Unmerged;
import no.speil.library.Library;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.DocumentLocks;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import no.speil.record.Event;
import no.speil.record.EventCodec;
import org.jspecify.annotations.Nullable;

/**
 * Joins the checked-out branch with a commit of others: records by their lines, translations by
 * section, all else as git does. Files first, each document's under its lock, then the commit: what
 * is cut off between the two is found again and does no harm. No mark of a conflict is ever
 * written, and what is served loses no word.
 */
final class RemoteMerge {
  private static final String SUBMODULE = "160000";

  /** Documents whose files are held in memory together. */
  private static final int BATCH = 100;

  private final Library library;
  private final Archive archive;
  private final GitRepository repository;
  private final WorkCommits commits;
  private final UnmergedFiles unmerged;
  private final OutsideEdits outside;
  private final String ours;
  private final String theirs;
  private final String prefix;
  private final Map<String, Entry> fixed = new LinkedHashMap<>();
  private final Map<String, Unmerged> open;

  /** What git has to do once the lock of a document is free, since nobody waits for git. */
  private final List<Runnable> after = new ArrayList<>();

  /**
   * @param people who has a mail address here, by name
   * @param theirs which is not in ours yet
   */
  RemoteMerge(
      Library library,
      GitRepository repository,
      WorkCommits commits,
      Function<String, Optional<String>> people,
      String ours,
      String theirs) {
    Instant now = commits.committer().at();
    this.library = library;
    this.archive = library.archive();
    this.repository = repository;
    this.commits = commits;
    this.unmerged = new UnmergedFiles(repository);
    this.outside =
        new OutsideEdits(library.documents(), repository, people, ours, theirs, now, false);
    this.ours = ours;
    this.theirs = theirs;
    this.open = unmerged.all();
    this.prefix = repository.prefix();
  }

  /**
   * Merges.
   *
   * @param mayBeUnrelated whether the keeper wants a history that has nothing in common with ours
   * @return false if somebody has worked meanwhile on what goes: it is to be tried again
   */
  boolean run(boolean mayBeUnrelated) {
    try {
      merge(mayBeUnrelated);
      return true;
    } catch (OvertakenException e) {
      return false;
    }
  }

  private static final class OvertakenException extends RuntimeException {}

  /**
   * What the files of some documents are, were and become.
   *
   * @param bytes the working files before anything is written, by path
   * @param hashes their ids
   * @param others what they become, or where they are in conflict what the others have
   */
  private record Contents(
      Map<String, byte[]> bytes,
      Map<String, String> hashes,
      Map<String, byte @Nullable []> others) {
    /** Whether a file is still as our commit has it. */
    boolean isAsCommitted(Change file, byte @Nullable [] now) {
      return !file.isConflict()
          && Objects.equals(hashes.get(file.path()), file.ours().blob())
          && Arrays.equals(now, bytes.get(file.path()));
    }
  }

  private byte @Nullable [] blob(Entry entry) {
    return entry.blob() == null ? null : repository.blob(entry.blob());
  }

  private void merge(boolean mayBeUnrelated) {
    TreeMerge merge = TreeMerge.of(repository, ours, theirs, mayBeUnrelated);
    var documents = new TreeMap<DocumentId, List<Change>>();
    var others = new ArrayList<Change>();
    merge.changes().forEach(change -> sort(change, documents, others));
    merge.conflicts().forEach(change -> sort(change, documents, others));
    // what is gone first: under a new name it must not look like a copy
    var all = new ArrayList<>(documents.entrySet());
    all.sort(
        Comparator.comparing(
            each -> each.getValue().stream().anyMatch(file -> file.merged().blob() != null)));
    DocumentLocks locks = library.documents().locks();
    for (int i = 0; i < all.size(); i += BATCH) {
      var batch = all.subList(i, Math.min(i + BATCH, all.size()));
      Contents contents = contents(merge, batch.stream().map(Map.Entry::getValue).toList());
      for (var each : batch) {
        locks.run(each.getKey(), () -> apply(each.getKey(), each.getValue(), contents));
        after.forEach(Runnable::run);
        after.clear();
      }
    }
    applyOthers(merge, others);
    commit(merge);
  }

  private void sort(Change change, Map<DocumentId, List<Change>> documents, List<Change> others) {
    String path = change.path();
    Optional<DocumentId> id = document(path);
    boolean isText =
        isPlain(change.ours())
            && isPlain(change.merged())
            && (change.isConflict() || repository.inTheWayOf(path).isEmpty());
    String mine = change.ours().blob();
    String other = change.merged().blob();
    if (isOwn(path)) {
      fixed.put(path, change.ours());
    } else if (id.isPresent() && isText) {
      documents.computeIfAbsent(id.get(), key -> new ArrayList<>()).add(change);
    } else if (change.isConflict() && mine != null) {
      fixed.put(path, change.ours());
      if (other != null) {
        unmerged.note(path, mine, theirs);
      }
    } else {
      others.add(change);
      if (change.isConflict()) {
        fixed.put(path, change.merged());
        if (other != null && path.endsWith("~" + theirs)) { // moved aside
          unmerged.note(path, other, theirs);
        }
      }
    }
  }

  /** What is this server's own, and gives rights: that never comes by git. */
  private boolean isOwn(String path) {
    return path.equals(prefix + "accounts.json") || path.startsWith(prefix + ".speil/");
  }

  private static boolean isPlain(Entry entry) {
    return entry.blob() == null || entry.isRegular();
  }

  /** Whose file that is; empty if it is no document's. */
  private Optional<DocumentId> document(String path) {
    return !path.startsWith(prefix) || GitName.isForeign(path) || belowRoot(path).contains("/.")
        ? Optional.empty()
        : library.catalogue().owner(belowRoot(path));
  }

  /** Its path below the root. */
  private String belowRoot(String path) {
    return path.substring(prefix.length());
  }

  private boolean isOriginal(Change file) {
    return belowRoot(file.path()).startsWith("archive/");
  }

  private static boolean isRecord(Change file) {
    return file.path().endsWith(".jsonl");
  }

  private Contents contents(TreeMerge merge, List<List<Change>> documents) {
    var bytes = new HashMap<String, byte[]>();
    var paths = new HashSet<String>();
    for (List<Change> files : documents) {
      for (Change file : files) {
        paths.add(file.path());
        archive.bytes(belowRoot(file.path())).ifPresent(content -> bytes.put(file.path(), content));
      }
    }
    Map<String, byte @Nullable []> others = new HashMap<>(repository.export(merge.tree(), paths));
    documents.stream()
        .flatMap(List::stream)
        .filter(Change::isConflict)
        .forEach(file -> others.put(file.path(), blob(file.merged())));
    return new Contents(bytes, repository.hashes(paths), others);
  }

  /** Puts what the others have changed of a document into its files; the record comes first. */
  private void apply(DocumentId id, List<Change> files, Contents contents) {
    moveHere(files, contents);
    var lines = new ArrayList<Event>();
    var texts = new LinkedHashMap<Change, byte @Nullable []>();
    Optional<LiveDocument> served = served(id);
    @Nullable Change record = files.stream().filter(RemoteMerge::isRecord).findFirst().orElse(null);
    byte @Nullable [] theirRecord = record == null ? null : contents.others().get(record.path());
    List<Event> known = new ArrayList<>(archive.record(id).events());
    known.addAll(RecordUnion.events(theirRecord));
    for (Change file : files) {
      if (isRecord(file)) {
        continue;
      }
      byte @Nullable [] now = archive.bytes(belowRoot(file.path())).orElse(null);
      byte @Nullable [] other = contents.others().get(file.path());
      if (contents.isAsCommitted(file, now)) {
        texts.put(file, other);
        if (other != null) {
          String text = new String(other, UTF_8);
          var of = isOriginal(file) ? ORIGINAL : TRANSLATION;
          served.ifPresent(live -> lines.addAll(outside.edits(live, of, text, known, file.path())));
        }
      } else if (other == null || Arrays.equals(now, other)) {
        keepSame(file, other); // what somebody has changed here outlives its removal there
      } else if (now == null) {
        texts.put(file, other);
        fix(file.path(), file.mode(), other);
      } else if (isOriginal(file) || served.isEmpty() || !isMergeable(served.get())) {
        keepBoth(file, now);
      } else {
        String base = text(blob(Objects.requireNonNullElse(file.base(), file.ours())));
        SectionMerge merge = SectionMerge.of(library.documents(), served.get(), base, text(other));
        lines.addAll(outside.edits(served.get(), TRANSLATION, merge.text(), known, file.path()));
        lines.addAll(outside.suggestions(merge.refused(), known, file.path()));
        texts.put(file, merge.text().getBytes(UTF_8));
        fix(file.path(), file.mode(), merge.text().getBytes(UTF_8));
      }
    }
    boolean isGone =
        files.stream()
            .filter(this::isOriginal)
            .findFirst()
            .map(file -> texts.containsKey(file) && texts.get(file) == null)
            .orElseGet(() -> !archive.hasOriginal(id)); // a record goes with its original
    writeRecord(id, record, lines, contents, isGone);
    texts.forEach(
        (file, bytes) -> {
          archive.put(belowRoot(file.path()), bytes);
          keepOpen(file.path(), bytes);
        });
  }

  /** Puts our text of a document where the others have moved it to. */
  private void moveHere(List<Change> files, Contents contents) {
    List<Change> missing =
        files.stream().filter(file -> archive.bytes(belowRoot(file.path())).isEmpty()).toList();
    if (missing.stream().anyMatch(file -> file.isConflict() && file.ours().blob() != null)) {
      for (Change file : missing) {
        byte @Nullable [] ours = blob(file.ours());
        archive.put(
            belowRoot(file.path()), ours == null ? contents.others().get(file.path()) : ours);
      }
    }
  }

  /** What waits for somebody in a file waits on, though others have changed it elsewhere. */
  private void keepOpen(String path, byte @Nullable [] now) {
    Unmerged waiting = open.get(path);
    if (waiting != null && now != null) {
      after.add(() -> unmerged.note(path, repository.keep(path, now), waiting.theirs()));
    }
  }

  private static boolean isMergeable(LiveDocument served) {
    SideFile translation = served.translation();
    return translation != null && translation.writable() && !served.isInConflict();
  }

  private Optional<LiveDocument> served(DocumentId id) {
    try {
      return library.documents().findLoadable(id);
    } catch (ActionRefusedException e) {
      return Optional.empty();
    }
  }

  private void keepSame(Change file, byte @Nullable [] other) {
    if (file.isConflict()) {
      boolean isTheirs = other != null || file.ours().blob() == null;
      fixed.put(file.path(), isTheirs ? file.merged() : file.ours());
    }
  }

  /** Leaves a file as it is here, and the other for somebody to look at. */
  private void keepBoth(Change file, byte[] now) {
    if (file.ours().blob() != null) {
      fixed.put(file.path(), file.ours());
    }
    after.add(() -> unmerged.note(file.path(), repository.keep(file.path(), now), theirs));
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, UTF_8).replace("\r\n", "\n");
  }

  private void fix(String path, String mode, byte[] content) {
    after.add(() -> fixed.put(path, new Entry(path, mode, repository.keep(path, content))));
  }

  private void writeRecord(
      DocumentId id, @Nullable Change change, List<Event> news, Contents contents, boolean isGone) {
    String file = Archive.recordName(id);
    if (change == null && news.isEmpty()) {
      return;
    }
    byte @Nullable [] now = archive.bytes(file).orElse(null);
    byte @Nullable [] other = change == null ? null : contents.others().get(change.path());
    if (isGone && change != null && other == null && !change.isConflict()) {
      if (now != null && !contents.isAsCommitted(change, now)) {
        throw new OvertakenException(); // committed first, it follows where the document goes
      }
      archive.put(file, null);
      return;
    }
    String mine = now == null ? "" : new String(now, UTF_8);
    String their = other == null ? "" : new String(other, UTF_8);
    String all = RecordUnion.including(their, mine);
    String header = EventCodec.header(id.value()) + "\n";
    byte[] bytes = RecordUnion.adding(all.isEmpty() ? header : all, news).getBytes(UTF_8);
    if (!Arrays.equals(bytes, now)) {
      archive.put(file, bytes);
    }
    if (change == null || change.isConflict() || !Arrays.equals(bytes, other)) {
      fix(prefix + file, change == null ? Entry.REGULAR : change.mode(), bytes);
    }
  }

  /** Files that are no texts: taken where nobody has touched them here; what goes makes room. */
  private void applyOthers(TreeMerge merge, List<Change> others) {
    repository.remove(
        untouched(others.stream().filter(each -> each.merged().blob() == null).toList()));
    repository.checkOut(
        merge.tree(),
        untouched(others.stream().filter(each -> each.merged().blob() != null).toList()));
  }

  private List<String> untouched(List<Change> others) {
    Map<String, String> hashes = repository.hashes(others.stream().map(Change::path).toList());
    var untouched = new ArrayList<String>();
    for (Change change : others) {
      String path = change.path();
      String place = repository.inTheWayOf(path).orElse(path);
      String now = hashes.get(path);
      if (isSubmodule(change)) {
        repository.makeFolder(change.merged());
      }
      if (isSubmodule(change) || (now != null && now.equals(change.merged().blob()))) {
        continue; // of another repository only the index tells
      }
      if (place.equals(path) && isUntouched(change.ours(), now)) {
        untouched.add(path);
      } else {
        fixed.put(path, change.ours());
        String here = repository.hashes(List.of(place)).get(place);
        unmerged.note(place, String.valueOf(here), theirs);
      }
    }
    return untouched;
  }

  private static boolean isSubmodule(Change change) {
    return change.ours().mode().equals(SUBMODULE) || change.merged().mode().equals(SUBMODULE);
  }

  private boolean isUntouched(Entry ours, @Nullable String now) {
    boolean isThere = repository.isThere(ours.path());
    return (ours.blob() == null || GitName.isForeign(ours.path()))
        ? !isThere
        : ours.isRegular() ? ours.blob().equals(now) : isThere;
  }

  private void commit(TreeMerge merge) {
    merge.changes().forEach(change -> fixed.remove(change.path(), change.merged()));
    var changes = new LinkedHashMap<String, Entry>();
    merge.changes().forEach(change -> changes.put(change.path(), change.merged()));
    changes.putAll(fixed);
    if (fixed.isEmpty() && repository.isAncestor(ours, theirs)) {
      repository.moveHead(theirs, ours, changes.values(), "fast-forward");
      return;
    }
    String tree = repository.tree(merge.tree(), fixed.values());
    Author committer = commits.committer();
    String commit =
        repository.commit(
            tree, List.of(ours, theirs), committer, committer, "Merge what others have pushed\n");
    repository.moveHead(commit, ours, changes.values(), "merge");
  }
}
