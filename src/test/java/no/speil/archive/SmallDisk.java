package no.speil.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system of a few pages, so that a full disk is a real one. Needs the right to mount. */
public final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts it over the folder; the test is skipped, saying so, where that is not allowed. */
  public static SmallDisk mount(Path folder) throws IOException {
    Files.createDirectories(folder);
    int exit = run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder.toString());
    Assumptions.assumeTrue(exit == 0, "no full disk could be made: mounting is not allowed here");
    return new SmallDisk(folder);
  }

  /** Leaves no room. */
  public void fill() throws IOException {
    Path filler = folder.resolve(".filler");
    try (var out = Files.newOutputStream(filler)) {
      byte[] page = new byte[4096];
      for (int i = 0; i < 1000; i++) {
        out.write(page);
      }
      throw new IllegalStateException("a small disk took four megabytes");
    } catch (IOException full) {
      // the aim
    }
  }

  /** Makes room again. */
  public void free() throws IOException {
    Files.delete(folder.resolve(".filler"));
  }

  /** Lets nobody write any more. */
  public void protect() throws IOException {
    int exit = run("mount", "-o", "remount,ro", folder.toString());
    Assumptions.assumeTrue(exit == 0, "no disk can be made read-only here");
  }

  @Override
  public void close() throws IOException {
    run("umount", folder.toString());
  }

  static int run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
