package no.speil.web.read;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.speil.web.http.ErrorType;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;

/** The help page: query language and states; and a page about the API's errors. */
public final class HelpPage {
  /** The examples of the query language, in order; a message explains each. */
  public static final List<String> QUERIES =
      List.of(
          """
          words phrase slop exact prefix suffix fuzzy near or not group insist side title doc date
          author publisher kind state has
          """
              .split("\\s+"));

  private final SiteContext site;

  public HelpPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    site.show(context, "read/help", new View(site.shell(context, "help.title")));
  }

  /** The page for programmers. */
  public void errors(Context context) {
    site.show(context, "read/errors", new View(site.shell(context, "help.errors")));
  }

  /** The help page, and the page about errors. */
  public record View(PageShell shell) {
    /** The errors of the API. */
    public List<ErrorEntry> errors() {
      return Stream.concat(ErrorType.TABLE.stream(), Stream.of(ErrorType.NO_SUCH_METHOD))
          .map(errorType -> new ErrorEntry(errorType.status(), errorType.code()))
          .distinct()
          .sorted(Comparator.comparingInt(ErrorEntry::status))
          .toList();
    }
  }

  /** An error of the API. */
  public record ErrorEntry(int status, String code) {}
}
