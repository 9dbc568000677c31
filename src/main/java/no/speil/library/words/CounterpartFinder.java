package no.speil.library.words;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer;
import no.speil.lexicon.TermTokenizer.Token;
import no.speil.library.words.MarkedText.WordSpan;
import org.jspecify.annotations.Nullable;

/**
 * Finds the counterparts of a word in the other text: the known translations of the greatest
 * weight, nearest to the same relative position, as the lexicon is trained. No word of the other
 * text is the counterpart of two.
 *
 * @param isWord tells the word among the words of a text
 */
record CounterpartFinder(
    TermTokenizer tokenizer, Side side, Predicate<Token> isWord, KnownTranslations known) {
  private static final double NEARNESS = 4;
  private static final double LISTED = 1;

  /** So many candidates are kept for each time that the word stands in a text. */
  private static final int MOST_CANDIDATES = 64;

  /**
   * What is known of the word's translations.
   *
   * @param weights by term, above 0
   * @param phrases of several words on some side, and the glossary's
   * @param glossary what the keeper has settled
   */
  record KnownTranslations(
      Map<String, Double> weights, List<PhrasePair> phrases, List<PhrasePair> glossary) {}

  /**
   * A place where the word stands.
   *
   * @param counterpart null if no translation that is known stands in the other text
   * @param differs whether the counterpart is another than the glossary says
   */
  record Occurrence(
      String form, WordSpan place, @Nullable Counterpart counterpart, boolean differs) {}

  /** What translates it there. */
  record Counterpart(String key, String form, WordSpan place) {}

  /** A counterpart that is possible for the occurrence of that number. */
  private record Candidate(int occurrence, double score, List<Token> words, String form) {
    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparingInt(each -> -each.words().size())
            .thenComparingInt(Candidate::occurrence)
            .thenComparingInt(each -> each.words().getFirst().position());

    Counterpart counterpart() {
      return new Counterpart(
          PhrasePair.key(words),
          form,
          new WordSpan(words.getFirst().position(), words.getLast().position()));
    }
  }

  /** Every place of the word in a text that has no other beside it. */
  List<Occurrence> alone(String text) {
    List<Token> own = tokenizer.words(side, text);
    return own.stream()
        .filter(isWord)
        .map(token -> new Occurrence(token.form(), span(token), null, false))
        .toList();
  }

  /** Every place of the word, each with its counterpart if there is one. */
  List<Occurrence> of(String text, String otherText) {
    List<Token> own = tokenizer.words(side, text);
    List<Integer> places =
        IntStream.range(0, own.size()).filter(i -> isWord.test(own.get(i))).boxed().toList();
    if (places.isEmpty()) {
      return List.of(); // only compounds have it
    }
    List<Token> other = tokenizer.words(side.other(), otherText);
    @Nullable Counterpart[] chosen = choose(places.size(), candidates(places, own, other));
    var occurrences = new ArrayList<Occurrence>();
    for (int i = 0; i < places.size(); i++) {
      Token word = own.get(places.get(i));
      Counterpart counterpart = chosen[i];
      boolean differs = counterpart != null && differs(counterpart, settled(places.get(i), own));
      occurrences.add(new Occurrence(word.form(), span(word), counterpart, differs));
    }
    return occurrences;
  }

  private static WordSpan span(Token word) {
    return new WordSpan(word.position(), word.position());
  }

  private List<Candidate> candidates(List<Integer> places, List<Token> own, List<Token> other) {
    List<Candidate> words = words(other);
    var candidates = new ArrayList<Candidate>();
    for (int i = 0; i < places.size(); i++) {
      int number = i;
      int index = places.get(i);
      double place = place(own.get(index), own);
      Stream<Candidate> phrases =
          known.phrases().stream()
              .filter(phrase -> phrase.standsAround(index, own))
              .flatMap(phrase -> candidates(phrase, other));
      Stream.concat(words.stream(), phrases)
          .map(each -> scored(each, number, place, other))
          .sorted(Candidate.BEST_FIRST)
          .limit(MOST_CANDIDATES)
          .forEach(candidates::add);
    }
    return candidates;
  }

  private static Stream<Candidate> candidates(PhrasePair phrase, List<Token> other) {
    return phrase.shares(other).stream()
        .map(its -> new Candidate(0, LISTED, its, form(phrase, its)));
  }

  /** A phrase as it is listed, since its small words are not among the terms; a word as it is. */
  private static String form(PhrasePair phrase, List<Token> words) {
    return words.size() == 1 ? words.getFirst().form() : phrase.text();
  }

  /** The words of a text that are known to translate the word, scored by their weight alone. */
  private List<Candidate> words(List<Token> other) {
    return other.stream()
        .flatMap(
            token ->
                Stream.ofNullable(known.weights().get(token.term()))
                    .map(weight -> new Candidate(0, weight, List.of(token), token.form())))
        .toList();
  }

  /** For the occurrence of that number, scored by its distance from it, too. */
  private static Candidate scored(
      Candidate candidate, int number, double place, List<Token> other) {
    double distance = 1;
    for (Token word : candidate.words()) {
      distance = Math.min(distance, Math.abs(place - place(word, other)));
    }
    double score = candidate.score() * Math.exp(-NEARNESS * distance);
    return new Candidate(number, score, candidate.words(), candidate.form());
  }

  /** The relative position in the text, from 0 to 1. */
  private static double place(Token word, List<Token> text) {
    return (double) word.position() / (text.getLast().position() + 1);
  }

  private static @Nullable Counterpart[] choose(int places, List<Candidate> candidates) {
    @Nullable Counterpart[] chosen = new Counterpart[places];
    var used = new BitSet();
    candidates.sort(Candidate.BEST_FIRST);
    for (Candidate each : candidates) {
      boolean isFree = each.words().stream().noneMatch(word -> used.get(word.position()));
      if (isFree && chosen[each.occurrence()] == null) {
        chosen[each.occurrence()] = each.counterpart();
        each.words().forEach(word -> used.set(word.position()));
      }
    }
    return chosen;
  }

  /** What the glossary has for the longest of its phrases that the word is part of there. */
  private Set<String> settled(int index, List<Token> own) {
    List<PhrasePair> here =
        known.glossary().stream().filter(each -> each.standsAround(index, own)).toList();
    int longest = here.stream().mapToInt(each -> each.source().size()).max().orElse(0);
    return here.stream()
        .filter(each -> each.source().size() == longest)
        .map(PhrasePair::key)
        .collect(Collectors.toSet());
  }

  private static boolean differs(Counterpart counterpart, Set<String> settled) {
    return !settled.isEmpty() && !settled.contains(counterpart.key());
  }
}
