package no.speil.exchange.convert;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of a text: by its byte order mark, as UTF-8 where the bytes are that, by what
 * it says of itself, else Windows-1252. What says one encoding and is another is common.
 *
 * @param text without a byte order mark
 * @param loss what went wrong, in a sentence; empty if nothing did
 */
record TextEncoding(String text, String loss) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int LOOKED_THROUGH = 4096;
  private static final Pattern NAMED =
      Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]+)");

  /** Reads a text that may say its encoding in its first lines, as HTML and XML do. */
  static TextEncoding ofMarkup(byte[] bytes, String declared) {
    return of(bytes, declared.isEmpty() ? named(bytes) : declared);
  }

  /**
   * Reads a text.
   *
   * @param declared name of the encoding; empty if nothing says it
   */
  static TextEncoding of(byte[] bytes, String declared) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return marked(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return marked(bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return marked(bytes, 2, StandardCharsets.UTF_16LE);
    }
    String utf8 = strictly(bytes, StandardCharsets.UTF_8);
    Charset charset = charset(declared);
    if (utf8 != null && (charset == null || !isAscii(bytes) || !isStateful(charset))) {
      return new TextEncoding(utf8, "");
    }
    boolean isWrong = charset == null || charset.equals(StandardCharsets.UTF_8);
    Charset read = isWrong ? WINDOWS : charset;
    String loss =
        isWrong && !declared.isEmpty()
            ? "The file says that it is %s and is not; it was read as Windows-1252."
                .formatted(declared)
            : "";
    return new TextEncoding(new String(bytes, read), loss);
  }

  private static TextEncoding marked(byte[] bytes, int mark, Charset charset) {
    return new TextEncoding(new String(bytes, mark, bytes.length - mark, charset), "");
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** ISO-8859-1 means Windows-1252 on the web (WHATWG Encoding), and UTF-16 is marked. */
  private static @Nullable Charset charset(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    if (plain.isEmpty() || plain.startsWith("utf-16")) {
      return null;
    }
    if (plain.matches("iso-?8859-1|latin-?1|l1|us-ascii|ascii")) {
      return WINDOWS;
    }
    try {
      return Charset.forName(plain);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte each : bytes) {
      if (each < 0) {
        return false;
      }
    }
    return true;
  }

  /** Such encodings write letters in bytes that look like ASCII. */
  private static boolean isStateful(Charset charset) {
    String name = charset.name().toLowerCase(Locale.ROOT);
    return name.startsWith("iso-2022") || name.startsWith("hz");
  }

  private static String named(byte[] bytes) {
    int length = Math.min(bytes.length, LOOKED_THROUGH);
    Matcher found = NAMED.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return found.find() ? found.group(1) : "";
  }
}
