package no.speil.web.reading;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;
import no.speil.exchange.Citation;
import no.speil.exchange.CitationFormat;
import no.speil.library.ActionRefused;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.Edition;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Meters;
import no.speil.web.answer.Pages;
import no.speil.web.answer.See;
import no.speil.web.answer.Wordings;
import no.speil.web.citing.Citations;
import no.speil.web.citing.CitePage;
import no.speil.web.citing.Embedded;
import no.speil.web.citing.PinnedPage;
import no.speil.web.request.Paths;
import no.speil.web.request.Query;
import no.speil.web.rows.Origin;
import no.speil.web.rows.Reading;
import no.speil.web.rows.Rows;
import no.speil.web.rows.View;
import no.speil.web.view.Choice;
import no.speil.web.view.DocumentView;
import no.speil.web.view.Messages;
import no.speil.web.view.Paging;
import no.speil.web.view.ProblemLine;
import no.speil.web.view.Shell;

/** A document to be read, section by section, in one of four layouts. */
public final class DocumentPage {
  private final Library library;
  private final Rows rows;
  private final Citations citations;
  private final Pages pages;
  private final Frame frame;

  public DocumentPage(Library library, Rows rows, Citations citations, Pages pages, Frame frame) {
    this.library = library;
    this.rows = rows;
    this.citations = citations;
    this.pages = pages;
    this.frame = frame;
  }

  public void show(Context context) {
    DocumentId id = Paths.document(context);
    Optional<LiveDocument> document = library.document(id);
    if (document.isPresent()) {
      show(context, document.get());
      return;
    }
    DocumentId now = library.renamed(id).orElseThrow(() -> new ActionRefused.UnknownDocument(id));
    String query = context.queryString();
    See.moved(context, Addresses.document(now) + (query == null ? "" : "?" + query));
  }

  private void show(Context context, LiveDocument document) {
    Messages t = frame.messages(context);
    List<TrackedSection> sections = document.sections();
    int last = Math.max(0, sections.size() - 1);
    var reading =
        new Reading(
            document.id(),
            View.of(Query.text(context, "view")),
            Query.number(context, "from", 0, 0, last));
    int to = Math.min(sections.size(), reading.from() + Reading.SIZE);
    Shell shell = frame.around(context, place(context, t, document, reading));
    pages.show(
        context,
        "document",
        new DocumentView(
            shell,
            reading.view().code(),
            head(t, document, shell.visitor().mayWrite()),
            layouts(t, reading),
            Outline.of(document, reading, firstSide(t, reading.view())),
            rows.of(
                t,
                document,
                reading,
                sections.subList(reading.from(), to),
                shell.visitor().writer()),
            paging(t, reading, to, sections.size()),
            citing(context, t, document, shell.place().canonical(), reading.view())));
  }

  private DocumentView.Citing citing(
      Context context, Messages t, LiveDocument document, String page, View view) {
    Citation citation = citations.of(context, document);
    return new DocumentView.Citing(
        CitePage.href(document.id()),
        CitePage.file(document.id()) + "." + CitationFormat.BIBTEX.code(),
        since(t, citation.pin().version(), Query.text(context, PinnedPage.VERSION)),
        t.of("print.from", citation.pin().address(), t.day(citation.pin().read())),
        Embedded.of(document, citation, view, page));
  }

  private static String since(Messages t, String now, String cited) {
    if (cited.isEmpty()) {
      return "";
    }
    if (Edition.parse(cited).isEmpty()) {
      return t.of("pinned.malformed");
    }
    return t.of(cited.equals(now) ? "pinned.document.same" : "pinned.document.changed");
  }

  private Shell.Place place(Context context, Messages t, LiveDocument document, Reading reading) {
    boolean bilingual = reading.view() == View.SIDE || reading.view() == View.LINES;
    Reading canonical = bilingual ? reading.in(View.SIDE) : reading;
    return new Shell.Place(
        Wordings.title(document, t.lang()).text(),
        Frame.here(context),
        frame.absolute(context, canonical.href()),
        alternates(context, document, reading),
        "");
  }

  private List<Shell.Alternate> alternates(
      Context context, LiveDocument document, Reading reading) {
    String original = Wordings.lang(document.original());
    String translation = Wordings.lang(document.translation());
    if (original.isEmpty() || translation.isEmpty() || document.originalElsewhere()) {
      return List.of();
    }
    return List.of(
        new Shell.Alternate(original, frame.absolute(context, reading.in(View.NO).href())),
        new Shell.Alternate(translation, frame.absolute(context, reading.in(View.EN).href())),
        new Shell.Alternate("x-default", frame.absolute(context, reading.in(View.SIDE).href())));
  }

  private DocumentView.Head head(Messages t, LiveDocument document, boolean mayWrite) {
    var origin = new Origin(library, document.metadata().provenance());
    return new DocumentView.Head(
        Meters.of(t, document.progress()),
        Trust.in(t, document),
        document.originalElsewhere() ? origin.source(t) : DocumentView.Source.HERE,
        Facts.of(t, document, origin),
        document.problems().stream().map(problem -> words(t, problem)).toList(),
        mayWrite
            ? Addresses.marking(document.id(), document.sections().getFirst().section().id())
            : "",
        Addresses.aligning(document.id()),
        files(t, document),
        Addresses.feed(document.id()));
  }

  private static List<DocumentView.Taken> files(Messages t, LiveDocument document) {
    String file = Addresses.file(document.id());
    return Stream.of("xlf", "tmx", "csv", "json")
        .map(
            form ->
                new DocumentView.Taken(
                    file + "." + form,
                    form.equals("xlf") ? "XLIFF" : form.toUpperCase(Locale.ROOT),
                    t.of("take." + form)))
        .toList();
  }

  private static String words(Messages t, Problem found) {
    ProblemLine problem = ProblemLine.in(t, found);
    return problem.line() > 0
        ? t.of("problem.in-line", problem.line(), problem.what(), problem.remedy())
        : t.of("problem.in-file", problem.what(), problem.remedy());
  }

  private static DocumentView.Layouts layouts(Messages t, Reading reading) {
    List<Choice> choices =
        Arrays.stream(View.values())
            .map(
                view ->
                    new Choice(
                        t.of("view." + view.code()),
                        reading.in(view).href(),
                        view == reading.view()))
            .toList();
    return new DocumentView.Layouts(choices, reading.in(reading.view().other(t.lang())).href());
  }

  private static Side firstSide(Messages t, View view) {
    return switch (view) {
      case NO -> Side.ORIGINAL;
      case EN -> Side.TRANSLATION;
      case SIDE, LINES -> t.lang().equals("en") ? Side.TRANSLATION : Side.ORIGINAL;
    };
  }

  private static Paging paging(Messages t, Reading reading, int to, int total) {
    int from = reading.from();
    return new Paging(
        t.of("paging.sections", from + 1, to, total),
        from > 0 ? reading.from(Math.max(0, from - Reading.SIZE)).href() : "",
        to < total ? reading.from(to).href() : "");
  }
}
