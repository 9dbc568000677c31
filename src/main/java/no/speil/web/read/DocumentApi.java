package no.speil.web.read;

import io.javalin.http.Context;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.library.documents.ActionRefusedException.UnknownDocument;
import no.speil.library.sync.Readiness;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;

/** Documents for programs. */
public final class DocumentApi {
  private static final int SECTIONS = 1_000;
  private static final int DOCUMENTS = 100;

  private final SiteContext site;

  public DocumentApi(SiteContext site) {
    this.site = site;
  }

  public void list(Context context) {
    int size = QueryParams.number(context, "size", DOCUMENTS, 1, 1_000);
    int page = QueryParams.number(context, "page", 1, 1, Integer.MAX_VALUE);
    Readiness readiness = site.library().sync().readiness();
    List<DocumentJson.EntryJson> entries =
        site.library().catalogue().page((long) (page - 1) * size, size).stream()
            .map(DocumentJson.EntryJson::of)
            .toList();
    site.answer(
        context,
        new ListJson(
            site.library().counts().documents(),
            page,
            size,
            entries,
            readiness.counted(),
            NoticeTexts.ofCounts(Messages.ENGLISH, readiness)));
  }

  public void show(Context context) {
    DocumentId id = PathParams.document(context);
    var document = site.library().documents().find(id);
    if (document.isEmpty() && site.library().ids().renamed(id).isPresent()) {
      String now = SiteUrls.path(site.library().ids().renamed(id).get().value());
      Redirects.moved(context, "/api/v1/documents/" + now);
      return;
    }
    site.answer(
        context,
        DocumentJson.of(
            document.orElseThrow(() -> new UnknownDocument(id)),
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
