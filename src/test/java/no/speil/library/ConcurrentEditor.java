package no.speil.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import no.speil.bench.ApiClient;
import no.speil.library.WriteAttempt.Seen;

/** Somebody who marks sections and saves texts without a pause until the server is gone. */
final class ConcurrentEditor implements Runnable {
  /** How every text that they save begins. */
  static final String TYPED = "Text ";

  private static final List<String> STATES = List.of("draft", "translated", "reviewed");

  private final ApiClient client;
  private final List<String> sections;
  private final Random random;
  private final Map<String, WriteAttempt> attempts;
  private final Queue<String> surprises;
  private final AtomicLong answers;
  private int typed;

  /**
   * @param sections nobody else's
   * @param attempts kept up to date by section; shared
   * @param surprises what should not have happened; shared
   * @param answers how many actions were acknowledged; shared
   */
  ConcurrentEditor(
      ApiClient client,
      List<String> sections,
      Random random,
      Map<String, WriteAttempt> attempts,
      Queue<String> surprises,
      AtomicLong answers) {
    this.client = client;
    this.sections = sections;
    this.random = random;
    this.attempts = attempts;
    this.surprises = surprises;
    this.answers = answers;
  }

  @Override
  public void run() {
    try {
      while (surprises.isEmpty()) {
        act(sections.get(random.nextInt(sections.size())));
      }
    } catch (UncheckedIOException e) {
      // the server is gone, as it was meant to be
    } catch (RuntimeException e) {
      surprises.add(e.toString());
    }
  }

  private void act(String id) {
    String path = "/api/v1/sections/" + id;
    JsonNode section = client.read(path);
    String version = section.path("version").asText();
    Seen before = Seen.of(section);
    if (before.text().isEmpty() || random.nextInt(3) == 0) {
      String text = text();
      attempts.put(id, new WriteAttempt(before, before.edited(text)));
      acknowledge(id, before, client.put(path + "/translation", Map.of("markdown", text), version));
    } else {
      String state = STATES.get(random.nextInt(STATES.size()));
      attempts.put(id, new WriteAttempt(before, before.marked(state)));
      acknowledge(id, before, client.put(path + "/state", Map.of("state", state), version));
    }
  }

  private void acknowledge(String id, Seen before, HttpResponse<String> answer) {
    switch (answer.statusCode()) {
      case 200 -> {
        attempts.put(id, new WriteAttempt(Seen.of(client.tree(answer.body())), null));
        answers.incrementAndGet();
      }
      case 409 -> attempts.put(id, new WriteAttempt(before, null)); // one's own work to review
      default -> surprises.add(id + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  private String text() {
    String text =
        TYPED + "%d, number %d, with æ, ø and å.".formatted(random.nextInt(1 << 20), typed++);
    return random.nextInt(4) == 0 ? text + "\n\nAnd a second paragraph." : text;
  }
}
