package no.speil.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import no.speil.web.http.RequestException.BadRequest;

/** The fields of a posted form, with line ends as in files ({@code \n}). */
public record FormData(Map<String, List<String>> fields) {
  /** Without any field. */
  public static final FormData NONE = new FormData(Map.of());

  /** Far more than any form of these pages has; small ones could else fill the memory. */
  private static final int MOST = 10_000;

  public static FormData of(Context context) {
    RequestBody.requireType(context, "application/x-www-form-urlencoded");
    String body = new String(RequestBody.read(context), UTF_8);
    if (body.chars().filter(sign -> sign == '&').count() >= MOST) {
      throw new BadRequest("The form has more than %d fields.".formatted(MOST));
    }
    return new FormData(QueryParams.fields(body, FormData::decode));
  }

  /** The first value of a field, or the empty string. */
  public String get(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  /** A field as a number; {@code otherwise} if it is empty. */
  public int number(String name, int otherwise) {
    String written = get(name);
    try {
      return written.isEmpty() ? otherwise : Integer.parseInt(written);
    } catch (NumberFormatException e) {
      throw new BadRequest("Not a number: " + name);
    }
  }

  /** Whether the first of two buttons was pressed. */
  public boolean either(String yes, String no) {
    String button = get("do");
    if (!button.equals(yes) && !button.equals(no)) {
      throw new BadRequest("“do” is %s or %s.".formatted(yes, no));
    }
    return button.equals(yes);
  }

  /** All values of a field. */
  public List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  public boolean has(String name) {
    return fields.containsKey(name);
  }

  private static String decode(String encoded) {
    return QueryParams.decode(encoded)
        .orElseThrow(() -> new BadRequest("The form is not encoded as forms are."))
        .replace("\r\n", "\n")
        .replace('\r', '\n');
  }
}
