package no.speil.web.request;

import io.javalin.http.Context;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;

/** Reads what an address names. */
public final class Paths {
  private Paths() {}

  public static DocumentId document(Context context) {
    return DocumentId.parse(context.pathParam("id"))
        .orElseThrow(() -> new WrongRequest.NotFound("No document can have this address."));
  }

  public static SectionId section(Context context) {
    return SectionId.parse(context.pathParam("section"))
        .orElseThrow(() -> new WrongRequest.NotFound("No section can have this address."));
  }
}
