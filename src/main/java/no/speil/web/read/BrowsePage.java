package no.speil.web.read;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.Coded;
import no.speil.corpus.text.Alphabet;
import no.speil.library.catalogue.BrowseIndex;
import no.speil.library.catalogue.BrowseIndex.Facet;
import no.speil.library.catalogue.BrowseIndex.FolderSize;
import no.speil.library.catalogue.BrowseIndex.Group;
import no.speil.library.catalogue.BrowseIndex.Trait;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.messages.Messages;
import no.speil.web.document.FolderLink;
import no.speil.web.document.KindLabels;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.page.PageNumber;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.read.BrowseView.Block;
import no.speil.web.read.BrowseView.Count;
import org.jspecify.annotations.Nullable;

/**
 * All documents, by year, kind, subject, people and title: the first few of every group, or the
 * whole of one group, of one folder, or of what is not finished, in pages.
 */
public final class BrowsePage {
  private static final int GROUPS = 20;
  private static final int OF_A_GROUP = 5;
  private static final int OF_A_LETTER = 10;
  private static final int SIZE = 100;

  /** What the documents can be arranged by, in the order of the tabs. */
  public enum Arrangement implements Coded {
    YEAR,
    KIND,
    SUBJECT,
    AUTHOR,
    PUBLISHER,
    TITLE,
    FOLDER;

    /** The address of the page with all documents in that arrangement. */
    public String href() {
      return this == FOLDER ? SiteUrls.folder("") : "/browse?by=" + code();
    }

    /** The facet of the same name; that of titles is another in each language. */
    Facet facet(Alphabet alphabet) {
      Facet title = alphabet == Alphabet.ENGLISH ? Facet.ENGLISH_TITLE : Facet.NORWEGIAN_TITLE;
      return this == TITLE ? title : Facet.valueOf(name());
    }
  }

  private final SiteContext site;
  private final Context context;
  private final Messages t;
  private final Alphabet alphabet;
  private final BrowseIndex browse;

  public BrowsePage(SiteContext site, Context context) {
    this.site = site;
    this.context = context;
    this.t = site.messages(context);
    this.alphabet = Alphabet.of(t.lang());
    this.browse = site.catalogue().browse();
  }

  public void show() {
    site.show(context, "read/browse", view());
  }

  private BrowseView view() {
    @Nullable String folder = context.queryParam("in");
    if (folder != null) {
      return folder(folder.replaceAll("^/+|/+$", ""));
    }
    return Coded.parse(Trait.values(), QueryParams.text(context, "only"))
        .map(this::trait)
        .orElseGet(this::arranged);
  }

  /** Those by which some document is told from others. */
  public List<Arrangement> arrangements() {
    return Arrays.stream(Arrangement.values())
        .filter(each -> each == Arrangement.TITLE || browse.hasValues(each.facet(alphabet)))
        .toList();
  }

  private String label(Arrangement by, String value) {
    return value.isEmpty()
        ? t.of("browse.none." + by.code())
        : BrowsePage.label(t, by.code(), value);
  }

  private BrowseView arranged() {
    List<Arrangement> possible = arrangements();
    Arrangement by =
        Coded.parse(Arrangement.values(), QueryParams.text(context, "by"))
            .filter(possible::contains)
            .orElse(possible.getFirst());
    @Nullable String value = context.queryParam("value");
    if (by == Arrangement.FOLDER) {
      return folder(value == null ? "" : value);
    }
    return value == null ? groups(by) : group(by, value);
  }

  private BrowseView groups(Arrangement by) {
    Facet facet = by.facet(alphabet);
    int size = by == Arrangement.TITLE ? SIZE : GROUPS;
    PageNumber page = PageNumber.of(context, browse.groups(facet), size);
    var blocks = new ArrayList<Block>();
    var jumps = new ArrayList<Count>();
    for (Group group : browse.groups(facet, alphabet, page.from(), size)) {
      String label = label(by, group.value());
      String anchor = "g" + (blocks.size() + 1);
      jumps.add(new Count(label, "#" + anchor, group.documents()));
      blocks.add(block(by, group, label, anchor));
    }
    return new BrowseView(
        site.around(context, t.of("browse.title")),
        this,
        List.of(),
        null,
        by,
        null,
        jumps,
        blocks,
        page.paging("/browse?by=" + by.code()),
        "");
  }

