package no.speil.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.Side;
import no.speil.lexicon.TranslationTable.Target;

/** What is gathered of one language while a lexicon is made. */
final class LexiconSideBuilder {
  private static final int BEST = 8;

  /**
   * What is less likely than that share of the likeliest is mostly a word that stands beside it
   * often. Leaving it out costs no relevance (RelevanceFigures) and spares people odd offers.
   */
  private static final double LEAST_OF_BEST = .2;

  private final Side side;
  private final Map<String, Form> forms = new HashMap<>();
  private final Map<String, Map<String, Weight>> rows = new HashMap<>();
  private final Set<String> settled = new HashSet<>();

  private record Weight(float amount, boolean sure) {
    Weight and(Weight other) {
      return new Weight(Math.max(amount, other.amount), sure || other.sure);
    }
  }

  /** A way to write a term; empty where none is known. */
  private record Form(String text, long count) {
    boolean isBetter(Form other) {
      if (text.isEmpty() || other.text.isEmpty()) {
        return other.text.isEmpty();
      }
      return count > other.count || (count == other.count && text.compareTo(other.text) < 0);
    }
  }

  LexiconSideBuilder(Side side) {
    this.side = side;
  }

  Side side() {
    return side;
  }

  boolean has(String term) {
    return forms.containsKey(term);
  }

  /** Of several forms the most frequent stays, of equals the first of the alphabet. */
  void form(String term, String form, long count) {
    forms.merge(term, new Form(form, count), (one, other) -> other.isBetter(one) ? other : one);
  }

  /** Of several weights the highest stays; of what is settled, all. */
  void translation(String term, String translation, float weight, boolean sure) {
    if (!settled.contains(term)) {
      rows.computeIfAbsent(term, t -> new HashMap<>())
          .merge(translation, new Weight(weight, sure), Weight::and);
    }
  }

  /** From now on that word has only translations that are settled. */
  void settle(String term, String translation) {
    if (settled.add(term)) {
      rows.remove(term);
    }
    rows.computeIfAbsent(term, t -> new HashMap<>()).put(translation, new Weight(1, true));
  }

  Vocabulary vocabulary() {
    var texts = new HashMap<String, String>();
    forms.forEach((term, form) -> texts.put(term, form.text()));
    return Vocabulary.of(side, texts);
  }

  /** The rows in the order of a vocabulary, each with its best translations. */
  TranslationTable table(Vocabulary own, Vocabulary other) {
    var all = new ArrayList<List<Target>>(own.size());
    for (int number = 0; number < own.size(); number++) {
      all.add(best(rows.getOrDefault(own.term(number), Map.of()), other));
    }
    return TranslationTable.of(all);
  }

  private static List<Target> best(Map<String, Weight> row, Vocabulary other) {
    double best = row.values().stream().mapToDouble(Weight::amount).max().orElse(0);
    double least = LEAST_OF_BEST * best;
    return row.entrySet().stream()
        .filter(each -> each.getValue().sure() || each.getValue().amount() >= least)
        .map(
            each ->
                new Target(
                    other.find(each.getKey()), each.getValue().amount(), each.getValue().sure()))
        .sorted(
            Comparator.comparingDouble(Target::weight).reversed().thenComparingInt(Target::number))
        .limit(BEST)
        .toList();
  }
}
