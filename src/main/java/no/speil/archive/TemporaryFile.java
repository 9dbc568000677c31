package no.speil.archive;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of files that are being written and will be moved to their place: hidden, so that no
 * walk sees them, and another for each write of each process.
 */
public final class TemporaryFile {
  private static final long PROCESS = ProcessHandle.current().pid();

  /** Tells this process from a former one of the same number. */
  private static final String RUN = random();

  private static final Pattern NAME =
      Pattern.compile("\\.speil-(\\d{1,18})-([0-9a-f]{16})-[0-9a-f]{16}\\.tmp");

  private TemporaryFile() {}

  /** Where that file is to be written before it is moved to its place. */
  public static Path beside(Path file) {
    return file.resolveSibling(".speil-" + PROCESS + "-" + RUN + "-" + random() + ".tmp");
  }

  /** Whether that is such a file, of whatever process. */
  public static boolean is(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  /** Whether a file of that name was left by a process that has ended. */
  static boolean isLeftOver(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches() || name.group(2).equals(RUN)) {
      return false;
    }
    long process = Long.parseLong(name.group(1));
    return process == PROCESS || ProcessHandle.of(process).isEmpty();
  }

  private static String random() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
