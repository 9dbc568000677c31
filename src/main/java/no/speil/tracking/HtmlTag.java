package no.speil.tracking;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One HTML tag in a paragraph, and what of it a reader sees or follows. */
record HtmlTag(String written, String name) {
  private static final Pattern TAG =
      Pattern.compile(
          "</?([A-Za-z][A-Za-z0-9-]{0,30})(?=[\\s/>])(?:[^<>\"']{1,2000}+|\"[^\"]{0,2000}\"|'[^']{0,2000}'){0,200}>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s([A-Za-z-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+)))?");

  static @Nullable HtmlTag at(String source, int i, int to) {
    Matcher tag = TAG.matcher(source).region(i, to);
    return tag.lookingAt() ? new HtmlTag(tag.group(), tag.group(1)) : null;
  }

  /** Whether what follows is struck out. */
  boolean strikes() {
    return !isClosing()
        && switch (name.toLowerCase(Locale.ROOT)) {
          case "del", "s", "strike" -> true;
          default -> false;
        };
  }

  void read(VisibleText.Draft draft, StringBuilder out) {
    switch (name.toLowerCase(Locale.ROOT)) {
      case "a",
          "abbr",
          "b",
          "code",
          "em",
          "font",
          "i",
          "ins",
          "kbd",
          "mark",
          "q",
          "small",
          "span",
          "strong",
          "u",
          "wbr" -> {} // these stand inside words
      case "del", "s", "strike" -> draft.targets.add(written); // without an end: nobody knows
      case "sup" -> out.append('^');
      case "sub" -> out.append('_');
      case "li" -> {
        draft.items += isClosing() ? 0 : 1;
        out.append(' ');
      }
      default -> out.append(' ');
    }
    Matcher attribute = ATTRIBUTE.matcher(written);
    while (attribute.find()) {
      attribute(attribute.group(1).toLowerCase(Locale.ROOT), value(attribute), draft, out);
    }
  }

  private static void attribute(
      String key, String value, VisibleText.Draft draft, StringBuilder out) {
    switch (key) {
      case "href", "src", "srcset", "cite", "data", "poster", "hidden", "value", "start", "dir" ->
          draft.targets.add(value.isEmpty() ? key : value);
      case "alt", "title", "aria-label", "placeholder" -> out.append(' ').append(value).append(' ');
      case "style" -> {
        if (value.contains("display") || value.contains("visibility")) {
          draft.targets.add(value);
        }
      }
      default -> {}
    }
  }

  private static String value(Matcher attribute) {
    for (int group = 2; group <= 4; group++) {
      if (attribute.group(group) != null) {
        return attribute.group(group);
      }
    }
    return "";
  }

  private boolean isClosing() {
    return written.startsWith("</");
  }
}
