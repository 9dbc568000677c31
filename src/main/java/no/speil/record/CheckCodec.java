package no.speil.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;

/** Writes and reads verdicts on failed checks. */
final class CheckCodec {
  private CheckCodec() {}

  static void write(ObjectNode node, CheckVerdict verdict) {
    node.put("check", verdict.code());
    verdict.words().forEach(node.putArray("words")::add);
    String reason = verdict.reason();
    node.put("outcome", reason == null ? "open" : "dismissed");
    if (reason != null) {
      node.put("reason", reason);
    }
  }

  static CheckVerdict read(JsonNode node) {
    var words = new ArrayList<String>();
    node.path("words").forEach(word -> words.add(word.asText()));
    return new CheckVerdict(
        EventCodec.text(node, "check"),
        words,
        switch (EventCodec.text(node, "outcome")) {
          case "dismissed" -> node.path("reason").asText("");
          case "open" -> null;
          default -> throw EventCodec.lacking("outcome");
        });
  }
}
