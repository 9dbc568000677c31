package no.speil.web.read;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.text.Alphabet;
import no.speil.library.catalogue.BrowseIndex;
import no.speil.library.catalogue.BrowseIndex.Facet;
import no.speil.library.catalogue.BrowseIndex.Group;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.read.BrowseView.Count;

/** The archive's front page: what it is, search, ways in, and the latest texts. */
public record HomePage(SiteContext site, PageShell shell) {
  private static final int LATEST = 5;
  private static final int OF_A_WAY = 5;
  private static final int MOST_WAYS = 4;

  public static HomePage of(SiteContext site, Context context) {
    return new HomePage(site, site.around(context, site.archiveName(site.messages(context))));
  }

  /**
   * The latest texts, and those that came last, where that is known: of texts that came on one day,
   * as by an import, none is the latest.
   */
  public List<CatalogueEntry> latest() {
    List<DocumentSummary> added = site.catalogue().added(LATEST + 1);
    long crowd = added.size() > LATEST ? added.getLast().contributions().addedDay() : -1;
    return Stream.concat(
            browse().latest(LATEST).stream(),
            added.stream()
                .filter(text -> text.contributions().addedDay() > crowd)
                .map(DocumentSummary::entry))
        .distinct()
        .limit(LATEST)
        .toList();
  }

  /** Ways to look through the archive. */
  public List<Way> ways() {
    List<Group> years =
        browse().groups(Facet.YEAR, Alphabet.of(shell.t().lang()), 0, OF_A_WAY).stream()
            .filter(group -> !group.value().isEmpty())
            .toList();
    List<Group> authors = browse().largest(Facet.AUTHOR, OF_A_WAY);
    String who = authors.isEmpty() ? "publisher" : "author";
    List<Count> folders =
        browse().folders("", 0, OF_A_WAY).stream()
            .map(each -> Count.of(site.library().links(), shell.t(), each))
            .toList();
    return Stream.of(
            way("year", years),
            way("kind", browse().largest(Facet.KIND, OF_A_WAY)),
            way("subject", browse().largest(Facet.SUBJECT, OF_A_WAY)),
            new Way("home.people", "home.all.people", "/browse?by=" + who, people(authors)),
            new Way("browse.folders", "home.all.folders", SiteUrls.folder(""), folders))
        .filter(way -> !way.counts().isEmpty())
        .limit(MOST_WAYS)
        .toList();
  }

  private BrowseIndex browse() {
    return site.catalogue().browse();
  }

  private Way way(String by, List<Group> groups) {
    List<Count> counts = groups.stream().map(group -> count(by, group)).toList();
    return new Way("browse.by." + by, "home.all." + by, "/browse?by=" + by, counts);
  }

  /** Authors and publishers together: who looks for a name may not know which it is. */
  private List<Count> people(List<Group> authors) {
    return Stream.concat(
            browse().largest(Facet.PUBLISHER, OF_A_WAY).stream()
                .map(group -> count("publisher", group)),
            authors.stream().map(group -> count("author", group)))
        .sorted(Comparator.comparingInt(Count::documents).reversed())
        .limit(OF_A_WAY)
        .toList();
  }

  private Count count(String by, Group group) {
    return Count.of(BrowsePage.label(shell.t(), by, group.value()), by, group);
  }

  /**
   * The most frequent values, and the way to all of them.
   *
   * @param all in words, as the code of a message; the title likewise
   */
  public record Way(String title, String all, String href, List<Count> counts) {}
}
