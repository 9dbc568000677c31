package no.speil.web.http;

import io.javalin.http.Context;
import no.speil.record.SectionVersion;
import no.speil.web.http.RequestException.VersionMissing;
import org.jspecify.annotations.Nullable;

/** Reads the version of a section that a write expects. */
public final class IfMatch {
  /** A version that no section has, for values that are none. */
  private static final SectionVersion NONE = new SectionVersion("", "", "");

  private IfMatch() {}

  /** From the header {@code If-Match}; {@code *} counts as missing, since it names no version. */
  public static SectionVersion of(Context context) {
    return parse(tag(context, "section"));
  }

  /**
   * The header without its quotation marks; empty if it has none.
   *
   * @param what has the version, for those who send none
   */
  public static String tag(Context context, String what) {
    @Nullable String header = context.header("If-Match");
    if (header == null || header.isBlank() || header.strip().equals("*")) {
      throw new VersionMissing(
          "Say which version you saw: send If-Match with the %s's ETag.".formatted(what));
    }
    String tag = header.strip();
    boolean quoted = tag.length() > 1 && tag.startsWith("\"") && tag.endsWith("\"");
    return quoted ? tag.substring(1, tag.length() - 1) : "";
  }

  /** From a form. */
  public static SectionVersion of(FormData form) {
    if (form.get("version").isEmpty()) {
      throw new VersionMissing();
    }
    return parse(form.get("version"));
  }

  public static SectionVersion parse(String written) {
    return SectionVersion.parse(written).orElse(NONE);
  }
}
