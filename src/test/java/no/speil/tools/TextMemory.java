package no.speil.tools;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.exchange.unit.TextUnit;
import no.speil.markdown.inline.CodedText;
import no.speil.markdown.inline.InlineCode;
import no.speil.markdown.inline.MarkdownTemplate;

/**
 * The translations of an archive by their originals. Texts are the same where their words are, with
 * codes at the same places; as in translators' tools, which show that there is a code and not what
 * it holds.
 */
final class TextMemory {
  /** Stands for a code. */
  static final String CODE = "\uFFFC";

  private final Map<String, Set<TextUnit>> units = new LinkedHashMap<>();
  private final Map<String, CodedText> byMarkdown = new LinkedHashMap<>();

  TextMemory(List<TextUnit> texts) {
    texts.stream().filter(unit -> unit.target() != null).forEach(this::add);
  }

  private void add(TextUnit unit) {
    units.computeIfAbsent(text(unit.source()), key -> new LinkedHashSet<>()).add(unit);
    if (unit.target() != null) {
      byMarkdown.putIfAbsent(MarkdownTemplate.inline(unit.source()), unit.target());
    }
  }

  private static String text(CodedText text) {
    return text.parts().stream()
        .map(part -> part instanceof CodedText.Words words ? words.text() : CODE)
        .collect(Collectors.joining())
        .strip();
  }

  /** Whether a text has been translated in more than one way. */
  boolean isAmbiguous(CodedText source) {
    Stream<TextUnit> found = units.getOrDefault(text(source), Set.of()).stream();
    return found.map(TextUnit::target).distinct().count() > 1;
  }

  /**
   * A pair of texts.
   *
   * @param source with all codes, in their order
   * @param target with those of its codes that the source has too
   */
  record Pair(CodedText source, CodedText target) {}

  /**
   * The first translation of a text.
   *
   * @param text with {@link #CODE} for each code
   */
  Optional<Pair> find(String text) {
    return units.getOrDefault(text.strip(), Set.of()).stream()
        .findFirst()
        .map(unit -> new Pair(unit.source(), typed(unit)));
  }

  /** The first translation of a text, both in Markdown, as PO has them. */
  Optional<String> findMarkdown(String markdown) {
    return Optional.ofNullable(byMarkdown.get(markdown)).map(MarkdownTemplate::inline);
  }

  /** As a translator types it, who has no codes but those of the original. */
  private static CodedText typed(TextUnit unit) {
    CodedText target = unit.target() == null ? CodedText.EMPTY : unit.target();
    return new CodedText(
        target.parts().stream()
            .map(
                part ->
                    part instanceof InlineCode code && place(unit.source(), code) < 0
                        ? new CodedText.Words(isGap(code) ? " " : "")
                        : part)
            .toList());
  }

  private static boolean isGap(InlineCode code) {
    return code.type() == InlineCode.Type.BLOCK || code.type() == InlineCode.Type.LINE_BREAK;
  }

  /** The number of a code among the codes of a text; -1 if it is not there. */
  static int place(CodedText text, InlineCode code) {
    List<InlineCode> codes = text.codes();
    for (int i = 0; i < codes.size(); i++) {
      if (codes.get(i).id() == code.id() && codes.get(i).position() == code.position()) {
        return i;
      }
    }
    return -1;
  }
}
