package no.speil.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.messages.Messages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page of the server as it stands in the static site: its links lead to files, or to a living
 * server, or nowhere, and what only a server can do is gone.
 */
final class StaticPage {
  private static final String SEARCH = "/search";

  /** What the script says, in messages and attributes of these names. */
  private static final List<String> SEARCH_WORDS =
      List.of("none", "number", "words", "beginnings", "more");

  private static final List<String> LINKS = List.of("href", "src", "action", "data-other");

  /** A search for plain words, whatever their letters. */
  private static final Pattern WORDS = Pattern.compile(SEARCH + "\\?q=(?:[\\w-]|%20|%[C-F].%..)+");

  /** A link of a page that is part of the site. */
  private static final Pattern LINK =
      Pattern.compile(" (?:" + String.join("|", LINKS) + ")=\"(?![a-z]+:)([^\"#?]+)");

  private static final String MENUS = "nav, header, footer, details, ul.files, .citation-files";

  private final StaticAddress own;
  private final Frame frame;
  private final Set<StaticAddress> targets = new HashSet<>();
  private final Document page;

  /**
   * What all pages have in common.
   *
   * @param server that the page comes from, without a slash at the end
   * @param living the address of a server for the links that need one; empty where there is none
   * @param isPart whether an address that has a file is part of the site
   * @param needsServer whether a script asks the server, by its address
   */
  record Frame(
      String server,
      String living,
      Predicate<StaticAddress> isPart,
      Predicate<StaticAddress> needsServer) {}

  StaticPage(byte[] html, StaticAddress own, Frame frame) {
    this.own = own;
    this.frame = frame;
    this.page = Jsoup.parse(new String(html, UTF_8), frame.server() + own.href());
    page.outputSettings().prettyPrint(false);
    page.select("html[data-root]").removeAttr("data-root");
    page.select("details:has(form input[type=hidden])").remove(); // search in a part only
    page.select("form:not([action$=/search]), form:has(input[type=hidden])").remove();
    for (String name : LINKS) {
      page.select("[" + name + "]").forEach(element -> link(element, name));
    }
    if (own.path().equals(SEARCH)) {
      addSearch();
    }
  }

  byte[] html() {
    return page.outerHtml().getBytes(UTF_8);
  }

  /** What of the site it leads to. */
  Set<StaticAddress> targets() {
    return targets;
  }

  /** The files of the site to which a page of it leads, from the top. */
  static Set<String> files(String html, StaticAddress own) {
    Path file = Path.of(own.file());
    return LINK.matcher(html)
        .results()
        .map(link -> URI.create(link.group(1).replace("&amp;", "&")).getPath())
        .map(link -> file.resolveSibling(link).normalize().toString())
        .collect(Collectors.toSet());
  }

  /** Puts the place where the script shows what it finds below the form. */
  private void addSearch() {
    Messages t = own.lang().equals("en") ? Messages.ENGLISH : Messages.NORWEGIAN;
    page.select("main form ~ *, main form .hint").remove();
    Element place = page.expectFirst(".finding");
    place.appendElement("p").addClass("hint").text(t.of("static.search.about"));
    Element found = place.appendElement("div").id("found").addClass("results");
    found.attr("role", "status").attr("data-root", own.linkTo(""));
    for (String words : SEARCH_WORDS) {
      found.attr("data-" + words, t.of("static.search." + words));
    }
    page.head()
        .appendElement("script")
        .attr("src", own.linkTo(StaticSearch.SCRIPT))
        .attr("defer", true);
  }

  private void link(Element element, String name) {
    String absolute = element.absUrl(name);
    if (element.attr(name).startsWith("#") || !absolute.startsWith(frame.server() + "/")) {
      return;
    }
    String[] parts = absolute.substring(frame.server().length()).split("#", 2);
    String place = parts.length == 1 ? "" : "#" + parts[1];
    boolean asks = WORDS.matcher(parts[0]).matches();
    Optional<StaticAddress> target =
        StaticAddress.of(asks ? SEARCH : parts[0], own.lang())
            .filter(frame.isPart())
            .filter(
                each -> !element.normalName().equals("script") || !frame.needsServer().test(each));
    if (target.isPresent()) {
      targets.add(target.get());
      String query = asks ? parts[0].substring(SEARCH.length()) : "";
      element.attr(name, own.linkTo(target.get().file()) + query + place);
    } else if (element.normalName().equals("a") && !frame.living().isEmpty()) {
      element.attr(name, frame.living() + String.join("#", parts));
    } else if (element.is("a") && element.closest(MENUS) == null) {
      element.unwrap(); // its words belong to a sentence
    } else if (element.parent() != null && element.parent().is("li")) {
      element.parent().remove();
    } else {
      element.remove();
    }
  }
}
