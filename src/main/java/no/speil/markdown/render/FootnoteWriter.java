package no.speil.markdown.render;

import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.text.HtmlEscape;

/**
 * Writes footnote references and footnotes, linked by ids such as {@code fn-no-1}. Footnotes have
 * numbers in the order in which they stand, so that both sides of a document show the same; labels
 * that are all numbers are kept. A reference has the note's text as its title.
 */
final class FootnoteWriter {
  private static final Pattern LABEL = Pattern.compile("\\s*\\[\\^([^\\]]+)\\]");

  /** What is written otherwise in an id. */
  private static final Pattern ODD = Pattern.compile("[^a-z0-9]");

  private final Sanitizer sanitizer;
  private final String prefix;
  private final Map<String, Note> notes = new HashMap<>();
  private final Set<String> marked = new HashSet<>();

  /**
   * @param prefix makes the ids of several texts on one page distinct
   * @param all the blocks of the file
   */
  FootnoteWriter(Sanitizer sanitizer, String prefix, List<Block> all) {
    this.sanitizer = sanitizer;
    this.prefix = prefix;
    List<Block> footnotes =
        all.stream().filter(block -> block.kind() == BlockKind.FOOTNOTE).toList();
    boolean numbered = footnotes.stream().allMatch(block -> label(block).matches("[0-9]+"));
    for (Block block : footnotes) {
      String number = numbered ? label(block) : String.valueOf(notes.size() + 1);
      notes.putIfAbsent(normalized(label(block)), new Note(number, block.text()));
    }
  }

  private record Note(String number, String text) {}

  private static String label(Block footnote) {
    Matcher matcher = LABEL.matcher(footnote.markdown());
    return matcher.lookingAt() ? matcher.group(1) : "";
  }

  private static String normalized(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }

  private Note note(String label) {
    return notes.getOrDefault(normalized(label), new Note(label, ""));
  }

  void mark(Footnote mark, String written, StringBuilder html) {
    if (!mark.isDefined()) {
      html.append(HtmlEscape.text(written));
      return;
    }
    String label = mark.getText().toString();
    html.append("<sup class=\"footnote-ref\"");
    if (marked.add(label)) {
      html.append(" id=\"").append(sanitizer.sealed("fnref-" + name(label))).append('"');
    }
    html.append("><a href=\"#").append(sanitizer.sealed("fn-" + name(label))).append('"');
    Note note = note(label);
    if (!note.text().isEmpty()) {
      html.append(" title=\"").append(HtmlEscape.text(note.text())).append('"');
    }
    html.append('>').append(HtmlEscape.text(note.number())).append("</a></sup>");
  }

  void write(FootnoteBlock note, Consumer<Node> children, StringBuilder html) {
    String label = note.getText().toString();
    html.append("<div class=\"footnote\" id=\"").append(sanitizer.sealed("fn-" + name(label)));
    html.append("\"><sup>").append(HtmlEscape.text(note(label).number())).append("</sup> ");
    children.accept(note);
    html.append(" <a class=\"footnote-back\" href=\"#");
    html.append(sanitizer.sealed("fnref-" + name(label))).append("\">↩</a></div>");
  }

  private String name(String label) {
    return prefix
        + ODD.matcher(normalized(label))
            .replaceAll(found -> "_%x_".formatted(found.group().codePointAt(0)));
  }
}
