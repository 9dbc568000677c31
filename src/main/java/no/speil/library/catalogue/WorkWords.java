package no.speil.library.catalogue;

import java.util.List;

/**
 * Words of the originals that somebody worked on.
 *
 * @param translated without those from drafts
 * @param fromDrafts translated from drafts by machine
 * @param corrected in translations by others
 */
public record WorkWords(int translated, int fromDrafts, int corrected, int reviewed) {
  public static final WorkWords NONE = new WorkWords(0, 0, 0, 0);

  /** All of them, in this order. */
  public List<Integer> counts() {
    return List.of(translated, fromDrafts, corrected, reviewed);
  }

  public int sum() {
    return translated + fromDrafts + corrected + reviewed;
  }

  public WorkWords plus(WorkWords other) {
    return new WorkWords(
        translated + other.translated,
        fromDrafts + other.fromDrafts,
        corrected + other.corrected,
        reviewed + other.reviewed);
  }
}
