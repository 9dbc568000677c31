package no.speil.exchange.epub;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.Identifier;
import no.speil.corpus.Metadata;
import no.speil.corpus.PartialDate;
import no.speil.corpus.PersonName;
import no.speil.exchange.XmlText;
import no.speil.exchange.epub.EpubBook.Words;
import org.jsoup.nodes.Element;

/**
 * Writes the metadata of a book: Dublin Core, and how accessible it is (EPUB Accessibility 1.1).
 */
final class EpubMetadata {
  private static final String DC = "http://purl.org/dc/elements/1.1/";

  private final Element metadata;
  private int people;

  /**
   * @param packageFile what it is the beginning of
   */
  EpubMetadata(Element packageFile) {
    this.metadata = XmlText.add(packageFile, "metadata", "xmlns:dc", DC);
  }

  void write(EpubBook book, Set<String> languages, boolean hasPictures) {
    EpubBook.Identity identity = book.identity();
    EpubBook.Credits credits = book.credits();
    XmlText.addText(metadata, "dc:identifier", identity.id(), "id", "id");
    for (Words title : identity.titles()) {
      XmlText.addText(metadata, "dc:title", title.visible(), "xml:lang", title.lang());
    }
    known("dc:language", languages.stream());
    people("dc:creator", credits.authors(), "aut");
    people("dc:contributor", credits.translators(), "trl");
    List<Metadata> told = credits.told();
    Stream<String> dates = told.stream().limit(1).map(each -> each.classification().date());
    known("dc:publisher", told.stream().map(each -> each.credits().publisher()));
    known("dc:date", dates.filter(date -> PartialDate.parse(date).isPresent()));
    known("dc:source", told.stream().map(each -> each.provenance().source()));
    known("dc:rights", told.stream().map(each -> each.provenance().licence().addressOrWords()));
    known(
        "dc:identifier",
        told.stream()
            .flatMap(each -> each.provenance().parsedIdentifiers().stream())
            .map(Identifier::name));
    property("dcterms:modified", identity.modified().truncatedTo(ChronoUnit.SECONDS).toString());
    property("schema:accessMode", "textual");
    if (hasPictures) {
      property("schema:accessMode", "visual");
    }
    property("schema:accessModeSufficient", "textual");
    property("schema:accessibilityFeature", "structuralNavigation");
    property("schema:accessibilityFeature", "tableOfContents");
    property("schema:accessibilityHazard", "none");
  }

  private void people(String element, List<PersonName> names, String role) {
    for (PersonName name : names) {
      String id = "person-" + ++people;
      XmlText.addText(metadata, element, name.inOrder(), "id", id);
      refine(id, "role", role, "marc:relators");
      refine(id, "file-as", name.inverted(), "");
    }
  }

  private void refine(String id, String property, String value, String scheme) {
    XmlText.addText(
        metadata, "meta", value, "refines", "#" + id, "property", property, "scheme", scheme);
  }

  private void property(String property, String value) {
    XmlText.addText(metadata, "meta", value, "property", property);
  }

  /** What is said, once where the texts agree. */
  private void known(String element, Stream<String> texts) {
    texts
        .filter(text -> !text.isBlank())
        .distinct()
        .forEach(text -> XmlText.addText(metadata, element, text));
  }
}
