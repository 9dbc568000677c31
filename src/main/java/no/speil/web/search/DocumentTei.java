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
import no.speil.web.page.SiteContext;
import no.speil.web.section.SectionRow;
import no.speil.web.section.SectionRows;

/** A document as TEI, for editions and other programs of scholars. */
public final class DocumentTei {
  private DocumentTei() {}

  /**
   * Writes it.
   *
   * @param citation of the document as it is now
   * @param sides those that are wanted
   */
  public static void write(
      SiteContext site,
      Context context,
      LiveDocument document,
      Citation citation,
      List<Side> sides,
      OutputStream out)
      throws IOException {
    List<TeiSection> sections =
        SectionRows.all(site, site.messages(context), document).stream()
            .map(row -> section(row, sides))
            .toList();
    var files = new EpubFiles(site, context);
    new TeiWriter(citation, sides, files::address).write(out, sections);
  }

  private static TeiSection section(SectionRow row, List<Side> sides) {
    var html = new EnumMap<Side, String>(Side.class);
    sides.forEach(side -> html.put(side, row.cell(side).html()));
    SectionStatus known = row.section().sectionStatus();
    return new TeiSection(row.section().id(), row.number(), html, known.state(), known.freshness());
  }
}
