package no.speil.web.request;

import io.javalin.http.Context;
import no.speil.tracking.Version;
import org.jspecify.annotations.Nullable;

/** The version of a section that a write was made against. */
public final class IfMatch {
  /** What no section is: for what cannot be a version. */
  private static final Version NONE = new Version("", "", "");

  private IfMatch() {}

  /** From the header; {@code *} is no answer, since it names no version. */
  public static Version of(Context context) {
    @Nullable String header = context.header("If-Match");
    if (header == null || header.isBlank() || header.strip().equals("*")) {
      throw new WrongRequest.VersionMissing();
    }
    String tag = header.strip();
    boolean quoted = tag.length() > 1 && tag.startsWith("\"") && tag.endsWith("\"");
    return quoted ? parse(tag.substring(1, tag.length() - 1)) : NONE;
  }

  /** From a form. */
  public static Version of(Form form) {
    if (form.get("version").isEmpty()) {
      throw new WrongRequest.VersionMissing();
    }
    return parse(form.get("version"));
  }

  public static Version parse(String written) {
    return Version.parse(written).orElse(NONE);
  }
}
