package no.speil.archive;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Translation memories of other programs: {@code memory/*.tmx}, beside the two folders. */
public final class MemoryFolder {
  public static final String NAME = "memory";

  public static final String ENDING = ".tmx";

  /** Also letters that are two characters, which a cut could part, and a name without any. */
  private static final Pattern FOREIGN =
      Pattern.compile("[^\\p{L}\\p{N} ._-]+|[\\x{10000}-\\x{10FFFF}]+|^\\.+|^$");

  private static final int LONGEST_NAME = 80;

  private final Archive archive;
  private final Path folder;

  public MemoryFolder(Archive archive) {
    this.archive = archive;
    this.folder = archive.root().resolve(NAME);
  }

  /** The files by their names; none where there is no such folder. Links are not followed. */
  public SortedMap<String, FileStamp> files() {
    var files = new TreeMap<String, FileStamp>();
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      for (Path file : AtomicFile.list(folder, NAME)) {
        String name = file.getFileName().toString();
        if (name.toLowerCase(Locale.ROOT).endsWith(ENDING)
            && !name.startsWith(".")
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          Archive.stamp(file).ifPresent(stamp -> files.put(name, stamp));
        }
      }
    }
    return files;
  }

  /**
   * Opens a file for reading, more than once if need be, even if another takes its place.
   *
   * @param name one of {@link #files}
   */
  public SeekableByteChannel open(String name) throws IOException {
    return Files.newByteChannel(folder.resolve(name));
  }

  /**
   * Keeps a file, beside one that has its name already.
   *
   * @param name with the ending; its letters, digits and a few signs are kept
   * @return the name that it has now
   */
  public String put(String name, byte[] content) {
    archive.ensureWritable();
    String stem =
        FOREIGN.matcher(name.substring(0, name.length() - ENDING.length())).replaceAll("_");
    String kept = stem.substring(0, Math.min(LONGEST_NAME, stem.length()));
    return Stream.iterate(1, i -> i + 1)
        .map(i -> kept + (i == 1 ? "" : "-" + i) + ENDING)
        .filter(each -> AtomicFile.create(folder.resolve(each), content))
        .findFirst()
        .orElseThrow();
  }
}
