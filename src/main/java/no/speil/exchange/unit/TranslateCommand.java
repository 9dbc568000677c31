package no.speil.exchange.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import no.speil.corpus.State;
import no.speil.markdown.inline.MarkdownTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program of the keeper's that drafts translations: it reads a line of JSON for each text, {@code
 * {"id", "source", "sourceLanguage", "targetLanguage"}} with the members of its {@link
 * DraftRequest.Context}, and writes lines {@code {"id", "target"}} in any order, all in UTF-8.
 * Source and target are in the Markdown of their line.
 *
 * @param command program and arguments
 * @param patience how long it may take for one document
 */
public record TranslateCommand(List<String> command, Duration patience) {
  private static final Logger LOG = LoggerFactory.getLogger(TranslateCommand.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Characters of an answer; far above the longest text. */
  private static final int LONGEST = 1 << 20;

  public TranslateCommand {
    command = List.copyOf(command);
  }

  /** It could not be started, ended badly, or took too long. The message is for people. */
  public static final class Failure extends Exception {
    /**
     * @param what it did, to be said of it
     */
    Failure(String what) {
      super("The command that drafts translations " + what);
    }
  }

  /**
   * Runs it on these texts.
   *
   * @param answers takes each answer as it comes
   */
  public void translate(
      List<DraftRequest> requests, String source, String target, Consumer<ImportedUnit> answers)
      throws Failure, InterruptedException {
    Process process = start();
    CompletableFuture<Void> limit =
        CompletableFuture.runAsync(
            () -> kill(process),
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
    try {
      Thread.ofVirtual().start(() -> ask(process, requests, source, target));
      read(process, requests, answers);
      int code = process.waitFor();
      if (code != 0) {
        String ended = "ended with code %d.".formatted(code);
        throw new Failure(code > 128 ? "took too long, or was stopped." : ended);
      }
    } finally {
      limit.cancel(false); // later its process id may be another program's
      kill(process);
    }
  }

  private Process start() throws Failure {
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new Failure("cannot be started: " + command.getFirst());
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static void ask(
      Process process, List<DraftRequest> requests, String source, String target) {
    try (BufferedWriter writer = process.outputWriter(UTF_8)) {
      for (DraftRequest request : requests) {
        ObjectNode line =
            JSON.createObjectNode()
                .put("id", request.unit().id())
                .put("source", MarkdownTemplate.inline(request.unit().source()))
                .put("sourceLanguage", source)
                .put("targetLanguage", target);
        line.setAll(JSON.<ObjectNode>valueToTree(request.context()));
        writer.write(line.toString());
        writer.write('\n');
        writer.flush();
      }
    } catch (IOException e) {
      LOG.debug("the command that drafts translations reads no more", e);
    }
  }

  private static void read(
      Process process, List<DraftRequest> requests, Consumer<ImportedUnit> answers) throws Failure {
    Map<String, TextUnit> byId = new HashMap<>();
    requests.forEach(request -> byId.put(request.unit().id(), request.unit()));
    try (BufferedReader reader = process.inputReader(UTF_8)) {
      for (String line = line(reader); !line.isEmpty(); line = line(reader)) {
        JsonNode answer = JSON.readTree(line);
        TextUnit unit = byId.remove(answer.path("id").asText());
        String text = answer.path("target").asText();
        if (unit != null && !text.isBlank()) {
          String source = MarkdownTemplate.inline(unit.source());
          answers.accept(ImportedUnit.inline(unit.id(), source, text, State.DRAFT, ""));
        }
      }
    } catch (JsonProcessingException e) {
      throw new Failure("wrote a line that is not JSON.");
    } catch (IOException e) {
      throw new Failure("cannot be read.");
    }
  }

  /** The next line; empty at the end. */
  private static String line(BufferedReader reader) throws IOException, Failure {
    var line = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n' && !line.toString().isBlank()) {
        return line.toString();
      }
      if (line.length() >= LONGEST) {
        throw new Failure("wrote a line without an end.");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
