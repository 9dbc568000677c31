package no.speil.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of the interface for programs, written by hand. */
final class OpenApi {
  private static final String FILE = "openapi.json";

  private final byte[] description = load();

  void serve(Context context) {
    context.result(description).contentType("application/json");
    context.res().setCharacterEncoding(null);
  }

  private static byte[] load() {
    try (InputStream stream = OpenApi.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + FILE);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + FILE, e);
    }
  }
}
