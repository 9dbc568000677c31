package no.speil.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import no.speil.bench.BareLucene.Entry;
import no.speil.library.documents.LiveDocument;

/**
 * Indexes sections with bare Lucene, in two threads as Speil does, and says how long that took, the
 * process as a whole: what an index of these words cannot do without.
 */
final class BareLuceneIndexing {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int THREADS = 2;

  private BareLuceneIndexing() {}

  /** Writes sections into a file that {@link #main} reads, one JSON object a line. */
  static final class Entries implements AutoCloseable {
    private final SequenceWriter out;

    Entries(Path file) throws IOException {
      out = JSON.writer().withRootValueSeparator("\n").writeValues(file.toFile());
    }

    void add(LiveDocument live) {
      try {
        out.writeAll(Entry.of(live));
      } catch (IOException e) {
        throw new UncheckedIOException("writing sections", e);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** A file of sections, and the folder for the index. */
  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    try (BareLucene bare = new BareLucene(Path.of(args[1]));
        BufferedReader in = Files.newBufferedReader(Path.of(args[0]))) {
      CompletableFuture.allOf(
              Stream.generate(() -> CompletableFuture.runAsync(() -> addAll(in, bare)))
                  .limit(THREADS)
                  .toArray(CompletableFuture[]::new))
          .join();
      bare.commit();
    }
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        Locale.ROOT,
        "%.3f %.3f%n",
        (System.nanoTime() - start) / 1e9,
        system.getProcessCpuTime() / 1e9);
  }

  private static void addAll(BufferedReader in, BareLucene bare) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        bare.add(JSON.readValue(line, Entry.class));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("indexing", e);
    }
  }
}
