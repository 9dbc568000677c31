package no.speil.web;

import java.util.List;
import java.util.Map;
import java.util.Random;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;
import no.speil.web.SectionRequests.Seen;

/** Corrections of the alignment and what is done in bulk, by chance. */
final class RandomLinkRequests {
  private final SectionRequests requests;
  private final Random random;

  RandomLinkRequests(SectionRequests requests, Random random) {
    this.requests = requests;
    this.random = random;
  }

  void link(LiveDocument document, TrackedSection section) {
    link(requests.seen(section), section, requests.seen(neighbour(document, section)));
  }

  private void link(Seen at, TrackedSection section, Seen other) {
    int original = random.nextInt(section.section().original().size() + 2);
    int translation = random.nextInt(section.section().translation().size() + 2);
    if (random.nextBoolean()) {
      Map<String, Object> body =
          switch (random.nextInt(6)) {
            case 0 -> Map.of("action", "join", "with", other.json());
            case 1 -> Map.of("action", "split", "original", original, "translation", translation);
            case 2 ->
                Map.of(
                    "action",
                    "move",
                    "with",
                    other.json(),
                    "side",
                    random.nextBoolean() ? "original" : "translation",
                    "blocks",
                    random.nextInt(3));
            case 3 -> Map.of("action", "unlink");
            case 4 -> Map.of("action", "confirm");
            default -> Map.of("action", "undo");
          };
      requests.json("PUT", at, "link", body);
      return;
    }
    String action =
        requests.any(
            List.of(
                "join-previous",
                "join-next",
                "original-previous",
                "original-next",
                "translation-previous",
                "translation-next",
                "split",
                "unlink",
                "confirm",
                "undo"));
    requests.form(
        at,
        "link",
        Map.of(
            "action",
            action,
            "previous",
            other.line(),
            "next",
            other.line(),
            "original",
            original,
            "translation",
            translation,
            "blocks",
            1 + random.nextInt(2)));
  }

  void confirmLinks(LiveDocument document) {
    String path = ServedArchive.inPath(document.id()) + "/link";
    List<Seen> some = requests.some(document);
    switch (random.nextInt(3)) {
      case 0 ->
          requests.json(
              "/api/v1/documents/" + path,
              Map.of(
                  "above",
                  random.nextDouble(),
                  "sections",
                  some.stream().map(Seen::json).toList()));
      case 1 ->
          requests.form(
              "/d/" + path,
              SectionRequests.fields(
                  "above", random.nextInt(101), "sections", SectionRequests.lines(some)));
      default ->
          requests.form(
              "/d/" + path,
              SectionRequests.fields(
                  "through",
                  some.isEmpty() ? "" : some.getFirst().id(),
                  "edition",
                  document.version()));
    }
  }

  void alignAgain(LiveDocument document) {
    String path = ServedArchive.inPath(document.id()) + "/align";
    boolean undo = random.nextInt(3) == 0;
    if (random.nextBoolean()) {
      requests.json("/api/v1/documents/" + path, Map.of("undo", undo));
    } else {
      requests.form("/d/" + path, SectionRequests.fields("action", undo ? "undo" : "again"));
    }
  }

  void markAll(LiveDocument document) {
    String path = ServedArchive.inPath(document.id()) + "/state";
    List<Seen> some = requests.some(document);
    String state = requests.any(SectionRequests.STATES);
    switch (random.nextInt(3)) {
      case 0 ->
          requests.json(
              "/api/v1/documents/" + path,
              Map.of("state", state, "sections", some.stream().map(Seen::json).toList()));
      case 1 ->
          requests.form(
              "/d/" + path,
              SectionRequests.fields("state", state, "sections", SectionRequests.lines(some)));
      default ->
          requests.form(
              "/search/state",
              SectionRequests.fields(
                  "state", state, "sections", SectionRequests.lines(some), "back", "/search?q=x"));
    }
  }

  private TrackedSection neighbour(LiveDocument document, TrackedSection section) {
    List<TrackedSection> all = document.sections();
    int step = random.nextInt(5) == 0 ? random.nextInt(all.size()) : random.nextBoolean() ? 1 : -1;
    return all.get(Math.clamp(all.indexOf(section) + step, 0, all.size() - 1));
  }
}
