package no.speil.search.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import no.speil.corpus.Side;
import no.speil.search.ExpansionOptions;
import no.speil.search.WordExpansion.Translation;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.compile.QueryExpander.DictionaryPhrases;
import no.speil.search.query.WordAlternatives.PhraseTranslation;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * Finds the translations of phrases in a query that the glossary and the dictionary have, as far as
 * their words are in the index.
 */
final class PhraseTranslator {
  private static final int MOST_OF_ALL = 16;

  private final GlossaryPhrases glossary;
  private final FieldTerms terms;
  private final IndexReader reader;
  private final ExpansionOptions expansion;
  private int left = MOST_OF_ALL;

  PhraseTranslator(
      GlossaryPhrases glossary, FieldTerms terms, IndexReader reader, ExpansionOptions expansion) {
    this.glossary = glossary;
    this.terms = terms;
    this.reader = reader;
    this.expansion = expansion;
  }

  /**
   * What a word of the query is part of.
   *
   * @param sides those on which the phrases of several words have a translation, found or not
   */
  record Phrases(List<PhraseTranslation> translations, Set<Side> sides) {
    static final Phrases NONE = new Phrases(List.of(), Set.of());
  }

  /**
   * The phrases of each word of the query.
   *
   * @param isAsTyped whether only the glossary says what a word alone means
   * @param expansions takes what was found, switched off or not
   */
  List<Phrases> of(
      List<String> words,
      Predicate<String> isAsTyped,
      BiConsumer<String, List<Translation>> expansions)
      throws IOException {
    var all = new ArrayList<Phrases>();
    words.forEach(word -> all.add(new Phrases(new ArrayList<>(), EnumSet.noneOf(Side.class))));
    for (GlossaryPhrases.Found each : found(words, isAsTyped)) {
      if (each.end() - each.start() > 1) {
        all.subList(each.start(), each.end()).forEach(of -> of.sides().add(each.group().side()));
      }
      int length = each.end() - each.start();
      String own =
          String.join(" ", words.subList(each.start(), each.end())).toLowerCase(Locale.ROOT);
      if (left > 0 && isIndexed(each.group(), each.other())) {
        left--;
        boolean on = expansion.allows(own, each.other());
        String other = each.other().toLowerCase(Locale.ROOT);
        expansions.accept(own, List.of(new Translation(other, 1, true, on)));
        var phrase = new PhraseTranslation(each.group().side(), each.other(), length);
        all.subList(each.start(), on ? each.end() : each.start())
            .forEach(of -> of.translations().add(phrase));
      }
    }
    return all;
  }

  /**
   * Without what only another Norwegian word means, as "summer farm" for "set", and what a stop
   * word alone means, as "for å" for "to" or, since it is spelt as "WHO", "World Health
   * Organization" for "who"; unless the glossary has it.
   */
  private List<GlossaryPhrases.Found> found(List<String> words, Predicate<String> isAsTyped) {
    var found = new ArrayList<>(glossary.in(words));
    Map<String, Predicate<String>> ofOtherWords = new HashMap<>();
    for (GlossaryPhrases.Found each : DictionaryPhrases.ALL.in(words)) {
      String word = words.get(each.start());
      boolean isWanted =
          each.end() - each.start() > 1
              || !(isAsTyped.test(word)
                  || (each.group() == FieldGroup.TRANSLATION
                      && ofOtherWords
                          .computeIfAbsent(word, BuiltInDictionary.get()::ofOtherWords)
                          .test(each.other())));
      if (isWanted) {
        found.add(each);
      }
    }
    return found;
  }

  /**
   * The stems of the words of the phrases that translate a single word: each of them alone is not
   * what the word means.
   */
  Set<String> parts(String word) throws IOException {
    var parts = new HashSet<String>();
    for (GlossaryPhrases some : List.of(glossary, DictionaryPhrases.ALL)) {
      for (GlossaryPhrases.Found each : some.in(List.of(word))) {
        if (each.other().contains(" ") && isIndexed(each.group(), each.other())) {
          parts.addAll(terms.texts(each.group().stem(), each.other()));
        }
      }
    }
    return parts;
  }

  /** Whether every word of the phrase is in some text. */
  private boolean isIndexed(FieldGroup group, String phrase) throws IOException {
    for (String word : terms.texts(group.exact(), phrase)) {
      List<String> stem = terms.texts(group.stem(), word);
      Term term =
          stem.isEmpty() ? new Term(group.exact(), word) : new Term(group.stem(), stem.getFirst());
      if (reader.docFreq(term) == 0) {
        return false;
      }
    }
    return true;
  }
}
