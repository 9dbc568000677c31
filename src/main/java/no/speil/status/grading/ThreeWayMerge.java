package no.speil.status.grading;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Merges two people's changes to one text word by word, as diff3 does with lines (Khanna, Kunal and
 * Pierce 2007). Only changes with an unchanged word between them are merged.
 */
public final class ThreeWayMerge {
  private static final Pattern WORD = Pattern.compile("\\s+|\\S+");
  private static final int LONGEST = 4_000;

  private ThreeWayMerge() {}

  /** The merged text; empty if the changes meet or the texts are very long. */
  public static Optional<String> of(String base, String theirs, String mine) {
    List<String> words = words(base);
    List<String> their = words(theirs);
    List<String> my = words(mine);
    if (Math.max(words.size(), Math.max(their.size(), my.size())) > LONGEST) {
      return Optional.empty();
    }
    List<AbstractDelta<String>> deltas =
        Stream.concat(
                DiffUtils.diff(words, their).getDeltas().stream(),
                DiffUtils.diff(words, my).getDeltas().stream())
            .distinct()
            .sorted(Comparator.comparingInt(delta -> delta.getSource().getPosition()))
            .toList();
    return doTheyMeet(deltas) ? Optional.empty() : Optional.of(applied(words, deltas));
  }

  private static boolean doTheyMeet(List<AbstractDelta<String>> deltas) {
    return IntStream.range(1, deltas.size())
        .anyMatch(i -> deltas.get(i).getSource().getPosition() <= end(deltas.get(i - 1)));
  }

  private static String applied(List<String> words, List<AbstractDelta<String>> deltas) {
    var merged = new ArrayList<>(words);
    for (AbstractDelta<String> delta : deltas.reversed()) { // so that those before keep their place
      List<String> replaced = merged.subList(delta.getSource().getPosition(), end(delta));
      replaced.clear();
      replaced.addAll(delta.getTarget().getLines());
    }
    return String.join("", merged);
  }

  private static int end(AbstractDelta<String> delta) {
    return delta.getSource().getPosition() + delta.getSource().size();
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }
}
