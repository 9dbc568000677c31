package no.speil.markdown.visible;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.VisibleText.Break;
import no.speil.corpus.VisibleText.Item;
import no.speil.corpus.VisibleText.Link;
import no.speil.corpus.VisibleText.Manner;
import no.speil.corpus.VisibleText.Picture;
import no.speil.corpus.VisibleText.Task;
import no.speil.corpus.text.ResourceFile;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlSanitizer;

/** Reads what a reader sees of raw HTML: a whole block, or one tag in a paragraph. */
record VisibleHtml(VisiblePieces pieces) {
  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9-]{0,40})");

  /** Neither elements nor comments: declarations, processing instructions, CDATA. */
  private static final Pattern OTHER =
      Pattern.compile("<(?:\\?|!(?!--))[^>]*>?|<!--(?!.*?-->).*", Pattern.DOTALL);

  private static final Set<String> WITHIN_WORDS =
      Set.copyOf(ResourceFile.words(VisibleHtml.class, "elements-within-words.txt"));
  private static final Set<String> LINES =
      Set.copyOf(ResourceFile.words(VisibleHtml.class, "elements-on-lines.txt"));
  private static final Set<String> OTHERS =
      Set.copyOf(ResourceFile.words(VisibleHtml.class, "other-elements.txt"));
  private static final Set<String> UNSEEN = Set.of("script", "style", "template");

  /** A tag in a paragraph. */
  record Tag(String name, boolean closing) {
    /** Parses a tag; null for anything else in angle brackets. */
    static @Nullable Tag of(String written) {
      Matcher tag = TAG.matcher(written);
      return tag.lookingAt()
          ? new Tag(tag.group(2).toLowerCase(Locale.ROOT), !tag.group(1).isEmpty())
          : null;
    }

    /** How the tag marks the words up to its counterpart; null if it does not. */
    @Nullable Manner manner() {
      return switch (name) {
        case "del", "s", "strike" -> Manner.STRUCK;
        case "em", "i", "cite" -> Manner.ITALIC;
        case "strong", "b" -> Manner.BOLD;
        default -> null;
      };
    }
  }

  /** Reads a tag in a paragraph. */
  void readTag(Tag tag, String written) {
    readUnknown(written);
    if (tag.closing()) {
      closed(tag.name());
      return;
    }
    HtmlSanitizer.sanitize(
        written,
        new Events() {
          @Override
          public void openTag(String name, List<String> attributes) {
            if (name.equals(tag.name())) {
              opened(name, attributes);
            }
          }
        });
  }

  /** Reads other text in angle brackets: comments are skipped, the rest may matter. */
  void readOther(String written) {
    OTHER.matcher(written).results().forEach(other -> pieces.unseen(other.group()));
  }

  /** Reads a block. */
  void readBlock(String html) {
    readOther(html);
    readUnknown(html);
    HtmlSanitizer.sanitize(html, new BlockEvents(html.toLowerCase(Locale.ROOT)));
  }

  private void opened(String name, List<String> attributes) {
    switch (name) {
      case "sup" -> pieces.words("^");
      case "sub" -> pieces.words("_");
      case "br" -> pieces.add(Break.LINE);
      case "td", "th" -> {
        if (!pieces.isAtStart()) {
          pieces.add(Break.CELL);
        }
      }
      case "li" -> {
        pieces.add(Break.BLOCK);
        pieces.add(new Item("", Task.NONE));
      }
      default -> part(name);
    }
    for (int i = 0; i + 1 < attributes.size(); i += 2) {
      attribute(attributes.get(i), attributes.get(i + 1));
    }
  }

  private void closed(String name) {
    if (!name.equals("td") && !name.equals("th")) {
      part(name);
    }
  }

  private void part(String name) {
    if (LINES.contains(name)) {
      pieces.add(Break.BLOCK);
    } else if (!WITHIN_WORDS.contains(name)) {
      pieces.words(" ");
    }
  }

  private void attribute(String name, String value) {
    switch (name) {
      case "href", "cite", "data" -> pieces.add(new Link(value));
      case "src", "srcset", "poster" -> pieces.add(new Picture(value));
      case "hidden", "value", "start", "dir" -> pieces.unseen(name + "=" + value);
      case "alt", "title", "aria-label", "placeholder" -> pieces.words(" " + value + " ");
      case "style" -> {
        if (value.contains("display") || value.contains("visibility")) {
          pieces.unseen(value);
        }
      }
      default -> {}
    }
  }

  /** Reads an unknown tag: it is not shown, but may be a word. */
  private void readUnknown(String html) {
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      String name = tag.group(2).toLowerCase(Locale.ROOT);
      if (!WITHIN_WORDS.contains(name) && !LINES.contains(name) && !OTHERS.contains(name)) {
        pieces.unseen(tag.group());
      }
    }
  }

  private abstract static class Events implements HtmlSanitizer.Policy {
    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String name, List<String> attributes) {}

    @Override
    public void closeTag(String name) {}

    @Override
    public void text(String text) {}
  }

  private final class BlockEvents extends Events {
    private final String html;
    private boolean unseen;

    /**
     * @param html in lower case
     */
    BlockEvents(String html) {
      this.html = html;
    }

    @Override
    public void openTag(String name, List<String> attributes) {
      Manner manner = new Tag(name, false).manner();
      if (manner != null) {
        pieces.open(manner);
      }
      if (manner == Manner.STRUCK && !html.contains("</" + name)) {
        pieces.unseen("<" + name + ">"); // without an end nobody knows what is struck out
      }
      unseen |= UNSEEN.contains(name);
      opened(name, attributes);
    }

    @Override
    public void closeTag(String name) {
      Manner manner = new Tag(name, true).manner();
      if (manner != null) {
        pieces.close(manner);
      }
      unseen &= !UNSEEN.contains(name);
      closed(name);
    }

    @Override
    public void text(String text) {
      if (unseen) {
        pieces.unseen(text);
      } else {
        pieces.words(text);
      }
    }
  }
}
