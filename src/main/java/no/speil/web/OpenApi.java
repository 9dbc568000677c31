package no.speil.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of the interface for programs, written by hand for a site at the top. */
final class OpenApi {
  private static final String FILE = "openapi.json";

  private static final String SERVER = "\"url\": \"/\"";

  private final String description = load();

  void serve(Context context) {
    String server = "\"url\": \"" + context.contextPath() + "/\"";
    byte[] answer = description.replaceFirst(SERVER, server).getBytes(UTF_8);
    context.result(answer).contentType("application/json");
    context.res().setCharacterEncoding(null);
  }

  private static String load() {
    try (InputStream stream = OpenApi.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + FILE);
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + FILE, e);
    }
  }
}
