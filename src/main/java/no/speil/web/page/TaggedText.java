package no.speil.web.page;

import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Language;
import no.speil.corpus.LocalizedText;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import no.speil.messages.Messages;
import no.speil.search.DocumentRef;
import no.speil.search.Hit;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/** A text with its language tag; the tag is empty if unknown. */
public record TaggedText(String lang, String text) {
  public static final TaggedText NONE = new TaggedText("", "");

  /** The wording for who reads a page in that language; tagged only where it is another. */
  public static TaggedText in(LocalizedText text, Messages t) {
    String tag = text.tag(t.lang());
    return new TaggedText(tag.equals(t.lang()) ? "" : tag, text.in(t.lang()));
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** The tag for HTML; empty if the language is unknown. */
  public static String tag(Language language) {
    return language.equals(Language.UNDETERMINED) ? "" : language.tag();
  }

  public static TaggedText title(LiveDocument document, Side side) {
    return new TaggedText(lang(document.file(side)), document.title(side));
  }

  /** The title in the language of the page if there is one, else the other. */
  public static TaggedText title(LiveDocument document, String lang) {
    return either(title(document, Side.ORIGINAL), title(document, Side.TRANSLATION), lang);
  }

  /** The title of a document that is known by its id; the id where it has none. */
  public static TaggedText title(Catalogue catalogue, DocumentId id, String lang) {
    return catalogue
        .summary(id)
        .map(summary -> title(summary.entry(), lang))
        .filter(title -> !title.isEmpty())
        .orElse(new TaggedText("", id.value()));
  }

  /** The heading of a part or the beginning of a section; the document's title for its title. */
  public static TaggedText part(LiveDocument document, SectionId heading, String lang) {
    return document
        .section(heading)
        .map(TrackedSection::section)
        .filter(section -> !section.isTitle())
        .map(section -> beginning(document, section, Side.ORIGINAL))
        .map(words -> new TaggedText(words.lang(), ShortText.of(words.text(), 80)))
        .orElse(title(document, lang));
  }

  /** The first words of a section on that side; where it has none there, on the other. */
  public static TaggedText beginning(LiveDocument document, Section section, Side wanted) {
    Side side = section.side(wanted).isEmpty() ? wanted.other() : wanted;
    return new TaggedText(lang(document.file(side)), section.side(side).getFirst().text());
  }

  /** The same of a document that is not read. */
  public static TaggedText title(CatalogueEntry entry, String lang) {
    return either(original(entry), translation(entry), lang);
  }

  private static TaggedText either(TaggedText original, TaggedText translation, String lang) {
    boolean english = lang.equals("en");
    TaggedText first = english ? translation : original;
    return first.isEmpty() ? (english ? original : translation) : first;
  }

  public static String lang(@Nullable SideFile sideFile) {
    return sideFile == null ? "" : tag(sideFile.text().metadata().language());
  }

  public static TaggedText original(CatalogueEntry entry) {
    return new TaggedText(tag(entry.language()), entry.titleOriginal());
  }

  public static TaggedText translation(CatalogueEntry entry) {
    return new TaggedText("en", entry.titleTranslation());
  }

  public static TaggedText original(DocumentRef documentRef) {
    return new TaggedText(tag(documentRef.language()), documentRef.titles().original());
  }

  /** The title in that language if there is one, else the other. */
  public static TaggedText title(DocumentRef documentRef, String lang) {
    return either(original(documentRef), translation(documentRef), lang);
  }

  public static TaggedText translation(DocumentRef documentRef) {
    return new TaggedText("en", documentRef.titles().translation());
  }

  /** The heading that a section is under, in the language of the page if it has one. */
  public static TaggedText heading(Hit hit, String lang) {
    var original = new TaggedText(tag(hit.documentRef().language()), hit.pair().place().heading());
    return either(original, new TaggedText("en", hit.pair().place().translatedHeading()), lang);
  }

  /** The heading that a section is under, usually the original's. */
  public static TaggedText heading(Hit hit) {
    boolean translated =
        hit.documentRef().titles().original().isEmpty()
            || hit.status().freshness() == Freshness.UNVERIFIABLE;
    return new TaggedText(
        translated ? "en" : tag(hit.documentRef().language()), hit.pair().place().anyHeading());
  }

  /** The side in the language of the page. */
  public static Side side(Messages t) {
    return t.lang().equals("en") ? Side.TRANSLATION : Side.ORIGINAL;
  }
}
