package no.speil.exchange.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
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
  private record Pair(InlineCode code, String data) {
    boolean isLike(Pair other) {
      return code.type() == other.code.type() && code.position() == other.code.position();
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
      ids.put(pair.code().id(), ++last);
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
        ids.put(pair.code().id(), found.get().code().id());
        wanted.remove(found.get());
        left.remove(pair);
      }
    }
  }

  private static List<Pair> pairs(CodedText text) {
    return text.codes().stream()
        .filter(code -> code.position() != Position.CLOSE)
        .map(code -> new Pair(code, code.data() + end(text, code)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** The Markdown that ends a span; empty for what stands alone. */
  static String end(CodedText text, InlineCode start) {
    List<InlineCode> codes = start.position() == Position.OPEN ? text.codes() : List.of();
    return codes.stream()
        .filter(code -> code.id() == start.id() && code.position() == Position.CLOSE)
        .map(InlineCode::data)
        .findFirst()
        .orElse("");
  }
}
