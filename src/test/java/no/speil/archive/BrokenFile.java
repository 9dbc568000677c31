package no.speil.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * A file that is there and cannot be read, as from a disk that fails: {@code Input/output error}.
 * Needs the right to mount.
 */
public final class BrokenFile implements Closeable {
  private final Path file;

  private BrokenFile(Path file) {
    this.file = file;
  }

  /** Lays it over a file; the test is skipped, saying so, where that is not allowed. */
  public static BrokenFile over(Path file) throws IOException {
    String unreadable =
        "/proc/" + ProcessHandle.current().pid() + "/mem"; // nothing is at its start
    int exit = SmallDisk.run("mount", "--bind", unreadable, file.toString());
    Assumptions.assumeTrue(exit == 0, "no file could be broken: mounting is not allowed here");
    return new BrokenFile(file);
  }

  /** Whether reading it really fails. */
  public boolean isBroken() {
    try {
      Files.readAllBytes(file);
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    SmallDisk.run("umount", file.toString());
  }
}
