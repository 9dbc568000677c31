package no.speil.web.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** An error as a problem document (RFC 9457). */
public record ProblemDetails(ErrorType errorType, String detail, Map<String, Object> members) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The document's members; {@code type} links to the help page. */
  public Map<String, Object> document(String title) {
    var document = new LinkedHashMap<String, Object>();
    document.put("type", "/help#" + errorType.code());
    document.put("title", title);
    document.put("status", errorType.status());
    document.put("detail", detail);
    document.putAll(members);
    return document;
  }
}
