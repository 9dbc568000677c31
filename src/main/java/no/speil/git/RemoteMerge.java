package no.speil.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.git.GitRepository.Author;
import no.speil.git.GitRepository.Entry;
import no.speil.git.GitRepository.Staged;
import no.speil.git.TreeMerge.Change;
import no.speil.git.TreeMerge.Conflict;
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
    String root = repository.path(archive.root()).orElse("");
    this.prefix = root.isEmpty() ? "" : root + "/";
  }

  /**
   * Merges a commit, if it is not in the branch yet.
   *
   * @param people who has a mail address here, by name
   */
  static void of(
      Library library,
      GitRepository repository,
      WorkCommits commits,
      Function<String, Optional<String>> people,
      String theirs) {
    String ours = repository.head().orElse("");
    if (ours.isEmpty() || repository.isAncestor(theirs, ours)) {
      return;
    }
    var outside = new OutsideEdits(library.documents(), repository, people, ours, theirs);
    new RemoteMerge(
            library, repository, commits, new UnmergedFiles(repository), outside, ours, theirs)
        .merge();
  }

  /** A file of a document, as both sides have it. */
  private record Side(
      String file, String path, Entry ours, Entry merged, @Nullable Conflict conflict) {
    boolean isRecord() {
      return file.endsWith(RECORD);
    }

    boolean isOriginal() {
      return file.startsWith(ORIGINALS);
    }
  }

  /** The working files before anything is written. */
  private record Before(Map<String, byte[]> bytes, Map<String, String> hashes) {
    /** Whether a file is still as our commit has it. */
    boolean isAsCommitted(Side side, byte @Nullable [] now) {
      return side.conflict() == null
          && Objects.equals(hashes.get(side.path()), side.ours().blob())
          && Arrays.equals(now, bytes.get(side.path()));
    }
  }

  private void merge() {
    boolean isForward = repository.isAncestor(ours, theirs);
    TreeMerge merge =
        isForward
            ? TreeMerge.forward(repository, ours, theirs)
            : TreeMerge.of(repository, ours, theirs);
    var documents = new TreeMap<DocumentId, List<Side>>();
    var others = new ArrayList<Change>();
    sort(merge, documents, others);
    Set<String> texts = new HashSet<>();
    documents.values().forEach(all -> all.forEach(side -> texts.add(side.path())));
    Map<String, byte[]> merged = repository.export(merge.tree(), texts);
    Before before = before(documents.values(), texts);
    documents.forEach(
        (id, sides) -> {
          library
              .documents()
              .locks()
              .with(
                  id,
                  () -> {
                    apply(id, sides, merged, before);
                    return id;
                  });
        });
    applyOthers(merge, others);
    commit(merge, isForward);
  }

  private void sort(TreeMerge merge, Map<DocumentId, List<Side>> documents, List<Change> others) {
    for (Change change : merge.changes()) {
      Optional<DocumentId> id = document(change.path());
      boolean isText = isPlain(change.ours()) && isPlain(change.merged());
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
                Entry kept = mine.blob() == null ? other : mine;
                fixed.put(path, kept);
                if (mine.blob() != null && other.blob() != null) {
                  unmerged.note(path, mine.blob(), theirs);
                } else if (mine.blob() == null) {
                  others.add(new Change(mine, other));
                }
              }
            });
  }

  private static boolean isPlain(Entry entry) {
    return entry.blob() == null || entry.isRegular();
  }

  private static Entry entry(String path, @Nullable Staged staged) {
    return staged == null ? Entry.removed(path) : new Entry(path, staged.mode(), staged.blob());
  }

  /** Whose file that is; empty if it is no document's. */
  private Optional<DocumentId> document(String path) {
    if (!path.startsWith(prefix)) {
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

  private Before before(Iterable<List<Side>> documents, Set<String> paths) {
    var bytes = new HashMap<String, byte[]>();
    for (List<Side> sides : documents) {
      for (Side side : sides) {
        archive.bytes(side.file()).ifPresent(content -> bytes.put(side.path(), content));
      }
    }
    return new Before(bytes, repository.hashes(paths));
  }

  /** Puts what the others have changed of a document into its files; the record comes first. */
  private void apply(DocumentId id, List<Side> sides, Map<String, byte[]> merged, Before before) {
    var lines = new ArrayList<Event>();
    var texts = new LinkedHashMap<Side, byte @Nullable []>();
    Optional<LiveDocument> served = served(id);
    @Nullable Side record = sides.stream().filter(Side::isRecord).findFirst().orElse(null);
    byte @Nullable [] theirRecord = record == null ? null : other(record, merged);
    List<Event> known = new ArrayList<>(archive.record(id).events());
    if (theirRecord != null) {
      known.addAll(RecordUnion.events(new String(theirRecord, UTF_8)));
    }
    for (Side side : sides) {
      if (side.isRecord()) {
        continue;
      }
      byte @Nullable [] now = archive.bytes(side.file()).orElse(null);
      byte @Nullable [] other = other(side, merged);
      if (before.isAsCommitted(side, now)) {
        texts.put(side, other);
        if (!side.isOriginal() && other != null) {
          String text = new String(other, UTF_8);
          served.ifPresent(live -> lines.addAll(outside.edits(live, text, known, side.path())));
        }
      } else if (other == null || Arrays.equals(now, other)) {
        keepSame(side, other); // what somebody has changed here outlives its removal there
      } else if (now == null) {
        texts.put(side, other);
        fix(side, other);
      } else if (side.isOriginal() || served.isEmpty() || !isMergeable(served.get())) {
        keepBoth(side);
      } else {
        SectionMerge merge = merge(served.get(), side, other);
        lines.addAll(outside.edits(served.get(), merge.text(), known, side.path()));
        lines.addAll(outside.suggestions(merge.refused(), known, side.path()));
        texts.put(side, merge.text().getBytes(UTF_8));
        fix(side, merge.text().getBytes(UTF_8));
      }
    }
    writeRecord(id, record, lines, theirRecord, before);
    texts.forEach((side, bytes) -> archive.put(side.file(), bytes));
  }

  private byte @Nullable [] other(Side side, Map<String, byte[]> merged) {
    String blob = side.merged().blob();
    return side.conflict() == null
        ? merged.get(side.path())
        : blob == null ? null : repository.blob(blob);
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
  private void keepBoth(Side side) {
    if (side.ours().blob() != null) {
      fixed.put(side.path(), side.ours());
    }
    String now = repository.hashes(List.of(side.path())).get(side.path());
    unmerged.note(side.path(), String.valueOf(now), theirs);
  }

  private SectionMerge merge(LiveDocument served, Side side, byte[] other) {
    Conflict conflict = side.conflict();
    Staged base = conflict == null ? null : conflict.base();
    @Nullable String blob =
        conflict == null ? side.ours().blob() : base == null ? null : base.blob();
    String baseText = blob == null ? "" : new String(repository.blob(blob), UTF_8);
    return SectionMerge.of(
        library.documents(), served, lineEnds(baseText), lineEnds(new String(other, UTF_8)));
  }

  private static String lineEnds(String text) {
    return text.replace("\r\n", "\n");
  }

  private void fix(Side side, byte[] content) {
    String mode = side.ours().blob() == null ? side.merged().mode() : side.ours().mode();
    fixed.put(side.path(), new Entry(side.path(), mode, repository.keep(side.path(), content)));
  }

  private void writeRecord(
      DocumentId id,
      @Nullable Side side,
      List<Event> news,
      byte @Nullable [] other,
      Before before) {
    String file = TRANSLATIONS + id + RECORD;
    if (side == null && news.isEmpty()) {
      return;
    }
    byte @Nullable [] now = archive.bytes(file).orElse(null);
    boolean isClean = side != null && before.isAsCommitted(side, now);
    if (isClean && other == null && news.isEmpty()) {
      archive.put(file, null);
      return;
    }
    String mine = now == null ? "" : new String(now, UTF_8);
    String their = other == null ? "" : new String(other, UTF_8);
    String all = isClean ? RecordUnion.healed(their) : RecordUnion.of(mine, their);
    String header = EventCodec.header(id.value()) + "\n";
    byte[] bytes = RecordUnion.adding(all.isEmpty() ? header : all, news).getBytes(UTF_8);
    if (!Arrays.equals(bytes, now)) {
      archive.put(file, bytes);
    }
    if (side == null || side.conflict() != null || !Arrays.equals(bytes, other)) {
      String path = side == null ? prefix + file : side.path();
      fixed.put(path, Entry.of(path, repository.keep(path, bytes)));
    }
  }

  /** Files that are no texts: taken where nobody has touched them here. */
  private void applyOthers(TreeMerge merge, List<Change> others) {
    List<String> paths = others.stream().map(Change::path).toList();
    Map<String, String> hashes = repository.hashes(paths);
    var taken = new ArrayList<String>();
    var removed = new ArrayList<String>();
    for (Change change : others) {
      String now = hashes.get(change.path());
      if (isSubmodule(change) || (now != null && now.equals(change.merged().blob()))) {
        continue; // of another repository only the index tells
      }
      if (!isUntouched(change.ours(), now)) {
        fixed.put(change.path(), change.ours());
        unmerged.note(change.path(), String.valueOf(now), theirs);
      } else if (change.merged().blob() == null) {
        removed.add(change.path());
      } else {
        taken.add(change.path());
      }
    }
    repository.checkOut(merge.tree(), taken);
    repository.remove(removed);
  }

  private static boolean isSubmodule(Change change) {
    return change.ours().mode().equals(SUBMODULE) || change.merged().mode().equals(SUBMODULE);
  }

  private boolean isUntouched(Entry ours, @Nullable String now) {
    boolean isThere = repository.isThere(ours.path());
    return ours.blob() == null ? !isThere : ours.isRegular() ? ours.blob().equals(now) : isThere;
  }

  private void commit(TreeMerge merge, boolean isForward) {
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
