package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import no.speil.corpus.VisibleText;
import no.speil.corpus.VisibleText.Manner;

/**
 * Checks that as many words are bold, italic and struck out as in the original, and that code in
 * running text is the same: the codes that an import demands. Of shortcodes, whose attributes are
 * translated, only the names are compared.
 */
final class EmphasisAndCode implements QaRule {
  private static final Pattern SHORTCODE = Pattern.compile("\\{\\{[<%]\\s*(/?\\s*[^\\s>%]+).*");

  @Override
  public void check(CheckedTexts checkedTexts, BiConsumer<QaCheck, List<String>> found) {
    VisibleText original = checkedTexts.original().visible();
    VisibleText translation = checkedTexts.translation().visible();
    found.accept(QaCheck.EMPHASIS_MISSING, emphasis(original, translation));
    found.accept(QaCheck.EMPHASIS_ADDED, emphasis(translation, original));
    found.accept(QaCheck.CODE_MISSING, code(original, translation));
    found.accept(QaCheck.CODE_ADDED, code(translation, original));
  }

  /** The emphasised words that come after as many as the other text has. */
  private static List<String> emphasis(VisibleText text, VisibleText other) {
    var more = new ArrayList<String>();
    for (Manner manner : List.of(Manner.BOLD, Manner.ITALIC, Manner.STRUCK)) {
      List<String> words = text.marked(manner);
      more.addAll(words.subList(Math.min(words.size(), other.marked(manner).size()), words.size()));
    }
    return more;
  }

  private static List<String> code(VisibleText text, VisibleText other) {
    List<String> more = new ArrayList<>(code(text));
    code(other).forEach(more::remove); // each once
    return more;
  }

  private static List<String> code(VisibleText text) {
    return text.inlineCode().stream()
        .map(code -> SHORTCODE.matcher(code).replaceAll("{{$1}}"))
        .toList();
  }
}
