package no.speil.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.ActionRefused;
import no.speil.library.Actor;
import no.speil.library.Answer;
import no.speil.library.Expected;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.tracking.TrackedSection;
import no.speil.web.view.Messages;
import org.jspecify.annotations.Nullable;

/** Documents for programs. */
final class DocumentApi {
  private static final int SECTIONS = 1_000;
  private static final int DOCUMENTS = 100;

  private final Library library;
  private final Json json;

  DocumentApi(Library library, Json json) {
    this.library = library;
    this.json = json;
  }

  void list(Context context) {
    int size = Query.number(context, "size", DOCUMENTS, 1, 1_000);
    int page = Query.number(context, "page", 1, 1, Integer.MAX_VALUE);
    List<DocumentJson.EntryJson> entries =
        library.documents((long) (page - 1) * size, size).stream()
            .map(DocumentJson.EntryJson::of)
            .toList();
    json.write(context, new ListJson(library.census().documents(), page, size, entries));
  }

  void show(Context context) {
    DocumentId id = Paths.document(context);
    var document = library.document(id);
    if (document.isEmpty() && library.renamed(id).isPresent()) {
      context.status(301);
      String now = Addresses.path(library.renamed(id).get().value());
      context.header("Location", "/api/v1/documents/" + now);
      return;
    }
    json.write(
        context,
        DocumentJson.of(
            document.orElseThrow(() -> new ActionRefused.UnknownDocument(id)),
            Query.number(context, "from", 0, 0, Integer.MAX_VALUE),
            Query.number(context, "size", SECTIONS, 1, SECTIONS)));
  }

  /** A page of documents. */
  record ListJson(long total, int page, int size, List<DocumentJson.EntryJson> documents) {}
}
