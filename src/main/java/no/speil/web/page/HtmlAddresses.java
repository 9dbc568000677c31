package no.speil.web.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Set;

/**
 * Puts the site path before the addresses of this server in a page. Reads as much of HTML's grammar
 * as tells attributes from text, so that what people read stays as it is.
 */
final class HtmlAddresses {
  private static final Set<String> ADDRESSES =
      Set.of(
          "href",
          "src",
          "action",
          "formaction",
          "data-root",
          "data-other",
          "data-checks",
          "data-completed");

  /** Elements whose content is no markup. */
  private static final Set<String> RAW = Set.of("script", "style", "textarea", "title");

  private final byte[] html;
  private final byte[] base;
  private final ByteArrayOutputStream out;
  private int at;
  private int copied;

  private HtmlAddresses(byte[] html, String base) {
    this.html = html;
    this.base = base.getBytes(UTF_8);
    this.out = new ByteArrayOutputStream(html.length + html.length / 8);
  }

  static byte[] below(String base, byte[] html) {
    return base.isEmpty() ? html : new HtmlAddresses(html, base).rewritten();
  }

  private byte[] rewritten() {
    while (at < html.length) {
      if (html[at++] == '<') {
        markup();
      }
    }
    copyTo(html.length);
    return out.toByteArray();
  }

  private void markup() {
    if (startsWith("!--")) {
      skipPast("-->");
    } else if (at < html.length && isLetter(html[at])) {
      String element = name();
      attributes();
      if (RAW.contains(element)) {
        skipTo("</" + element);
      }
    } // end tags and the document type have no addresses
  }

  private void attributes() {
    while (at < html.length && html[at] != '>') {
      if (isSpace(html[at]) || html[at] == '/' || html[at] == '=') {
        at++;
        continue;
      }
      String attribute = name();
      skipSpaces();
      if (at < html.length && html[at] == '=') {
        at++;
        skipSpaces();
        value(ADDRESSES.contains(attribute));
      }
    }
  }

  private void value(boolean address) {
    boolean quoted = at < html.length && (html[at] == '"' || html[at] == '\'');
    byte quote = quoted ? html[at++] : 0;
    if (address && startsWith("/") && !startsWith("//")) {
      copyTo(at);
      out.writeBytes(base);
    }
    while (at < html.length
        && (quoted ? html[at] != quote : !isSpace(html[at]) && html[at] != '>')) {
      at++;
    }
    if (quoted) {
      at++;
    }
  }

  /** The name of an element or attribute. */
  private String name() {
    int from = at;
    while (at < html.length
        && !isSpace(html[at])
        && html[at] != '>'
        && html[at] != '='
        && html[at] != '/') {
      at++;
    }
    return new String(html, from, at - from, US_ASCII).toLowerCase(Locale.ROOT);
  }

  private void skipSpaces() {
    while (at < html.length && isSpace(html[at])) {
      at++;
    }
  }

  private void skipPast(String end) {
    skipTo(end);
    at = Math.min(at + end.length(), html.length);
  }

  private void skipTo(String end) {
    while (at < html.length && !startsWith(end)) {
      at++;
    }
  }

  private boolean startsWith(String ascii) {
    if (html.length - at < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (html[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void copyTo(int end) {
    out.write(html, copied, end - copied);
    copied = end;
  }

  private static boolean isLetter(byte character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }

  private static boolean isSpace(byte character) {
    return character == ' '
        || character == '\n'
        || character == '\t'
        || character == '\r'
        || character == '\f';
  }
}
