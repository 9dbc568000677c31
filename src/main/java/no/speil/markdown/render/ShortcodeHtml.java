package no.speil.markdown.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.text.HtmlEscape;

/**
 * Shows a shortcode by what it is given, whatever it is called: a picture, a link or a title. One
 * that is given none of these says nothing to readers and is left out.
 */
final class ShortcodeHtml {
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([\\p{L}_-]++)=(?:\"([^\"]*+)\"|`([^`]*+)`|([^\\s\"`]++))");
  private static final List<String> ADDRESSES = List.of("link", "href", "url");
  private static final List<String> TITLES = List.of("title", "summary", "label");
  private static final List<String> EXPLANATIONS = List.of("subtitle", "caption", "description");

  private final Map<String, String> attributes = new HashMap<>();

  private ShortcodeHtml(String shortcode) {
    for (MatchResult each : ATTRIBUTE.matcher(shortcode).results().toList()) {
      String value =
          Stream.of(2, 3, 4).map(each::group).filter(Objects::nonNull).findFirst().orElse("");
      attributes.put(each.group(1), HtmlEscape.text(value));
    }
  }

  /** A shortcode within a line, as HTML that still has to be sanitised; may be empty. */
  static String inline(String shortcode) {
    var code = new ShortcodeHtml(shortcode);
    return code.source().isEmpty() ? code.words() : code.picture();
  }

  /** The same of one that stands alone. */
  static String block(String shortcode) {
    var code = new ShortcodeHtml(shortcode);
    if (code.source().isEmpty()) {
      String words = code.words();
      return words.isEmpty() ? "" : "<p>" + words + "</p>";
    }
    String caption = code.first(EXPLANATIONS);
    String below = caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>";
    return "<figure>" + code.picture() + below + "</figure>";
  }

  private String source() {
    return attributes.getOrDefault("src", "");
  }

  private String picture() {
    String alt = attributes.getOrDefault("alt", first(TITLES));
    return "<img src=\"%s\" alt=\"%s\">".formatted(source(), alt);
  }

  private String words() {
    String title = first(TITLES);
    if (title.isEmpty()) {
      return "";
    }
    String address = first(ADDRESSES);
    String explanation = first(EXPLANATIONS);
    String shown =
        address.isEmpty()
            ? "<strong>" + title + "</strong>"
            : "<a href=\"" + address + "\">" + title + "</a>";
    return explanation.isEmpty() ? shown : shown + " " + explanation;
  }

  private String first(List<String> names) {
    return names.stream()
        .map(name -> attributes.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }
}
