package no.speil.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Block;
import no.speil.corpus.Language;
import no.speil.corpus.Side;
import no.speil.exchange.convert.ConversionRefusedException;
import no.speil.exchange.convert.ConvertedText;
import no.speil.exchange.convert.DecodedText;
import no.speil.exchange.convert.DocxConverter;
import no.speil.exchange.convert.HtmlConverter;
import no.speil.exchange.convert.ImportedText;
import no.speil.exchange.convert.PlainTextConverter;
import no.speil.exchange.convert.SiteMarkdownReader;
import no.speil.exchange.convert.WrittenDate;
import no.speil.markdown.parse.LanguageDetector;
import no.speil.markdown.parse.MarkdownReader;

/** Reads files of every format that can be imported as a text. */
final class TextReader {
  /** As large as a text of the archive may be. */
  private static final long LARGEST_TEXT = 16L << 20;

  /** With pictures in it. */
  private static final long LARGEST_DOCUMENT = 64L << 20;

  /** So many characters tell the language. */
  private static final int DETECTED = 30_000;

  private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[-_ ].*");

  private TextReader() {}

  /** Whether a file of that name is a text; why a PDF is not read is said when it is. */
  static boolean reads(String path) {
    return !format(ending(path)).isEmpty();
  }

  /** The usual ending of files of the same format; empty if such are no texts. */
  private static String format(String ending) {
    return switch (ending) {
      case "md", "markdown", "mdown", "mkdown", "mkdn", "mkd", "mdwn", "mdtext" -> "md";
      case "txt", "text" -> "txt";
      case "html", "htm" -> "html";
      case "docx", "pdf" -> ending;
      default -> "";
    };
  }

  static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a text with all that its file says of it.
   *
   * @throws ConversionRefusedException if it cannot be read as a text
   */
  static ImportedText read(Path file) {
    String name = file.getFileName().toString();
    String ending = ending(name);
    String date = dateOf(name);
    return switch (format(ending)) {
      case "md" -> {
        DecodedText decoded = DecodedText.of(bytes(file, LARGEST_TEXT));
        yield SiteMarkdownReader.read(decoded.text(), date).losing(decoded.losses());
      }
      case "txt" -> {
        DecodedText decoded = DecodedText.of(bytes(file, LARGEST_TEXT));
        yield ImportedText.of(PlainTextConverter.convert(decoded.text()), date)
            .losing(decoded.losses());
      }
      case "html" ->
          ImportedText.of(HtmlConverter.convert(bytes(file, HtmlConverter.MOST_BYTES), name), date);
      case "docx" ->
          ImportedText.of(DocxConverter.convert(bytes(file, LARGEST_DOCUMENT), name), date);
      case "pdf" ->
          throw new ConversionRefusedException(
              "PDF is not read. Make text of it first, as with: pdftotext -enc UTF-8 letter.pdf"
                  + " letter.txt");
      default ->
          throw new ConversionRefusedException(
              (name.contains(".") ? "." + ending + " is not read" : "its name has no ending")
                  + ": save it as Markdown, plain text, DOCX or HTML first");
    };
  }

  /** The date that a name begins with; empty if it does not. */
  private static String dateOf(String name) {
    Matcher dated = DATED.matcher(name);
    return dated.matches() ? WrittenDate.parse(dated.group(1)).orElse("") : "";
  }

  /** Never more than the limit is read, however long the file is, or grows. */
  static byte[] bytes(Path file, long limit) {
    if (!Files.isRegularFile(file)) {
      throw new ConversionRefusedException("it is no file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) limit + 1);
      if (bytes.length == 0) {
        throw new ConversionRefusedException("it is empty");
      }
      if (bytes.length > limit) {
        throw new ConversionRefusedException(
            "it is larger than " + (limit >> 20) + " MB, and no text for people is");
      }
      return bytes;
    } catch (IOException e) {
      boolean isSecret = e instanceof AccessDeniedException;
      throw new ConversionRefusedException(
          "it cannot be read: " + (isSecret ? "Permission denied" : e.getMessage()));
    }
  }

  /** The language that the words of a text are in; {@code und} in doubt. */
  static Language detected(ConvertedText text) {
    String markdown = text.markdown();
    String start = markdown.substring(0, Math.min(markdown.length(), DETECTED));
    return LanguageDetector.of(
        new MarkdownReader()
            .read(start, "", text.value("title"), Side.ORIGINAL).text().blocks().stream()
                .map(Block::text));
  }
}
