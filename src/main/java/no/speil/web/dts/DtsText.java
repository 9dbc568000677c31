package no.speil.web.dts;

import io.javalin.http.Context;
import java.util.List;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.NotFound;

/** One of the texts of a document. */
record DtsText(LiveDocument document, Side side) {
  /** Those that have something in this language, without the title. */
  List<TrackedSection> sections() {
    return document.sections().stream()
        .filter(each -> !each.section().isTitle() && !each.section().side(side).isEmpty())
        .toList();
  }

  /** The sections that a request names by {@code ref}, or from start to end; empty if none. */
  List<TrackedSection> range(Context context) {
    String ref = QueryParams.text(context, "ref");
    String start = QueryParams.text(context, "start");
    String end = QueryParams.text(context, "end");
    if (start.isEmpty() != end.isEmpty() || !(ref.isEmpty() || start.isEmpty())) {
      throw new BadRequest("Give ref alone, or start and end.");
    }
    if (ref.isEmpty() && start.isEmpty()) {
      return List.of();
    }
    List<TrackedSection> all = sections();
    int first = position(all, ref.isEmpty() ? start : ref);
    int last = position(all, ref.isEmpty() ? end : ref);
    if (last < first) {
      throw new BadRequest("The end comes before the start.");
    }
    return all.subList(first, last + 1);
  }

  private static int position(List<TrackedSection> sections, String reference) {
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).id().toString().equals(reference)) {
        return i;
      }
    }
    throw new NotFound("The text has no section " + reference + ".");
  }
}
