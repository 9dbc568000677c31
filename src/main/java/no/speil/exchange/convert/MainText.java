package no.speil.exchange.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The main text of a page of the web, without the menus, adverts and the like around it: as
 * Readability finds it by its form, or the part that the page itself names, whichever leaves no
 * text out.
 */
final class MainText {
  /** Pages with less text than this, in characters, are too short to tell by their form. */
  private static final int SHORT = 250;

  private static final String AROUND =
      "nav, header, footer, aside, [role=navigation], [role=banner], [role=contentinfo],"
          + " [role=complementary], [role=search]";

  private MainText() {}

  /** The text, apart from the page. */
  static Element of(Document page, String address) {
    Element named = named(page);
    Element found = readable(page, address).orElse(named);
    int length = found.text().length();
    // a part of it is worse than something beside it
    boolean isPart = !named.normalName().equals("body") && 2 * length < named.text().length();
    return length < SHORT || isPart ? named : found;
  }

  private static Optional<Element> readable(Document page, String address) {
    try {
      Element content = new Readability4J(address, page.clone()).parse().getArticleContent();
      return Optional.ofNullable(content);
    } catch (RuntimeException e) {
      return Optional.empty(); // it knows pages as they mostly are
    }
  }

  /** What the page itself calls its text; else all that is not beside it. */
  private static Element named(Document page) {
    Element copy = page.clone().body();
    for (String query : List.of("main, [role=main]", "article")) {
      List<Element> found = copy.select(query);
      if (found.size() == 1) {
        return without(found.getFirst(), "nav, aside, footer, [role=navigation]");
      }
    }
    return without(copy, AROUND);
  }

  /** A text that has lost the elements in it that the query finds. */
  static Element without(Element text, String query) {
    text.select(query).stream().filter(each -> !each.equals(text)).forEach(Element::remove);
    return text;
  }

  /** The heading of the text among those of the page, which may head the whole site too. */
  static Optional<Element> heading(Document page) {
    var titles = new ArrayList<>(page.select("meta[property=og:title]").eachAttr("content"));
    titles.add(page.title());
    String site = page.select("meta[property=og:site_name]").attr("content").strip();
    List<Element> headings =
        page.select("h1").stream()
            .filter(heading -> !heading.text().isBlank() && !heading.text().strip().equals(site))
            .toList();
    return headings.stream()
        .filter(
            heading -> titles.stream().anyMatch(title -> title.contains(heading.text().strip())))
        .findFirst()
        .or(
            () ->
                headings.stream()
                    .filter(heading -> heading.closest("main, article") != null)
                    .findFirst())
        .or(() -> headings.size() == 1 ? headings.stream().findFirst() : Optional.empty());
  }
}
