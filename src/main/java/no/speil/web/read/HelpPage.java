package no.speil.web.read;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import no.speil.corpus.Freshness;
import no.speil.search.StateFacet;
import no.speil.web.http.ErrorType;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;

/** The help page: query language, states, and the API's errors. */
public final class HelpPage {
  private final SiteContext site;

  public HelpPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    site.show(
        context,
        "help",
        new View(
            site.pageShells().around(context, site.messages(context).of("help.title")),
            Arrays.stream(StateFacet.values()).map(StateFacet::code).toList(),
            Arrays.stream(Freshness.values()).map(Freshness::code).toList(),
            errors()));
  }

  private static List<View.ErrorEntry> errors() {
    var table = new ArrayList<>(ErrorType.TABLE);
    table.add(ErrorType.NO_SUCH_METHOD);
    return table.stream()
        .map(errorType -> new View.ErrorEntry(errorType.status(), errorType.code()))
        .distinct()
        .sorted(Comparator.comparingInt(View.ErrorEntry::status))
        .toList();
  }

  /** The help page. */
  public record View(
      PageShell shell, List<String> states, List<String> freshness, List<ErrorEntry> errors) {

    /** An error of the API. */
    public record ErrorEntry(int status, String code) {}
  }
}
