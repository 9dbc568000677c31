package no.speil.markdown;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;

/**
 * The one gate through which all HTML of a file's text goes to a page: common formatting, tables
 * and pictures, well-formed, without scripts, styles or names of its own. Addresses are resolved
 * here, those of Markdown and those of raw HTML alike.
 */
final class Sanitizer {
  private static final Set<String> CLASSES =
      Set.of("shortcode", "description", "footnote", "footnote-ref", "footnote-back");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final AttributePolicy PICTURE =
      (element, attribute, value) -> isPicture(value) ? value : null;
  private static final PolicyFactory POLICY = policy();

  /** Marks the names that rendering itself gives; the text cannot know it. */
  private final String seal;

  Sanitizer() {
    var bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    this.seal = "s" + HexFormat.of().formatHex(bytes) + "-";
  }

  /** An id, or the fragment of an address, that comes out as given; all others are dropped. */
  String sealed(String name) {
    return seal + name;
  }

  String sanitize(String html, LinkResolver links) {
    var clean = new StringBuilder(html.length() + 16);
    var renderer = HtmlStreamRenderer.create(clean, invalid -> {});
    HtmlSanitizer.sanitize(html, POLICY.apply(new Resolving(renderer, links)));
    return clean.toString();
  }

  private static PolicyFactory policy() {
    return new HtmlPolicyBuilder()
        .allowElements(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "hr",
            "br",
            "div",
            "span",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "a",
            "img",
            "figure",
            "figcaption",
            "picture",
            "b",
            "strong",
            "i",
            "em",
            "u",
            "s",
            "del",
            "ins",
            "mark",
            "small",
            "sub",
            "sup",
            "q",
            "cite",
            "abbr",
            "code",
            "kbd",
            "samp",
            "var",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "details",
            "summary")
        .allowWithoutAttributes("span")
        .allowUrlProtocols("http", "https", "mailto")
        .allowAttributes("href")
        .onElements("a")
        .allowAttributes("src")
        .matching(PICTURE)
        .onElements("img")
        .allowAttributes("alt", "title", "lang", "dir")
        .globally()
        .allowAttributes("width", "height")
        .matching(NUMBER)
        .onElements("img", "td", "th")
        .allowAttributes("colspan", "rowspan", "start", "value")
        .matching(NUMBER)
        .onElements("td", "th", "ol", "li")
        .allowAttributes("align")
        .matching(true, "left", "right", "center")
        .onElements("td", "th", "p", "div")
        .allowAttributes("class")
        .matching(false, CLASSES)
        .onElements("p", "div", "code", "sup", "a")
        .allowAttributes("id")
        .onElements("div", "sup")
        .toFactory();
  }

  private static boolean isPicture(String address) {
    String lower = address.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || (!lower.startsWith("//") && !lower.contains(":"));
  }

  /** Resolves addresses and breaks the seals on what has passed the policy. */
  private final class Resolving implements HtmlStreamEventReceiver {
    private final HtmlStreamEventReceiver next;
    private final LinkResolver links;
    private final Deque<Boolean> droppedLinks = new ArrayDeque<>();

    Resolving(HtmlStreamEventReceiver next, LinkResolver links) {
      this.next = next;
      this.links = links;
    }

    @Override
    public void openDocument() {
      next.openDocument();
    }

    @Override
    public void closeDocument() {
      next.closeDocument();
    }

    @Override
    public void openTag(String name, List<String> attributes) {
      List<String> kept = new ArrayList<>(attributes.size() + 2);
      for (int i = 0; i + 1 < attributes.size(); i += 2) {
        String value = attributes.get(i + 1);
        switch (attributes.get(i)) {
          case "href" -> addLink(kept, value);
          case "src" -> add(kept, "src", links.resolve(value, true));
          case "id" -> add(kept, "id", value.startsWith(seal) ? unsealed(value) : "");
          default -> kept.addAll(attributes.subList(i, i + 2));
        }
      }
      boolean dropped = name.equals("a") && !kept.contains("href");
      if (name.equals("a")) {
        droppedLinks.push(dropped);
      }
      if (!dropped) {
        next.openTag(name, kept);
      }
    }

    private void addLink(List<String> kept, String written) {
      if (written.startsWith("#" + seal)) {
        add(kept, "href", "#" + unsealed(written.substring(1)));
        return;
      }
      String address = links.resolve(written, false);
      add(kept, "href", address);
      String lower = address.toLowerCase(Locale.ROOT);
      if (lower.startsWith("http:") || lower.startsWith("https:") || lower.startsWith("//")) {
        add(kept, "rel", "external nofollow noopener");
      }
    }

    private String unsealed(String value) {
      return value.substring(seal.length());
    }

    private static void add(List<String> kept, String attribute, String value) {
      if (!value.isEmpty()) {
        kept.add(attribute);
        kept.add(value);
      }
    }

    @Override
    public void closeTag(String name) {
      boolean dropped = name.equals("a") && !droppedLinks.isEmpty() && droppedLinks.pop();
      if (!dropped) {
        next.closeTag(name);
      }
    }

    @Override
    public void text(String text) {
      next.text(text);
    }
  }
}
