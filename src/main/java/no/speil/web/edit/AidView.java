package no.speil.web.edit;

import java.util.List;
import no.speil.status.grading.DiffPart;
import no.speil.web.page.TaggedText;
import no.speil.web.section.StatusBadge;

/**
 * Help beside the box where a translation is written.
 *
 * @param checks of the text in the box
 * @param insertions that the original has, also those that the text in the box has too
 * @param preview safe HTML; may be empty
 * @param savedAs how the saved text differs from the typed one, in words; may be empty
 */
public record AidView(
    List<Memory> memories,
    List<Word> words,
    Checks checks,
    List<Offer> insertions,
    String preview,
    String savedAs) {
  public AidView {
    memories = List.copyOf(memories);
    words = List.copyOf(words);
    insertions = List.copyOf(insertions);
  }

  /** The words of the glossary, or the others. */
  public List<Word> words(boolean settled) {
    return words.stream().filter(word -> word.settled() == settled).toList();
  }

  /** Whether the text in the box lacks something that can be inserted. */
  public boolean lacks() {
    return insertions.stream().anyMatch(Offer::missing);
  }

  /**
   * What the checks found.
   *
   * @param summary how many warnings there are, in words
   * @param agreement what agrees, in words; empty if nothing was compared
   */
  public record Checks(String summary, List<Warning> warnings, String agreement) {
    public Checks {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Something that can be inserted where the cursor is.
   *
   * @param kind its code
   * @param note what it is about; may be empty
   */
  public record Offer(
      String kind, String before, String words, String after, String note, boolean missing) {
    public String markdown() {
      return before + words + after;
    }
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
      boolean used,
      boolean missing) {}

  /** A warning of a check. */
  public record Warning(String kind, List<String> words, String message) {
    public Warning {
      words = List.copyOf(words);
    }
  }
}
