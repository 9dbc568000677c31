package no.speil.web.http;

import java.util.LinkedHashMap;
import java.util.Map;
import no.speil.messages.Messages;

/** An error as a problem document (RFC 9457). */
public record ProblemDetails(ErrorType errorType, String detail, Map<String, Object> members) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The document's members; {@code type} links to the help page. */
  public Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put("type", "/help#" + errorType.code());
    document.put("title", Messages.ENGLISH.of("error." + errorType.code()));
    document.put("status", errorType.status());
    document.put("detail", detail);
    document.putAll(members);
    return document;
  }
}
