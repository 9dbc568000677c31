package no.speil.exchange.unit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import no.speil.exchange.unit.UnreadableFileException.Reason;
import org.jspecify.annotations.Nullable;

/** Reads files that come back from translators' tools, and ZIP archives of them. */
public final class UnitFiles {
  /**
   * Bytes of a file, and of all files in an archive together: far more than a person translates.
   */
  public static final int LARGEST = 64 << 20;

  private static final int MOST_ENTRIES = 5_000;
  private static final String ZIP = ".zip";

  private UnitFiles() {}

  /**
   * A file that was read.
   *
   * @param problem why it was not; null if it was
   */
  public record Contents(
      String name, List<ImportedUnit> units, @Nullable UnreadableFileException problem) {}

  /** Whether a file of that name may be one. */
  public static boolean isOne(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(ZIP) || UnitFormat.ofFile(name).isPresent();
  }

  /** Reads a file, or all files of an archive that can be read. */
  public static List<Contents> read(String name, byte[] content) {
    if (content.length > LARGEST) {
      return List.of(unreadable(name, Reason.TOO_LARGE, ""));
    }
    return name.toLowerCase(Locale.ROOT).endsWith(ZIP)
        ? archive(name, content)
        : List.of(one(name, content));
  }

  private static Contents one(String name, byte[] content) {
    try {
      Optional<UnitFormat> format = UnitFormat.ofFile(name);
      if (format.isEmpty()) {
        throw new UnreadableFileException(Reason.NOT_BROUGHT_BACK, 0, "");
      }
      return new Contents(name, format.get().read(content), null);
    } catch (UnreadableFileException e) {
      return new Contents(name, List.of(), e);
    }
  }

  /** Names of entries are only shown: nothing is written where they say. */
  private static List<Contents> archive(String name, byte[] content) {
    var all = new ArrayList<Contents>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      int left = LARGEST;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory() || UnitFormat.ofFile(entry.getName()).isEmpty()) {
          continue;
        }
        byte[] bytes = zip.readNBytes(left + 1);
        if (bytes.length > left || all.size() >= MOST_ENTRIES) {
          return List.of(unreadable(name, Reason.TOO_LARGE, ""));
        }
        left -= bytes.length;
        all.add(one(entry.getName(), bytes));
      }
    } catch (ZipException e) {
      return List.of(unreadable(name, Reason.DAMAGED, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      return List.of(unreadable(name, Reason.DAMAGED, "")); // it ends in the middle
    }
    return all.isEmpty() ? List.of(unreadable(name, Reason.NOTHING_IN_IT, "")) : all;
  }

  private static Contents unreadable(String name, Reason reason, String detail) {
    return new Contents(name, List.of(), new UnreadableFileException(reason, 0, detail));
  }
}
