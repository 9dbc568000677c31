package no.speil.library.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import no.speil.json.RecordJson;

/**
 * Summaries as JSON for the index, and back. The form may change at any time: a summary that cannot
 * be read counts as missing, and its document is read again.
 */
public final class DocumentSummaryCodec {
  private static final int FORM = 19;

  private DocumentSummaryCodec() {}

  /**
   * What lies in the index.
   *
   * @param zone the time zone of the days in it
   */
  private record StoredSummary(int form, String zone, DocumentSummary summary) {}

  public static byte[] write(DocumentSummary summary) {
    var stored = new StoredSummary(FORM, ZoneId.systemDefault().getId(), summary);
    return RecordJson.write(stored).getBytes(StandardCharsets.UTF_8);
  }

  public static Optional<DocumentSummary> read(byte[] bytes) {
    try {
      StoredSummary stored =
          RecordJson.read(new String(bytes, StandardCharsets.UTF_8), StoredSummary.class);
      return stored.form() == FORM && stored.zone().equals(ZoneId.systemDefault().getId())
          ? Optional.of(stored.summary())
          : Optional.empty();
    } catch (IOException | DateTimeException e) {
      return Optional.empty(); // damaged: as good as none
    }
  }
}