  private Block block(Arrangement by, Group group, String label, String anchor) {
    // one left over would take as much room as the link to it
    int few = by == Arrangement.TITLE ? OF_A_LETTER : OF_A_GROUP;
    int most = group.documents() <= few + 1 ? few + 1 : few;
    Facet facet = by.facet(alphabet);
    return new Block(label, anchor, group, browse.page(facet, group.value(), 0, most));
  }

  private BrowseView group(Arrangement by, String value) {
    Facet facet = by.facet(alphabet);
    if (browse.documents(facet, value) == 0) {
      throw new NotFound("No document has that " + by.code() + ".");
    }
    List<Count> others = // as many as fit beside the list
        browse.groups(facet, alphabet, 0, by == Arrangement.TITLE ? SIZE : GROUPS).stream()
            .map(each -> Count.of(label(by, each.value()), by.code(), each))
            .toList();
    return all(label(by, value), facet, value, by, null, others, SiteUrls.browse(by.code(), value));
  }

  private BrowseView trait(Trait trait) {
    return all(
        t.of("browse.only." + trait.code()),
        Facet.TRAIT,
        trait.code(),
        null,
        trait,
        List.of(),
        "/browse?only=" + trait.code());
  }

  /** All documents that have a value, in pages. */
  private BrowseView all(
      String title,
      Facet facet,
      String value,
      @Nullable Arrangement by,
      @Nullable Trait trait,
      List<Count> groups,
      String href) {
    int documents = browse.documents(facet, value);
    PageNumber page = PageNumber.of(context, documents, SIZE);
    List<CatalogueEntry> texts = browse.page(facet, value, page.from(), SIZE);
    return new BrowseView(
        site.around(context, title),
        this,
        List.of(),
        documents,
        by,
        trait,
        groups,
        List.of(Block.of(value, texts)),
        page.paging(href),
        "");
  }

  private BrowseView folder(String path) {
    if (!path.isEmpty() && !browse.hasFolder(path)) {
      throw new NotFound("There is no folder " + path + ".");
    }
    FolderSize size = browse.size(path);
    PageNumber page = PageNumber.of(context, (long) size.folders() + size.documents(), SIZE);
    List<Count> folders =
        browse.folders(path, page.from(), SIZE).stream()
            .map(each -> Count.of(site.library().links(), t, each))
            .toList();
    long before = Math.max(0, page.from() - size.folders());
    List<CatalogueEntry> texts =
        Stream.concat(
                site.library().links().introduction(path).filter(text -> page.from() == 0).stream(),
                browse.page(Facet.FOLDER, path, before, SIZE - folders.size()).stream())
            .distinct()
            .toList();
    List<FolderLink> trail = FolderLink.trail(site.library().links(), t, path);
    String title = path.isEmpty() ? t.of("browse.folders") : trail.getLast().name().text();
    return new BrowseView(
        site.around(context, title),
        this,
        trail.subList(0, path.isEmpty() ? 1 : trail.size() - 1),
        size.documentsWithAllBelow(),
        Arrangement.FOLDER,
        null,
        folders,
        List.of(Block.of(path, texts)),
        page.paging(SiteUrls.folder(path)),
        path);
  }

  /** The words for a group of that arrangement, as a heading. */
  static String label(Messages t, String arrangement, String value) {
    return switch (arrangement) {
      case "kind" -> capitalized(KindLabels.of(t, value));
      case "subject" -> capitalized(value);
      default -> value;
    };
  }

  private static String capitalized(String value) {
    int first = value.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + value.substring(Character.charCount(first));
  }
}
