package no.speil.exchange.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text that a program is asked to draft, with what its section's translator would see. */
public record DraftRequest(TextUnit unit, Context context) {
  /**
   * What stands around a section and is known of its words, in Markdown.
   *
   * @param heading the heading that it stands below; may be empty
   * @param before original of the section before it; empty for the first
   * @param after original of the section after it; empty for the last
   * @param glossary what the glossary has for its words
   * @param memory translations of originals like it, likest first
   * @param earlier the original and the translation that was made of it; null unless the original
   *     has changed since
   */
  public record Context(
      String heading,
      String before,
      String after,
      List<Term> glossary,
      List<Pair> memory,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pair earlier) {}

  /**
   * An entry of the glossary.
   *
   * @param note the keeper's; may be empty
   */
  public record Term(String source, List<String> targets, String note) {}

  /** A text and its translation. */
  public record Pair(String source, String target) {}
}
