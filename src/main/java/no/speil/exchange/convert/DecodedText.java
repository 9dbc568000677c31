package no.speil.exchange.convert;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/**
 * The characters of a text file.
 *
 * @param losses what became of its encoding, if it is not UTF-8
 */
public record DecodedText(String text, List<String> losses) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  public DecodedText {
    losses = List.copyOf(losses);
  }

  /**
   * Reads UTF-8, UTF-16 that says so, or else Windows-1252, as older programs write it.
   *
   * @throws ConversionRefusedException if the bytes are no text
   */
  public static DecodedText of(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return utf16(new String(bytes, 2, bytes.length - 2, UTF_16LE));
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return utf16(new String(bytes, 2, bytes.length - 2, UTF_16BE));
    }
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    for (byte each : bytes) {
      if (each == 0) {
        throw new ConversionRefusedException("it is no text (it holds bytes that no text has)");
      }
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, start, bytes.length - start);
      return new DecodedText(
          UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(buffer).toString(),
          List.of());
    } catch (CharacterCodingException e) {
      return new DecodedText(
          new String(bytes, start, bytes.length - start, WINDOWS),
          List.of("It is not UTF-8 and was read as Windows-1252; look at its letters æ, ø and å."));
    }
  }

  private static DecodedText utf16(String text) {
    return new DecodedText(text, List.of("It is UTF-16, and is written as UTF-8."));
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
