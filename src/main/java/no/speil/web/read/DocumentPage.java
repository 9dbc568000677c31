package no.speil.web.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.archive.PictureFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;
import no.speil.exchange.cite.Citation;
import no.speil.exchange.cite.CitationFormat;
import no.speil.library.catalogue.BrowseIndex;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.messages.ProblemLine;
import no.speil.record.DocumentVersion;
import no.speil.search.WordMarker;
import no.speil.status.TrackedSection;
import no.speil.web.cite.CitationText;
import no.speil.web.cite.Citations;
import no.speil.web.cite.CitePage;
import no.speil.web.cite.EmbeddedMetadata;
import no.speil.web.cite.PinnedDocumentPage;
import no.speil.web.cite.PinnedPage;
import no.speil.web.document.DocumentView;
import no.speil.web.document.DocumentView.SearchLinks;
import no.speil.web.document.Meter;
import no.speil.web.document.TitleLine;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.FileLink;
import no.speil.web.page.OriginalSource;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageShells;
import no.speil.web.page.Paging;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.search.HitUrl;
import no.speil.web.section.OverallState;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.SectionRow;
import no.speil.web.section.SectionRows;
import no.speil.web.section.ViewMode;
import org.jspecify.annotations.Nullable;

/** Shows a document, section by section, in one of four layouts. */
public final class DocumentPage {
  private final SiteContext site;
  private final Citations citations;
  private final PinnedDocumentPage pinned;

  public DocumentPage(SiteContext site) {
    this.site = site;
    this.citations = new Citations(site);
    this.pinned = new PinnedDocumentPage(site);
  }

  public void show(Context context) {
    DocumentId id = PathParams.document(context);
    Optional<LiveDocument> document = site.library().documents().find(id);
    if (document.isPresent()) {
      show(context, document.get());
      return;
    }
    DocumentId now =
        site.library()
            .ids()
            .renamed(id)
            .or(() -> site.library().links().document(id.value()))
            .orElseThrow(() -> new ActionRefusedException.UnknownDocument(id));
    String query = context.queryString();
    Redirects.moved(context, SiteUrls.document(now) + (query == null ? "" : "?" + query));
  }

  private void show(Context context, LiveDocument document) {
    if (pinned.show(context, document)) {
      return;
    }
    Messages t = site.messages(context);
    List<TrackedSection> sections = document.sections();
    int last = Math.max(0, sections.size() - 1);
    var overall = new OverallState(document);
    var reading =
        new ReadingPosition(
            document.id(), ViewMode.of(QueryParams.text(context, "view")), from(context, last));
    Side only = overall.onlySide();
    ViewMode view = view(only, reading.view());
    Optional<HitUrl> hit = HitUrl.of(context);
    ReadingPosition carrying = reading.with(hit.map(HitUrl::parameters).orElse(""));
    int to = Math.min(sections.size(), reading.from() + ReadingPosition.SIZE);
    PageShell shell = site.pageShells().around(context, place(context, t, document, reading, hit));
    site.show(
        context,
        "read/document",
        new DocumentView(
            shell,
            document.id().value(),
            view.code(),
            only == null ? "" : view(only, ViewMode.SIDE).code(),
            new DocumentHead(site.library(), t, document, overall).of(firstSide(t, view)),
            layouts(t, carrying.in(view), only != null),
            hit.map(found -> found.links(site.library().search(), t)).orElse(SearchLinks.NONE),
            DocumentOutline.of(document, carrying, firstSide(t, view)),
            rows(t, document, reading.in(view), sections.subList(reading.from(), to), shell, hit),
            paging(t, carrying, to, sections.size()),
            citationLinks(context, t, document, shell.place().canonical(), view),
            about(t, document, overall, context.contextPath()),
            onward(t, document.id()),
            work(document, shell.visitor())));
  }

  private static int from(Context context, int last) {
    return QueryParams.number(context, "from", 0, 0, last);
  }

