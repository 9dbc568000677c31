package no.speil.web.page;

import no.speil.corpus.BlockKind;
import no.speil.corpus.text.Normalization;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;

/** A document in a few words. */
public final class TextDescription {
  /** As much as search engines show, in characters. */
  private static final int LONGEST = 200;

  private TextDescription() {}

  /**
   * What the text in a language says of itself, else its first words without headings; empty if
   * there is no text in it.
   */
  public static String in(LiveDocument document, String lang) {
    return document
        .files()
        .filter(sideFile -> TaggedText.lang(sideFile).equals(lang))
        .findFirst()
        .map(TextDescription::of)
        .orElse("");
  }

  /** The same of one text. */
  public static String of(SideFile sideFile) {
    String said = sideFile.text().metadata().description();
    return said.isEmpty() ? beginning(sideFile) : said;
  }

  private static String beginning(SideFile sideFile) {
    return sideFile.text().blocks().stream()
        .filter(block -> block.kind() == BlockKind.PARAGRAPH && !block.text().isBlank())
        .findFirst()
        .map(block -> ShortText.of(Normalization.normalize(block.text()), LONGEST))
        .orElse("");
  }
}
