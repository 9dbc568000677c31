package no.speil.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.search.analysis.FieldAnalyzer;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NRTCachingDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of an index: opens it, and empties it if it is damaged or was made by another version.
 */
final class IndexDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(IndexDirectory.class);
  private static final String SCHEMA = "schema";
  private static final String COMPLETE = "complete";
  private static final String MERGED = "merged";
  private static final double BUFFER_MEGABYTES = 32;
  private static final double LARGEST_IN_MEMORY = 1;
  private static final double MOST_IN_MEMORY = 8;

  /** How many times the size of an index must be free on the disk before it is merged. */
  private static final int ROOM_TO_MERGE = 2;

  /** In bytes; by itself, Lucene makes no larger segments. */
  private static final long LARGEST_SEGMENT = 5L << 30;

  private final Path path;
  private final String fingerprint;
  private final IndexManifest manifest;

  /** Identifies the folder that was opened; null if the file system has no such key. */
  private @Nullable Object key;

  IndexDirectory(Path path, String fingerprint) {
    this.path = path;
    this.fingerprint = fingerprint;
    this.manifest = new IndexManifest(path);
  }

  /**
   * An open folder.
   *
   * @param writer null if it was opened for reading
   * @param emptied whether it had an index that was damaged or of another version
   * @param commitData of the last commit; empty if there is none
   */
  record Opened(
      Directory directory,
      @Nullable IndexWriter writer,
      boolean emptied,
      Map<String, String> commitData) {
    boolean complete() {
      return is(COMPLETE);
    }

    boolean merged() {
      return is(MERGED);
    }

    private boolean is(String key) {
      return Boolean.parseBoolean(commitData.get(key));
    }
  }

  /**
   * Opens the folder for writing. If that fails though it is not in use, it is damaged: it is
   * emptied and opened again.
   */
  Opened openForWriting(FieldAnalyzer analyzer) {
    try {
      return opened(analyzer, false);
    } catch (LockObtainFailedException e) {
      throw failed("opening", e);
    } catch (IOException | AlreadyClosedException before) {
      try {
        clear();
        return opened(analyzer, true);
      } catch (IOException | AlreadyClosedException e) {
        e.addSuppressed(before);
        throw failed("opening", e);
      }
    }
  }

  private Opened opened(FieldAnalyzer analyzer, boolean emptiedBefore) throws IOException {
    Files.createDirectories(path);
    key = key();
    var directory = FSDirectory.open(path);
    Optional<Map<String, String>> commitData;
    boolean emptied;
    // Held only while checking and emptying; the writer then takes it itself.
    try (Lock ours = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      ours.ensureValid();
      commitData = intactCommitData(directory);
      emptied = emptiedBefore || (commitData.isEmpty() && empty(directory));
      manifest.delete();
      committed(directory);
    }
    // Small segments stay in memory until the next commit and are searchable at once.
    var cached = new NRTCachingDirectory(directory, LARGEST_IN_MEMORY, MOST_IN_MEMORY);
    return new Opened(cached, writer(cached, analyzer), emptied, commitData.orElse(Map.of()));
  }

  /** Opens the last commit without a writer; fails if it cannot be read. */
  Opened openForReading() {
    try {
      if (!Files.isDirectory(path)) {
        throw new NoSuchFileException(path.toString());
      }
      var directory = FSDirectory.open(path);
      try (var reader = DirectoryReader.open(directory)) {
        Map<String, String> commitData = reader.getIndexCommit().getUserData();
        if (!isOurs(commitData)) {
          throw new IOException("made by another version");
        }
        return new Opened(directory, null, false, commitData);
      }
    } catch (IOException e) {
      throw failed("reading", e);
    } catch (IllegalArgumentException e) { // of a codec that this version does not have
      throw failed("reading", new IOException("made by another version", e));
    }
  }

  /** What others have done to the folder that was opened; empty while it is as Lucene left it. */
  Optional<Throwable> harm() {
    try {
      if (!Objects.equals(key, key())) {
        return Optional.of(new IOException("its folder was replaced"));
      }
      return manifest.changed().map(file -> new IOException(file + " was overwritten"));
    } catch (IOException e) {
      return Optional.of(new IOException("its folder was deleted", e));
    }
  }

  private @Nullable Object key() throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  /** Keeps the state of the files of the last commit, if there is one. */
  void committed(Directory directory) throws IOException {
    if (DirectoryReader.indexExists(directory)) {
      manifest.keep(SegmentInfos.readLatestCommit(directory).files(true));
    }
  }

  /** Records the state of the files; to be called after the writer is closed. */
  void closed() throws IOException {
    manifest.write();
  }

  /**
   * The user data of a commit.
   *
   * @param complete whether every file of the archive was seen
   * @param merged whether the segments of the first index were merged
   */
  Map<String, String> commitData(boolean complete, boolean merged) {
    return Map.of(
        SCHEMA, fingerprint, COMPLETE, String.valueOf(complete), MERGED, String.valueOf(merged));
  }

  /**
   * Merges all segments into one, or a large index into as few as Lucene may leave it in. Takes
   * long, while others may write and search.
   *
   * @return false if the disk has no room for it
   */
  boolean merge(IndexWriter writer) throws IOException {
    long bytes = bytes();
    if (Files.getFileStore(path).getUsableSpace() < ROOM_TO_MERGE * bytes) {
      return false;
    }
    writer.forceMerge(1 + (int) (bytes / LARGEST_SEGMENT));
    return true;
  }

  private long bytes() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.mapToLong(file -> file.toFile().length()).sum(); // 0 for one that has just gone
    }
  }

  UncheckedIOException failed(String doing, Exception cause) {
    return new UncheckedIOException(
        doing + " the index in " + path + ": " + cause.getMessage(),
        cause instanceof IOException io ? io : new IOException(cause));
  }

  private boolean isOurs(Map<String, String> commitData) {
    return fingerprint.equals(commitData.get(SCHEMA));
  }

  /** The user data of the last commit, if it is undamaged and of this version. */
  private Optional<Map<String, String>> intactCommitData(Directory directory) {
    try (var reader = DirectoryReader.open(directory)) {
      if (!manifest.matches()) {
        for (LeafReaderContext leaf : reader.leaves()) {
          leaf.reader().checkIntegrity();
        }
      }
      return Optional.of(reader.getIndexCommit().getUserData()).filter(this::isOurs);
    } catch (IOException | RuntimeException e) {
      // Whatever Lucene trips over in damaged files, the remedy is the same: it is derived, so it
      // is built anew, and the caller is told.
      return Optional.empty();
    }
  }

  private void clear() throws IOException {
    try (var directory = FSDirectory.open(path)) {
      empty(directory);
    }
    Files.deleteIfExists(path.resolve(IndexWriter.WRITE_LOCK_NAME));
  }

  /** Deletes the files of an index and nothing else. */
  private static boolean empty(Directory directory) throws IOException {
    boolean any = false;
    for (String file : directory.listAll()) {
      if (file.startsWith(IndexFileNames.SEGMENTS)
          || file.startsWith(IndexFileNames.PENDING_SEGMENTS)
          || IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches()) {
        directory.deleteFile(file);
        any = true;
      }
    }
    return any;
  }

  private IndexWriter writer(Directory directory, FieldAnalyzer analyzer) throws IOException {
    var mergeScheduler =
        new ConcurrentMergeScheduler() {
          @Override
          protected void handleMergeException(Throwable failure) {
            LOG.debug("merging failed, and with it the index", failure); // which others are told
          }
        };
    IndexWriterConfig config =
        new IndexWriterConfig(analyzer)
            .setMergeScheduler(mergeScheduler)
            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
            .setCommitOnClose(false)
            .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
    return new IndexWriter(directory, config);
  }
}
