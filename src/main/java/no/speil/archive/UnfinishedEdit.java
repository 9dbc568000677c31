package no.speil.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import no.speil.corpus.DocumentId;
import no.speil.corpus.TextHash;
import no.speil.record.EditEvent;
import no.speil.record.EventCodec;

/**
 * An edit on its way into two files: its event into the record, then its text into the translation.
 *
 * @param path of the translation, below {@code translations/}
 * @param before the {@link #hash} of the translation's file
 * @param text that the whole file is to have
 */
public record UnfinishedEdit(
    DocumentId document, EditEvent event, String path, String before, String text) {
  private static final int VERSION = 1;
  private static final String NO_FILE = "none";

  /** Whether that is the hash of the file as the edit leaves it. */
  boolean isIn(String hash) {
    return hash.equals(hash());
  }

  /** The first line. */
  private record Head(
      int speil, String document, String event, String path, String before, String after) {}

  /** One line that says what it is, and the text. */
  public byte[] toBytes() {
    var head = new Head(VERSION, document.value(), EventCodec.write(event), path, before, hash());
    return (StoredJson.MAPPER.valueToTree(head) + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  /** What {@link #toBytes} wrote, every byte of it; else empty. */
  static Optional<UnfinishedEdit> read(byte[] bytes) {
    String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
    try {
      Head head = StoredJson.COMPLETE.forType(Head.class).readValue(parts[0]);
      if (head == null
          || parts.length < 2
          || head.speil() != VERSION
          || !(EventCodec.read(head.event()) instanceof EditEvent event)) {
        return Optional.empty();
      }
      var document = new DocumentId(head.document());
      return Optional.of(new UnfinishedEdit(document, event, head.path(), head.before(), parts[1]))
          .filter(read -> read.isIn(head.after()));
    } catch (JsonProcessingException | EventCodec.Unreadable | IllegalArgumentException e) {
      return Optional.empty(); // cut off while it was written, so that no record has its event
    }
  }

  /** Of a file's bytes; also says where there is no file. */
  static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) { // of any size: people put files here too
      return TextHash.sha256(in);
    } catch (NoSuchFileException e) {
      return NO_FILE;
    }
  }

  private String hash() {
    return HexFormat.of().formatHex(TextHash.sha256(text));
  }
}
