package no.speil.web.read;

import io.javalin.http.Context;
import java.util.List;
import no.speil.align.dp.Pairing;
import no.speil.align.dp.Pairing.Span;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.documents.ActionRefusedException.UnknownSection;
import no.speil.library.documents.LayoutEngines;
import no.speil.library.documents.SectionLocation;
import no.speil.record.Event;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.SiteContext;
import no.speil.web.section.HistoryJson;
import no.speil.web.section.SectionInDocument;
import no.speil.web.section.SectionJson;
import org.jspecify.annotations.Nullable;

/** One section for programs. */
public final class SectionApi {
  private final SiteContext site;

  public SectionApi(SiteContext site) {
    this.site = site;
  }

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
        site.library().ids().locate(id).orElseThrow(() -> new UnknownSection(id));
    List<Event> history =
        switch (location) {
          case SectionLocation.Present present -> site.library().ids().section(id).history();
          case SectionLocation.Gone gone -> gone.history();
        };
    site.answer(context, HistoryJson.before(id, history, before));
  }

  /** Its aligned sentences. */
  public void sentences(Context context) {
    Section section = site.library().ids().section(PathParams.section(context)).section();
    String original = section.words(Side.ORIGINAL);
    String translation = section.words(Side.TRANSLATION);
    List<PairJson> pairs =
        LayoutEngines.sentences().align(original, translation).stream()
            .map(each -> pair(original, translation, each))
            .toList();
    site.answer(context, new SentencesJson(section.id().value(), pairs));
  }

  private static PairJson pair(String original, String translation, Pairing pairing) {
    return new PairJson(
        stretch(original, pairing.original()),
        stretch(translation, pairing.translation()),
        pairing.confidence());
  }

  private static @Nullable StretchJson stretch(String words, Span span) {
    return span.isEmpty()
        ? null
        : new StretchJson(span.from(), span.to(), words.substring(span.from(), span.to()));
  }

  /** A section's sentences, in order. */
  record SentencesJson(String section, List<PairJson> pairs) {}

  /** Aligned sentences; null for a side without one. */
  record PairJson(
      @Nullable StretchJson original, @Nullable StretchJson translation, double confidence) {}

  /**
   * Their place in the text of their side: the texts of its blocks, one per line.
   *
   * @param from in UTF-16 units, inclusive
   * @param to exclusive
   */
  record StretchJson(int from, int to, String text) {}
}