  /** The layout that is asked for; where only one text is here, the one that it has. */
  private static ViewMode view(@Nullable Side only, ViewMode asked) {
    if (only == null || asked == ViewMode.NO || asked == ViewMode.EN) {
      return asked;
    }
    return only == Side.ORIGINAL ? ViewMode.NO : ViewMode.EN;
  }

  /** The sections as rows; where nothing of the text is here, the title only. */
  private List<SectionRow> rows(
      Messages t,
      LiveDocument document,
      ReadingPosition reading,
      List<TrackedSection> shown,
      PageShell shell,
      Optional<HitUrl> hit) {
    boolean elsewhere = document.originalElsewhere() && reading.view() == ViewMode.NO;
    List<TrackedSection> here =
        elsewhere ? shown.stream().filter(each -> each.section().isTitle()).toList() : shown;
    WordMarker marker =
        hit.map(found -> site.library().search().marker(found.search().request(), false))
            .orElse(WordMarker.NOTHING);
    return SectionRows.of(site).of(t, document, reading, here, shell.visitor().writer()).stream()
        .map(row -> row.marked(marker))
        .toList();
  }

  private DocumentView.CitationLinks citationLinks(
      Context context, Messages t, LiveDocument document, String page, ViewMode view) {
    Citation citation = citations.of(context, document);
    String file = CitePage.file(document.id());
    return new DocumentView.CitationLinks(
        CitationText.in(t, citation),
        CitePage.href(document.id()),
        CitePage.files(file),
        file + "." + CitationFormat.BIBTEX.code(),
        since(t, document, QueryParams.text(context, PinnedPage.VERSION)),
        EmbeddedMetadata.of(document, citation, view, page));
  }

  private static String since(Messages t, LiveDocument document, String cited) {
    if (cited.isEmpty()) {
      return "";
    }
    return DocumentVersion.parse(cited)
        .map(version -> document.has(version) ? "pinned.document.same" : "pinned.document.changed")
        .map(t::of)
        .orElse(t.of("pinned.malformed"));
  }

  private PageShell.Place place(
      Context context,
      Messages t,
      LiveDocument document,
      ReadingPosition reading,
      Optional<HitUrl> hit) {
    boolean bilingual = reading.view() == ViewMode.SIDE || reading.view() == ViewMode.LINES;
    ReadingPosition canonical = bilingual ? reading.in(ViewMode.SIDE) : reading;
    return new PageShell.Place(
        TaggedText.title(document, t.lang()).text(),
        PageShells.here(context),
        site.pageShells().permanent(context, canonical.href()),
        alternates(context, document, reading),
        hit.map(found -> found.search().query()).orElse(""));
  }

  private List<PageShell.Alternate> alternates(
      Context context, LiveDocument document, ReadingPosition reading) {
    String original = TaggedText.lang(document.original());
    String translation = TaggedText.lang(document.translation());
    if (original.isEmpty() || translation.isEmpty() || document.originalElsewhere()) {
      return List.of();
    }
    return List.of(
        new PageShell.Alternate(
            original, site.pageShells().permanent(context, reading.in(ViewMode.NO).href())),
        new PageShell.Alternate(
            translation, site.pageShells().permanent(context, reading.in(ViewMode.EN).href())),
        new PageShell.Alternate(
            "x-default", site.pageShells().permanent(context, reading.in(ViewMode.SIDE).href())));
  }

  private DocumentView.About about(
      Messages t, LiveDocument document, OverallState overall, String base) {
    var origin = new OriginalSource(site.library(), document.metadata().provenance());
    List<DocumentView.Fact> facts = new ArrayList<>(DocumentFacts.of(t, document, origin));
    facts.add(
        new DocumentView.Fact(
            t.of("fact.translation"), new TaggedText("", DocumentHead.trust(t, overall)), "", ""));
    return new DocumentView.About(
        facts,
        Meter.of(t, document.progress()),
        Stream.of(document.problems(), site.library().documents().moves().questions(document.id()))
            .flatMap(List::stream)
            .map(problem -> words(t, problem, base))
            .toList(),
        files(t, document),
        SiteUrls.feed(document.id()));
  }

