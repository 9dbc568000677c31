package no.speil.lexicon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.lexicon.DictionaryBuilder.Pair;
import no.speil.lexicon.TermTokenizer.Token;

/** The pairs of single words of a dictionary, in 36 bytes each beside their letters. Immutable. */
final class DictionaryPairs {
  private final WordList terms;
  private final WordList forms;

  /** For each pair: the number of the Norwegian word, of the English one, and the spellings. */
  private final int[] numbers;

  /** For each pair: the shares of the Norwegian word's meanings, and that of the English one's. */
  private final double[] shares;

  private DictionaryPairs(WordList terms, WordList forms, int[] numbers, double[] shares) {
    this.terms = terms;
    this.forms = forms;
    this.numbers = numbers;
    this.shares = shares;
  }

  static DictionaryPairs of(List<Pair> pairs) {
    List<Token> tokens =
        pairs.stream()
            .flatMap(pair -> Stream.of(pair.norwegian(), pair.english()))
            .map(DictionaryPairs::first)
            .distinct()
            .toList();
    Map<Token, Integer> places = new HashMap<>();
    tokens.forEach(token -> places.put(token, places.size()));
    return new DictionaryPairs(
        WordList.of(tokens.stream().map(Token::term).toList()),
        WordList.of(tokens.stream().map(Token::form).toList()),
        pairs.stream()
            .flatMapToInt(
                pair ->
                    IntStream.of(
                        places.getOrDefault(first(pair.norwegian()), -1),
                        places.getOrDefault(first(pair.english()), -1),
                        pair.spellings()))
            .toArray(),
        pairs.stream()
            .flatMapToDouble(
                pair -> DoubleStream.of(pair.share(), pair.shareOfSense(), pair.shareOfEnglish()))
            .toArray());
  }

  /** The pairs in the order of the dictionary; their words stand at the beginning of a text. */
  Stream<Pair> stream() {
    return IntStream.range(0, shares.length / 3)
        .mapToObj(
            pair ->
                new Pair(
                    token(numbers[3 * pair]),
                    token(numbers[3 * pair + 1]),
                    numbers[3 * pair + 2],
                    shares[3 * pair],
                    shares[3 * pair + 1],
                    shares[3 * pair + 2]));
  }

  private Token token(int number) {
    return new Token(terms.get(number), forms.get(number), 0);
  }

  private static Token first(Token token) {
    return token.position() == 0 ? token : new Token(token.term(), token.form(), 0);
  }

  void write(DataOutputStream out) throws IOException {
    terms.write(out);
    forms.write(out);
    out.writeInt(shares.length / 3);
    Numbers.write(out, numbers);
    Numbers.write(out, shares);
  }

  static DictionaryPairs read(DataInputStream in) throws IOException {
    WordList terms = WordList.read(in);
    WordList forms = WordList.read(in);
    int size = in.readInt();
    int[] numbers = Numbers.ints(in, 3 * size);
    return new DictionaryPairs(terms, forms, numbers, Numbers.doubles(in, 3 * size));
  }
}
