package no.speil.web.work;

import java.util.List;
import no.speil.status.grading.DiffPart;
import no.speil.web.page.StatusBadge;
import no.speil.web.page.TaggedText;

/**
 * Help beside the box where a translation is written.
 *
 * @param warnings of the checks on the text in the box
 * @param preview safe HTML; may be empty
 * @param savedAs how the saved text differs from the typed one, in words; may be empty
 */
public record AidView(
    List<Memory> memories,
    List<Word> words,
    List<Warning> warnings,
    String preview,
    String savedAs) {
  public AidView {
    memories = List.copyOf(memories);
    words = List.copyOf(words);
    warnings = List.copyOf(warnings);
  }

  /**
   * A match in the translation memory.
   *
   * @param document title of its document
   * @param href its row there
   * @param likeness of the two originals, in words
   * @param lang of the originals
   * @param diff from its original to this one
   * @param text its translation, in Markdown
   */
  public record Memory(
      TaggedText document,
      String href,
      String likeness,
      StatusBadge statusBadge,
      String lang,
      List<DiffPart> diff,
      String text) {
    public Memory {
      diff = List.copyOf(diff);
    }
  }

  /**
   * A word of the original and its translations.
   *
   * @param href of the word's page; empty for several words
   * @param note from the glossary; may be empty
   */
  public record Word(
      String norwegian,
      String href,
      String english,
      String note,
      boolean settled,
      boolean missing) {}

  /** A warning of a check. */
  public record Warning(String kind, List<String> words, String message) {
    public Warning {
      words = List.copyOf(words);
    }
  }
}
