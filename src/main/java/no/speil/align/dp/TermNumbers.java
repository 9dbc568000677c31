package no.speil.align.dp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the terms of one side of a document from 0, in the order of the text. */
final class TermNumbers {
  private final List<Term> terms = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** How many different terms have been numbered. */
  int size() {
    return terms.size();
  }

  Term term(int number) {
    return terms.get(number);
  }

  /** The number of a term, which is the next one if it has none. */
  int of(Term term) {
    return numbers.computeIfAbsent(
        term.text(),
        text -> {
          terms.add(term);
          return terms.size() - 1;
        });
  }

  /** The number of a term; -1 if it has none. */
  int number(String text) {
    return numbers.getOrDefault(text, -1);
  }
}
