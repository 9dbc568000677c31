package no.speil.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes control characters and invisible ones as {@code \\uXXXX}, so that no text of an archive
 * moves the cursor, names the window or turns what stands beside it around (CWE-150).
 */
final class TerminalWriter extends FilterWriter {
  TerminalWriter(Writer terminal) {
    super(terminal);
  }

  @Override
  public void write(int c) throws IOException {
    boolean isLayout = c == '\n' || c == '\r' || c == '\t';
    if (!isLayout && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
      out.write("\\u%04X".formatted(c));
    } else {
      out.write(c);
    }
  }

  @Override
  public void write(char[] characters, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(characters[i]);
    }
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    write(text.toCharArray(), from, length);
  }
}
