package no.speil.archive;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The system does not let a file of the archive be read or written, or does not even say whether it
 * is there. The message names it by its path below the root, and no other path of the machine.
 */
public final class FileAccessException extends UncheckedIOException {
  /** The reason where a folder has lost nearly all that it held, and may have it again soon. */
  static final String NEARLY_ALL_GONE = "Nearly all files of its folder are gone";

  private final String path;

  /**
   * @param doing what was tried, as {@code reading}
   * @param path below the root
   */
  FileAccessException(String doing, String path, IOException cause) {
    super(doing + " " + path + ": " + reason(cause), cause);
    this.path = path;
  }

  /** The error of the disk that such an exception always has. */
  static IOException cause(UncheckedIOException e) {
    return Objects.requireNonNull(e.getCause(), "an UncheckedIOException has a cause");
  }

  /** Why the disk refused, without any path. */
  public static String reason(UncheckedIOException e) {
    return reason(cause(e));
  }

  /** Of the file, below the root. */
  public String path() {
    return path;
  }

  /** Why, without any path. */
  public String reason() {
    return reason(this);
  }

  /** The limit that the file exceeds; empty where it is refused for another reason. */
  public OptionalLong limitMegabytes() {
    return getCause() instanceof TooLarge large
        ? OptionalLong.of(large.limitMegabytes)
        : OptionalLong.empty();
  }

  /**
   * Whether the file itself is the cause: it may not be read, or is too large. Else it is the
   * machine, as when no file can be opened any more, and may be over in a moment.
   */
  public boolean isOfTheFile() {
    return getCause() instanceof AccessDeniedException || getCause() instanceof TooLarge;
  }

  /** Whether the file may have been changed although the write failed. */
  public boolean isUncertain() {
    return getCause() instanceof Uncertain;
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case AccessDeniedException e -> "Permission denied";
      case NoSuchFileException e -> "No such file or directory";
      case CharacterCodingException e -> "It is not UTF-8";
      case FileSystemException e -> requireNonNullElse(e.getReason(), e.getClass().getSimpleName());
      default -> String.valueOf(cause.getMessage());
    };
  }

  /** A failure after a file was changed, so that it cannot be said what is on the disk. */
  static final class Uncertain extends IOException {
    Uncertain(IOException cause) {
      super(reason(cause), cause);
    }
  }

  /** More than is read. */
  static final class TooLarge extends IOException {
    private final long limitMegabytes;

    TooLarge(long mostBytes) {
      super("it is larger than " + (mostBytes >> 20) + " MB");
      limitMegabytes = mostBytes >> 20;
    }
  }
}
