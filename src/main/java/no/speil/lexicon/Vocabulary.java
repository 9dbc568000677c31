package no.speil.lexicon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The terms of one language, each with its most frequent form. */
final class Vocabulary {
  private final WordList terms;
  private final WordList forms;

  private Vocabulary(WordList terms, WordList forms) {
    this.terms = terms;
    this.forms = forms;
  }

  static Vocabulary of(Map<String, String> formsOfTerms) {
    List<String> sorted = formsOfTerms.keySet().stream().sorted(WordList::compare).toList();
    return new Vocabulary(
        WordList.of(sorted),
        WordList.of(sorted.stream().map(term -> form(term, formsOfTerms)).toList()));
  }

  private static String form(String term, Map<String, String> forms) {
    String form = forms.getOrDefault(term, "");
    return form.isEmpty() ? term : form;
  }

  int size() {
    return terms.size();
  }

  String term(int number) {
    return terms.get(number);
  }

  int find(String term) {
    return terms.find(term);
  }

  TermTranslation translation(int number, double weight, boolean sure) {
    return new TermTranslation(terms.get(number), forms.get(number), weight, sure);
  }

  NormVariants norms(Supplier<WordMultimap> pairs) {
    return NormVariants.of(terms, pairs);
  }

  void write(DataOutputStream out) throws IOException {
    terms.write(out);
    forms.write(out);
  }

  static Vocabulary read(DataInputStream in) throws IOException {
    return new Vocabulary(WordList.read(in), WordList.read(in));
  }
}
