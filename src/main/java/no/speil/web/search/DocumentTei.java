package no.speil.web.search;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import no.speil.corpus.Side;
import no.speil.exchange.cite.Citation;
import no.speil.exchange.tei.TeiWriter;
import no.speil.exchange.tei.TeiWriter.TeiSection;
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

  /** Writes it whole. */
  public void write(OutputStream out) throws IOException {
    writer().write(out, sections(document.sections().subList(1, document.sections().size())));
  }

  /** Writes these sections of it. */
  public void write(OutputStream out, List<TrackedSection> part) throws IOException {
    writer().writePart(out, sections(part));
  }

  private TeiWriter writer() {
    return new TeiWriter(citation, sides, new EpubFiles(site, context)::address);
  }

  private List<TeiSection> sections(List<TrackedSection> shown) {
    return new SectionRows(site, site.messages(context), document, ViewMode.SIDE, shown, null)
        .rows().stream().map(this::section).toList();
  }

  private TeiSection section(SectionRow row) {
    var html = new EnumMap<Side, String>(Side.class);
    sides.forEach(side -> html.put(side, row.cell(side).html()));
    SectionStatus known = row.section().sectionStatus();
    return new TeiSection(row.section().id(), row.number(), html, known.state(), known.freshness());
  }
}
