package no.speil.exchange.convert;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes markup that says its encoding, or whose server does. Bytes that are UTF-8 are read so,
 * whatever is said: pages that say something else are common, and others are hardly ever UTF-8 by
 * chance.
 */
final class MarkupEncoding {
  private static final int LOOKED_THROUGH = 4096;
  private static final Pattern SAID =
      Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]+)");

  private MarkupEncoding() {}

  /**
   * The characters of HTML or XML.
   *
   * @param served name of the encoding by which it was sent; empty if that is not known
   */
  static DecodedText decode(byte[] bytes, String served) {
    Charset charset = charset(served.isEmpty() ? said(bytes) : served);
    return charset == null || isMarked(bytes) || isUtf8(bytes)
        ? DecodedText.of(bytes)
        : new DecodedText(new String(bytes, charset), List.of());
  }

  private static String said(byte[] bytes) {
    int length = Math.min(bytes.length, LOOKED_THROUGH);
    Matcher found = SAID.matcher(new String(bytes, 0, length, ISO_8859_1));
    return found.find() ? found.group(1) : "";
  }

  /** What is called Latin-1 or ASCII is Windows-1252 on the web (WHATWG Encoding). */
  private static @Nullable Charset charset(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    if (plain.isEmpty() || plain.startsWith("utf")) {
      return null;
    }
    boolean isLatin = plain.matches("iso-?8859-1|latin-?1|l1|us-ascii|ascii");
    try {
      return Charset.forName(isLatin ? "windows-1252" : plain);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private static boolean isMarked(byte[] bytes) {
    int start = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    return start == 0xFEFF || start == 0xFFFE;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
