package no.speil.web.edit;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import no.speil.corpus.text.HtmlEscape;
import no.speil.corpus.text.HtmlText;
import no.speil.status.grading.Change;
import no.speil.status.grading.DiffPart;
import no.speil.status.grading.DiffPart.Op;
import no.speil.status.grading.WordDiff;
import org.jspecify.annotations.Nullable;

/**
 * Marks in an original's HTML the words that a change has put in, after those that they replace.
 * The change is of its Markdown, so only words that both have are marked.
 *
 * @param diff of the original's Markdown; empty if the older text is not known
 */
record InsertedWords(List<DiffPart> diff) {

  static InsertedWords of(@Nullable Change change) {
    return new InsertedWords(change == null ? List.of() : change.diff());
  }

  /** The HTML with {@code <ins>} around them; well-formed as before. */
  String mark(String html) {
    boolean isChanged = diff.stream().anyMatch(part -> part.op() == Op.INSERT);
    if (!isChanged) {
      return html;
    }
    var markdown = new StringBuilder();
    var inserted = new BitSet();
    var replaced = new TreeMap<Integer, String>(); // by where what replaces it begins
    String deleted = "";
    for (DiffPart part : diff) {
      if (part.op() == Op.INSERT) {
        int end = markdown.length() + part.text().stripTrailing().length();
        int space = part.text().length() - part.text().stripLeading().length();
        int start = Math.min(markdown.length() + space, end);
        inserted.set(start, end);
        replaced.put(start, deleted);
      }
      deleted = part.op() == Op.DELETE ? part.text().strip() : "";
      markdown.append(part.op() == Op.DELETE ? "" : part.text());
    }
    var text = new HtmlText(html);
    @Nullable String[] marks = new String[text.plain().length()];
    int from = 0;
    int to = 0;
    for (DiffPart part : WordDiff.between(markdown.toString(), text.plain())) {
      int length = part.text().length();
      for (int i = 0; part.op() == Op.EQUAL && i < length; i++) {
        marks[to + i] = inserted.get(from + i) ? ins(inserted, from + i) : null;
      }
      from += part.op() == Op.INSERT ? 0 : length;
      to += part.op() == Op.DELETE ? 0 : length;
    }
    String marked = text.marked(marks);
    for (Map.Entry<Integer, String> each : replaced.entrySet()) {
      String ins = ins(inserted, each.getKey());
      String del =
          each.getValue().isEmpty() ? "" : "<del>" + HtmlEscape.text(each.getValue()) + "</del> ";
      marked =
          marked.replaceFirst(ins, Matcher.quoteReplacement(del + "<ins>")).replace(ins, "<ins>");
    }
    return marked;
  }

  /** The tag of what was put in at one place, though markup may stand within it. */
  private static String ins(BitSet inserted, int at) {
    return "<ins id=\"" + (inserted.previousClearBit(at) + 1) + "\">";
  }
}
