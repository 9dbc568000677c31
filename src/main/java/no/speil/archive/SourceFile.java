package no.speil.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * A file as it was read.
 *
 * @param path below the root, with {@code /}
 * @param utf8 false where the bytes were not UTF-8 and were read as UTF-16, if they begin with its
 *     mark, or as Windows-1252; such a file is not written
 * @param fingerprint of the bytes; equal bytes have equal fingerprints
 * @param readMillis when it was read
 */
public record SourceFile(
    String path, String text, boolean utf8, FileStamp stamp, long fingerprint, long readMillis) {

  static SourceFile decode(String path, byte[] bytes, FileStamp stamp, long readMillis) {
    var crc = new CRC32C(); // with their number above it, to detect change, not forgery
    crc.update(bytes);
    long fingerprint = ((long) bytes.length << 32) ^ crc.getValue();
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new SourceFile(path, text, true, stamp, fingerprint, readMillis);
    } catch (CharacterCodingException e) {
      String text = new String(bytes, otherCharset(bytes));
      return new SourceFile(path, text, false, stamp, fingerprint, readMillis);
    }
  }

  private static Charset otherCharset(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    boolean isUtf16 = mark == 0xFEFF || mark == 0xFFFE; // a byte order mark
    return isUtf16 ? StandardCharsets.UTF_16 : Charset.forName("windows-1252");
  }
}
