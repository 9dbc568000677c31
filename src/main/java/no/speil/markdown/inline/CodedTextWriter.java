package no.speil.markdown.inline;

import java.util.regex.Pattern;
import no.speil.markdown.inline.CodedText.Words;

/** Writes a text with its codes as Markdown of one line. */
final class CodedTextWriter {
  private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");

  private CodedTextWriter() {}

  /** How careful to be; the first that reads back as it was is taken. */
  enum Escaping {
    NONE,
    MARKUP,
    MARKUP_WITH_ASTERISKS,
    PUNCTUATION
  }

  /**
   * The Markdown of a text.
   *
   * @param isHtml whether it stands in a block of raw HTML, where nothing is escaped
   */
  static String write(CodedText text, Escaping escaping, boolean isHtml) {
    var markdown = new StringBuilder();
    for (CodedText.Part part : text.parts()) {
      switch (part) {
        case Words words ->
            markdown.append(
                isHtml ? words.text() : escape(words.text(), escaping, markdown.isEmpty()));
        case InlineCode code -> markdown.append(data(code, escaping));
      }
    }
    return markdown.toString();
  }

  private static String data(InlineCode code, Escaping escaping) {
    boolean isExchanged =
        escaping.compareTo(Escaping.MARKUP_WITH_ASTERISKS) >= 0 && code.isEmphasis();
    return isExchanged ? code.data().replace('_', '*') : code.data();
  }

  private static String escape(String words, Escaping escaping, boolean isStart) {
    return switch (escaping) {
      case NONE -> words;
      case MARKUP, MARKUP_WITH_ASTERISKS -> {
        String escaped = MarkdownEscape.words(words, true).replace("|", "\\|");
        yield isStart ? MarkdownEscape.lineStart(escaped) : escaped;
      }
      case PUNCTUATION -> PUNCTUATION.matcher(words).replaceAll("\\\\$0");
    };
  }
}
