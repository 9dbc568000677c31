package no.speil.lexicon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Words and phrases, each with a list of others. Immutable; takes about 8 bytes a key and 4 a value
 * beside their letters.
 */
public final class WordMultimap {
  private final WordList keys;
  private final int[] starts;
  private final int[] values;
  private final WordList texts;

  private WordMultimap(WordList keys, int[] starts, int[] values, WordList texts) {
    this.keys = keys;
    this.starts = starts;
    this.values = values;
    this.texts = texts;
  }

  /** The same lists in the same order. */
  public static WordMultimap of(Map<String, ? extends Collection<String>> lists) {
    List<String> keys = lists.keySet().stream().sorted(WordList::compare).toList();
    List<? extends Collection<String>> inOrder = keys.stream().map(key -> lists.get(key)).toList();
    List<String> texts = inOrder.stream().flatMap(Collection::stream).distinct().toList();
    var numbers = new HashMap<String, Integer>();
    texts.forEach(text -> numbers.put(text, numbers.size()));
    var starts = new int[keys.size() + 1];
    IntStream.range(0, keys.size())
        .forEach(key -> starts[key + 1] = starts[key] + inOrder.get(key).size());
    int[] values =
        inOrder.stream()
            .flatMap(Collection::stream)
            .mapToInt(text -> numbers.getOrDefault(text, -1))
            .toArray();
    return new WordMultimap(WordList.of(keys), starts, values, WordList.of(texts));
  }

  int size() {
    return keys.size();
  }

  String key(int number) {
    return keys.get(number);
  }

  /** The number of a key; less than 0 for others. */
  int find(String key) {
    return keys.find(key);
  }

  List<String> of(int number) {
    return IntStream.range(starts[number], starts[number + 1])
        .mapToObj(at -> texts.get(values[at]))
        .toList();
  }

  /** The list of a key; empty for others. */
  public List<String> of(String key) {
    int number = find(key);
    return number < 0 ? List.of() : of(number);
  }

  public void write(DataOutputStream out) throws IOException {
    keys.write(out);
    Numbers.writeStarts(out, starts);
    Numbers.write(out, values);
    texts.write(out);
  }

  public static WordMultimap read(DataInputStream in) throws IOException {
    WordList keys = WordList.read(in);
    int[] starts = Numbers.starts(in);
    int[] values = Numbers.ints(in, starts[starts.length - 1]);
    return new WordMultimap(keys, starts, values, WordList.read(in));
  }
}
