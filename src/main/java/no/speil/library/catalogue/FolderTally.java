package no.speil.library.catalogue;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import no.speil.corpus.DocumentId;
import no.speil.status.Progress;

/** Every folder with its progress and the folders in it, summed up as documents come and go. */
public final class FolderTally {
  private final TreeMap<String, Folder> folders = new TreeMap<>();

  private static final class Folder {
    final TreeSet<String> folders = new TreeSet<>();
    int documents;
    Progress progress = Progress.NONE;
  }

  public void add(DocumentId id, Progress progress) {
    count(id.folder(), 1, progress);
  }

  /** Counts a document in, or out, for a folder and all above it. */
  void count(String path, int sign, Progress progress) {
    Folder folder = folder(path);
    boolean isNew = folder.documents == 0;
    folder.documents += sign;
    folder.progress = sign > 0 ? folder.progress.plus(progress) : folder.progress.minus(progress);
    boolean isGone = folder.documents == 0;
    if (isGone) {
      folders.remove(path);
    }
    if (!path.isEmpty()) {
      String parent = path.substring(0, Math.max(0, path.lastIndexOf('/')));
      if (isNew) {
        folder(parent).folders.add(path);
      } else if (isGone) {
        folder(parent).folders.remove(path);
      }
      count(parent, sign, progress);
    }
  }

  private Folder folder(String path) {
    return folders.computeIfAbsent(path, unknown -> new Folder());
  }

  /** One folder; nothing in it where there is no such folder. */
  FolderProgress of(String path) {
    Folder folder = folders.getOrDefault(path, new Folder());
    return new FolderProgress(path, folder.documents, folder.progress);
  }

  /** How many folders stand directly in a folder. */
  int size(String path) {
    return folders.getOrDefault(path, new Folder()).folders.size();
  }

  /** A page of the folders that stand directly in a folder. */
  List<FolderProgress> page(String path, long from, int most) {
    return folders.getOrDefault(path, new Folder()).folders.stream()
        .skip(Math.max(0, from))
        .limit(most)
        .map(this::of)
        .toList();
  }

  /** All of them, the whole archive first. */
  public List<FolderProgress> all() {
    return folders.keySet().stream().map(this::of).toList();
  }

  /**
   * How far a folder is, with all below it.
   *
   * @param folder path without a final slash; empty for the whole archive
   */
  public record FolderProgress(String folder, int documents, Progress progress) {}
}
