package no.speil.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Names of files as git has them, which are bytes. In one that is not UTF-8 each byte beyond ASCII
 * is a character that no text has: half a pair of UTF-16, alone.
 */
final class GitName {
  private static final int HALF = 0xDC00;
  private static final int BYTE = 0xFF;

  private GitName() {}

  static String read(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    if (Arrays.equals(text.getBytes(UTF_8), bytes)) {
      return text;
    }
    var foreign = new StringBuilder(bytes.length);
    for (byte each : bytes) {
      foreign.append((char) (each < 0 ? HALF + (each & BYTE) : each));
    }
    return foreign.toString();
  }

  /** What {@link #read} has read. */
  static byte[] bytes(String name) {
    if (!isForeign(name)) {
      return name.getBytes(UTF_8);
    }
    byte[] bytes = new byte[name.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) name.charAt(i);
    }
    return bytes;
  }

  /** Whether it is not UTF-8, so that only git can name the file. */
  static boolean isForeign(String name) {
    return name.chars().anyMatch(c -> Character.isLowSurrogate((char) c))
        && name.chars().noneMatch(c -> Character.isHighSurrogate((char) c));
  }
}
