package no.speil.library.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Language;
import no.speil.corpus.text.ResourceFile;
import no.speil.exchange.convert.ConvertedText;
import no.speil.exchange.convert.ImportedText;
import no.speil.exchange.convert.TextConverter;
import org.jspecify.annotations.Nullable;

/**
 * A file with one text.
 *
 * @param root the folder that was given, out of which no link may lead; of a single file, its own
 * @param path below that folder, with {@code /}; what the report calls it
 * @param name of the document, without language and ending
 * @param language {@code und} where nothing tells it
 * @param pairKey what the file says it shares with its translations; empty if it does not say
 */
record TextFile(
    Path root,
    SiteGenerator site,
    Path file,
    String path,
    String name,
    Language language,
    String pairKey) {
  private static final Map<String, Set<String>> WORDS =
      ResourceFile.values(ResourceFile.words(TextFile.class, "language-names.txt"));

  private static final Set<String> TAGS = Set.of("nb", "nn", "no", "en");

  private static final Pattern TAG = Pattern.compile("(?i)(\\p{Alpha}{2})(?:[-_]\\p{Alpha}{2})?");

  private static final Set<String> ISO = Set.of(Locale.getISOLanguages());

  /**
   * What the path of a file says of its text.
   *
   * @param name the path without its ending and its language; texts of one document have the same
   * @param language null if the path does not say
   */
  private record PathName(String name, @Nullable Language language) {}

  /** A text with what its path, its details and its words say of it. */
  static TextFile of(Path root, SiteGenerator site, Path file, String path, ImportedText text) {
    PathName ofPath = pathName(path, site);
    return new TextFile(
        root, site, file, path, ofPath.name(), language(text.text(), ofPath), text.pairKey());
  }

  /**
   * What the file says of it, or its path, or else its words, which tell Bokmål and Nynorsk too.
   */
  private static Language language(ConvertedText text, PathName ofPath) {
    @Nullable Language ofName = ofPath.language();
    String said = text.value("language");
    Language told = ofName == null || !said.isEmpty() ? Language.of(said) : ofName;
    if (!told.equals(Language.UNDETERMINED) && !told.tag().equals("no")) {
      return told;
    }
    Language detected = TextReader.detected(text);
    return told.tag().equals("no") && !detected.isNorwegian() ? told : detected;
  }

  private static PathName pathName(String path, SiteGenerator site) {
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
    if (!site.isOfFolder(file)) {
      segments.add(name);
    } else if (segments.isEmpty()) {
      segments.add("home");
    }
    return new PathName(String.join("/", segments), language);
  }

  /** The language that a folder is named for; null if it is named for something else. */
  static @Nullable Language ofFolder(String folder) {
    String lower = folder.toLowerCase(Locale.ROOT);
    String tag = WORDS.getOrDefault(lower, Set.of(lower)).iterator().next().replace('_', '-');
    Matcher matcher = TAG.matcher(tag);
    return matcher.matches() && TAGS.contains(matcher.group(1)) ? Language.of(tag) : null;
  }

  /** Whether the part of a name before its ending is a language, of Norway or another country. */
  private static boolean isTag(String part) {
    Matcher matcher = TAG.matcher(part);
    String language = matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    return TAGS.contains(language) || ISO.contains(language);
  }

  TextFile in(Language other) {
    return new TextFile(root, site, file, path, name, other, pairKey);
  }

  TextFile named(String other) {
    return new TextFile(root, site, file, path, other, language, "");
  }

  /** The ending in lower case, without its dot. */
  String ending() {
    return TextConverter.ending(path);
  }
}
