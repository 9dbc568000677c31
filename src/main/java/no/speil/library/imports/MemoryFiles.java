package no.speil.library.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.AtomicFile;
import no.speil.archive.FileStamp;
import no.speil.archive.MemoryFolder;
import no.speil.corpus.TextHash;
import no.speil.exchange.unit.TmxReader;
import no.speil.exchange.unit.UnreadableFileException;
import no.speil.exchange.unit.UnreadableFileException.Reason;
import no.speil.search.index.MemoryIndex;
import no.speil.search.index.MemoryIndex.MemoryUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translation memories of other programs, each read once in the background as soon as somebody asks
 * for what they have. Thread-safe.
 */
public final class MemoryFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryFiles.class);

  private final MemoryFolder folder;
  private final Path indexFolder;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("memory").factory());
  private final Map<String, MemoryFile> known = new TreeMap<>();
  private volatile CompletableFuture<Void> reading = CompletableFuture.completedFuture(null);
  private volatile @Nullable MemoryIndex index;
  private volatile boolean isClosing;

  /**
   * @param indexFolder where its own index lies; made when the first file is there
   */
  public MemoryFiles(Archive archive, Path indexFolder) {
    this.folder = new MemoryFolder(archive);
    this.indexFolder = indexFolder;
  }

  /**
   * A file.
   *
   * @param hash of what is in it
   * @param units how many texts it has
   * @param problem why it was not read; null if it was
   */
  public record MemoryFile(
      FileStamp stamp, String hash, int units, @Nullable UnreadableFileException problem) {}

  /**
   * The files by their names, as far as they have been read.
   *
   * @return empty for a file that is being read or waits for it
   */
  public SortedMap<String, Optional<MemoryFile>> files() {
    look();
    var files = new TreeMap<String, Optional<MemoryFile>>();
    folder.files().forEach((name, stamp) -> files.put(name, known(name, stamp)));
    return files;
  }

  private synchronized Optional<MemoryFile> known(String name, FileStamp stamp) {
    return Optional.ofNullable(known.get(name)).filter(file -> file.stamp().equals(stamp));
  }

  /** Keeps a file, which is read after this; returns the name that it has now. */
  public String put(String name, byte[] content) {
    String kept = folder.put(name, content);
    look();
    return kept;
  }

  /** Begins to read what has changed, unless that has begun. */
  private synchronized void look() {
    SortedMap<String, FileStamp> files = folder.files();
    boolean isKnown =
        files.keySet().equals(known.keySet())
            && files.entrySet().stream()
                .allMatch(each -> known(each.getKey(), each.getValue()).isPresent());
    if (!isKnown && reading.isDone() && !isClosing) {
      reading = CompletableFuture.runAsync(() -> read(files), worker);
    }
  }

  /** Waits until all files of now have been read. */
  public void awaitRead() {
    for (int i = 0; i < 2; i++) { // the first may have begun before
      look();
      reading.join();
    }
  }

  private void read(SortedMap<String, FileStamp> files) {
    try {
      MemoryIndex into = opened();
      for (var each : files.entrySet()) {
        if (known(each.getKey(), each.getValue()).isEmpty()) {
          MemoryFile file = read(into, each.getKey(), each.getValue());
          synchronized (this) {
            known.put(each.getKey(), file);
          }
        }
      }
      synchronized (this) {
        known.keySet().retainAll(files.keySet());
        into.keepOnly(known.values().stream().map(MemoryFile::hash).collect(Collectors.toSet()));
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("the translation memories cannot be read", e);
      discardIndex();
    } catch (CancellationException e) {
      LOG.debug("reading the translation memories was broken off", e);
    }
  }

  /** Somebody may have deleted its files; it is opened again when it is asked for next. */
  private synchronized void discardIndex() {
    MemoryIndex lost = index;
    index = null;
    known.clear();
    if (lost != null) {
      try {
        lost.close();
      } catch (UncheckedIOException e) {
        LOG.debug("closing a lost index", e);
      }
    }
  }

  private MemoryIndex opened() throws IOException {
    MemoryIndex open = index;
    if (open == null) {
      try {
        open = MemoryIndex.open(indexFolder);
      } catch (UncheckedIOException e) {
        LOG.warn("the index of the translation memories is damaged; it is built anew", e);
        AtomicFile.deleteTree(indexFolder);
        open = MemoryIndex.open(indexFolder);
      }
      index = open;
    }
    return open;
  }

  private MemoryFile read(MemoryIndex into, String name, FileStamp stamp) {
    String hash = "";
    try (SeekableByteChannel file = folder.open(name)) {
      hash = TextHash.sha256(Channels.newInputStream(file));
      InputStream in = new BufferedInputStream(Channels.newInputStream(file.position(0)));
      if (into.count(hash) == 0) {
        into.<UnreadableFileException>add(
            hash,
            sink ->
                TmxReader.pairs(
                    in,
                    (original, translation) -> {
                      if (isClosing) {
                        throw new CancellationException();
                      }
                      sink.accept(original, translation);
                    }));
      }
      return new MemoryFile(stamp, hash, into.count(hash), null);
    } catch (UnreadableFileException e) {
      return new MemoryFile(stamp, hash, 0, e);
    } catch (IOException e) {
      LOG.warn("reading {}/{} failed", MemoryFolder.NAME, name, e);
      return new MemoryFile(stamp, hash, 0, new UnreadableFileException(Reason.DAMAGED, 0, ""));
    }
  }

  /**
   * Texts that share that part of a text's characteristic words or more, the likest first; with the
   * names of their files.
   */
  public List<MemoryUnit> find(String text, double shared, int most) {
    look();
    MemoryIndex from = index;
    if (from == null) {
      return List.of();
    }
    Map<String, String> names = names();
    try {
      return from.find(text, shared, most).stream()
          .flatMap(
              unit ->
                  Stream.ofNullable(names.get(unit.file()))
                      .map(name -> new MemoryUnit(name, unit.original(), unit.translation())))
          .toList();
    } catch (UncheckedIOException e) {
      LOG.warn("nothing is found in the translation memories", e);
      discardIndex();
      return List.of();
    }
  }

  /** The names of the files by their hashes; of copies the first. */
  private synchronized Map<String, String> names() {
    var names = new HashMap<String, String>();
    known.forEach((name, file) -> names.putIfAbsent(file.hash(), name));
    return names;
  }

  @Override
  public void close() {
    isClosing = true;
    worker.close();
    MemoryIndex open = index;
    if (open != null) {
      open.close();
    }
  }
}
