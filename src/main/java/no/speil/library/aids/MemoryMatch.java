package no.speil.library.aids;

import no.speil.align.dp.Pairing.Span;
import no.speil.library.documents.EarlierTranslations.EarlierTranslation;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * Something that was translated before, and whose original is much like a section's or like one of
 * its sentences.
 *
 * @param part of the section's original that it is like
 * @param likeness of the two originals, in words: 1 where they are the same
 */
public record MemoryMatch(
    Source source, Part part, String original, String translation, double likeness) {

  /** Where it was translated. */
  public sealed interface Source {}

  /** A section of the archive, as it is now. */
  public record LiveSource(LiveDocument document, TrackedSection section) implements Source {}

  /** An original that was there before, and is in the record of a document. */
  public record RecordSource(EarlierTranslation earlier) implements Source {}

  /** A translation memory of another program, by its name. */
  public record FileSource(String file) implements Source {}

  /**
   * Some text of the section.
   *
   * @param sentence its place among the words of the section's original; null where it is all
   */
  public record Part(String text, @Nullable Span sentence) {}

  /** Whether it translates a sentence, and not the section. */
  public boolean isSentence() {
    return part.sentence() != null;
  }
}
