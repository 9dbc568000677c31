package no.speil.web.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import no.speil.archive.PictureFile;
import no.speil.corpus.DocumentId;
import no.speil.library.documents.ActionRefusedException.UnknownDocument;
import no.speil.library.documents.LiveDocument;
import no.speil.web.cite.PinnedDocumentPage;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;

/** Shows a document, section by section, in one of four layouts. */
public final class DocumentPage {
  private final SiteContext site;

  public DocumentPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    DocumentId id = PathParams.document(context);
    Optional<LiveDocument> document = site.library().documents().find(id);
    if (document.isPresent()) {
      if (!new PinnedDocumentPage(site).show(context, document.get())) {
        site.show(context, "read/document", new DocumentView(site, context, document.get()));
      }
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

  /** Serves a picture that stands beside the texts. */
  public void picture(Context context) throws IOException {
    PictureFile picture =
        site.library()
            .archive()
            .picture(context.pathParam("path"))
            .orElseThrow(() -> new NotFound("There is no such picture."));
    try {
      FileTime changed = Files.getLastModifiedTime(picture.file());
      String stamp = changed + " " + Files.size(picture.file());
      if (ResponseCaching.isKnown(context, ResponseCaching.weakTag(stamp.getBytes(UTF_8)))) {
        return;
      }
      context.result(Files.newInputStream(picture.file())).contentType(picture.contentType());
    } catch (NoSuchFileException e) { // removed since it was found
      throw new NotFound("There is no such picture.");
    }
    context.res().setCharacterEncoding(null); // pictures have none
  }
}
