package no.speil.search.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Words that no rule of endings leads from their forms, such as "bok" from "bøker" and "woman" from
 * "women". A form of two words is taken for the first.
 */
final class IrregularForms {
  static final IrregularForms NORWEGIAN = read("irregular-no.txt", IrregularForms::folded);
  static final IrregularForms ENGLISH = read("irregular-en.txt", word -> word);

  private final Map<String, String> bases;

  private IrregularForms(Map<String, String> bases) {
    this.bases = Map.copyOf(bases);
  }

  /** The word of a form; null where the form needs none. */
  @Nullable String of(String form) {
    return bases.get(form);
  }

  /** Differs where the forms do. */
  String fingerprint() {
    return bases.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList().toString();
  }

  private static IrregularForms read(String file, UnaryOperator<String> spelling) {
    var bases = new HashMap<String, String>();
    try (@Nullable InputStream in = IrregularForms.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing in the program: " + file);
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> take(List.of(spelling.apply(line).split(" ", -1)), bases));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
    return new IrregularForms(bases);
  }

  private static void take(List<String> words, Map<String, String> bases) {
    Iterator<String> forms = words.iterator();
    String base = forms.next();
    forms.forEachRemaining(form -> bases.putIfAbsent(form, base));
  }

  /** As the words are when they come here. */
  private static String folded(String line) {
    return line.replace('å', 'a').replace('ø', 'o').replace('æ', 'a');
  }
}
