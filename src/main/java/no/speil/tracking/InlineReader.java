package no.speil.tracking;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the marks inside a paragraph off, keeping addresses, code and what is struck out apart. */
final class InlineReader {
  private static final int DEEPEST = 50;
  private static final Pattern ATTRIBUTES = Pattern.compile("\\{:?\\s*[#.][^{}\\n]{0,300}\\}");
  private static final Pattern AUTOLINK =
      Pattern.compile(
          "<((?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\\s<>]{0,2000}|[^\\s<>@]{1,64}@[^\\s<>@]{1,255}))>");
  private static final Pattern BARE_LINK =
      Pattern.compile("(?:https?://|www\\.)[^\\s<>\\[\\]]{0,1999}[^\\s<>\\[\\].,;:!?)\"'»”*_~]");
  private static final Pattern NOTE = Pattern.compile("\\[\\^[^\\]\\s]{1,100}\\]");

  private final String source;
  private final VisibleText.Draft draft;
  private final BitSet emphasis;
  private final BracketPairs brackets;
  private final ClosingMarks closings;
  private StringBuilder out;
  private int depth;

  InlineReader(String source, VisibleText.Draft draft) {
    this.source = source;
    this.draft = draft;
    this.emphasis = EmphasisMarks.marks(source);
    this.closings = new ClosingMarks(source);
    this.brackets = BracketPairs.of(source);
    this.out = draft.text;
  }

  void read() {
    read(0, source.length());
  }

  private void read(int from, int to) {
    depth++;
    int i = from;
    while (i < to) {
      int next = depth > DEEPEST ? i : mark(i, to);
      if (next == i) {
        out.append(source.charAt(i));
        next++;
      }
      i = next;
    }
    depth--;
  }

  /** Reads the mark at i and answers where it ends; i itself where there is none. */
  private int mark(int i, int to) {
    return switch (source.charAt(i)) {
      case '\\' -> escape(i, to);
      case '*', '_' -> emphasis.get(i) ? i + 1 : i;
      case '`' -> code(i, to);
      case '~' -> struck(i, to, "~~", "~~");
      case '<' -> angle(i, to);
      case '!', '[' -> link(i, to);
      case '&' -> HtmlEntities.decode(source, i, to, out);
      case '{' -> brace(i, to);
      case 'h', 'w' -> bareLink(i, to);
      default -> i;
    };
  }

  private int escape(int i, int to) {
    if (i + 1 >= to || Character.isLetterOrDigit(source.charAt(i + 1))) {
      return i;
    }
    out.append(source.charAt(i + 1));
    return i + 2;
  }

  private int code(int i, int to) {
    int open = closings.ticksFrom(i, to);
    String ticks = source.substring(i, open);
    int close = closings.findTicks(ticks, open, to);
    if (close < 0) {
      out.append(ticks);
      return open;
    }
    String content = source.substring(open, close).strip();
    draft.code.add(content);
    out.append(content);
    return close + ticks.length();
  }

  private int struck(int i, int to, String opening, String closing) {
    if (!source.startsWith(opening, i)) {
      return i;
    }
    int close = closings.find(closing, i + opening.length(), to);
    if (close < 0) {
      return i;
    }
    StringBuilder outer = out;
    out = draft.struck;
    read(i + opening.length(), close);
    out.append(' ');
    out = outer;
    return close + closing.length();
  }

  private int angle(int i, int to) {
    if (source.startsWith("<!--", i)) {
      int end = closings.find("-->", i, to);
      return end < 0 ? i : end + 3;
    }
    Matcher autolink = at(AUTOLINK, i, to);
    if (autolink.lookingAt()) {
      draft.targets.add(autolink.group(1));
      out.append(autolink.group(1));
      return autolink.end();
    }
    HtmlTag tag = HtmlTag.at(source, i, to);
    if (tag == null) {
      return i;
    }
    int after = tag.strikes() ? struck(i, to, tag.written(), "</" + tag.name() + ">") : i;
    if (after == i) {
      tag.read(draft, out);
      after = i + tag.written().length();
    }
    return after;
  }

  private int link(int i, int to) {
    boolean picture = source.charAt(i) == '!';
    int open = picture ? i + 1 : i;
    if (open >= to || source.charAt(open) != '[') {
      return i;
    }
    Matcher note = at(NOTE, open, to);
    if (note.lookingAt()) {
      draft.targets.add(note.group());
      return note.end();
    }
    int close = brackets.closing(open);
    if (close < 0 || close + 1 >= to || "([".indexOf(source.charAt(close + 1)) < 0) {
      return i;
    }
    int end = brackets.closing(close + 1);
    if (end < 0 || end >= to) {
      return i;
    }
    read(open + 1, close);
    destination(close + 1, end);
    return end + 1;
  }

  /** An address with an optional title, which is words; or the label of a reference. */
  private void destination(int open, int close) {
    String inside = source.substring(open + 1, close).strip();
    int space = source.charAt(open) == '(' ? inside.replace('\n', ' ').indexOf(' ') : -1;
    draft.targets.add(space < 0 ? inside : inside.substring(0, space));
    if (space >= 0) {
      out.append(' ').append(inside.substring(space).strip());
    }
  }

  private int brace(int i, int to) {
    Matcher attributes = at(ATTRIBUTES, i, to);
    if (attributes.lookingAt()) {
      return attributes.end();
    }
    int end = source.startsWith("{{", i) ? closings.find("}}", i + 2, to) : -1;
    end = source.startsWith("{%", i) ? closings.find("%}", i + 2, to) : end;
    if (end < 0) {
      return i;
    }
    String shortcode = source.substring(i, end + 2);
    draft.code.add(shortcode);
    out.append(shortcode);
    return end + 2;
  }

  private int bareLink(int i, int to) {
    if (i > 0 && Character.isLetterOrDigit(source.charAt(i - 1))) {
      return i;
    }
    Matcher link = at(BARE_LINK, i, to);
    if (!link.lookingAt()) {
      return i;
    }
    draft.targets.add(link.group());
    out.append(link.group());
    return link.end();
  }

  private Matcher at(Pattern pattern, int from, int to) {
    return pattern.matcher(source).region(from, to);
  }
}
