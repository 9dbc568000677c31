package no.speil.exchange.convert;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.text.Message;

/** Reads files of every format that can be a text, by the endings of their names. */
public final class TextConverter {
  /** As large as a text of the archive may be. */
  private static final int LARGEST_TEXT = 16 << 20;

  /** With pictures in it. */
  private static final int LARGEST_DOCUMENT = 64 << 20;

  private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[-_ ].*");

  private TextConverter() {}

  /** Whether a file of that name is a text; why a PDF is not read is said when it is. */
  public static boolean reads(String path) {
    return !format(path).isEmpty();
  }

  /** The usual ending of files of the same format; empty if such are no texts. */
  private static String format(String path) {
    String ending = ending(path);
    return switch (ending) {
      case "md", "markdown", "mdown", "mkdown", "mkdn", "mkd", "mdwn", "mdtext" -> "md";
      case "txt", "text" -> "txt";
      case "html", "htm" -> "html";
      case "docx", "pdf" -> ending;
      default -> "";
    };
  }

  /** In small letters; empty for a name that has none. */
  public static String ending(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** The most bytes that a file of that name may have. */
  public static int largest(String path) {
    return switch (format(path)) {
      case "docx" -> LARGEST_DOCUMENT;
      case "html" -> HtmlConverter.MOST_BYTES;
      default -> LARGEST_TEXT;
    };
  }

  /**
   * Reads a text with all that its file says of it.
   *
   * @param name without folders
   * @throws ConversionRefusedException if it cannot be read as a text
   */
  public static ImportedText convert(String name, byte[] bytes) {
    if (bytes.length > largest(name)) {
      throw new ConversionRefusedException(Message.of("convert.large", largest(name) >> 20));
    }
    String date = dateOf(name);
    return switch (format(name)) {
      case "md" -> new SiteMarkdownReader().read(DecodedText.of(bytes), date);
      case "txt" -> ImportedText.of(PlainTextConverter.convert(DecodedText.of(bytes)), date);
      case "html" -> ImportedText.of(HtmlConverter.convert(bytes, name), date);
      case "docx" -> ImportedText.of(new DocxConverter(bytes, name).convert(), date);
      case "pdf" -> throw new ConversionRefusedException(Message.of("convert.pdf"));
      default ->
          throw new ConversionRefusedException(
              name.contains(".")
                  ? Message.of("convert.ending", ending(name))
                  : Message.of("convert.ending.none"));
    };
  }

  /** The date that a name begins with; empty if it does not. */
  private static String dateOf(String name) {
    Matcher dated = DATED.matcher(name);
    return dated.matches() ? WrittenDate.parse(dated.group(1)).orElse("") : "";
  }
}
