package no.speil.tracking;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character references: the frequent names of HTML and every number; others stay as written. */
final class HtmlEntities {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("shy", "\u00AD"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("laquo", "«"),
          Map.entry("raquo", "»"),
          Map.entry("hellip", "…"),
          Map.entry("sect", "§"),
          Map.entry("aring", "å"),
          Map.entry("aelig", "æ"),
          Map.entry("oslash", "ø"),
          Map.entry("Aring", "Å"),
          Map.entry("AElig", "Æ"),
          Map.entry("Oslash", "Ø"),
          Map.entry("eacute", "é"));

  private HtmlEntities() {}

  /** Appends the character that is referred to at i; answers where the reference ends, or i. */
  static int decode(String source, int i, int to, StringBuilder out) {
    Matcher reference = REFERENCE.matcher(source).region(i, to);
    if (!reference.lookingAt()) {
      return i;
    }
    String name = reference.group(3);
    if (name != null) {
      String named = NAMED.get(name);
      out.append(named == null ? reference.group() : named);
      return reference.end();
    }
    int number =
        reference.group(1) != null
            ? Integer.parseInt(reference.group(1))
            : Integer.parseInt(reference.group(2), 16);
    if (!Character.isValidCodePoint(number)) {
      return i;
    }
    out.appendCodePoint(number);
    return reference.end();
  }
}
