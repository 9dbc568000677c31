package no.speil.web.search;

import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.List;
import java.util.function.UnaryOperator;
import no.speil.corpus.Side;
import no.speil.exchange.cite.Citation;
import no.speil.exchange.tei.TeiDocument;
import no.speil.exchange.tei.TeiDocument.TeiSection;
import no.speil.library.documents.LiveDocument;
import no.speil.status.SectionStatus;
import no.speil.status.TrackedSection;
import no.speil.web.page.SiteContext;
import no.speil.web.section.SectionRow;
import no.speil.web.section.SectionRows;
import no.speil.web.section.ViewMode;

/**
 * A document as TEI, for editions and other programs of scholars.
 *
 * @param citation of the document as it is now
 * @param sides those that are wanted
 */
public record DocumentTei(
    SiteContext site, Context context, LiveDocument document, Citation citation, List<Side> sides) {

  /** It whole, as XML. */
  public String xml() {
    return xml(document.sections().subList(1, document.sections().size()), false);
  }

  /** These sections of it. */
  public String xml(List<TrackedSection> part) {
    return xml(part, true);
  }

  private String xml(List<TrackedSection> shown, boolean isPart) {
    List<TeiSection> sections =
        new SectionRows(site, site.messages(context), document, ViewMode.SIDE, shown, null)
            .rows().stream().map(this::section).toList();
    UnaryOperator<String> addresses = new EpubFiles(site, context)::address;
    return site.pages()
        .xml("export/tei", new TeiDocument(citation, sides, sections, isPart, addresses));
  }

  private TeiSection section(SectionRow row) {
    var html = new EnumMap<Side, String>(Side.class);
    sides.forEach(side -> html.put(side, row.cell(side).html()));
    SectionStatus known = row.section().sectionStatus();
    return new TeiSection(row.section().id(), row.number(), html, known.state(), known.freshness());
  }
}
