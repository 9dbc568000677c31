package no.speil.markdown.splice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.speil.markdown.parse.Whitespace;

/** Writes front matter: a line for a value, a list for several, in quotes only where YAML asks. */
public final class FrontMatterWriter {
  /** What YAML reads as the same text without quotes. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}(«“§](?:[^:#\\p{C}]++|:(?=\\S)|(?<=\\S)#)*+");

  /** What YAML would read as something else than a text, whatever its case. */
  private static final Pattern WORD = Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n");

  private static final Pattern KEY = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");

  private static final Set<String> LISTS = Set.of("authors", "translators", "subjects", "aliases");

  private FrontMatterWriter() {}

  /** Front matter with its two lines {@code ---}; an empty text if no key has a value. */
  public static String write(Map<String, List<String>> values) {
    var yaml = new StringBuilder();
    values.forEach(
        (key, written) -> {
          List<String> texts = Whitespace.foldAll(written);
          if (texts.size() == 1 && !LISTS.contains(key)) {
            yaml.append(key(key)).append(": ").append(value(texts.getFirst())).append('\n');
          } else if (!texts.isEmpty()) {
            yaml.append(key(key)).append(":\n");
            texts.forEach(text -> yaml.append("  - ").append(value(text)).append('\n'));
          }
        });
    return yaml.isEmpty() ? "" : "---\n" + yaml + "---\n";
  }

  private static String key(String key) {
    return KEY.matcher(key).matches() ? key : FrontMatterEditor.quoted(key);
  }

  private static String value(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !WORD.matcher(text).matches();
    return plain && !text.endsWith(":") ? text : FrontMatterEditor.quoted(text);
  }
}
