package no.speil.markdown.parse;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Link addresses with templates of site generators: Hugo's {@code {{< ref "brev" >}}}, Jekyll's
 * {@code {% link brev.md %}} and {@code {{ site.url }}/brev}. Markdown allows no spaces in an
 * address, so they must be masked for the parser.
 */
public final class TemplateAddress {
  private static final Pattern TAG =
      Pattern.compile("\\{\\{([<%]?)(.*?)[>%]?\\}\\}|\\{%-?(.*?)-?%\\}");
  private static final String QUOTED = "\"([^\"]*)\"|'([^']*)'|`([^`]*)`";
  private static final String VALUE = "(?:" + QUOTED + "|([^\\s\"'`=]+))(?:\\s.*)?";
  private static final Pattern REF = Pattern.compile("(?:rel)?ref\\s+" + VALUE);
  private static final Pattern REF_BY_NAME =
      Pattern.compile("(?:rel)?ref\\s(?:.*\\s)?path\\s*=\\s*" + VALUE);
  private static final Pattern LINK = Pattern.compile("(?:link|post_url)\\s+" + VALUE);
  private static final Pattern SITE = Pattern.compile("\\.?[Ss]ite\\.(?:url|baseurl|BaseURL)");
  private static final Pattern TEXT =
      Pattern.compile(
          "(?:"
              + QUOTED
              + ")(?:\\s*\\|\\s*(?:relative_url|absolute_url|(?:rel|abs)(?:Lang)?URL"
              + "|prepend:\\s*site\\.(?:base)?url))*+");

  private static final String WORDS = "(?:[^\\[\\]\\\\]|\\\\.|\\[[^\\[\\]]*+\\]){0,500}+";
  private static final String PLAIN = "(?:[^()\\s{]|\\{(?![{%])|\\([^()\\s{]*+\\))*+";
  private static final String TEMPLATE = "(?:\\{\\{[^{}\\r\\n]*+\\}|\\{%[^{}\\r\\n]*+)\\}";
  private static final String TITLE =
      "(?:[ \\t]++(?:\"[^\"\\r\\n]*+\"|'[^'\\r\\n]*+'|\\([^)\\r\\n]{0,500}+\\)))?+";

  /** A link, and no picture, with a template in its address, which is the group. */
  static final Pattern IN_LINK =
      Pattern.compile(
          "(?<![!\\\\])\\["
              + WORDS
              + "\\]\\([ \\t]*+"
              + "(%1$s(?:%2$s%1$s)++)".formatted(PLAIN, TEMPLATE)
              + TITLE
              + "[ \\t]*+\\)",
          Pattern.DOTALL);

  private TemplateAddress() {}

  public static boolean is(String address) {
    return address.contains("{{") || address.contains("{%");
  }

  /** A link's address as it is in the file; of a shortcode the parser knows only a part. */
  public static String written(String source, BasedSequence url) {
    int start = url.getStartOffset();
    int end = url.getEndOffset();
    boolean isPart =
        start > 0 && source.startsWith("{{", start - 1) && source.startsWith("}}", end - 1);
    return isPart ? source.substring(start - 1, end + 1) : source.substring(start, end);
  }

  /**
   * The path, or the end of the path, of the page, perhaps with a fragment; empty if only the site
   * generator knows it.
   */
  public static Optional<String> path(String address) {
    Matcher tag = TAG.matcher(address);
    var path = new StringBuilder();
    while (tag.find()) {
      Optional<String> value = value(tag);
      if (value.isEmpty()) {
        return value;
      }
      tag.appendReplacement(path, Matcher.quoteReplacement(value.get()));
    }
    tag.appendTail(path);
    return Optional.of(path.toString().strip()).filter(named -> !named.isEmpty());
  }

  private static Optional<String> value(Matcher tag) {
    String jekyll = tag.group(3);
    if (jekyll != null) {
      return first(LINK, jekyll);
    }
    String inside = Objects.requireNonNullElse(tag.group(2), "");
    if (!"".equals(tag.group(1))) {
      return first(REF_BY_NAME, inside).or(() -> first(REF, inside));
    }
    return SITE.matcher(inside.strip()).matches() ? Optional.of("") : first(TEXT, inside);
  }

  /** The first group that matched. */
  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text.strip());
    return matcher.matches()
        ? IntStream.rangeClosed(1, matcher.groupCount())
            .filter(group -> matcher.start(group) >= 0)
            .mapToObj(matcher::group)
            .findFirst()
        : Optional.empty();
  }
}
