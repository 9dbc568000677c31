package no.speil.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a posted form, with line ends as in files ({@code \n}). */
public final class FormData {
  /** Far more than any form of these pages has; small ones could else fill the memory. */
  private static final int MOST = 10_000;

  private final Map<String, List<String>> fields = new LinkedHashMap<>();

  private FormData() {}

  public static FormData of(Context context) {
    RequestBody.requireType(context, "application/x-www-form-urlencoded");
    var form = new FormData();
    form.read(new String(RequestBody.read(context), UTF_8));
    return form;
  }

  private void read(String body) {
    int from = 0;
    for (int number = 0; from < body.length(); number++) {
      if (number == MOST) {
        throw new RequestException.BadRequest("The form has more than %d fields.".formatted(MOST));
      }
      int end = body.indexOf('&', from);
      String pair = body.substring(from, end < 0 ? body.length() : end);
      int equals = pair.indexOf('=');
      if (equals > 0) {
        add(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
      from += pair.length() + 1;
    }
  }

  /** The first value of a field, or the empty string. */
  public String get(String name) {
    return fields.getOrDefault(name, List.of("")).getFirst();
  }

  /** A field as a number; {@code otherwise} if it is empty. */
  public int number(String name, int otherwise) {
    String written = get(name);
    if (written.isEmpty()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(written);
    } catch (NumberFormatException e) {
      throw new RequestException.BadRequest("Not a number: " + name);
    }
  }

  /** All values of a field. */
  public List<String> all(String name) {
    return List.copyOf(fields.getOrDefault(name, List.of()));
  }

  /** The names of its fields, in order. */
  public List<String> names() {
    return List.copyOf(fields.keySet());
  }

  public boolean has(String name) {
    return fields.containsKey(name);
  }

  private void add(String name, String value) {
    fields
        .computeIfAbsent(name, key -> new ArrayList<>())
        .add(value.replace("\r\n", "\n").replace('\r', '\n'));
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new RequestException.BadRequest("The form is not encoded as forms are.");
    }
  }
}
