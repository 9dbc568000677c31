package no.speil.git;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header of a text that two sides have changed, merged key by key.
 *
 * @param text of the header, with its lines of dashes
 * @param refused what the other side has for keys that both have changed
 */
record HeaderMerge(String text, List<String> refused) {
  private static final Pattern HEADER =
      Pattern.compile("\\A(---\\R)(.*?)(---[ \\t]*(?:\\R|\\z))", Pattern.DOTALL);

  /** A key with its value, whose further lines are indented, listed or comments. */
  private static final Pattern ENTRY =
      Pattern.compile("([^\\s#:-][^:\\n]*):.*(?:\\R|\\z)(?:(?:[ \\t#-].*)?\\R)*");

  /**
   * @param passedOver a key that is merged otherwise
   */
  static HeaderMerge of(String base, String mine, String theirs, String passedOver) {
    Matcher whole = HEADER.matcher(mine);
    if (!whole.find()) {
      return new HeaderMerge("", List.of());
    }
    Map<String, String> before = entries(base);
    Map<String, String> merged = entries(mine);
    Map<String, String> other = entries(theirs);
    var refused = new ArrayList<String>();
    var keys = new LinkedHashSet<>(other.keySet());
    keys.addAll(before.keySet());
    keys.remove(passedOver);
    for (String key : keys) {
      @Nullable String old = before.get(key);
      @Nullable String wanted = other.get(key);
      if (Objects.equals(wanted, old) || Objects.equals(wanted, merged.get(key))) {
        continue;
      }
      if (!Objects.equals(merged.get(key), old)) {
        refused.add(wanted == null ? "" : wanted.strip());
      } else if (wanted == null) {
        merged.remove(key);
      } else {
        merged.put(key, wanted);
      }
    }
    refused.removeIf(String::isEmpty);
    return new HeaderMerge(
        whole.group(1) + String.join("", merged.values()) + whole.group(3), refused);
  }

  private static Map<String, String> entries(String text) {
    var entries = new LinkedHashMap<String, String>();
    Matcher header = HEADER.matcher(text);
    if (header.find()) {
      Matcher entry = ENTRY.matcher(header.group(2));
      int end = 0;
      while (entry.find()) {
        entries.merge("", header.group(2).substring(end, entry.start()), String::concat);
        entries.merge(entry.group(1), entry.group(), String::concat);
        end = entry.end();
      }
      entries.merge("", header.group(2).substring(end), String::concat);
    }
    return entries;
  }

  /** The header of a text; empty if it has none. */
  static String header(String text) {
    Matcher header = HEADER.matcher(text);
    return header.find() ? header.group() : "";
  }
}
