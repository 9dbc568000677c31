package no.speil.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;

/** Asks the server for something with sections as somebody saw them, which may be too long ago. */
final class SectionRequests {
  /** The last is none. */
  static final List<String> STATES =
      List.of("untranslated", "draft", "translated", "reviewed", "finished");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PEOPLE = List.of("kari", "kari", "ola", "Åse");

  private final ServedArchive archive;
  private final Random random;
  private final List<Seen> seen = new ArrayList<>();

  SectionRequests(ServedArchive archive, Random random) {
    this.archive = archive;
    this.random = random;
  }

  /** A section as somebody saw it. */
  record Seen(String id, String version) {
    String line() {
      return id + " " + version;
    }

    Map<String, Object> json() {
      return Map.of("id", id, "version", version);
    }
  }

  List<Seen> some(LiveDocument document) {
    return document.sections().stream()
        .filter(each -> random.nextInt(3) > 0)
        .map(this::seen)
        .toList();
  }

  static String lines(List<Seen> some) {
    return some.stream().map(Seen::line).collect(Collectors.joining("\n"));
  }

  /** As it is now, as it once was, or a section that there never was. */
  Seen seen(TrackedSection section) {
    var now = new Seen(section.section().id().value(), section.version().toString());
    seen.add(now);
    return switch (random.nextInt(12)) {
      case 0 -> any(seen);
      case 1, 2 -> new Seen(now.id(), any(seen).version());
      case 3 -> new Seen(any(List.of("0000000000", "x", "%20", "7kq2mx9d4t")), now.version());
      default -> now;
    };
  }

  HttpResponse<String> json(String method, Seen at, String what, Map<String, Object> body) {
    return archive.ask(
        method,
        "/api/v1/sections/" + at.id() + "/" + what,
        json(body),
        "Content-Type",
        "application/json",
        "If-Match",
        "\"" + at.version() + "\"",
        TestServer.AS,
        any(PEOPLE));
  }

  void json(String path, Map<String, Object> body) {
    archive.ask("POST", path, json(body), "Content-Type", "application/json");
  }

  static String json(Map<String, Object> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> form(Seen at, String what, Map<String, Object> fields) {
    var all = new ArrayList<Object>(List.of("version", at.version()));
    fields.forEach((name, value) -> all.addAll(List.of(name, value)));
    return form("/s/" + at.id() + "/" + what, fields(all.toArray()));
  }

  HttpResponse<String> form(String path, String form) {
    return archive.ask(
        "POST",
        path,
        form,
        "Content-Type",
        "application/x-www-form-urlencoded",
        TestServer.AS,
        any(PEOPLE));
  }

  static String fields(Object... fields) {
    var form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(form.isEmpty() ? "" : "&")
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(String.valueOf(fields[i + 1]), UTF_8));
    }
    return form.toString();
  }

  <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
