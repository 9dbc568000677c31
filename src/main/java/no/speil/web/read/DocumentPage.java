package no.speil.web.read;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import no.speil.corpus.DocumentId;
import no.speil.library.documents.ActionRefusedException.UnknownDocument;
import no.speil.library.documents.LiveDocument;
import no.speil.library.sync.Readiness;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.web.cite.PinnedDocumentPage;
import no.speil.web.cite.Signposting;
import no.speil.web.http.Json;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestGuard;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.section.ViewMode;

/** Shows a document, section by section, in one of its layouts; for programs all documents, too. */
public final class DocumentPage {
  private static final int SECTIONS = 1_000;

  private static final int DOCUMENTS = 100;

  private final SiteContext site;

  public DocumentPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    DocumentId id = PathParams.document(context);
    Optional<LiveDocument> document = site.documents().find(id);
    if (document.isPresent()) {
      PinnedDocumentPage.of(site, context, document.get())
          .ifPresentOrElse(
              pinned -> site.show(context, "cite/pinnedDocument", pinned),
              () -> show(context, document.get()));
      return;
    }
    DocumentId now =
        site.library()
            .ids()
            .renamed(id)
            .or(() -> site.library().links().document(id.value()))
            .orElseThrow(() -> new UnknownDocument(id));
    String query = context.queryString();
    Redirects.moved(context, SiteUrls.document(now) + (query == null ? "" : "?" + query));
  }

  private void show(Context context, LiveDocument document) {
    var view = new DocumentView(site, context, document);
    Signposting.add(site, context, document.id(), view.citation());
    if (view.isIn(ViewMode.EVIDENCE)) { // a PDF is shown by the browser
      context.header("Content-Security-Policy", RequestGuard.POLICY + "; frame-src 'self'");
    }
    site.show(context, "read/document", view);
  }

  public void list(Context context) {
    int size = QueryParams.number(context, "size", DOCUMENTS, 1, 1_000);
    int page = QueryParams.number(context, "page", 1, 1, Integer.MAX_VALUE);
    Readiness readiness = site.library().sync().readiness();
    List<DocumentJson.EntryJson> entries =
        site.catalogue().page((long) (page - 1) * size, size).stream()
            .map(DocumentJson.EntryJson::of)
            .toList();
    var json =
        new ListJson(
            site.library().counts().documents(),
            page,
            size,
            entries,
            readiness.counted(),
            NoticeTexts.ofCounts(Messages.ENGLISH, readiness));
    Json.write(context, json);
  }

  public void answer(Context context) {
    DocumentId id = PathParams.document(context);
    Optional<LiveDocument> document = site.documents().find(id);
    if (document.isEmpty()) {
      DocumentId now = site.library().ids().renamed(id).orElseThrow(() -> new UnknownDocument(id));
      Redirects.moved(context, "/api/v1/documents/" + SiteUrls.path(now.value()));
      return;
    }
    Json.write(
        context,
        DocumentJson.of(
            document.get(),
            QueryParams.number(context, "from", 0, 0, Integer.MAX_VALUE),
            QueryParams.number(context, "size", SECTIONS, 1, SECTIONS),
            context.contextPath()));
  }

  /**
   * A page of documents.
   *
   * @param exact whether the whole archive is indexed
   */
  record ListJson(
      long total,
      int page,
      int size,
      List<DocumentJson.EntryJson> documents,
      boolean exact,
      List<String> notices) {}
}
