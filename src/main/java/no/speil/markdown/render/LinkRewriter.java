package no.speil.markdown.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.owasp.html.HtmlStreamEventReceiver;

/** Resolves addresses and unseals ids, in HTML that has passed the policy. */
final class LinkRewriter implements HtmlStreamEventReceiver {
  private final String seal;
  private final HtmlStreamEventReceiver next;
  private final LinkResolver links;

  /** The elements written for the open links; an empty string for none. */
  private final Deque<String> linkElements = new ArrayDeque<>();

  LinkRewriter(String seal, LinkResolver links, HtmlStreamEventReceiver next) {
    this.seal = seal;
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
      next.openTag(element, kept);
    }
  }

  private void missingPicture(List<String> attributes) {
    LinkResolver.Notice notice = links.missingPicture();
    next.openTag("span", List.of("class", "missing-picture"));
    next.openTag("b", List.of("lang", notice.lang()));
    next.text(notice.words());
    next.closeTag("b");
    for (int i = 0; i + 1 < attributes.size(); i += 2) {
      if (attributes.get(i).equals("alt")) {
        next.text(" " + attributes.get(i + 1));
      }
    }
    next.closeTag("span");
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
    String element = name.equals("a") && !linkElements.isEmpty() ? linkElements.pop() : name;
    if (!element.isEmpty()) {
      next.closeTag(element);
    }
  }

  @Override
  public void text(String text) {
    next.text(text);
  }
}