  private DocumentView.Onward onward(Messages t, DocumentId id) {
    BrowseIndex.Neighbours neighbours = site.library().catalogue().neighbours(id);
    String folder = id.folder();
    return new DocumentView.Onward(
        folder,
        folder.isEmpty() ? "" : SiteUrls.folder(folder),
        line(t, neighbours.previous()),
        line(t, neighbours.next()));
  }

  private static @Nullable TitleLine line(Messages t, @Nullable CatalogueEntry entry) {
    return entry == null ? null : TitleLine.brief(t, List.of(entry)).getFirst();
  }

  private DocumentView.Work work(LiveDocument document, PageShell.Visitor visitor) {
    return new DocumentView.Work(
        visitor.isKeeper()
            ? SiteUrls.bulkMark(document.id(), document.sections().getFirst().section().id())
            : "",
        visitor.mayWrite() ? SiteUrls.queue(document.id()) : "",
        SiteUrls.align(document.id()),
        visitor.mayWrite() && !site.translateCommand().isEmpty()
            ? SiteUrls.draft(document.id())
            : "");
  }

  private static List<FileLink> files(Messages t, LiveDocument document) {
    String file = SiteUrls.file(document.id());
    return Stream.of("epub", "xlf", "xliff", "po", "tmx", "csv", "json")
        .map(
            form ->
                new FileLink(
                    file + "." + form,
                    form.startsWith("xl")
                        ? form.equals("xlf") ? "XLIFF 2" : "XLIFF 1.2"
                        : form.toUpperCase(Locale.ROOT),
                    t.of("take." + form)))
        .toList();
  }

  private static String words(Messages t, Problem found, String base) {
    ProblemLine problem = ProblemLine.in(t, found, base);
    return problem.line() > 0
        ? t.of("problem.in-line", problem.line(), problem.what(), problem.remedy())
        : t.of("problem.in-file", problem.what(), problem.remedy());
  }

  private static DocumentView.Layouts layouts(
      Messages t, ReadingPosition reading, boolean hasOneText) {
    List<DocumentView.Layout> choices =
        Arrays.stream(ViewMode.values())
            .filter(view -> !hasOneText || view == ViewMode.NO || view == ViewMode.EN)
            .map(
                view ->
                    new DocumentView.Layout(view, reading.in(view).href(), view == reading.view()))
            .toList();
    return new DocumentView.Layouts(choices, reading.in(reading.view().other(t.lang())).href());
  }

  private static Side firstSide(Messages t, ViewMode view) {
    return switch (view) {
      case NO -> Side.ORIGINAL;
      case EN -> Side.TRANSLATION;
      case SIDE, LINES -> t.lang().equals("en") ? Side.TRANSLATION : Side.ORIGINAL;
    };
  }

  private static Paging paging(Messages t, ReadingPosition reading, int to, int total) {
    int size = ReadingPosition.SIZE;
    return Paging.numbered(
        t.of("paging.sections", reading.from() + 1, to, total),
        reading.from() / size + 1,
        (total + size - 1) / size,
        page -> reading.from((page - 1) * size).href());
  }

  /** Serves a picture that stands beside the texts. */
  public void picture(Context context) throws IOException {
    PictureFile picture =
        site.library()
            .archive()
            .picture(context.pathParam("path"))
            .orElseThrow(() -> new RequestException.NotFound("There is no such picture."));
    try {
      FileTime changed = Files.getLastModifiedTime(picture.file());
      String stamp = changed + " " + Files.size(picture.file());
      if (ResponseCaching.isKnown(context, ResponseCaching.weakTag(stamp.getBytes(UTF_8)))) {
        return;
      }
      context.result(Files.newInputStream(picture.file())).contentType(picture.contentType());
    } catch (NoSuchFileException e) { // removed since it was found
      throw new RequestException.NotFound("There is no such picture.");
    }
    context.res().setCharacterEncoding(null); // pictures have none
  }
}
