package no.speil.exchange.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Language;
import no.speil.corpus.Problem;
import no.speil.corpus.text.Message;
import no.speil.corpus.text.ResourceFile;
import no.speil.markdown.parse.FrontMatter;
import no.speil.markdown.parse.FrontMatterEntries;

/**
 * Reads Markdown as Hugo, Jekyll and others keep it: front matter in YAML or TOML, with their keys.
 * The body stays as it is written, to the byte.
 */
final class SiteMarkdownReader {
  /** What tells a site generator where and how to show a page, and nothing about its text. */
  private static final Set<String> OF_SITE =
      Set.copyOf(ResourceFile.words(SiteMarkdownReader.class, "site-keys.txt"));

  private static final List<String> PAIR_KEYS =
      List.of("translationKey", "translationkey", "lang-ref", "ref", "page_id", "original");

  /** As the file has them; what is read goes to the front matter. */
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private final Map<String, List<String>> frontMatter = new LinkedHashMap<>();
  private final List<Message> losses = new ArrayList<>();

  /**
   * Reads a file.
   *
   * @param dateOfName a date in the file's name; empty if it has none
   */
  ImportedText read(DecodedText decoded, String dateOfName) {
    String source = decoded.text();
    int bodyAt = readHead(source);
    String body = source.substring(bodyAt);
    String pairKey = first(PAIR_KEYS);
    if (first(List.of("draft")).equals("true") || first(List.of("published")).equals("false")) {
      losses.add(Message.of("convert.draft"));
    }
    String date = date(dateOfName);
    frontMatter.put("title", List.of(take("title")));
    frontMatter.put("date", List.of(date));
    frontMatter.put("authors", takeList("authors", "author"));
    frontMatter.put("publisher", List.of(take("publisher")));
    frontMatter.put("description", List.of(take("description", "summary", "excerpt", "subtitle")));
    frontMatter.put("language", List.of(language()));
    frontMatter.put(
        "source",
        List.of(take("source", "canonical_url", "canonicalURL", "canonicalUrl", "canonical")));
    frontMatter.put("translators", takeList("translators", "translator"));
    frontMatter.put("rights", List.of(take("rights", "license", "copyright")));
    frontMatter.put("aliases", aliases());
    values.keySet().removeIf(SiteMarkdownReader::isOfSite);
    values.forEach(frontMatter::putIfAbsent);
    losses.addAll(decoded.losses());
    return new ImportedText(
        new ConvertedText(frontMatter, body, List.of(), losses),
        bodyAt > FrontMatter.start(source),
        pairKey);
  }

  /** Reads the front matter; the offset at which the body begins. */
  private int readHead(String source) {
    Optional<FrontMatter> toml = FrontMatter.findToml(source);
    if (toml.isPresent()) {
      var read = TomlFrontMatter.read(source.substring(toml.get().from(), toml.get().to()));
      values.putAll(read.values());
      losses.addAll(read.problems());
      return toml.get().body();
    }
    FrontMatterEntries yaml = FrontMatterEntries.read(source, "");
    values.putAll(yaml.values());
    List<String> nested = yaml.nested().stream().filter(key -> !isOfSite(key)).toList();
    if (!nested.isEmpty()) {
      losses.add(Message.of("convert.front.left-out", String.join(", ", nested)));
    }
    yaml.problems().forEach(problem -> losses.add(said(problem)));
    if (source.startsWith("+++")) {
      losses.add(Message.of("convert.front.unclosed", "+++"));
    }
    return FrontMatter.find(source).map(FrontMatter::body).orElse(FrontMatter.start(source));
  }

  private static Message said(Problem problem) {
    String detail = problem.details().isEmpty() ? "" : problem.details().getFirst();
    return switch (problem.kind()) {
      case FRONT_MATTER_UNCLOSED -> Message.of("convert.front.unclosed", "---");
      case FRONT_MATTER_TOO_LONG -> Message.of("convert.front.long");
      case KEY_TWICE -> Message.of("convert.front.key-twice", problem.line(), detail);
      case FRONT_MATTER_WITHOUT_KEYS -> Message.of("convert.front.no-keys");
      default -> Message.of("convert.front.broken", "YAML", problem.line(), detail);
    };
  }

  private String date(String dateOfName) {
    String written = take("date", "pubdate", "publishdate");
    Optional<String> date = WrittenDate.parse(written);
    if (date.isEmpty() && !written.isEmpty()) {
      losses.add(Message.of("convert.date", written));
    }
    return date.orElse(dateOfName);
  }

  private String language() {
    String written = take("language", "lang", "locale");
    Language language = Language.of(written.replace('_', '-'));
    return written.isEmpty() || language.equals(Language.UNDETERMINED) ? "" : language.tag();
  }

  static boolean isOfSite(String key) {
    return OF_SITE.contains(key.toLowerCase(Locale.ROOT));
  }

  /** Former addresses as ids; an address on another server is none. */
  private List<String> aliases() {
    return takeList("aliases", "redirect_from").stream()
        .filter(alias -> !alias.contains("://"))
        .map(alias -> alias.replaceAll("^/+|(?:/+|/?index\\.html|\\.html)$", ""))
        .filter(alias -> DocumentId.parse(alias).isPresent())
        .toList();
  }

  private String first(List<String> keys) {
    return keys.stream()
        .flatMap(key -> values.getOrDefault(key, List.of()).stream())
        .findFirst()
        .orElse("");
  }

  /** The value of the first key that has one; all of them count as read. */
  private String take(String... keys) {
    return String.join(", ", takeList(keys));
  }

  private List<String> takeList(String... keys) {
    return Stream.of(keys)
        .filter(key -> !values.getOrDefault(key, List.of()).isEmpty())
        .findFirst()
        .map(values::remove)
        .orElse(List.of());
  }
}
