package no.speil.web.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Header fields come as Latin-1, though most programs send UTF-8. */
final class HeaderText {
  private HeaderText() {}

  static String of(String header) {
    byte[] bytes = header.getBytes(ISO_8859_1);
    if (!new String(bytes, ISO_8859_1).equals(header)) {
      return header;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return header; // it was Latin-1 after all
    }
  }
}
