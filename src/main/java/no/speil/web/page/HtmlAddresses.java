package no.speil.web.page;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import no.speil.web.http.SitePath;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Puts the site path before the addresses of this server in a page; all else stays as it is. */
final class HtmlAddresses {
  private static final Pattern NAME =
      Pattern.compile("href|src|(form)?action|data-(root|other|checks|completed)");

  private HtmlAddresses() {}

  /**
   * The page of a site below that path.
   *
   * @param base may be empty
   */
  static String below(String base, String page) {
    if (base.isEmpty()) {
      return page;
    }
    var rewritten = new StringBuilder(page.length() + page.length() / 8);
    int copied = 0;
    for (int place : places(Parser.htmlParser().setTrackPosition(true).parseInput(page, ""))) {
      rewritten.append(page, copied, place).append(base);
      copied = place;
    }
    return rewritten.append(page, copied, page.length()).toString();
  }

  /** Where addresses of this server begin, in order. */
  private static Set<Integer> places(Document page) {
    return page.getAllElements().stream()
        .flatMap(element -> StreamSupport.stream(element.attributes().spliterator(), false))
        .filter(each -> NAME.matcher(each.getKey()).matches())
        .filter(each -> SitePath.isOfThisServer(each.getValue()))
        .map(each -> each.sourceRange().valueRange().startPos())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
