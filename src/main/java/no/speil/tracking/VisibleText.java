package no.speil.tracking;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Normalization;

/**
 * A Markdown text as its reader takes it in. What is not certainly markup stays in the text.
 *
 * @param text the words and punctuation that are seen, white space folded
 * @param struck the same of what is struck out
 * @param targets in order: addresses of links and pictures, footnotes, what hides or ticks off
 * @param code in order: code and shortcodes, whose every character counts; in the text as well
 * @param items how many items of lists there are, on all levels
 */
public record VisibleText(
    String text, String struck, List<String> targets, List<String> code, int items) {

  public VisibleText {
    targets = List.copyOf(targets);
    code = List.copyOf(code);
  }

  /** Reads a section's Markdown. */
  public static VisibleText of(String markdown) {
    var reader = new LineReader();
    String composed = Normalizer.normalize(markdown, Normalizer.Form.NFC);
    composed.lines().forEach(reader::line);
    return reader.finish();
  }

  /** Whether a reader sees and follows the very same. */
  boolean isSameToTheLetter(VisibleText other) {
    return text.equals(other.text) && struck.equals(other.struck) && targets.equals(other.targets);
  }

  /** What has been read so far. */
  static final class Draft {
    final StringBuilder text = new StringBuilder();
    final StringBuilder struck = new StringBuilder();
    final List<String> targets = new ArrayList<>();
    final List<String> code = new ArrayList<>();
    int items;

    VisibleText finish() {
      return new VisibleText(
          Normalization.normalize(text.toString()),
          Normalization.normalize(struck.toString()),
          List.copyOf(targets),
          List.copyOf(code),
          items);
    }
  }
}
