package no.speil.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.speil.corpus.Side;

/** Reads query parameters; a malformed one counts as missing. */
public final class QueryParams {
  private QueryParams() {}

  public static String text(Context context, String name) {
    return Objects.requireNonNullElse(context.queryParam(name), "");
  }

  /** The side in the language of that code, {@code no} or {@code en}; empty for any other. */
  public static Optional<Side> side(Context context, String name) {
    return switch (text(context, name)) {
      case "no" -> Optional.of(Side.ORIGINAL);
      case "en" -> Optional.of(Side.TRANSLATION);
      default -> Optional.empty();
    };
  }

  /** The code of a side's language in addresses, which is its tag too. */
  public static String lang(Side side) {
    return side == Side.ORIGINAL ? "no" : "en";
  }

  /** The number, clamped to the bounds. */
  public static int number(Context context, String name, int standard, int least, int most) {
    return number(text(context, name), standard, least, most);
  }

  /** Parses a number and clamps it to the bounds. */
  public static int number(String written, int standard, int least, int most) {
    try {
      long value = Long.parseLong(written.strip());
      return Math.clamp(value, least, most);
    } catch (NumberFormatException e) {
      return standard;
    }
  }

  /** The values of each name in a query string. */
  public static Map<String, List<String>> fields(String query) {
    return fields(query, each -> decode(each).orElse(""));
  }

  /** The same of any form-encoded text. */
  static Map<String, List<String>> fields(String written, UnaryOperator<String> decode) {
    var fields = new LinkedHashMap<String, List<String>>();
    for (String pair : written.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields
            .computeIfAbsent(decode.apply(pair.substring(0, equals)), name -> new ArrayList<>())
            .add(decode.apply(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  /** The value that is form-encoded so; empty if it is not encoded as addresses are. */
  public static Optional<String> decode(String encoded) {
    try {
      return Optional.of(URLDecoder.decode(encoded, UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
