package no.speil.web.http;

import io.javalin.http.Context;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.web.http.RequestException.NotFound;

/** Reads ids from the path. */
public final class PathParams {
  private PathParams() {}

  public static DocumentId document(Context context) {
    return DocumentId.parse(context.pathParam("id"))
        .orElseThrow(() -> new NotFound("No document can have this address."));
  }

  /** The number of a line of a file. */
  public static int line(Context context) {
    int line = QueryParams.number(context.pathParam("line"), 0, 0, Integer.MAX_VALUE);
    if (line == 0) {
      throw new NotFound("Lines are numbered from 1.");
    }
    return line;
  }

  public static SectionId section(Context context) {
    return SectionId.parse(context.pathParam("section"))
        .orElseThrow(() -> new NotFound("No section can have this address."));
  }
}
