package no.speil.web.read;

import io.javalin.http.Context;
import java.util.List;
import no.speil.align.dp.Pairing;
import no.speil.align.dp.Pairing.Span;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.exchange.cite.Citation;
import no.speil.library.documents.ActionRefusedException.UnknownSection;
import no.speil.library.documents.LayoutEngines;
import no.speil.library.documents.LiveSection;
import no.speil.library.documents.SectionLocation;
import no.speil.messages.Messages;
import no.speil.record.Event;
import no.speil.status.TrackedSection;
import no.speil.web.cite.CitationText;
import no.speil.web.cite.Citations;
import no.speil.web.cite.PinnedPage;
import no.speil.web.http.Json;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.search.HitUrl;
import no.speil.web.section.HistoryJson;
import no.speil.web.section.HistoryLines;
import no.speil.web.section.HistoryLines.History;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.SectionJson;
import no.speil.web.section.SectionRow;
import no.speil.web.section.SectionRows;
import no.speil.web.section.ViewMode;
import org.jspecify.annotations.Nullable;

/**
 * Answers a section's permanent address: leads to its row, or tells what became of it; and shows
 * its history. Programs get the section itself.
 */
public final class SectionPage {
  private final SiteContext site;

  public SectionPage(SiteContext site) {
    this.site = site;
  }

  public void find(Context context) {
    SectionId id = PathParams.section(context);
    switch (locate(id)) {
      case SectionLocation.Present present -> {
        if (context.queryParam(PinnedPage.VERSION) != null) {
          new PinnedPage(site).show(context, site.document(present.document()), id);
          return;
        }
        ViewMode view = ViewMode.of(QueryParams.text(context, "view"));
        Redirects.other(
            context,
            ReadingPosition.at(site.document(present.document()), id, view)
                .with(HitUrl.of(context).map(HitUrl::parameters).orElse(""))
                .row(id));
      }
      case SectionLocation.Gone gone -> follow(context, gone);
    }
  }

  private SectionLocation locate(SectionId id) {
    return site.library().ids().locate(id).orElseThrow(() -> new UnknownSection(id));
  }

  /**
   * Redirects from a merged section to the other; an address with a version shows what happened
   * instead.
   */
  private void follow(Context context, SectionLocation.Gone gone) {
    SectionId became = gone.became();
    if (became == null || context.queryParam(PinnedPage.VERSION) != null) {
      tell(context, gone);
      return;
    }
    Redirects.other(context, SiteUrls.section(became));
  }

  public void history(Context context) {
    SectionId id = PathParams.section(context);
    switch (locate(id)) {
      case SectionLocation.Present present ->
          history(context, LiveSection.of(site.document(present.document()), id));
      case SectionLocation.Gone gone -> tell(context, gone);
    }
  }

  private void history(Context context, LiveSection place) {
    Messages t = site.messages(context);
    PageShell shell = site.around(context, TaggedText.title(place.document(), t.lang()).text());
    boolean mayWrite = shell.visitor().mayWrite();
    TrackedSection section = place.section();
    var view =
        new View(
            shell,
            SectionRows.one(site, shell, place),
            site.permanent(context, SiteUrls.section(place.id())),
            CitationText.in(t, new Citations(site).of(context, place.document(), section)),
            HistoryLines.of(t, place.id(), section.history(), context, mayWrite));
    site.show(context, "read/history", view);
  }

  private void tell(Context context, SectionLocation.Gone gone) {
    Messages t = site.messages(context);
    var view =
        new GoneView(
            site.shell(context, "gone.title"),
            gone,
            new PinnedPage(site).wordings(context, gone),
            HistoryLines.of(t, gone.section(), gone.history(), context, false));
    site.show(context.status(410), "read/gone", view);
  }

  public void answer(Context context) {
    LiveSection place = site.section(PathParams.section(context));
    if (!ResponseCaching.isKnown(context, SectionJson.tag(place.section()))) {
      SectionJson.answer(context, place.document(), place.section());
    }
  }

  /** A page of its history, also of a section that is gone. */
  public void answerHistory(Context context) {
    SectionId id = PathParams.section(context);
    int before = QueryParams.number(context, "before", Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
    List<Event> events =
        switch (locate(id)) {
          case SectionLocation.Present present -> site.library().ids().section(id).history();
          case SectionLocation.Gone gone -> gone.history();
        };
    Json.write(context, HistoryJson.before(id, events, before));
  }

  /** Its aligned sentences, and how it is cited. */
  public void sentences(Context context) {
    LiveSection place = site.section(PathParams.section(context));
    Section section = place.section().section();
    Citation citation = new Citations(site).of(context, place.document(), place.section());
    String original = section.words(Side.ORIGINAL);
    String translation = section.words(Side.TRANSLATION);
    List<PairJson> pairs =
        LayoutEngines.sentences().align(original, translation).stream()
            .map(each -> pair(original, translation, each))
            .toList();
    ResponseCaching.varyByVisitor(context);
    Json.write(
        context,
        new SentencesJson(
            section.id().value(),
            CitationText.in(site.messages(context), citation),
            citation.pin().address(),
            pairs));
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

  /**
   * All about a section; its history with the latest event first.
   *
   * @param address that the section can always be found at
   * @param citation in words
   */
  public record View(
      PageShell shell, SectionRow row, String address, String citation, History history) {}

  /**
   * A section that is gone.
   *
   * @param cited wording of the version in the address
   */
  public record GoneView(
      PageShell shell, SectionLocation.Gone gone, List<TaggedText> cited, History history) {}

  /**
   * A section's sentences, in order.
   *
   * @param citation in words, in the language of the page
   * @param address of the section as it is cited
   */
  record SentencesJson(String section, String citation, String address, List<PairJson> pairs) {}

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
