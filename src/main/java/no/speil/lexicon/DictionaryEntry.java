package no.speil.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A headword of the dictionary with its translations.
 *
 * @param bokmaal its spellings in Bokmål, the most usual first
 * @param nynorsk its spellings in Nynorsk; empty where they are the same
 * @param partOfSpeech one of {@link #PARTS_OF_SPEECH}
 * @param senses the most usual first
 */
public record DictionaryEntry(
    List<String> bokmaal, List<String> nynorsk, String partOfSpeech, List<Sense> senses) {
  /** Noun, verb, adjective and so on, as dictionaries abbreviate them. */
  public static final Set<String> PARTS_OF_SPEECH =
      Set.of(
          "n", "v", "adj", "adv", "prep", "conj", "pron", "num", "det", "int", "name", "abbr",
          "phr");

  /**
   * A meaning of a headword.
   *
   * @param english words that can stand for each other, the most usual first
   * @param isRare whether it is seldom meant
   */
  public record Sense(List<String> english, boolean isRare) {}

  /** Whether it is a name or an abbreviation. */
  boolean isName() {
    return partOfSpeech.equals("name") || partOfSpeech.equals("abbr");
  }

  /** Whether they share a translation. */
  boolean meansTheSameAs(DictionaryEntry other) {
    return senses.stream()
        .flatMap(sense -> sense.english().stream())
        .anyMatch(word -> other.senses.stream().anyMatch(sense -> sense.english().contains(word)));
  }

  /** The spellings in both written norms. */
  public List<String> norwegian() {
    return Stream.concat(bokmaal.stream(), nynorsk.stream()).toList();
  }

  /**
   * Reads a line of four columns: Bokmål, Nynorsk, part of speech and English. Senses are separated
   * by semicolons, words of one sense by commas; a rare sense begins with a tilde. Slashes separate
   * Norwegian spellings, and the spellings of one word in English.
   *
   * @throws IllegalArgumentException if it is not such a line
   */
  static DictionaryEntry parse(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 4
        || columns[0].isEmpty()
        || columns[3].isEmpty()
        || !PARTS_OF_SPEECH.contains(columns[2])) {
      throw new IllegalArgumentException("not an entry of the dictionary: " + line);
    }
    List<Sense> senses = Stream.of(columns[3].split(";", -1)).map(DictionaryEntry::sense).toList();
    return new DictionaryEntry(norwegian(columns[0]), norwegian(columns[1]), columns[2], senses);
  }

  private static Sense sense(String written) {
    String sense = written.strip();
    boolean isRare = sense.startsWith("~");
    return new Sense(
        Stream.of((isRare ? sense.substring(1) : sense).split(",", -1))
            .flatMap(each -> spellings(each.strip()).stream())
            .toList(),
        isRare);
  }

  private static List<String> norwegian(String column) {
    return Stream.of(column.split("/", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** Every spelling of words of which some are spelt in two ways: "labour/labor market". */
  private static List<String> spellings(String words) {
    List<String> all = List.of("");
    for (String word : words.isEmpty() ? new String[0] : words.split(" ", -1)) {
      var longer = new ArrayList<String>();
      for (String beginning : all) {
        for (String spelling : word.split("/", -1)) {
          longer.add(beginning.isEmpty() ? spelling : beginning + " " + spelling);
        }
      }
      all = longer;
    }
    return all.stream().filter(each -> !each.isEmpty()).toList();
  }
}
