package no.speil.library.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import no.speil.corpus.DocumentId;
import no.speil.status.Progress;

/** The progress of every folder, summed up as documents come and go. */
public final class FolderTally {
  private final TreeMap<String, FolderProgress> folders = new TreeMap<>();

  public void add(DocumentId id, Progress progress) {
    for (String folder : foldersOf(id)) {
      FolderProgress before = of(folder);
      folders.put(
          folder,
          new FolderProgress(folder, before.documents() + 1, before.progress().plus(progress)));
    }
  }

  void remove(DocumentId id, Progress progress) {
    for (String folder : foldersOf(id)) {
      FolderProgress before = of(folder);
      if (before.documents() == 1) {
        folders.remove(folder);
      } else {
        folders.put(
            folder,
            new FolderProgress(folder, before.documents() - 1, before.progress().minus(progress)));
      }
    }
  }

  /** One folder; nothing in it where there is no such folder. */
  FolderProgress of(String folder) {
    FolderProgress known = folders.get(folder);
    return known == null ? new FolderProgress(folder, 0, Progress.NONE) : known;
  }

  /** All of them, the whole archive first. */
  public List<FolderProgress> all() {
    return List.copyOf(folders.values());
  }

  /** The folder of a document and all above it, the whole archive among them. */
  private static List<String> foldersOf(DocumentId id) {
    var folders = new ArrayList<String>();
    folders.add("");
    String folder = id.folder();
    for (int slash = folder.indexOf('/'); slash >= 0; slash = folder.indexOf('/', slash + 1)) {
      folders.add(folder.substring(0, slash));
    }
    if (!folder.isEmpty()) {
      folders.add(folder);
    }
    return folders;
  }
}
