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
 * Prints what git costs in a large archive: a save without it, beside it and while it commits; the
 * commit of one person's work; fetching and merging documents that others have changed; and what is
 * in memory after a short and a long history. Arguments: files, changed documents, saves, commits
 * of the long history.
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
    Path folder = Files.createTempDirectory("git-figures");
    Path remote = folder.resolve("remote.git");
    try (ArchiveInGit served = ArchiveInGit.withRemote(folder.resolve("served"), remote)) {
      fill(served, files / FILES_OF_DOCUMENT);
      EditorsClone other = EditorsClone.of(remote, folder.resolve("other"));
      saves(served, saves);
      print("committing and pushing one person's work", commit(served));
      print("fetching and merging %d documents".formatted(changed), merge(served, other, changed));
      print("memory after that, MB", memory());
      history(other, commits);
      served.sync().round(true);
      print("memory after %d more commits, MB".formatted(commits), memory());
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
    served.open();
    long start = System.nanoTime();
    served.sync().round(true);
    print("the first commit of %d records".formatted(documents), millis(start));
    System.out.printf("%d files%n", served.git("ls-files").lines().count());
  }

  private static String text(String word, int document) {
    var text = new StringBuilder("# %s of %d\n".formatted(word, document));
    for (int i = 0; i < 10; i++) {
      text.append("\n%s %d number %d, with some words in it.\n".formatted(word, document, i));
    }
    return text.toString();
  }

  private static void saves(ArchiveInGit served, int saves) throws InterruptedException {
    save(served, saves); // until all is compiled
    served.kill().library().open();
    print("a save without git", save(served, saves));
    served.kill().open();
    print("a save beside git", save(served, saves));
    var isSaving = new AtomicBoolean(true);
    var commits = new Thread(() -> commitWhile(isSaving, served));
    commits.start();
    print("a save while git commits", save(served, saves));
    isSaving.set(false);
    commits.join();
    served.kill().open();
    served.sync().round(true);
  }

  private static void commitWhile(AtomicBoolean condition, ArchiveInGit served) {
    while (condition.get()) {
      served.sync().round(true);
    }
  }

  private static double[] save(ArchiveInGit archive, int saves) {
    double[] millis = new double[saves];
    for (int i = 0; i < saves; i++) {
      TrackedSection section = archive.library().section(ArchiveInGit.LETTER, "Styret");
      String text = "The board must go, for the %dth time, %d.".formatted(i, System.nanoTime());
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

  private static double[] commit(ArchiveInGit served) {
    double[] millis = new double[COMMITS];
    for (int i = 0; i < COMMITS; i++) {
      save(served, 1);
      long start = System.nanoTime();
      served.sync().round(true);
      millis[i] = millis(start);
    }
    return millis;
  }

  private static double merge(ArchiveInGit served, EditorsClone other, int documents) {
    other.pull();
    for (int i = 0; i < documents; i++) {
      other.put("translations/many/" + i + ".md", text("Changed paragraph", i));
    }
    other.push();
    long start = System.nanoTime();
    served.sync().round(true);
    double millis = millis(start);
    if (!served.library().read("translations/many/0.md").contains("Changed")) {
      throw new IllegalStateException("not merged: " + served.sync().status().problems());
    }
    return millis;
  }

  private static void history(EditorsClone other, int commits) {
    other.pull();
    for (int i = 0; i < commits; i++) {
      other.git("commit", "-q", "--allow-empty", "-m", "Commit " + i);
    }
    other.git("push", "-q", "origin", "HEAD");
  }

  private static double memory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String what, double[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        "%-50s %8.1f ms, of a hundred the slowest %8.1f ms%n",
        what, millis[millis.length / 2], millis[millis.length - 1 - millis.length / 100]);
  }

  private static void print(String what, double number) {
    System.out.printf("%-50s %8.1f%n", what, number);
  }
}
