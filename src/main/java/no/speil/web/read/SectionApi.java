package no.speil.web.read;

import io.javalin.http.Context;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.SectionLocation;
import no.speil.record.Event;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.SiteContext;
import no.speil.web.section.HistoryJson;
import no.speil.web.section.SectionInDocument;
import no.speil.web.section.SectionJson;

/** One section for programs. */
public record SectionApi(SiteContext site) {
  public void show(Context context) {
    var place = SectionInDocument.of(site, PathParams.section(context));
    if (!ResponseCaching.isKnown(context, SectionJson.tag(place.section()))) {
      SectionJson.answer(site, context, place.document(), place.section());
    }
  }

  /** A page of its history, also of a section that is gone. */
  public void history(Context context) {
    SectionId id = PathParams.section(context);
    int before = QueryParams.number(context, "before", Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
    SectionLocation location =
        site.library()
            .ids()
            .locate(id)
            .orElseThrow(() -> new ActionRefusedException.UnknownSection(id));
    List<Event> history =
        switch (location) {
          case SectionLocation.Present present -> site.library().ids().section(id).history();
          case SectionLocation.Gone gone -> gone.history();
        };
    site.answer(context, HistoryJson.before(id, history, before));
  }
}
