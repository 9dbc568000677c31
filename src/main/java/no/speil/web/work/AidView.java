package no.speil.web.work;

import java.util.List;
import no.speil.status.grading.DiffPart;
import no.speil.web.page.StatusBadge;
import no.speil.web.page.TaggedText;

/**
 * What stands beside the box in which a translation is written.
 *
 * @param warnings what may be wrong with the text that is in the box
 * @param preview of it, safe HTML; empty where none was asked for
 * @param savedAs says how it is saved otherwise than it is typed; empty where it is not
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
   * What was made of an original like this one.
   *
   * @param document its title
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
   * A word of the original and what may stand for it.
   *
   * @param note what the glossary says of it; empty where nothing
   */
  public record Word(
      String norwegian, String english, String note, boolean settled, boolean missing) {}

  /** Advice on the text. */
  public record Warning(String kind, List<String> words, String message) {
    public Warning {
      words = List.copyOf(words);
    }
  }
}
