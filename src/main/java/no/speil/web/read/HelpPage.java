package no.speil.web.read;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import no.speil.corpus.Freshness;
import no.speil.messages.Messages;
import no.speil.search.StateFacet;
import no.speil.web.http.ErrorType;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;

/** The help page: query language and states; and a page about the API's errors. */
public record HelpPage(SiteContext site) {
  /** The examples of the query language, in order; a message explains each. */
  public static final List<String> QUERIES =
      List.of(
          """
          words phrase slop exact prefix suffix fuzzy near or not group insist side title doc date
          author publisher kind state has
          """
              .split("\\s+"));


  public void show(Context context) {
    Messages t = site.messages(context);
    site.show(
        context,
        "read/help",
        new View(
            site.pageShells().around(context, t.of("help.title")),
            Arrays.stream(StateFacet.values()).map(StateFacet::code).toList(),
            Arrays.stream(Freshness.values()).map(Freshness::code).toList(),
            errors().stream().map(ErrorEntry::code).toList()));
  }

  /** The page for programmers. */
  public void errors(Context context) {
    Messages t = site.messages(context);
    site.show(
        context,
        "read/errors",
        new ErrorsView(site.pageShells().around(context, t.of("help.errors")), errors()));
  }

  private static List<ErrorEntry> errors() {
    var table = new ArrayList<>(ErrorType.TABLE);
    table.add(ErrorType.NO_SUCH_METHOD);
    return table.stream()
        .map(errorType -> new ErrorEntry(errorType.status(), errorType.code()))
        .distinct()
        .sorted(Comparator.comparingInt(ErrorEntry::status))
        .toList();
  }

  /**
   * The help page.
   *
   * @param errors the codes of errors, for the addresses in their {@code type}
   */
  public record View(
      PageShell shell, List<String> states, List<String> freshness, List<String> errors) {}

  /** The page about errors. */
  public record ErrorsView(PageShell shell, List<ErrorEntry> errors) {}

  /** An error of the API. */
  public record ErrorEntry(int status, String code) {}
}
