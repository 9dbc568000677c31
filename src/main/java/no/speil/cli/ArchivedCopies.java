package no.speil.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import no.speil.archive.Archive;
import no.speil.archive.SourceFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.HttpUrl;
import no.speil.download.DownloadRefusedException;
import no.speil.download.PageDownload;
import no.speil.library.documents.SourceUrls;
import no.speil.markdown.splice.FrontMatterEditor;
import no.speil.markdown.splice.SpliceException;

/**
 * Asks the Wayback Machine for a copy of each source that has none, and writes its address into the
 * front matter of the original. The form of question and answer is that of
 * https://archive.org/help/wayback_api.php.
 */
final class ArchivedCopies {
  static final String WAYBACK = "https://archive.org/wayback/available";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A service that does not answer so many times in a row is not asked further. */
  private static final int MOST_FAILURES = 3;

  private final Archive archive;
  private final PageDownload download;
  private final String service;
  private final Duration pause;
  private final PrintWriter out;

  ArchivedCopies(
      Archive archive, PageDownload download, String service, Duration pause, PrintWriter out) {
    this.archive = archive;
    this.download = download;
    this.service = service;
    this.pause = pause;
    this.out = out;
  }

  /**
   * Goes through the archive.
   *
   * @return whether every source without a copy was asked for and what was found was written
   */
  boolean run() throws InterruptedException {
    List<DocumentId> wanted = SourceUrls.withoutCopy(archive);
    var counts = new EnumMap<Outcome, Integer>(Outcome.class);
    int inARow = 0;
    for (int i = 0; i < wanted.size() && inARow < MOST_FAILURES; i++) {
      if (i > 0) {
        Thread.sleep(pause);
      }
      Outcome outcome = note(wanted.get(i));
      counts.merge(outcome, 1, Integer::sum);
      inARow = outcome == Outcome.FAILED ? inARow + 1 : 0;
    }
    if (inARow == MOST_FAILURES) {
      out.println("Stopped after " + MOST_FAILURES + " failures in a row.");
    }
    out.println(
        "%s without an archived copy: %d written down, %d of which there is none, %d failed"
            .formatted(
                ArchiveCommand.amount(wanted.size(), "source"),
                counts.getOrDefault(Outcome.WRITTEN, 0),
                counts.getOrDefault(Outcome.NONE, 0),
                counts.getOrDefault(Outcome.FAILED, 0)));
    return !counts.containsKey(Outcome.FAILED);
  }

  /** What came of one source. */
  private enum Outcome {
    WRITTEN,
    NONE,
    FAILED
  }

  private Outcome note(DocumentId id) {
    SourceFile file = archive.original(id).orElse(null);
    String source = file == null ? "" : SourceUrls.sourceWithoutCopy(id, file);
    if (file == null || source.isEmpty()) {
      return Outcome.NONE; // changed since the archive was gone through
    }
    try {
      Optional<String> copy = copy(source);
      if (copy.isEmpty()) {
        out.println(file.path() + ": there is no archived copy of " + source);
        return Outcome.NONE;
      }
      String text = FrontMatterEditor.add(file.text(), "archived", List.of(copy.get()), "source");
      if (!archive.replaceOriginal(id, file, text)) {
        out.println(
            file.path() + ": is not UTF-8, or was changed just now; archived: " + copy.get());
        return Outcome.FAILED;
      }
      out.println(file.path() + ": archived: " + copy.get());
      return Outcome.WRITTEN;
    } catch (DownloadRefusedException | SpliceException e) {
      out.println(file.path() + ": " + e.getMessage());
      return Outcome.FAILED;
    }
  }

  private Optional<String> copy(String source) throws DownloadRefusedException {
    String question = service + "?url=" + URLEncoder.encode(source, StandardCharsets.UTF_8);
    PageDownload.Page answer = download.get(question, "application/json");
    try {
      JsonNode closest = MAPPER.readTree(answer.bytes()).path("archived_snapshots").path("closest");
      return Optional.of(closest)
          .filter(found -> found.path("available").asBoolean())
          .filter(found -> found.path("status").asText("200").equals("200"))
          .map(found -> found.path("url").asText().replaceFirst("^http://web\\.", "https://web."))
          .filter(address -> HttpUrl.parse(address).isPresent());
    } catch (JsonProcessingException e) {
      throw new DownloadRefusedException("the answer of " + service + " is no JSON");
    } catch (IOException e) {
      throw new UncheckedIOException("reading what was fetched", e);
    }
  }
}
