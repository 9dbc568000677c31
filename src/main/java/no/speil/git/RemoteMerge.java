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
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.git.GitRepository.Author;
import no.speil.git.GitRepository.Entry;
import no.speil.git.GitRepository.Staged;
import no.speil.git.TreeMerge.Change;
import no.speil.git.TreeMerge.Conflict;
import no.speil.git.UnmergedFiles.Unmerged;
import no.speil.library.Library;
import no.speil.library.documents.ActionRefusedException;
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
  private static final String ORIGINALS = "archive/";
  private static final String TRANSLATIONS = "translations/";
  private static final String TEXT = ".md";
  private static final String RECORD = ".jsonl";
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

  private final Map<Entry, byte[]> written = new LinkedHashMap<>();

  private RemoteMerge(
      Library library,
      GitRepository repository,
      WorkCommits commits,
      UnmergedFiles unmerged,
      OutsideEdits outside,
      String ours,
      String theirs) {
    this.library = library;
    this.archive = library.archive();
    this.repository = repository;
    this.commits = commits;
    this.unmerged = unmerged;
    this.outside = outside;
    this.ours = ours;
    this.theirs = theirs;
    this.open = unmerged.all();
    String root = repository.path(archive.root()).orElse("");
    this.prefix = root.isEmpty() ? "" : root + "/";
  }

  /**
   * Merges a commit, if it is not in the branch yet.
   *
   * @param people who has a mail address here, by name
   * @param mayBeUnrelated whether the keeper wants a history that has nothing in common with ours
   * @return false if somebody has worked meanwhile on what goes: it is to be tried again
   */
  static boolean of(
      Library library,
      GitRepository repository,
      WorkCommits commits,
      Function<String, Optional<String>> people,
      String theirs,
      boolean mayBeUnrelated) {
    String ours = repository.head().orElse("");
    if (ours.isEmpty() || repository.isAncestor(theirs, ours)) {
      return true;
    }
    Instant now = commits.committer().at();
    var outside = new OutsideEdits(library.documents(), repository, people, ours, theirs, now);
    try {
      new RemoteMerge(
              library, repository, commits, new UnmergedFiles(repository), outside, ours, theirs)
          .merge(mayBeUnrelated);
      return true;
    } catch (OvertakenException e) {
      return false;
    }
  }

  private static final class OvertakenException extends RuntimeException {}

  /** A file of a document, as both sides have it. */
  private record Side(
      String file, String path, Entry ours, Entry merged, @Nullable Conflict conflict) {
    boolean isRecord() {
      return file.endsWith(RECORD);
    }

    String mode() {
      return ours.blob() == null ? merged.mode() : ours.mode();
    }

    boolean isOriginal() {
      return file.startsWith(ORIGINALS);
    }
  }

  /**
   * What the files of some documents are, were and become.
   *
   * @param bytes the working files before anything is written, by path
   * @param hashes their ids
   * @param merged what they become where nothing is in conflict
   * @param blobs other versions, by id
   */
  private record Contents(
      Map<String, byte[]> bytes,
      Map<String, String> hashes,
      Map<String, byte[]> merged,
      Map<String, byte[]> blobs) {
    /** Whether a file is still as our commit has it. */
    boolean isAsCommitted(Side side, byte @Nullable [] now) {
      return side.conflict() == null
          && Objects.equals(hashes.get(side.path()), side.ours().blob())
          && Arrays.equals(now, bytes.get(side.path()));
    }

    byte @Nullable [] other(Side side) {
      return side.conflict() == null ? merged.get(side.path()) : blob(side.merged().blob());
    }

    byte @Nullable [] ours(Side side) {
      return blob(side.ours().blob());
    }

    byte @Nullable [] base(Side side) {
      Conflict conflict = side.conflict();
      Staged base = conflict == null ? null : conflict.base();
      return conflict == null ? ours(side) : base == null ? null : blob(base.blob());
    }

    private byte @Nullable [] blob(@Nullable String id) {
      return id == null ? null : blobs.get(id);
    }
  }

  private void merge(boolean mayBeUnrelated) {
    boolean isForward = repository.isAncestor(ours, theirs);
    TreeMerge merge =
        isForward
            ? TreeMerge.forward(repository, ours, theirs)
            : TreeMerge.of(repository, ours, theirs, mayBeUnrelated);
    var documents = new TreeMap<DocumentId, List<Side>>();
    var others = new ArrayList<Change>();
    sort(merge, documents, others);
    // what is gone first: under a new name it must not look like a copy
    var all = new ArrayList<>(documents.entrySet());
    all.sort(
        Comparator.comparing(
            each -> each.getValue().stream().anyMatch(side -> side.merged().blob() != null)));
    for (int i = 0; i < all.size(); i += BATCH) {
      var batch = all.subList(i, Math.min(i + BATCH, all.size()));
      Contents contents = contents(merge, batch.stream().map(Map.Entry::getValue).toList());
      batch.forEach(each -> apply(each.getKey(), each.getValue(), contents));
      keepWritten();
    }
    applyOthers(merge, others);
    commit(merge, isForward);
  }

  private void apply(DocumentId id, List<Side> sides, Contents contents) {
    outside.paths(); // asked before the lock
    library
        .documents()
        .locks()
        .with(
            id,
            () -> {
              applyLocked(id, sides, contents);
              return id;
            });
    after.forEach(Runnable::run);
    after.clear();
  }

  private void sort(TreeMerge merge, Map<DocumentId, List<Side>> documents, List<Change> others) {
    for (Change change : merge.changes()) {
      Optional<DocumentId> id = document(change.path());
      if (isOwn(change.path())) {
        fixed.put(change.path(), change.ours());
        continue;
      }
      boolean isText =
          isPlain(change.ours())
              && isPlain(change.merged())
              && repository.inTheWayOf(change.path()).isEmpty();
      if (id.isPresent() && isText) {
        documents
            .computeIfAbsent(id.get(), key -> new ArrayList<>())
            .add(
                new Side(
                    change.path().substring(prefix.length()),
                    change.path(),
                    change.ours(),
                    change.merged(),
                    null));
      } else {
        others.add(change);
      }
    }
    merge
        .conflicts()
        .forEach(
            (path, conflict) -> {
              Entry mine = entry(path, conflict.ours());
              Entry other = entry(path, conflict.theirs());
              Optional<DocumentId> id = document(path);
              if (id.isPresent() && isPlain(mine) && isPlain(other)) {
                documents
                    .computeIfAbsent(id.get(), key -> new ArrayList<>())
                    .add(new Side(path.substring(prefix.length()), path, mine, other, conflict));
              } else {
                Entry kept = mine.blob() == null && !isOwn(path) ? other : mine;
                fixed.put(path, kept);
                if (isOwn(path)) {
                  return;
                }
                if (mine.blob() != null && other.blob() != null) {
                  unmerged.note(path, mine.blob(), theirs);
                } else if (other.blob() != null && path.endsWith("~" + theirs)) { // moved aside
                  unmerged.note(path, other.blob(), theirs);
                }
                if (mine.blob() == null) {
                  others.add(new Change(mine, other));
                }
              }
            });
  }

  /** What is this server's own, and gives rights: that never comes by git. */
  private boolean isOwn(String path) {
    return path.equals(prefix + "accounts.json") || path.startsWith(prefix + ".speil/");
  }

  private static boolean isPlain(Entry entry) {
    return entry.blob() == null || entry.isRegular();
  }

  private static Entry entry(String path, @Nullable Staged staged) {
    return staged == null ? Entry.removed(path) : new Entry(path, staged.mode(), staged.blob());
  }

  /** Whose file that is; empty if it is no document's. */
  private Optional<DocumentId> document(String path) {
    if (!path.startsWith(prefix) || GitName.isForeign(path)) {
      return Optional.empty();
    }
    String file = path.substring(prefix.length());
    boolean isOriginal = file.startsWith(ORIGINALS) && file.endsWith(TEXT);
    boolean isTranslation = file.startsWith(TRANSLATIONS) && file.endsWith(TEXT);
    boolean isRecord = file.startsWith(TRANSLATIONS) && file.endsWith(RECORD);
    if ((!isOriginal && !isTranslation && !isRecord) || file.contains("/.")) {
      return Optional.empty();
    }
    String below = file.substring(file.indexOf('/') + 1);
    Optional<DocumentId> own =
        DocumentId.parse(below.substring(0, below.length() - (isRecord ? RECORD : TEXT).length()));
    return isTranslation && own.isPresent()
        ? library.catalogue().ownerOfTranslation(below).or(() -> own)
        : own;
  }

  private Contents contents(TreeMerge merge, List<List<Side>> documents) {
    var bytes = new HashMap<String, byte[]>();
    var paths = new HashSet<String>();
    var ids = new HashSet<String>();
    for (List<Side> sides : documents) {
      for (Side side : sides) {
        paths.add(side.path());
        archive.bytes(side.file()).ifPresent(content -> bytes.put(side.path(), content));
        Conflict conflict = side.conflict();
        Stream.of(
                side.ours().blob(),
                conflict == null ? null : side.merged().blob(),
                conflict == null || conflict.base() == null ? null : conflict.base().blob())
            .filter(Objects::nonNull)
            .forEach(ids::add);
      }
    }
    return new Contents(
        bytes,
        repository.hashes(paths),
        repository.export(merge.tree(), paths),
        repository.blobs(ids));
  }

  /** Puts what the others have changed of a document into its files; the record comes first. */
  private void applyLocked(DocumentId id, List<Side> sides, Contents contents) {
    moveHere(sides, contents);
    var lines = new ArrayList<Event>();
    var texts = new LinkedHashMap<Side, byte @Nullable []>();
    Optional<LiveDocument> served = served(id);
    @Nullable Side record = sides.stream().filter(Side::isRecord).findFirst().orElse(null);
    byte @Nullable [] theirRecord = record == null ? null : contents.other(record);
    List<Event> known = new ArrayList<>(archive.record(id).events());
    if (theirRecord != null) {
      known.addAll(RecordUnion.events(new String(theirRecord, UTF_8)));
    }
    for (Side side : sides) {
      if (side.isRecord()) {
        continue;
      }
      byte @Nullable [] now = archive.bytes(side.file()).orElse(null);
      byte @Nullable [] other = contents.other(side);
      if (contents.isAsCommitted(side, now)) {
        texts.put(side, other);
        if (other != null) {
          String text = new String(other, UTF_8);
          var of = side.isOriginal() ? ORIGINAL : TRANSLATION;
          served.ifPresent(live -> lines.addAll(outside.edits(live, of, text, known, side.path())));
        }
      } else if (other == null || Arrays.equals(now, other)) {
        keepSame(side, other); // what somebody has changed here outlives its removal there
      } else if (now == null) {
        texts.put(side, other);
        fix(side, other);
      } else if (side.isOriginal() || served.isEmpty() || !isMergeable(served.get())) {
        keepBoth(side, now);
      } else {
        SectionMerge merge = merge(served.get(), contents.base(side), other);
        lines.addAll(outside.edits(served.get(), TRANSLATION, merge.text(), known, side.path()));
        lines.addAll(outside.suggestions(merge.refused(), known, side.path()));
        texts.put(side, merge.text().getBytes(UTF_8));
        fix(side, merge.text().getBytes(UTF_8));
      }
    }
    boolean isGone =
        sides.stream()
            .filter(Side::isOriginal)
            .findFirst()
            .map(side -> texts.containsKey(side) && texts.get(side) == null)
            .orElseGet(() -> !archive.hasOriginal(id)); // a record goes with its original
    writeRecord(id, record, lines, contents, isGone);
    texts.forEach(
        (side, bytes) -> {
          archive.put(side.file(), bytes);
          keepOpen(side.path(), bytes);
        });
  }

  /** Puts our text of a document where the others have moved it to. */
  private void moveHere(List<Side> sides, Contents contents) {
    List<Side> missing =
        sides.stream().filter(side -> archive.bytes(side.file()).isEmpty()).toList();
    if (missing.stream().anyMatch(side -> side.conflict() != null && side.ours().blob() != null)) {
      for (Side side : missing) {
        byte @Nullable [] ours = contents.ours(side);
        archive.put(side.file(), ours == null ? contents.other(side) : ours);
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

  private void keepSame(Side side, byte @Nullable [] other) {
    if (side.conflict() != null) {
      boolean isTheirs = other != null || side.ours().blob() == null;
      fixed.put(side.path(), isTheirs ? side.merged() : side.ours());
    }
  }

  /** Leaves a file as it is here, and the other for somebody to look at. */
  private void keepBoth(Side side, byte[] now) {
    if (side.ours().blob() != null) {
      fixed.put(side.path(), side.ours());
    }
    after.add(() -> unmerged.note(side.path(), repository.keep(side.path(), now), theirs));
  }

  private SectionMerge merge(LiveDocument served, byte @Nullable [] base, byte[] other) {
    return SectionMerge.of(library.documents(), served, text(base), text(other));
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, UTF_8).replace("\r\n", "\n");
  }

  private void fix(Side side, byte[] content) {
    fix(side.path(), side.mode(), content);
  }

  private void fix(String path, String mode, byte[] content) {
    written.put(new Entry(path, mode, null), content);
  }

  /** Gives git what was written, all at once but for what somebody has changed meanwhile. */
  private void keepWritten() {
    Map<String, String> blobs =
        repository.keptFiles(written.keySet().stream().map(Entry::path).toList());
    written.forEach(
        (each, content) -> {
          byte[] now = archive.bytes(each.path().substring(prefix.length())).orElse(null);
          String blob = blobs.get(each.path());
          boolean isSame = blob != null && Arrays.equals(now, content);
          fixed.put(
              each.path(),
              new Entry(
                  each.path(), each.mode(), isSame ? blob : repository.keep(each.path(), content)));
        });
    written.clear();
  }

  private void writeRecord(
      DocumentId id, @Nullable Side side, List<Event> news, Contents contents, boolean isGone) {
    String file = TRANSLATIONS + id + RECORD;
    if (side == null && news.isEmpty()) {
      return;
    }
    byte @Nullable [] now = archive.bytes(file).orElse(null);
    byte @Nullable [] other = side == null ? null : contents.other(side);
    if (isGone && side != null && other == null && side.conflict() == null) {
      if (now != null && !contents.isAsCommitted(side, now)) {
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
    if (side == null || side.conflict() != null || !Arrays.equals(bytes, other)) {
      fix(prefix + file, side == null ? Entry.REGULAR : side.mode(), bytes);
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

  private void commit(TreeMerge merge, boolean isForward) {
    merge.changes().forEach(change -> fixed.remove(change.path(), change.merged()));
    if (isForward && fixed.isEmpty()) {
      List<Entry> changes = merge.changes().stream().map(Change::merged).toList();
      repository.moveHead(theirs, ours, changes, "fast-forward");
      return;
    }
    var changes = new LinkedHashMap<String, Entry>();
    merge.changes().forEach(change -> changes.put(change.path(), change.merged()));
    changes.putAll(fixed);
    String tree = repository.tree(merge.tree(), fixed.values());
    Author committer = commits.committer();
    String commit =
        repository.commit(
            tree, List.of(ours, theirs), committer, committer, "Merge what others have pushed\n");
    repository.moveHead(commit, ours, changes.values(), "merge");
  }
}
