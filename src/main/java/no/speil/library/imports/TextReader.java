package no.speil.library.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.corpus.Block;
import no.speil.corpus.Language;
import no.speil.corpus.Side;
import no.speil.corpus.text.Message;
import no.speil.exchange.convert.ConversionRefusedException;
import no.speil.exchange.convert.ConvertedText;
import no.speil.exchange.convert.ImportedText;
import no.speil.exchange.convert.TextConverter;
import no.speil.markdown.parse.LanguageDetector;
import no.speil.markdown.parse.MarkdownReader;

/** Reads files of every format that can be imported as a text. */
final class TextReader {
  /** So many characters tell the language. */
  private static final int DETECTED = 30_000;

  private TextReader() {}

  /**
   * Reads a text with all that its file says of it.
   *
   * @throws ConversionRefusedException if it cannot be read as a text
   */
  static ImportedText read(Path file) {
    String name = file.getFileName().toString();
    return TextConverter.convert(name, bytes(file, TextConverter.largest(name)));
  }

  /** Never more than the limit is read, however long the file is, or grows. */
  static byte[] bytes(Path file, long limit) {
    if (!Files.isRegularFile(file)) {
      throw new ConversionRefusedException(Message.of("convert.no-file"));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) limit + 1);
      if (bytes.length == 0) {
        throw new ConversionRefusedException(Message.of("convert.empty"));
      }
      if (bytes.length > limit) {
        throw new ConversionRefusedException(Message.of("convert.large", limit >> 20));
      }
      return bytes;
    } catch (IOException e) {
      throw new ConversionRefusedException(unreadable(e));
    }
  }

  /** Why a file, or a folder, cannot be read. */
  static Message unreadable(IOException e) {
    String why =
        e instanceof AccessDeniedException ? "Permission denied" : String.valueOf(e.getMessage());
    return Message.of("convert.unreadable", why);
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
