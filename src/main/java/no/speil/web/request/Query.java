package no.speil.web.request;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Reads numbers and words from an address's query; what cannot be read counts as not given. */
public final class Query {
  private Query() {}

  public static String text(Context context, String name) {
    @Nullable String value = context.queryParam(name);
    return value == null ? "" : value;
  }

  /** The number, brought within bounds. */
  public static int number(Context context, String name, int standard, int least, int most) {
    try {
      long value = Long.parseLong(text(context, name).strip());
      return Math.clamp(value, least, most);
    } catch (NumberFormatException e) {
      return standard;
    }
  }
}
