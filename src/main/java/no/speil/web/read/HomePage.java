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
    Messages t = site.messages(context);
    BrowseIndex browse = site.library().catalogue().browse();
    PageShell shell = site.pageShells().around(context, site.archiveName(t));
    ArchiveProfile.Imprint imprint = site.library().archive().profile().imprint();
    site.show(
        context,
        "read/home",
        new View(
            shell,
            NoticeTexts.ofCounts(t, site.library().sync().readiness()),
            site.examples(t),
            ways(t, browse),
            shell.visitor().isKeeper() ? site.library().archive().root().toString() : "",
            latest(browse),
            browse.totals().documents(),
            progress(t, browse.totals()),
            imprint));
  }

  private static List<View.Way> ways(Messages t, BrowseIndex browse) {
    var ways = new ArrayList<View.Way>();
    List<Group> years =
        browse.groups(Facet.YEAR, Alphabet.of(t.lang()), 0, OF_A_WAY).stream()
            .filter(group -> !group.value().isEmpty())
            .toList();
    add(ways, t, "year", years);
    add(ways, t, "kind", browse.largest(Facet.KIND, OF_A_WAY));
    add(ways, t, "subject", browse.largest(Facet.SUBJECT, OF_A_WAY));
    addPeople(ways, t, browse);
    if (ways.size() < MOST_WAYS) {
      addFolders(ways, t, browse);
    }
    return ways;
  }

  private static void add(List<View.Way> ways, Messages t, String by, List<Group> groups) {
    if (!groups.isEmpty()) {
      ways.add(
          new View.Way(
              t.of("browse.by." + by),
              groups.stream().map(group -> count(t, by, group)).toList(),
              t.of("home.all." + by),
              "/browse?by=" + by));
    }
  }

  private static BrowseView.Count count(Messages t, String by, Group group) {
    return new BrowseView.Count(
        BrowsePage.label(t, by, group.value()),
        SiteUrls.browse(by, group.value()),
        group.documents());
  }

  private static void addFolders(List<View.Way> ways, Messages t, BrowseIndex browse) {
    List<Group> folders = browse.folders("", 0, OF_A_WAY);
    if (!folders.isEmpty()) {
      ways.add(
          new View.Way(
              t.of("browse.folders"),
              folders.stream()
                  .map(
                      each ->
                          new BrowseView.Count(
                              each.value(), SiteUrls.folder(each.value()), each.documents()))
                  .toList(),
              t.of("home.all.folders"),
              SiteUrls.folder("")));
    }
  }

  /** Authors and publishers together: who looks for a name may not know which it is. */
  private static void addPeople(List<View.Way> ways, Messages t, BrowseIndex browse) {
    List<Group> authors = browse.largest(Facet.AUTHOR, OF_A_WAY);
    List<Group> publishers = browse.largest(Facet.PUBLISHER, OF_A_WAY);
    List<BrowseView.Count> counts =
        Stream.concat(
                publishers.stream().map(group -> count(t, "publisher", group)),
                authors.stream().map(group -> count(t, "author", group)))
            .sorted(Comparator.comparingInt(BrowseView.Count::documents).reversed())
            .limit(OF_A_WAY)
            .toList();
    if (!counts.isEmpty()) {
      String by = authors.isEmpty() ? "publisher" : "author";
      ways.add(
          new View.Way(t.of("home.people"), counts, t.of("home.all.people"), "/browse?by=" + by));
    }
  }

  private List<CatalogueEntry> latest(BrowseIndex browse) {
    return Stream.concat(
            browse.latest(LATEST).stream(), site.library().catalogue().added(LATEST).stream())
        .distinct()
        .limit(LATEST)
        .toList();
  }

  private static String progress(Messages t, Totals totals) {
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

  /**
   * The home page.
   *
   * @param notices about the counts, e.g. that indexing goes on
   * @param examples of what can be searched for
   * @param ways to look through the archive
   * @param progress how far the texts are translated, in a sentence
   * @param root the folder of the archive, for those who may write in it; else empty
   */
  public record View(
      PageShell shell,
      List<String> notices,
      List<LinkChoice> examples,
      List<Way> ways,
      String root,
      List<CatalogueEntry> latest,
      int documents,
      String progress,
      ArchiveProfile.Imprint imprint) {
    /** Whether there is nothing to be seen, and nothing being read. */
    public boolean isEmpty() {
      return latest.isEmpty() && notices.isEmpty();
    }

    /**
     * The most frequent values, and the way to all of them.
     *
     * @param all in words
     */
    public record Way(String title, List<BrowseView.Count> counts, String all, String href) {}
  }
}
