package no.speil.exchange.unit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.markdown.inline.InlineCode.Position;
import org.jspecify.annotations.Nullable;

/**
 * A unit as another tool has left it.
 *
 * @param id as it was exported: a section's id, perhaps with a hyphen and a number
 * @param target null where there is none
 * @param state of the target; null where the tool says nothing
 * @param version of the section when it was exported; empty where the file does not say
 * @param changed when the section had last changed as it was exported; null where the file does not
 *     say, or tells the version
 */
public record ImportedUnit(
    String id,
    Content source,
    @Nullable Content target,
    @Nullable State state,
    String version,
    @Nullable Instant changed) {
  /** A text in Markdown with its translation, which may be blank. */
  static ImportedUnit inline(String id, String source, String target, State state, String version) {
    return new ImportedUnit(
        id, new Inline(source), target.isBlank() ? null : new Inline(target), state, version, null);
  }

  /** The id of the section that the unit belongs to; empty if it is none of ours. */
  public Optional<SectionId> section() {
    int hyphen = id.indexOf('-');
    return SectionId.parse(hyphen < 0 ? id : id.substring(0, hyphen));
  }

  /** A text in the terms of the format. */
  public sealed interface Content {
    /** The text without its codes. */
    String words();

    default boolean isBlank() {
      return words().isBlank();
    }
  }

  /** A text with references to the codes of the exported unit. */
  public record Coded(List<Element> elements) implements Content {

    @Override
    public String words() {
      return elements.stream()
          .map(each -> each instanceof Run run ? run.text() : "")
          .collect(Collectors.joining());
    }

    @Override
    public boolean isBlank() {
      return elements.stream().allMatch(each -> each instanceof Run run && run.text().isBlank());
    }
  }

  /** A part of a coded text. */
  public sealed interface Element permits Run, Reference {}

  /** A run of words. */
  public record Run(String text) implements Element {}

  /** A code, by the id that it was exported with. */
  public record Reference(String id, Position position) implements Element {}

  /** A text in Markdown, without the markup of its block. */
  public record Inline(String markdown) implements Content {
    @Override
    public String words() {
      return markdown;
    }
  }

  /**
   * The words of a whole section without any markup, a line for each block.
   *
   * @param isSentence whether it is only a part of the section
   */
  public record Plain(String words, boolean isSentence) implements Content {}
}
