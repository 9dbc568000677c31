package no.speil.markdown.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/** Resolves addresses and unseals ids, in HTML that has passed the policy. */
@SuppressWarnings("try") // holds nothing that must be closed
final class LinkRewriter extends HtmlStreamEventReceiverWrapper {
  private final String seal;
  private final LinkResolver links;

  /** The elements written for the open links; an empty string for none. */
  private final Deque<String> linkElements = new ArrayDeque<>();

  LinkRewriter(String seal, LinkResolver links, HtmlStreamEventReceiver next) {
    super(next);
    this.seal = seal;
    this.links = links;
  }

  @Override
  public void openTag(String name, List<String> attributes) {
    List<String> kept = new ArrayList<>(attributes.size() + 2);
    for (int i = 0; i + 1 < attributes.size(); i += 2) {
      String value = attributes.get(i + 1);
      switch (attributes.get(i)) {
        case "href" -> addLink(kept, value);
        case "src" -> add(kept, "src", links.resolve(value, true));
        case "id" -> add(kept, "id", value.startsWith(seal) ? value.substring(seal.length()) : "");
        default -> kept.addAll(attributes.subList(i, i + 2));
      }
    }
    if (name.equals("img") && attributes.contains("src") && !kept.contains("src")) {
      missingPicture(attributes);
      return;
    }
    String element = name;
    if (name.equals("a")) {
      element = kept.contains("href") ? name : kept.contains("title") ? "span" : "";
      linkElements.push(element);
    }
    if (!element.isEmpty()) {
      underlying.openTag(element, kept);
    }
  }

  private void missingPicture(List<String> attributes) {
    LinkResolver.Notice notice = links.missingPicture();
    underlying.openTag("span", List.of("class", "missing-picture"));
    underlying.openTag("b", List.of("lang", notice.lang()));
    underlying.text(notice.words());
    underlying.closeTag("b");
    for (int i = 0; i + 1 < attributes.size(); i += 2) {
      if (attributes.get(i).equals("alt")) {
        underlying.text(" " + attributes.get(i + 1));
      }
    }
    underlying.closeTag("span");
  }

  private void addLink(List<String> kept, String written) {
    String sealedPath = "#" + seal + Sanitizer.PATH;
    if (written.startsWith(sealedPath)) {
      byte[] utf8 = HexFormat.of().parseHex(written.substring(sealedPath.length()));
      String path = new String(utf8, StandardCharsets.UTF_8);
      add(kept, "href", path.isEmpty() ? "" : links.resolvePath(path));
      return;
    }
    if (written.startsWith("#" + seal)) {
      add(kept, "href", "#" + written.substring(1 + seal.length()));
      return;
    }
    String address = links.resolve(written, false);
    add(kept, "href", address);
    String lower = address.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http:") || lower.startsWith("https:") || lower.startsWith("//")) {
      add(kept, "rel", "external nofollow noopener");
    }
  }

  private static void add(List<String> kept, String attribute, String value) {
    if (!value.isEmpty()) {
      kept.add(attribute);
      kept.add(value);
    }
  }

  @Override
  public void closeTag(String name) {
    String element = name.equals("a") && !linkElements.isEmpty() ? linkElements.pop() : name;
    if (!element.isEmpty()) {
      underlying.closeTag(element);
    }
  }
}
