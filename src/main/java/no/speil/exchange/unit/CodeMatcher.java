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
  private record Pair(int id, InlineCode.Type type, boolean isSpan, String data) {}

  static CodedText matched(CodedText source, CodedText target) {
    List<Pair> wanted = pairs(source);
    List<Pair> left = pairs(target);
    Map<Integer, Integer> ids = new HashMap<>();
    match(wanted, left, ids, Pair::equals);
    match(wanted, left, ids, (a, b) -> a.type() == b.type() && a.isSpan() == b.isSpan());
    int last = source.codes().stream().mapToInt(InlineCode::id).max().orElse(0);
    for (Pair pair : left) {
      ids.put(pair.id(), ++last);
    }
    return new CodedText(
        target.parts().stream()
            .map(
                part ->
                    part instanceof InlineCode code
                        ? new InlineCode(
                            ids.getOrDefault(code.id(), code.id()),
                            code.position(),
                            code.type(),
                            code.data())
                        : part)
            .toList());
  }

  private static void match(
      List<Pair> wanted, List<Pair> left, Map<Integer, Integer> ids, BiPredicate<Pair, Pair> fits) {
    for (Pair pair : List.copyOf(left)) {
      Optional<Pair> found =
          wanted.stream()
              .filter(
                  each ->
                      fits.test(new Pair(pair.id(), each.type(), each.isSpan(), each.data()), pair))
              .findFirst();
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
            pairs.add(new Pair(code.id(), code.type(), true, code.data() + end(text, code.id())));
        case CLOSE -> {}
      }
    }
    return pairs;
  }

  private static String end(CodedText text, int id) {
    return text.codes().stream()
        .filter(code -> code.id() == id && code.position() == Position.CLOSE)
        .map(InlineCode::data)
        .findFirst()
        .orElse("");
  }
}
