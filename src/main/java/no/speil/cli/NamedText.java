package no.speil.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Language;
import org.jspecify.annotations.Nullable;

/**
 * What the path of a file says of its text.
 *
 * @param name the path without its ending and its language; texts of one document have the same
 * @param language null if the path does not say
 */
record NamedText(String name, @Nullable Language language) {
  private static final Map<String, String> WORDS =
      Map.of(
          "norsk", "no",
          "norwegian", "no",
          "bokmål", "nb",
          "bokmaal", "nb",
          "nynorsk", "nn",
          "engelsk", "en",
          "english", "en");

  private static final Set<String> TAGS = Set.of("nb", "nn", "no", "en");

  private static final Pattern TAG = Pattern.compile("(?i)(\\p{Alpha}{2})(?:[-_]\\p{Alpha}{2})?");

  private static final Set<String> ISO = Set.of(Locale.getISOLanguages());

  /**
   * Reads a path.
   *
   * @param path below the folder that was given, with {@code /}
   */
  static NamedText of(String path, SiteGenerator site) {
    List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
    String file = segments.removeLast();
    String name = file.replaceFirst("(?<=.)\\.[^.]*$", "");
    Language language = null;
    int dot = name.lastIndexOf('.');
    if (dot > 0 && isTag(name.substring(dot + 1))) {
      language = Language.of(name.substring(dot + 1).replace('_', '-'));
      name = name.substring(0, dot);
    }
    for (int i = 0; i < segments.size() && language == null; i++) {
      language = ofFolder(segments.get(i));
      if (language != null) {
        segments.remove(i);
      }
    }
    if (!isOfFolder(file, site)) {
      segments.add(name);
    } else if (segments.isEmpty()) {
      segments.add("home");
    }
    return new NamedText(String.join("/", segments), language);
  }

  /** Whether a file holds the text of its folder, as the generator has it. */
  static boolean isOfFolder(String file, SiteGenerator site) {
    String name = file.replaceFirst("\\..*", "");
    return name.equals("_index") || (name.equals("index") && site == SiteGenerator.HUGO);
  }

  /** The language that a folder is named for; null if it is named for something else. */
  static @Nullable Language ofFolder(String folder) {
    String lower = folder.toLowerCase(Locale.ROOT);
    String tag = WORDS.getOrDefault(lower, lower).replace('_', '-');
    Matcher matcher = TAG.matcher(tag);
    return matcher.matches() && TAGS.contains(matcher.group(1)) ? Language.of(tag) : null;
  }

  /** Whether the part of a name before its ending is a language, of Norway or another country. */
  private static boolean isTag(String part) {
    Matcher matcher = TAG.matcher(part);
    String language = matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    return TAGS.contains(language) || ISO.contains(language);
  }
}
