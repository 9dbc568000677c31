package no.speil.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import no.speil.library.TestLibrary;
import no.speil.status.TrackedSection;

/**
 * Prints how long it takes to fetch and merge documents that others have changed, and what watching
 * costs a save. Arguments: documents, saves.
 */
final class GitFigures {
  private GitFigures() {}

  public static void main(String[] args) throws IOException {
    int documents = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    int saves = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    Path folder = Files.createTempDirectory("git-figures");
    Path remote = folder.resolve("remote.git");
    try (ArchiveInGit served = ArchiveInGit.withRemote(folder.resolve("served"), remote)) {
      merge(served, folder.resolve("other"), remote, documents);
      print("a save beside git, median", save(served, saves));
      served.kill();
      served.library().open();
      print("a save without it, median", save(served, saves));
    }
  }

  private static void merge(ArchiveInGit served, Path folder, Path remote, int documents) {
    TestLibrary library = served.library();
    for (int i = 0; i < documents; i++) {
      library.put("archive/many/" + i + ".md", text("Avsnitt", i));
      library.put("translations/many/" + i + ".md", text("Paragraph", i));
    }
    served.git("add", "archive", "translations");
    served.git("commit", "-q", "-m", "Many");
    library.library().sync().look();
    served.sync().round(true);
    try (ArchiveInGit other = ArchiveInGit.cloneOf(remote, folder)) {
      for (int i = 0; i < documents; i++) {
        other.library().put("translations/many/" + i + ".md", text("Changed paragraph", i));
      }
      other.git("commit", "-q", "-a", "-m", "Changed");
      other.git("push", "-q");
    }
    long start = System.nanoTime();
    served.sync().round(true);
    print("fetching and merging " + documents + " changed documents", System.nanoTime() - start);
    if (!library.read("translations/many/0.md").contains("Changed")) {
      throw new IllegalStateException("not merged: " + served.sync().status().problems());
    }
  }

  private static String text(String word, int document) {
    var text = new StringBuilder("# %s of %d\n".formatted(word, document));
    for (int i = 0; i < 10; i++) {
      text.append("\n%s %d number %d, with some words in it.\n".formatted(word, document, i));
    }
    return text.toString();
  }

  private static long save(ArchiveInGit archive, int saves) {
    long[] nanos = new long[saves];
    for (int i = 0; i < saves; i++) {
      TrackedSection section = archive.library().section(ArchiveInGit.LETTER, "Styret");
      String text = "The board must go, for the %dth time, %d.".formatted(i, System.nanoTime());
      long start = System.nanoTime();
      archive
          .library()
          .library()
          .edits()
          .edit(section.section().id(), text, section.version(), ArchiveInGit.KARI);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[saves / 2];
  }

  private static void print(String what, long nanos) {
    System.out.printf("%-50s %8.1f ms%n", what, nanos / 1e6);
  }
}
