package no.speil.web.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.PersonName;
import no.speil.exchange.cite.Citation;
import no.speil.exchange.cite.JsonLdWriter;
import no.speil.exchange.cite.WorkType;
import no.speil.library.documents.LiveDocument;
import no.speil.web.page.TextDescription;
import no.speil.web.section.ViewMode;

/**
 * A document's metadata in the head of its page: Highwire names (for Google Scholar and reference
 * managers), Dublin Core (DCMI's HTML form), Open Graph (for previews) and JSON-LD.
 *
 * @param linked JSON-LD, safe within a script element
 */
public record EmbeddedMetadata(List<Tag> names, List<Tag> graph, String linked) {

  /** One meta element. */
  public record Tag(String name, String lang, String content) {}

  public static EmbeddedMetadata of(
      LiveDocument document, Citation citation, ViewMode view, String page) {
    var embedded =
        new EmbeddedMetadata(new ArrayList<>(), new ArrayList<>(), JsonLdWriter.of(citation));
    Citation.Voice shown = shown(citation, view);
    embedded.reference(citation, shown, page);
    embedded.dublinCore(document, citation, page);
    embedded.preview(document, shown, page);
    embedded.property("og:site_name", citation.imprint().archive());
    return embedded;
  }

  private static Citation.Voice shown(Citation citation, ViewMode view) {
    boolean isOriginal = view == ViewMode.NO && !citation.original().isEmpty();
    return isOriginal ? citation.original() : citation.cited();
  }

  private void reference(Citation citation, Citation.Voice shown, String page) {
    Citation.Imprint imprint = citation.imprint();
    Citation.Publication origin = citation.original().publication();
    List<PersonName> authors = shown.authors().isEmpty() ? citation.authors() : shown.authors();
    // Zotero takes this before it guesses: a "citation_title" alone is a journal article to it.
    name("z:itemType", "", citation.type().zotero());
    name("citation_title", shown.lang(), shown.title());
    authors.forEach(author -> name("citation_author", "", undivided(author)));
    String date = shown.publication().date().isEmpty() ? origin.date() : shown.publication().date();
    name("citation_publication_date", "", date.replace('-', '/'));
    String publisher = shown.publication().publisher();
    if (publisher.isEmpty()) {
      publisher = origin.publisher();
    }
    name("citation_publisher", "", publisher);
    if (citation.type() == WorkType.REPORT) { // which has an institution where others have that
      name("citation_technical_report_institution", "", publisher);
    }
    name("citation_language", "", shown.lang());
    name("citation_keywords", "", String.join("; ", imprint.subjects()));
    name("citation_public_url", "", page);
  }

  /**
   * The name as reference managers divide it rightly. Zotero divides a name without a comma before
   * its last word, so that of an organisation ends with one, which it takes off.
   */
  private static String undivided(PersonName author) {
    boolean hasWords = author.given().isEmpty() && author.family().contains(" ");
    return hasWords && !author.family().contains(",") ? author.family() + "," : author.inverted();
  }

  private void dublinCore(LiveDocument document, Citation citation, String page) {
    Citation.Imprint imprint = citation.imprint();
    for (Citation.Voice voice : List.of(citation.original(), citation.translation())) {
      name("DC.title", voice.lang(), voice.title());
      name("DC.language", "", voice.lang());
    }
    citation.authors().forEach(author -> name("DC.creator", "", author.inverted()));
    imprint.translators().forEach(translator -> name("DC.contributor", "", translator.inverted()));
    name("DC.date", "", citation.date());
    Stream.of(citation.original(), citation.translation())
        .map(voice -> voice.publication().publisher())
        .distinct()
        .forEach(publisher -> name("DC.publisher", "", publisher));
    imprint.subjects().forEach(subject -> name("DC.subject", "", subject));
    name("DC.type", "", document.metadata().classification().kind());
    Stream.of(citation.original(), citation.translation())
        .map(voice -> voice.publication().source())
        .distinct()
        .forEach(source -> name("DC.source", "", source));
    name("DC.rights", "", document.metadata().provenance().rights());
    name("DC.identifier", "", page);
  }

  private void preview(LiveDocument document, Citation.Voice shown, String page) {
    property("og:type", "article");
    property("og:title", shown.title());
    property("og:url", page);
    property("og:locale", locale(shown.lang()));
    String description = TextDescription.in(document, shown.lang());
    name("description", shown.lang(), description);
    property("og:description", description);
  }

  private void name(String name, String lang, String content) {
    add(names, name, lang, content);
  }

  private void property(String name, String content) {
    add(graph, name, "", content);
  }

  private static void add(List<Tag> tags, String name, String lang, String content) {
    if (!content.isEmpty()) {
      tags.add(new Tag(name, lang, content));
    }
  }

  /** Open Graph wants a locale with a country. */
  private static String locale(String lang) {
    return switch (lang) {
      case "nb", "no" -> "nb_NO";
      case "nn" -> "nn_NO";
      case "en" -> "en_GB";
      default -> lang.replace('-', '_');
    };
  }
}
