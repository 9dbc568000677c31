package no.speil.git;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.markdown.parse.FrontMatter;
import org.jspecify.annotations.Nullable;

/**
 * A text whose header two sides have changed, merged key by key.
 *
 * @param text ours, with that header
 * @param refused what the other side has for keys that both have changed
 */
record HeaderMerge(String text, List<String> refused) {
  /** A key with its value, whose further lines are indented, listed or comments. */
  private static final Pattern ENTRY =
      Pattern.compile("([^\\s#:-][^:\\n]*):.*(?:\\R|\\z)(?:(?:[ \\t#-].*)?\\R)*");

  /**
   * @param passedOver a key that is merged otherwise
   */
  static HeaderMerge of(String base, String mine, String theirs, String passedOver) {
    Optional<FrontMatter> header = FrontMatter.find(mine);
    if (header.isEmpty()) {
      return new HeaderMerge(mine, List.of());
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
    String opening = mine.substring(0, header.get().from());
    String after = mine.substring(header.get().to());
    return new HeaderMerge(opening + String.join("", merged.values()) + after, refused);
  }

  private static Map<String, String> entries(String text) {
    var entries = new LinkedHashMap<String, String>();
    String yaml =
        FrontMatter.find(text).map(found -> text.substring(found.from(), found.to())).orElse("");
    Matcher entry = ENTRY.matcher(yaml);
    int end = 0;
    while (entry.find()) {
      entries.merge("", yaml.substring(end, entry.start()), String::concat);
      entries.merge(entry.group(1), entry.group(), String::concat);
      end = entry.end();
    }
    entries.merge("", yaml.substring(end), String::concat);
    return entries;
  }
}
