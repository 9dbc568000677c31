package no.speil.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import no.speil.corpus.Side;

/** Collects the terms, forms and translations of one language while a lexicon is built. */
final class LexiconSideBuilder {
  private static final int BEST = 8;

  /**
   * Translations below this share of the best weight are dropped: most are words that often occur
   * beside it. This costs no relevance ({@code RelevanceFigures}) and spares people odd
   * suggestions.
   */
  private static final double LEAST_OF_BEST = .2;

  /** The least weight of a sure translation, as a share of the best. */
  private static final double SURE_OF_BEST = .5;

  final Side side;
  private final Map<String, Form> forms = new HashMap<>();
  private final Map<String, Map<String, Weight>> rows = new HashMap<>();
  private final Set<String> settled = new HashSet<>();

  private record Weight(float amount, boolean sure) {
    Weight and(Weight other) {
      return new Weight(Math.max(amount, other.amount), sure || other.sure);
    }
  }

  /** A form of a term; empty if none is known. */
  private record Form(String text, long count) {
    static final Comparator<Form> WORST_FIRST =
        Comparator.comparing((Form each) -> !each.text.isEmpty())
            .thenComparingLong(Form::count)
            .thenComparing(Form::text, Comparator.reverseOrder());
  }

  LexiconSideBuilder(Side side) {
    this.side = side;
  }

  boolean has(String term) {
    return forms.containsKey(term);
  }

  /**
   * Adds a form of a term. The most frequent is kept; of equals, the first in alphabetical order.
   */
  void form(String term, String form, long count) {
    forms.merge(term, new Form(form, count), BinaryOperator.maxBy(Form.WORST_FIRST));
  }

  /** Adds a translation. Of several weights the highest is kept. */
  void translation(String term, String translation, float weight, boolean sure) {
    if (!settled.contains(term)) {
      rows.computeIfAbsent(term, t -> new HashMap<>())
          .merge(translation, new Weight(weight, sure), Weight::and);
    }
  }

  /** Drops the translations of all other terms. */
  void keep(Set<String> terms) {
    rows.keySet().retainAll(terms);
  }

  /** Adds a translation of the glossary; the term gets no others from now on. */
  void addGlossary(String term, String translation) {
    if (settled.add(term)) {
      rows.remove(term);
    }
    rows.computeIfAbsent(term, t -> new HashMap<>()).put(translation, new Weight(1, true));
  }

  /**
   * Each term with its form and its best translations.
   *
   * @param other the other language, which has their forms
   */
  Map<String, List<String>> rows(LexiconSideBuilder other) {
    var all = new HashMap<String, List<String>>();
    for (String term : forms.keySet()) {
      var row = new ArrayList<>(List.of(form(term)));
      best(rows.getOrDefault(term, Map.of()), other).forEach(each -> row.addAll(each.toRow()));
      all.put(term, row);
    }
    return all;
  }

  private String form(String term) {
    Form form = forms.get(term);
    return form == null || form.text().isEmpty() ? term : form.text();
  }

  private static List<TermTranslation> best(Map<String, Weight> row, LexiconSideBuilder other) {
    double best = row.values().stream().mapToDouble(Weight::amount).max().orElse(0);
    double least = LEAST_OF_BEST * best;
    double leastSure = SURE_OF_BEST * best;
    return row.entrySet().stream()
        .filter(each -> each.getValue().sure() || each.getValue().amount() >= least)
        .map(
            each ->
                new TermTranslation(
                    each.getKey(),
                    other.form(each.getKey()),
                    each.getValue().amount(),
                    each.getValue().sure() && each.getValue().amount() >= leastSure))
        .sorted(
            Comparator.comparingDouble(TermTranslation::weight)
                .reversed()
                .thenComparing(TermTranslation::term))
        .limit(BEST)
        .toList();
  }
}
