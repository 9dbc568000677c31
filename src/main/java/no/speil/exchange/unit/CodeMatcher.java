package no.speil.exchange.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import no.speil.markdown.inline.CodedText;
import no.speil.markdown.inline.InlineCode;
import no.speil.markdown.inline.InlineCode.Position;

/**
 * Gives the codes of a translation the ids of the codes of its original that they stand for: first
 * those with the same Markdown, then those that do the same, as links to another page. The rest get
 * ids of their own.
 */
final class CodeMatcher {
  private CodeMatcher() {}

  /** A code that stands alone, or a span. */
  private record Pair(int id, InlineCode.Type type, boolean isSpan, String data) {
    boolean isLike(Pair other) {
      return type == other.type && isSpan == other.isSpan;
    }
  }

  static CodedText matched(CodedText source, CodedText target) {
    List<Pair> wanted = pairs(source);
    List<Pair> left = pairs(target);
    Map<Integer, Integer> ids = new HashMap<>();
    match(wanted, left, ids, (a, b) -> a.isLike(b) && a.data().equals(b.data()));
    match(wanted, left, ids, Pair::isLike);
    int last = source.codes().stream().mapToInt(InlineCode::id).max().orElse(0);
    for (Pair pair : left) {
      ids.put(pair.id(), ++last);
    }
    return new CodedText(
        target.parts().stream()
            .map(
                part ->
                    part instanceof InlineCode code
                        ? code.withId(ids.getOrDefault(code.id(), code.id()))
                        : part)
            .toList());
  }

  private static void match(
      List<Pair> wanted, List<Pair> left, Map<Integer, Integer> ids, BiPredicate<Pair, Pair> fits) {
    for (Pair pair : List.copyOf(left)) {
      Optional<Pair> found = wanted.stream().filter(each -> fits.test(each, pair)).findFirst();
      if (found.isPresent()) {
        ids.put(pair.id(), found.get().id());
        wanted.remove(found.get());
        left.remove(pair);
      }
    }
  }

  private static List<Pair> pairs(CodedText text) {
    var pairs = new ArrayList<Pair>();
    for (InlineCode code : text.codes()) {
      switch (code.position()) {
        case ALONE -> pairs.add(new Pair(code.id(), code.type(), false, code.data()));
        case OPEN ->
            pairs.add(new Pair(code.id(), code.type(), true, code.data() + end(text, code)));
        case CLOSE -> {}
      }
    }
    return pairs;
  }

  /** The Markdown that ends a span; empty if nothing does. */
  static String end(CodedText text, InlineCode open) {
    return text.codes().stream()
        .filter(code -> code.id() == open.id() && code.position() == Position.CLOSE)
        .map(InlineCode::data)
        .findFirst()
        .orElse("");
  }
}
