package no.speil.web.edit;

import java.util.BitSet;
import java.util.List;
import no.speil.corpus.text.HtmlText;
import no.speil.status.grading.Change;
import no.speil.status.grading.DiffPart;
import no.speil.status.grading.DiffPart.Op;
import org.jspecify.annotations.Nullable;

/**
 * Marks in an original's HTML the words that a change has put in. The change is of its Markdown, so
 * only words that both have are marked.
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
    for (DiffPart part : diff) {
      if (part.op() == Op.INSERT) {
        int end = markdown.length() + part.text().stripTrailing().length();
        int space = part.text().length() - part.text().stripLeading().length();
        inserted.set(Math.min(markdown.length() + space, end), end);
      }
      markdown.append(part.op() == Op.DELETE ? "" : part.text());
    }
    var text = new HtmlText(html);
    @Nullable String[] marks = new String[text.plain().length()];
    int from = 0;
    int to = 0;
    for (DiffPart part : Change.words(markdown.toString(), text.plain())) {
      int length = part.text().length();
      for (int i = 0; part.op() == Op.EQUAL && i < length; i++) {
        marks[to + i] = inserted.get(from + i) ? "<ins>" : null;
      }
      from += part.op() == Op.INSERT ? 0 : length;
      to += part.op() == Op.DELETE ? 0 : length;
    }
    return text.marked(marks, "</ins>");
  }
}
