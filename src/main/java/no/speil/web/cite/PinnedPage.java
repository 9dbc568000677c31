package no.speil.web.cite;

import io.javalin.http.Context;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.library.documents.SectionLocation;
import no.speil.messages.Messages;
import no.speil.record.SectionVersion;
import no.speil.record.TextHistory;
import no.speil.web.http.QueryParams;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;
import no.speil.web.page.TaggedText;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.SectionRow;
import no.speil.web.section.SectionRows;
import no.speil.web.section.ViewMode;
import org.jspecify.annotations.Nullable;

/** Shows whether a section has changed since the version in the address. */
public final class PinnedPage {
  public static final String VERSION = "v";

  private final SiteContext site;

  public PinnedPage(SiteContext site) {
    this.site = site;
  }

  /** The cited wording of a section that is gone, as far as it is known. */
  public List<TaggedText> wordings(Context context, SectionLocation.Gone gone) {
    TextHistory texts = site.library().ids().textHistory(gone);
    return SectionVersion.parse(QueryParams.text(context, VERSION))
        .map(
            cited ->
                PinnedComparison.wordings(texts, cited, List.of(Side.values()), QueryParams::lang))
        .orElse(List.of());
  }

  public void show(Context context, LiveDocument document, SectionId id) {
    LiveSection place = LiveSection.of(document, id);
    Messages t = site.messages(context);
    String title = t.of("pinned.title", TaggedText.title(document, t.lang()).text());
    String today = ReadingPosition.at(document, id, ViewMode.SIDE).href();
    PageShell shell = site.ofVersion(context, title, today);
    var now = new SectionLocation.Present(document.id(), id);
    PinnedComparison pinned =
        SectionVersion.parse(QueryParams.text(context, VERSION))
            .map(cited -> new PinnedComparison(place, cited, site.library().ids().textHistory(now)))
            .orElse(null);
    var view = new View(shell, SectionRows.one(site, shell, place), pinned);
    site.show(context, "cite/pinned", view);
  }

  /**
   * A section and one of its versions.
   *
   * @param pinned null if the address holds no version
   */
  public record View(PageShell shell, SectionRow row, @Nullable PinnedComparison pinned) {}
}
