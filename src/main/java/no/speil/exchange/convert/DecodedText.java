package no.speil.exchange.convert;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a text file.
 *
 * @param losses what became of its encoding, if it is not UTF-8
 */
public record DecodedText(String text, List<Message> losses) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int LOOKED_THROUGH = 4096;
  private static final Pattern SAID =
      Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]+)");

  /**
   * Reads UTF-8, UTF-16 that says so, or else Windows-1252, as older programs write it.
   *
   * @throws ConversionRefusedException if the bytes are no text
   */
  public static DecodedText of(byte[] bytes) {
    return of(bytes, null);
  }

  /**
   * Reads HTML or XML, which says its encoding, or whose server does. Bytes that are UTF-8 are read
   * so, whatever is said: pages that say something else are common, and others are hardly ever
   * UTF-8 by chance.
   *
   * @param served name of the encoding by which it was sent; empty if that is not known
   */
  static DecodedText ofMarkup(byte[] bytes, String served) {
    Matcher said =
        SAID.matcher(new String(bytes, 0, Math.min(bytes.length, LOOKED_THROUGH), ISO_8859_1));
    return of(bytes, charset(!served.isEmpty() ? served : said.find() ? said.group(1) : ""));
  }

  /** What is called Latin-1 or ASCII is Windows-1252 on the web (WHATWG Encoding). */
  private static @Nullable Charset charset(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    if (plain.isEmpty() || plain.startsWith("utf")) {
      return null;
    }
    boolean isLatin = plain.matches("iso-?8859-1|latin-?1|l1|us-ascii|ascii");
    return isLatin ? WINDOWS : Charset.forName(plain, null);
  }

  private static DecodedText of(byte[] bytes, @Nullable Charset said) {
    boolean isLittleEndian = startsWith(bytes, "fffe");
    if (isLittleEndian || startsWith(bytes, "feff")) {
      return new DecodedText(
          new String(bytes, 2, bytes.length - 2, isLittleEndian ? UTF_16LE : UTF_16BE),
          List.of(Message.of("convert.utf-16")));
    }
    int start = startsWith(bytes, "efbbbf") ? 3 : 0;
    String text;
    List<Message> losses = List.of();
    try {
      text =
          UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, bytes.length - start)).toString();
    } catch (CharacterCodingException e) {
      if (said != null) {
        return new DecodedText(new String(bytes, said), losses);
      }
      text = new String(bytes, start, bytes.length - start, WINDOWS);
      losses = List.of(Message.of("convert.windows-1252"));
    }
    if (text.indexOf('\0') >= 0) {
      throw new ConversionRefusedException(Message.of("convert.no-text"));
    }
    return new DecodedText(text, losses);
  }

  /** Whether bytes begin with others, at most four in hexadecimal digits. */
  static boolean startsWith(byte[] bytes, String hex) {
    return HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length)).startsWith(hex);
  }
}
