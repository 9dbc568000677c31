package no.speil.web.read;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.speil.corpus.Coded;
import no.speil.corpus.text.Alphabet;
import no.speil.library.catalogue.BrowseIndex;
import no.speil.library.catalogue.BrowseIndex.Facet;
import no.speil.library.catalogue.BrowseIndex.FolderSize;
import no.speil.library.catalogue.BrowseIndex.Group;
import no.speil.library.catalogue.BrowseIndex.Totals;
import no.speil.library.catalogue.BrowseIndex.Trait;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.web.document.KindLabels;
import no.speil.web.document.TitleLine;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException;
import no.speil.web.page.LinkChoice;
import no.speil.web.page.PageNumber;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
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

  private final SiteContext site;

  public BrowsePage(SiteContext site) {
    this.site = site;
  }

  /** What the documents can be arranged by, in the order of the tabs. */
  enum Arrangement implements Coded {
    YEAR,
    KIND,
    SUBJECT,
    AUTHOR,
    PUBLISHER,
    TITLE;

    Facet facet(Alphabet alphabet) {
      return switch (this) {
        case YEAR -> Facet.YEAR;
        case KIND -> Facet.KIND;
        case SUBJECT -> Facet.SUBJECT;
        case AUTHOR -> Facet.AUTHOR;
        case PUBLISHER -> Facet.PUBLISHER;
        case TITLE -> alphabet == Alphabet.ENGLISH ? Facet.ENGLISH_TITLE : Facet.NORWEGIAN_TITLE;
      };
    }
  }

  /** One request's questions. */
  private record Request(Messages t, Alphabet alphabet, BrowseIndex browse) {

    /** Those by which some document is told from others. */
    List<Arrangement> arrangements() {
      return Arrays.stream(Arrangement.values())
          .filter(each -> each == Arrangement.TITLE || browse.hasValues(each.facet(alphabet)))
          .toList();
    }

    String label(Arrangement arrangement, String value) {
      return value.isEmpty()
          ? t.of("browse.none." + arrangement.code())
          : BrowsePage.label(t, arrangement.code(), value);
    }
  }

  public void show(Context context) {
    Messages t = site.messages(context);
    var request = new Request(t, Alphabet.of(t.lang()), site.library().catalogue().browse());
    @Nullable String folder = context.queryParam("in");
    Optional<Trait> trait = trait(QueryParams.text(context, "only"));
    BrowseView view;
    if (folder != null) {
      view = folder(context, request, folder.replaceAll("^/+|/+$", ""));
    } else if (trait.isPresent()) {
      view = trait(context, request, trait.get());
    } else {
      view = arranged(context, request);
    }
    site.show(context, "read/browse", view);
  }

  private static Optional<Trait> trait(String code) {
    return Arrays.stream(Trait.values()).filter(trait -> trait.code().equals(code)).findFirst();
  }

  private BrowseView arranged(Context context, Request request) {
    List<Arrangement> possible = request.arrangements();
    String asked = QueryParams.text(context, "by");
    Arrangement by =
        possible.stream()
            .filter(each -> each.code().equals(asked))
            .findFirst()
            .orElse(possible.getFirst());
    @Nullable String value = context.queryParam("value");
    return value == null ? groups(context, request, by) : group(context, request, by, value);
  }

  private BrowseView groups(Context context, Request request, Arrangement by) {
    Facet facet = by.facet(request.alphabet());
    int size = by == Arrangement.TITLE ? SIZE : GROUPS;
    PageNumber page = PageNumber.of(context, request.browse().groups(facet), size);
    var groups = new ArrayList<BrowseView.Block>();
    var jumps = new ArrayList<BrowseView.Count>();
    for (Group group : request.browse().groups(facet, request.alphabet(), page.from(), size)) {
      String label = request.label(by, group.value());
      String anchor = "g" + (groups.size() + 1);
      jumps.add(new BrowseView.Count(label, "#" + anchor, group.documents()));
      groups.add(block(request, by, group, new BrowseView.Heading(label, anchor)));
    }
    return view(
        context,
        request,
        new BrowseView.Head(request.t().of("browse.title"), List.of(), summary(request)),
        by,
        new BrowseView.Side(request.t().of("browse.by." + by.code()), jumps, traits(request, null)),
        groups,
        page.paging("/browse?by=" + by.code()));
  }

  private static BrowseView.Block block(
      Request request, Arrangement by, Group group, BrowseView.Heading heading) {
    // one left over would take as much room as the link to it
    int few = by == Arrangement.TITLE ? OF_A_LETTER : OF_A_GROUP;
    int most = group.documents() <= few + 1 ? few + 1 : few;
    int left = Math.max(0, group.documents() - most);
    return new BrowseView.Block(
        heading,
        group.documents(),
        TitleLine.of(
            request.t(),
            request.browse().page(by.facet(request.alphabet()), group.value(), 0, most),
            by == Arrangement.YEAR && !group.value().isEmpty()),
        left == 0 ? "" : more(request.t(), by, group.value(), heading.label(), left),
        SiteUrls.browse(by.code(), group.value()));
  }

  private static String more(Messages t, Arrangement by, String value, String label, int left) {
    boolean isPlain = value.isEmpty() || (by != Arrangement.YEAR && by != Arrangement.TITLE);
    return t.of(isPlain ? "browse.more" : "browse.more." + by.code(), left, label);
  }

  private BrowseView group(Context context, Request request, Arrangement by, String value) {
    Facet facet = by.facet(request.alphabet());
    int documents = request.browse().documents(facet, value);
    if (documents == 0) {
      throw new RequestException.NotFound("No document has that " + by.code() + ".");
    }
    PageNumber page = PageNumber.of(context, documents, SIZE);
    return view(
        context,
        request,
        new BrowseView.Head(
            request.label(by, value), List.of(), request.t().of("browse.count", documents)),
        by,
        neighbourGroups(request, by),
        List.of(
            BrowseView.Block.of(
                TitleLine.of(
                    request.t(),
                    request.browse().page(facet, value, page.from(), SIZE),
                    by == Arrangement.YEAR && !value.isEmpty()))),
        page.paging(SiteUrls.browse(by.code(), value)));
  }

  /** The other groups, as many as fit beside the list. */
  private static BrowseView.Side neighbourGroups(Request request, Arrangement by) {
    Facet facet = by.facet(request.alphabet());
    int most = by == Arrangement.TITLE ? SIZE : GROUPS;
    List<Group> groups = request.browse().groups(facet, request.alphabet(), 0, most);
    return new BrowseView.Side(
        request.t().of("browse.by." + by.code()),
        groups.stream()
            .map(
                each ->
                    new BrowseView.Count(
                        request.label(by, each.value()),
                        SiteUrls.browse(by.code(), each.value()),
                        each.documents()))
            .toList(),
        traits(request, null));
  }

  private BrowseView trait(Context context, Request request, Trait trait) {
    int documents = request.browse().documents(Facet.TRAIT, trait.code());
    PageNumber page = PageNumber.of(context, documents, SIZE);
    return view(
        context,
        request,
        new BrowseView.Head(
            request.t().of("browse.only." + trait.code()),
            List.of(),
            request.t().of("browse.count", documents)),
        null,
        new BrowseView.Side("", List.of(), traits(request, trait)),
        List.of(
            BrowseView.Block.of(
                TitleLine.of(
                    request.t(),
                    request.browse().page(Facet.TRAIT, trait.code(), page.from(), SIZE),
                    false))),
        page.paging("/browse?only=" + trait.code()));
  }

  private static List<BrowseView.Count> traits(Request request, @Nullable Trait current) {
    return Arrays.stream(Trait.values())
        .map(
            trait ->
                new BrowseView.Count(
                    request.t().of("browse.only." + trait.code()),
                    trait == current ? "" : "/browse?only=" + trait.code(),
                    request.browse().documents(Facet.TRAIT, trait.code())))
        .filter(count -> count.documents() > 0 || count.href().isEmpty())
        .toList();
  }

  private BrowseView folder(Context context, Request request, String path) {
    if (!path.isEmpty() && !request.browse().hasFolder(path)) {
      throw new RequestException.NotFound("There is no folder " + path + ".");
    }
    FolderSize size = request.browse().size(path);
    PageNumber page = PageNumber.of(context, (long) size.folders() + size.documents(), SIZE);
    List<Group> folders = request.browse().folders(path, page.from(), SIZE);
    long before = Math.max(0, page.from() - size.folders());
    return view(
        context,
        request,
        new BrowseView.Head(
            path.isEmpty()
                ? request.t().of("browse.folders")
                : path.substring(path.lastIndexOf('/') + 1),
            above(request.t(), path),
            request.t().of("browse.count", size.documentsWithAllBelow())),
        null,
        new BrowseView.Side(
            folders.isEmpty() ? "" : request.t().of("browse.folders"),
            folders.stream()
                .map(
                    each ->
                        new BrowseView.Count(
                            each.value().substring(each.value().lastIndexOf('/') + 1),
                            SiteUrls.folder(each.value()),
                            each.documents()))
                .toList(),
            List.of()),
        List.of(
            BrowseView.Block.of(
                TitleLine.of(
                    request.t(),
                    request.browse().inFolder(path, before, SIZE - folders.size()),
                    false))),
        page.paging(SiteUrls.folder(path)));
  }

  /** The folders above, from the top. */
  private static List<BrowseView.Count> above(Messages t, String path) {
    var above = new ArrayList<BrowseView.Count>();
    if (path.isEmpty()) {
      return above;
    }
    above.add(new BrowseView.Count(t.of("browse.folders"), SiteUrls.folder(""), 0));
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String folder = path.substring(0, slash);
      above.add(
          new BrowseView.Count(
              folder.substring(folder.lastIndexOf('/') + 1), SiteUrls.folder(folder), 0));
    }
    return above;
  }

  private BrowseView view(
      Context context,
      Request request,
      BrowseView.Head head,
      @Nullable Arrangement by,
      BrowseView.Side side,
      List<BrowseView.Block> blocks,
      Paging paging) {
    PageShell shell = site.pageShells().around(context, head.title());
    List<LinkChoice> tabs =
        request.arrangements().stream()
            .map(
                each ->
                    new LinkChoice(
                        request.t().of("browse.by." + each.code()),
                        "/browse?by=" + each.code(),
                        each == by))
            .toList();
    return new BrowseView(
        shell,
        NoticeTexts.ofCounts(request.t(), site.library().sync().readiness()),
        head,
        tabs,
        side,
        blocks,
        paging);
  }

  private static String summary(Request request) {
    Totals totals = request.browse().totals();
    Messages t = request.t();
    String count = t.of("browse.count", totals.documents());
    if (totals.documents() == 0) {
      return count;
    }
    String years =
        totals.firstYear().equals(totals.lastYear())
            ? totals.firstYear()
            : totals.firstYear() + "–" + totals.lastYear();
    String translated =
        totals.translated() == totals.documents()
            ? t.of("browse.translated.all")
            : t.of("browse.translated", totals.translated());
    return (years.isEmpty() ? count : t.of("browse.years", count, years)) + ". " + translated;
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
