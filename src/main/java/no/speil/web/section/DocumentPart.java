package no.speil.web.section;

import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.status.TrackedSection;
import no.speil.web.page.ShortText;
import no.speil.web.page.TaggedText;

/** A part of a document as pages show it. */
public final class DocumentPart {
  private DocumentPart() {}

  /** The heading of a part or the beginning of a section; the document's title for its title. */
  public static TaggedText name(Messages t, LiveDocument document, SectionId heading) {
    return document
        .section(heading)
        .map(TrackedSection::section)
        .filter(section -> !section.isTitle())
        .map(section -> beginning(document, section))
        .orElse(TaggedText.title(document, t.lang()));
  }

  private static TaggedText beginning(LiveDocument document, Section section) {
    Side side = section.original().isEmpty() ? Side.TRANSLATION : Side.ORIGINAL;
    String text = section.side(side).getFirst().text();
    String lang = TaggedText.lang(document.file(side));
    return new TaggedText(lang, ShortText.of(text, 80));
  }
}
