package no.speil.web.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.library.documents.CatalogueEntry;

/** Lists documents. */
public final class DocumentLines {
  private DocumentLines() {}

  public static List<DocumentLine> of(Messages t, List<CatalogueEntry> entries) {
    return entries.stream().map(entry -> line(t, entry)).toList();
  }

  private static DocumentLine line(Messages t, CatalogueEntry entry) {
    return new DocumentLine(
        SiteUrls.document(entry.id()),
        TaggedTexts.original(entry),
        TaggedTexts.translation(entry),
        detail(entry.date(), KindLabels.of(t, entry.kind()), entry.id().value()),
        Meters.of(t, entry.progress()));
  }

  public static String detail(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }
}
