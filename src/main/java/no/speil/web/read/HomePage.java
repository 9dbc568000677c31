package no.speil.web.read;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.ArchiveProfile;
import no.speil.corpus.text.Alphabet;
import no.speil.library.catalogue.BrowseIndex;
import no.speil.library.catalogue.BrowseIndex.Facet;
import no.speil.library.catalogue.BrowseIndex.Group;
import no.speil.library.catalogue.BrowseIndex.Totals;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.web.page.LinkChoice;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;

/** The archive's front page: what it is, search, ways in, and the latest texts. */
public final class HomePage {
  private static final int LATEST = 5;
  private static final int OF_A_WAY = 5;
  private static final int MOST_WAYS = 4;

  private final SiteContext site;

  public HomePage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    String title = site.archiveName(site.messages(context));
    site.show(context, "read/home", new View(site, site.around(context, title)));
  }

  /** The home page. */
  public record View(SiteContext site, PageShell shell) {
    private BrowseIndex browse() {
      return site.library().catalogue().browse();
    }

    /** Notices about the counts, e.g. that indexing goes on. */
    public List<String> notices() {
      return NoticeTexts.ofCounts(shell.t(), site.library().sync().readiness());
    }

    /** Examples of what can be searched for. */
    public List<LinkChoice> examples() {
      return site.examples(shell.t());
    }

    /** The folder of the archive, for those who may write in it; else empty. */
    public String root() {
      return shell.visitor().isKeeper() ? site.library().archive().root().toString() : "";
    }

    /** The latest texts, and those that came last. */
    public List<CatalogueEntry> latest() {
      return Stream.concat(
              browse().latest(LATEST).stream(), site.library().catalogue().added(LATEST).stream())
          .distinct()
          .limit(LATEST)
          .toList();
    }

    public int documents() {
      return browse().totals().documents();
    }

    public ArchiveProfile.Imprint imprint() {
      return site.library().archive().profile().imprint();
    }

    /** Ways to look through the archive. */
    public List<Way> ways() {
      var ways = new ArrayList<Way>();
      List<Group> years =
          browse().groups(Facet.YEAR, Alphabet.of(shell.t().lang()), 0, OF_A_WAY).stream()
              .filter(group -> !group.value().isEmpty())
              .toList();
      add(ways, "year", years);
      add(ways, "kind", browse().largest(Facet.KIND, OF_A_WAY));
      add(ways, "subject", browse().largest(Facet.SUBJECT, OF_A_WAY));
      addPeople(ways);
      List<Group> folders = browse().folders("", 0, OF_A_WAY);
      if (ways.size() < MOST_WAYS && !folders.isEmpty()) {
        List<BrowseView.Count> counts =
            folders.stream()
                .map(
                    each ->
                        new BrowseView.Count(
                            each.value(), SiteUrls.folder(each.value()), each.documents()))
                .toList();
        ways.add(way("browse.folders", counts, "home.all.folders", SiteUrls.folder("")));
      }
      return ways;
    }

    private void add(List<Way> ways, String by, List<Group> groups) {
      if (!groups.isEmpty()) {
        List<BrowseView.Count> counts = groups.stream().map(group -> count(by, group)).toList();
        ways.add(way("browse.by." + by, counts, "home.all." + by, "/browse?by=" + by));
      }
    }

    /** Authors and publishers together: who looks for a name may not know which it is. */
    private void addPeople(List<Way> ways) {
      List<Group> authors = browse().largest(Facet.AUTHOR, OF_A_WAY);
      List<BrowseView.Count> counts =
          Stream.concat(
                  browse().largest(Facet.PUBLISHER, OF_A_WAY).stream()
                      .map(group -> count("publisher", group)),
                  authors.stream().map(group -> count("author", group)))
              .sorted(Comparator.comparingInt(BrowseView.Count::documents).reversed())
              .limit(OF_A_WAY)
              .toList();
      if (!counts.isEmpty()) {
        String by = authors.isEmpty() ? "publisher" : "author";
        ways.add(way("home.people", counts, "home.all.people", "/browse?by=" + by));
      }
    }

    private BrowseView.Count count(String by, Group group) {
      return new BrowseView.Count(
          BrowsePage.label(shell.t(), by, group.value()),
          SiteUrls.browse(by, group.value()),
          group.documents());
    }

    private Way way(String title, List<BrowseView.Count> counts, String all, String href) {
      return new Way(shell.t().of(title), counts, shell.t().of(all), href);
    }

    /** How far the texts are translated, in a sentence. */
    public String progress() {
      Messages t = shell.t();
      Totals totals = browse().totals();
      boolean allTranslated = totals.translated() == totals.documents();
      String translated =
          allTranslated
              ? t.of("home.translated.all", totals.documents())
              : t.of("home.translated", totals.translated(), totals.documents());
      if (totals.translated() == 0) {
        return translated + ".";
      }
      return allTranslated && totals.reviewed() == totals.documents()
          ? t.of("home.reviewed.all", translated)
          : t.of("home.reviewed", translated, totals.reviewed());
    }
  }

  /**
   * The most frequent values, and the way to all of them.
   *
   * @param all in words
   */
  public record Way(String title, List<BrowseView.Count> counts, String all, String href) {}
}
