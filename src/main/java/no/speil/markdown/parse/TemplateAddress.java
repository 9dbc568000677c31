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
  /** How far to search for the end of an address and the beginning of its link, in characters. */
  private static final int LONGEST = 500;

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

  /** What may follow an address: a title, and the end of the link. */
  private static final Pattern LINK_END =
      Pattern.compile("(?:[ \\t]+(?:\"[^\"]*\"|'[^']*'|\\([^)]*\\)))?[ \\t]*\\)");

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

  /**
   * The end of a link address with a template; -1 if there is none.
   *
   * @param bracket offset of the bracket that closes the link's words
   */
  static int end(String source, int bracket) {
    int start = start(source, bracket);
    String near = source.substring(start, Math.min(source.length(), start + LONGEST));
    int limit = start + LineBreaks.endOf(near, 0);
    boolean isTemplate = false;
    int deep = 0;
    int at = start;
    while (at < limit && !Whitespace.isSpaceOrTab(source.charAt(at)) && deep >= 0) {
      int tag = endOfTag(source, at, limit);
      isTemplate |= tag > 0;
      deep += source.charAt(at) == '(' ? 1 : 0;
      deep -= source.charAt(at) == ')' ? 1 : 0;
      at = tag > 0 ? tag : deep < 0 ? at : at + 1;
    }
    boolean ends = isTemplate && LINK_END.matcher(source).region(at, limit).lookingAt();
    return ends && isLink(source, bracket) ? at : -1;
  }

  /** Where the address begins, after the bracket and the parenthesis. */
  static int start(String source, int bracket) {
    return Whitespace.skipSpacesAndTabs(source, bracket + 2);
  }

  private static int endOfTag(String source, int at, int limit) {
    if (source.charAt(at) != '{' || at + 3 > limit) {
      return -1;
    }
    char kind = source.charAt(at + 1);
    char form = source.charAt(at + 2);
    String close =
        kind == '%' ? "%}" : kind != '{' ? "" : form == '<' ? ">}}" : form == '%' ? "%}}" : "}}";
    int end = close.isEmpty() ? -1 : source.substring(at, limit).indexOf(close, 2);
    return end < 0 ? -1 : at + end + close.length();
  }

  /** Whether the bracket closes the words of a link, and not those of a picture. */
  private static boolean isLink(String source, int bracket) {
    int open = 1;
    for (int at = bracket - 1; at >= Math.max(0, bracket - LONGEST); at--) {
      char c = source.charAt(at);
      boolean isEscaped = at > 0 && source.charAt(at - 1) == '\\';
      open += c == ']' && !isEscaped ? 1 : 0;
      open -= c == '[' && !isEscaped ? 1 : 0;
      if (open == 0) {
        return at == 0 || source.charAt(at - 1) != '!';
      }
    }
    return false;
  }
}
