package no.speil.web.read;

import java.util.List;
import java.util.Map;
import no.speil.corpus.Metadata;
import no.speil.corpus.Side;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import no.speil.messages.Messages;
import no.speil.messages.ProblemLine;
import no.speil.web.document.ProgressJson;
import no.speil.web.document.TitleJson;
import no.speil.web.page.SiteUrls;
import no.speil.web.section.SectionJson;
import org.jspecify.annotations.Nullable;

/**
 * A document for programs.
 *
 * @param total number of sections, of which this is a page
 */
record DocumentJson(
    String id,
    TitleJson title,
    String language,
    boolean originalElsewhere,
    @Nullable MetadataJson original,
    @Nullable MetadataJson translation,
    ProgressJson progress,
    List<ProblemLine> problems,
    String url,
    int total,
    int from,
    List<SectionJson> sections) {

  /**
   * @param base the path below which the site is served
   */
  static DocumentJson of(LiveDocument document, int from, int size, String base) {
    int total = document.sections().size();
    int begin = Math.min(from, total);
    return new DocumentJson(
        document.id().value(),
        new TitleJson(document.title(Side.ORIGINAL), document.title(Side.TRANSLATION)),
        document.metadata().language().tag(),
        document.originalElsewhere(),
        MetadataJson.of(document.original()),
        MetadataJson.of(document.translation()),
        ProgressJson.of(document.progress()),
        ProblemLine.all(Messages.ENGLISH, document.problems(), base),
        SiteUrls.document(document.id()),
        total,
        begin,
        document.sections().subList(begin, (int) Math.min(total, (long) begin + size)).stream()
            .map(section -> SectionJson.withoutHistory(document.id(), section))
            .toList());
  }

  /** The front matter of a file. */
  record MetadataJson(
      String title,
      String description,
      String language,
      String date,
      String kind,
      List<String> authors,
      List<String> translators,
      String publisher,
      List<String> subjects,
      String source,
      String archived,
      String rights,
      String license,
      List<String> identifiers,
      List<String> aliases,
      List<Metadata.Attachment> attachments,
      Map<String, String> other) {

    static @Nullable MetadataJson of(@Nullable SideFile sideFile) {
      return sideFile == null ? null : of(sideFile.text().metadata());
    }

    private static MetadataJson of(Metadata told) {
      return new MetadataJson(
          told.title(),
          told.description(),
          told.language().tag(),
          told.classification().date(),
          told.classification().kind(),
          told.credits().authors(),
          told.credits().translators(),
          told.credits().publisher(),
          told.classification().subjects(),
          told.provenance().source(),
          told.provenance().archived(),
          told.provenance().rights(),
          told.provenance().licence().address(),
          told.provenance().identifiers(),
          told.provenance().aliases(),
          told.provenance().attachments(),
          told.other());
    }
  }

  /** A document in a list. */
  record EntryJson(
      String id,
      TitleJson title,
      String language,
      String date,
      String kind,
      int sections,
      int problems,
      ProgressJson progress,
      String url) {
    static EntryJson of(CatalogueEntry entry) {
      return new EntryJson(
          entry.id().value(),
          new TitleJson(entry.titleOriginal(), entry.titleTranslation()),
          entry.language().tag(),
          entry.date(),
          entry.kind(),
          entry.sections(),
          entry.problems(),
          ProgressJson.of(entry.progress()),
          SiteUrls.document(entry.id()));
    }
  }
}
