package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.record.SuggestEvent;
import no.speil.record.TrackedReport;
import no.speil.status.TrackedSection;
import no.speil.web.SectionRequests.Seen;

/** All that people and programs can ask the server to do, by chance; some of it too late. */
final class RandomRequests {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServedArchive archive;
  private final AcknowledgedWords words;
  private final RandomTexts markdown;
  private final Random random;
  private final SectionRequests requests;
  private final RandomLinkRequests links;

  RandomRequests(
      ServedArchive archive, AcknowledgedWords words, RandomTexts markdown, Random random) {
    this.archive = archive;
    this.words = words;
    this.markdown = markdown;
    this.random = random;
    this.requests = new SectionRequests(archive, random);
    this.links = new RandomLinkRequests(requests, random);
  }

  /** Does one thing. */
  void one() {
    List<LiveDocument> documents = archive.documents();
    if (documents.isEmpty()) {
      return;
    }
    LiveDocument document = documents.get(random.nextInt(documents.size()));
    TrackedSection section = requests.any(document.sections());
    Seen at = requests.seen(section);
    switch (random.nextInt(24)) {
      case 0, 1, 2, 20, 21 -> save(at, section, markdown.text(words.fresh()));
      case 3, 22 ->
          save(requests.seen(translated(document)), section, random.nextBoolean() ? "" : " \n");
      case 4 -> send(at, "omit", Map.of("omitted", random.nextInt(3) > 0));
      case 5, 6 -> mark(at);
      case 7 -> send(at, "confirm", Map.of());
      case 8 -> suggest(at);
      case 9, 10 -> resolve(document);
      case 11 -> comment(at);
      case 12 -> report(at, section);
      case 13 -> settle(document);
      case 14, 15, 16 -> links.link(document, section);
      case 17 -> links.confirmLinks(document);
      case 18 -> links.alignAgain(document);
      default -> links.markAll(document);
    }
  }

  private void save(Seen at, TrackedSection section, String text) {
    if (random.nextBoolean()) {
      Map<String, Object> body = new LinkedHashMap<>(Map.of("markdown", text));
      if (random.nextBoolean()) {
        body.put("original", section.section().original().stream().map(Block::markdown).toList());
      }
      HttpResponse<String> answer = requests.json("PUT", at, "translation", body);
      taken(answer, text);
      if (answer.statusCode() == 200) {
        assertThat(AcknowledgedWords.in(read(answer).path("translation").toString()))
            .isEqualTo(AcknowledgedWords.in(text));
      }
      return;
    }
    String how = requests.any(List.of("save", "next", "mark", "suggest", "preview", "insert"));
    String form =
        SectionRequests.fields(
            "markdown", text, "version", at.version(), "do", how, "next", requests.any(NEXT));
    HttpResponse<String> answer = requests.form("/s/" + at.id() + "/translation", form);
    if (!how.equals("preview") && !how.equals("insert")) {
      taken(answer, text);
    }
  }

  private static final List<String> NEXT = List.of("", "/queue", "/d/a", "//elsewhere");

  /** Done, or refused for a version that was too old, which keeps the text as a suggestion. */
  private void taken(HttpResponse<String> answer, String text) {
    if (answer.statusCode() < 400 || answer.statusCode() == 412) {
      words.take(text);
    }
  }

  private static JsonNode read(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void mark(Seen at) {
    Map<String, Object> state = Map.of("state", requests.any(SectionRequests.STATES));
    if (random.nextBoolean()) {
      requests.json("PUT", at, "state", state);
    } else {
      requests.form(at, "state", state);
    }
  }

  private void send(Seen at, String what, Map<String, Object> fields) {
    if (random.nextBoolean()) {
      requests.json("POST", at, what, fields);
    } else {
      requests.form(at, what, fields);
    }
  }

  private void suggest(Seen at) {
    String text = markdown.remark(words.fresh());
    HttpResponse<String> answer =
        random.nextBoolean()
            ? requests.json("POST", at, "suggestions", Map.of("markdown", text))
            : requests.form(at, "translation", Map.of("markdown", text, "do", "suggest"));
    if (answer.statusCode() < 400) {
      words.take(text);
    }
  }

  private void resolve(LiveDocument document) {
    List<TrackedSection> open =
        document.sections().stream().filter(each -> !each.openSuggestions().isEmpty()).toList();
    TrackedSection section = requests.any(open.isEmpty() ? document.sections() : open);
    String id =
        requests.any(
            section.openSuggestions().isEmpty()
                ? List.of("0123456789")
                : section.openSuggestions().stream().map(SuggestEvent::id).toList());
    boolean accept = random.nextInt(3) > 0;
    if (random.nextBoolean()) {
      requests.json("POST", requests.seen(section), "suggestions/" + id, Map.of("accept", accept));
    } else {
      requests.form(
          requests.seen(section), "suggestions/" + id, Map.of("do", accept ? "accept" : "dismiss"));
    }
  }

  private void comment(Seen at) {
    String text = markdown.remark(words.fresh());
    HttpResponse<String> answer =
        random.nextBoolean()
            ? requests.json("POST", at, "comments", Map.of("text", text))
            : requests.form(at, "comments", Map.of("text", text));
    if (answer.statusCode() < 400) {
      words.take(text);
    }
  }

  private void report(Seen at, TrackedSection section) {
    String text = "Wrong: " + words.fresh();
    String exact =
        section.section().side(requests.any(List.of(Side.values()))).stream()
            .map(Block::text)
            .findFirst()
            .map(it -> it.substring(0, it.length() / 2))
            .orElse("x");
    HttpResponse<String> answer =
        random.nextBoolean()
            ? requests.json(
                "POST", at, "reports", Map.of("text", text, "quote", Map.of("exact", exact)))
            : requests.form(
                at, "report", Map.of("words", text, "exact", exact, "flaw", "spelling"));
    if (answer.statusCode() < 400) {
      words.take(text);
    }
  }

  private void settle(LiveDocument document) {
    List<TrackedSection> with =
        document.sections().stream().filter(each -> !each.reports().isEmpty()).toList();
    TrackedSection section = requests.any(with.isEmpty() ? document.sections() : with);
    String id =
        requests.any(
            section.reports().isEmpty()
                ? List.of("0123456789")
                : section.reports().stream()
                    .map(TrackedReport::report)
                    .map(it -> it.id())
                    .toList());
    String outcome = requests.any(List.of("accepted", "mended", "dismissed", "open", "what"));
    if (random.nextBoolean()) {
      requests.json("POST", requests.seen(section), "reports/" + id, Map.of("outcome", outcome));
    } else {
      requests.form(requests.seen(section), "reports/" + id, Map.of("do", outcome));
    }
  }

  /** A section with a translation, likely one without an original. */
  private TrackedSection translated(LiveDocument document) {
    boolean alone = random.nextBoolean();
    List<TrackedSection> with =
        document.sections().stream()
            .filter(each -> !each.section().translation().isEmpty())
            .filter(each -> !alone || each.section().original().isEmpty())
            .toList();
    return requests.any(with.isEmpty() ? document.sections() : with);
  }
}
