package no.speil.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.speil.archive.StoredImport.File;
import no.speil.archive.StoredImport.Kind;
import no.speil.archive.StoredImport.Stage;

/**
 * Imports that people have looked at: {@code .speil/imports/ID.json}, for a while. With a file goes
 * only the list of the documents that an import has changed; their records still name it.
 */
public final class ImportStore {
  private static final String FOLDER = ".speil/imports";
  private static final String ENDING = ".json";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");

  /** So many are kept; the oldest go first. */
  private static final int MOST = 100;

  private final Path root;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param root the folder that holds {@code archive/}
   */
  public ImportStore(Path root) {
    this.root = root;
  }

  /** Files that somebody looks at, or what is done without any; not kept yet. */
  public StoredImport begin(String by, long millis, Kind kind, List<File> files) {
    String id = HexFormat.of().toHexDigits(random.nextLong(), 12); // which no import has
    return new StoredImport(id, by, millis, Stage.UPLOADED, files, List.of(), kind);
  }

  /**
   * Keeps an import.
   *
   * @throws UncheckedIOException if the disk refuses
   */
  public void put(StoredImport stored) {
    file(stored.id()).write(StoredJson.MAPPER.valueToTree(stored) + "\n");
    all().stream()
        .skip(MOST)
        .forEach(old -> new PrivateFile(root, FOLDER + "/" + old.getFileName()).delete());
  }

  /** The import of that id; empty where there is none, or no longer. */
  public Optional<StoredImport> find(String id) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    try {
      Optional<String> text = file(id).read();
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(StoredJson.MAPPER.readValue(text.get(), StoredImport.class));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // damaged, and of no use
    }
  }

  private PrivateFile file(String id) {
    return new PrivateFile(root, FOLDER + "/" + id + ENDING);
  }

  /** The latest first. */
  private List<Path> all() {
    return AtomicFile.list(root.resolve(FOLDER), FOLDER).stream()
        .filter(file -> file.getFileName().toString().endsWith(ENDING))
        .sorted(Comparator.comparingLong((Path file) -> file.toFile().lastModified()).reversed())
        .toList();
  }
}
