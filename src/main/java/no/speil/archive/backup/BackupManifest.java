package no.speil.archive.backup;

import java.io.IOException;
import java.util.List;
import no.speil.archive.StoredJson;
import org.jspecify.annotations.Nullable;

/**
 * The last entry of a backup: every file in it with its hash.
 *
 * @param speilBackup the form of the backup
 * @param created when it was begun, as ISO 8601
 */
record BackupManifest(int speilBackup, String created, List<Line> files) {
  static final String NAME = "manifest.json";
  static final int FORM = 1;

  BackupManifest {
    files = List.copyOf(files);
  }

  /**
   * A file.
   *
   * @param path below the root, with {@code /}
   */
  record Line(String path, long size, String sha256) {}

  byte[] toBytes() throws IOException {
    return StoredJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
  }

  /** Null where the bytes are no manifest. */
  static @Nullable BackupManifest read(byte[] bytes) {
    try {
      return StoredJson.MAPPER.readValue(bytes, BackupManifest.class);
    } catch (IOException | NullPointerException e) {
      return null;
    }
  }

  BackupSummary summary(List<String> leftOut) {
    return new BackupSummary(files.size(), files.stream().mapToLong(Line::size).sum(), leftOut);
  }
}
