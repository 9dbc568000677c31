package no.speil.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import no.speil.archive.AtomicFile;
import no.speil.library.TestLibrary;
import no.speil.status.TrackedSection;

/**
 * Prints what git costs in a large archive: a save without it, beside it and while it commits, and
 * how much slower the latter are; the commit of one person's work; fetching and merging documents
 * that others have changed; and what is in memory after a short and a long history. Arguments:
 * files, changed documents, saves, commits of the long history.
 */
final class GitFigures {
  private static final int FILES_OF_DOCUMENT = 3;
  private static final int COMMITS = 20;

  private GitFigures() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int files = argument(args, 0, 20_000);
    int changed = argument(args, 1, 100);
    int saves = argument(args, 2, 200);
    int commits = argument(args, 3, 2_000);
    int documents = Math.max(files / FILES_OF_DOCUMENT, changed + COMMITS);
    Path folder = Files.createTempDirectory("git-figures");
    Path remote = folder.resolve("remote.git");
    try (ArchiveInGit served = ArchiveInGit.withRemote(folder.resolve("served"), remote)) {
      fill(served, documents);
      EditorsClone other = EditorsClone.of(remote, folder.resolve("other"));
      saves(served, saves, documents);
      print("committing and pushing one person's work", commit(served, documents - COMMITS));
      merge(served, other, changed);
      double before = memory("after a short history");
      history(other, commits);
      served.sync().round(true);
      requireMerged(served, "Last");
      double after = memory("after %d more commits".formatted(commits));
      System.out.printf("%-50s %8.1f MB%n", "what the history adds to memory", after - before);
    } finally {
      AtomicFile.deleteTree(folder);
    }
  }

  private static int argument(String[] args, int place, int otherwise) {
    return args.length > place ? Integer.parseInt(args[place]) : otherwise;
  }

  private static void fill(ArchiveInGit served, int documents) {
    TestLibrary library = served.library();
    served.kill();
    for (int i = 0; i < documents; i++) {
      library.put("archive/many/" + i + ".md", text("Avsnitt", i));
      library.put("translations/many/" + i + ".md", text("Paragraph", i));
    }
    served.git("add", "archive", "translations");
    served.git("commit", "-q", "-m", "Many");
    served.git("update-ref", "-d", "refs/speil/told"); // as where git is new to the archive
    served.open();
    long start = System.nanoTime();
    served.sync().round(true);
    System.out.printf(
        "%-50s %8.1f s%n",
        "the first commit of %d records".formatted(documents), millis(start) / 1000);
    System.out.printf("%d files%n", served.git("ls-files").lines().count());
  }

  private static String text(String word, int document) {
    var text = new StringBuilder("# %s of %d\n".formatted(word, document));
    for (int i = 0; i < 10; i++) {
      text.append("\n%s %d number %d, with some words in it.\n".formatted(word, document, i));
    }
    return text.toString();
  }

  /** Each in a document of its own: one with a long record is slower. */
  private static void saves(ArchiveInGit served, int saves, int documents)
      throws InterruptedException {
    save(served, documents - 1, saves); // until all is compiled
    served.kill().library().open();
    double[] without = save(served, documents - 2, saves);
    served.kill().open();
    double[] beside = save(served, documents - 3, saves);
    var isSaving = new AtomicBoolean(true);
    var commits = new Thread(() -> commitWhile(isSaving, served));
    commits.setDaemon(true);
    commits.start();
    double[] during = save(served, documents - 4, saves);
    isSaving.set(false);
    commits.join();
    print("a save without git", without);
    print("a save beside git", beside);
    print("a save while git commits", during);
    printDifference("what git adds to a save", without, beside);
    printDifference("what a commit under way adds to a save", without, during);
    served.kill().open();
    served.sync().round(true);
  }

  private static void commitWhile(AtomicBoolean condition, ArchiveInGit served) {
    while (condition.get()) {
      served.sync().round(true);
    }
  }

  private static double[] save(ArchiveInGit archive, int document, int saves) {
    double[] millis = new double[saves];
    for (int i = 0; i < saves; i++) {
      TrackedSection section = archive.library().section("many/" + document, "Avsnitt " + document);
      String text = "Paragraph %d for the %dth time, %d.".formatted(document, i, System.nanoTime());
      long start = System.nanoTime();
      archive
          .library()
          .library()
          .edits()
          .edit(section.section().id(), text, section.version(), ArchiveInGit.KARI);
      millis[i] = millis(start);
    }
    return millis;
  }

  private static double[] commit(ArchiveInGit served, int document) {
    double[] millis = new double[COMMITS];
    for (int i = 0; i < COMMITS; i++) {
      save(served, document, 1);
      long start = System.nanoTime();
      served.sync().round(true);
      millis[i] = millis(start);
    }
    return millis;
  }

  private static void merge(ArchiveInGit served, EditorsClone other, int documents) {
    other.pull();
    for (int i = 0; i < documents; i++) {
      other.put("translations/many/" + i + ".md", text("Changed paragraph", i));
    }
    other.push();
    long start = System.nanoTime();
    served.sync().round(true);
    System.out.printf(
        "%-50s %8.1f s%n",
        "fetching and merging %d documents".formatted(documents), millis(start) / 1000);
    requireMerged(served, "Changed");
  }

  private static void requireMerged(ArchiveInGit served, String word) {
    if (!served.library().read("translations/many/0.md").contains(word)) {
      throw new IllegalStateException("not merged: " + served.sync().status().problems());
    }
  }

  /** Commits that change a text and change it back, the last of them for good. */
  private static void history(EditorsClone other, int commits) {
    other.pull();
    String before = other.git("write-tree").strip();
    other.put("translations/many/0.md", text("Last paragraph", 0));
    other.git("read-tree", "HEAD");
    other.git("add", "-A");
    String after = other.git("write-tree").strip();
    String parent = other.git("rev-parse", "HEAD").strip();
    for (int i = commits; i > 0; i--) {
      String tree = i % 2 == 1 ? after : before;
      parent = other.git("commit-tree", tree, "-p", parent, "-m", "Commit " + i).strip();
    }
    other.git("push", "-q", "origin", parent + ":main");
  }

  private static double memory(String when) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    double megabytes = (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    System.out.printf("%-50s %8.1f MB%n", "memory " + when, megabytes);
    return megabytes;
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String what, double[] millis) {
    System.out.printf(
        "%-50s median %8.1f ms, p99 %8.1f ms%n", what, quantile(millis, .5), quantile(millis, .99));
  }

  private static void printDifference(String what, double[] without, double[] with) {
    System.out.printf(
        "%-50s median %+8.1f ms, p99 %+8.1f ms%n",
        what,
        quantile(with, .5) - quantile(without, .5),
        quantile(with, .99) - quantile(without, .99));
  }

  private static double quantile(double[] millis, double share) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  }
}
