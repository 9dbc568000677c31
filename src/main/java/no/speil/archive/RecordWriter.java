package no.speil.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import no.speil.corpus.DocumentId;
import no.speil.record.EventCodec;

/** Appends events to a record: one write, and one fsync where the events are somebody's actions. */
final class RecordWriter {
  private RecordWriter() {}

  /**
   * Appends whole lines to a record; one that is new or empty gets its header first.
   *
   * @param durable whether they must be on the disk when this returns
   * @throws UncheckedIOException if the disk refuses; the record is then as it was, unless the
   *     cause is {@link FileAccessException.Uncertain}
   */
  static void append(Path file, DocumentId document, String lines, boolean durable) {
    try {
      boolean isNew = !Files.exists(file);
      if (isNew) {
        Files.createDirectories(AtomicFile.folder(file));
      }
      try (FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        append(channel, document, lines, durable);
      }
      if (isNew && durable) {
        AtomicFile.forceFolderAfterChange(AtomicFile.folder(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }

  /** Takes back what was appended to a record that had that size. */
  static void truncate(Path file, long size) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size).force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, new FileAccessException.Uncertain(e));
    }
  }

  private static void append(
      FileChannel channel, DocumentId document, String lines, boolean durable) throws IOException {
    long size = channel.size();
    long end = endOfWholeLines(channel, size);
    // written by an editor that ends without a line end
    boolean isWholeEvent = EventCodec.isWhole(read(channel, end, size));
    long from = isWholeEvent ? size : end;
    var text = new StringBuilder(isWholeEvent ? "\n" : "");
    if (from == 0) {
      text.append(EventCodec.header(document.value())).append('\n');
    }
    text.append(lines);
    try {
      channel.truncate(from).position(from);
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      Channels.newOutputStream(channel).write(bytes);
      if (durable) {
        channel.force(true);
      }
    } catch (IOException e) {
      retract(channel, from);
      throw e;
    }
  }

  private static void retract(FileChannel channel, long size) throws IOException {
    try {
      channel.truncate(size);
    } catch (IOException e) {
      throw new FileAccessException.Uncertain(e);
    }
  }

  /** Just after the last line end, which is the file's end unless a write was cut off. */
  private static long endOfWholeLines(FileChannel channel, long size) throws IOException {
    for (long end = size; end > 0; end--) {
      if (read(channel, end - 1, end).equals("\n")) {
        return end;
      }
    }
    return 0;
  }

  private static String read(FileChannel channel, long from, long to) throws IOException {
    int length = Math.toIntExact(to - from);
    byte[] bytes = Channels.newInputStream(channel.position(from)).readNBytes(length);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
