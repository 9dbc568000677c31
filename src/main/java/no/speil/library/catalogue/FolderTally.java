package no.speil.library.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.status.Progress;

/** Every folder with its progress, summed up as documents come and go. */
public final class FolderTally {
  /** By depth and path, so that the folders that stand directly in a folder follow each other. */
  private final TreeMap<String, FolderProgress> folders = new TreeMap<>();

  public void add(DocumentId id, Progress progress) {
    count(id.folder(), 1, progress);
  }

  /** Counts a document in, or out, for a folder and all above it. */
  void count(String path, int sign, Progress progress) {
    FolderProgress before = of(path);
    Progress sum = sign > 0 ? before.progress().plus(progress) : before.progress().minus(progress);
    if (before.documents() + sign == 0) {
      folders.remove(key(path));
    } else {
      folders.put(key(path), new FolderProgress(path, before.documents() + sign, sum));
    }
    if (!path.isEmpty()) {
      count(path.substring(0, Math.max(0, path.lastIndexOf('/'))), sign, progress);
    }
  }

  private static String key(String path) {
    return (char) path.chars().filter(it -> it == '/').count() + path;
  }

  /** One folder; nothing in it where there is no such folder. */
  FolderProgress of(String path) {
    return folders.getOrDefault(key(path), new FolderProgress(path, 0, Progress.NONE));
  }

  /** How many folders stand directly in a folder. */
  int size(String path) {
    return (int) in(path).count();
  }

  /** A page of the folders that stand directly in a folder. */
  List<FolderProgress> page(String path, long from, int most) {
    return in(path).skip(Math.max(0, from)).limit(most).toList();
  }

  private Stream<FolderProgress> in(String path) {
    String start = path.isEmpty() ? "" : path + "/";
    return folders.tailMap(key(start), false).values().stream()
        .takeWhile(each -> each.folder().startsWith(start))
        .takeWhile(each -> each.folder().indexOf('/', start.length()) < 0);
  }

  /** All of them, the whole archive first. */
  public List<FolderProgress> all() {
    return folders.values().stream().sorted(Comparator.comparing(FolderProgress::folder)).toList();
  }

  /**
   * How far a folder is, with all below it.
   *
   * @param folder path without a final slash; empty for the whole archive
   */
  public record FolderProgress(String folder, int documents, Progress progress) {}
}
