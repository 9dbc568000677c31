package no.speil.search.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.corpus.text.NameWords;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTranslation;
import no.speil.search.ExpansionOptions;
import no.speil.search.WordExpansion;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.FieldAnalyzer;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.compile.PhraseTranslator.Phrases;
import no.speil.search.query.Expression;
import no.speil.search.query.Expression.Adjacent;
import no.speil.search.query.Expression.All;
import no.speil.search.query.Expression.Any;
import no.speil.search.query.Expression.Required;
import no.speil.search.query.Expression.Word;
import no.speil.search.query.WordAlternatives;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * Expands the plain words of a query by their translations, and Norwegian words by their forms in
 * the other written norm, as far as these are in the index. What is excluded, quoted, has a
 * wildcard or is restricted to one side is not expanded.
 */
public final class QueryExpander {
  private static final Predicate<String> SMALL = Pattern.compile("\\p{Ll}").asPredicate();
  private static final int MOST = 8;
  private static final int MOST_OF_ALL = 80;

  private final TermTranslator words;
  private final FieldTerms terms;
  private final ExpansionOptions expansion;
  private final Map<String, Set<WordExpansion.Translation>> expansions = new LinkedHashMap<>();
  private final PhraseTranslator phraseTranslator;
  private final QueryCompoundSplitter splitter;
  private final IndexReader reader;
  private int most = MOST;

  /** Whether the query is one word. */
  private boolean isAlone;

  /** Whether it is all in capitals, so that a capital is no sign of a name. */
  private boolean isInCapitals;

  public QueryExpander(
      Models models, FieldTerms terms, IndexReader reader, ExpansionOptions expansion) {
    this.words = new TermTranslator(models.lexicon(), terms, reader);
    this.splitter = new QueryCompoundSplitter(words);
    this.phraseTranslator = new PhraseTranslator(models.phrases(), terms, reader, expansion);
    this.terms = terms;
    this.reader = reader;
    this.expansion = expansion;
  }

  /**
   * The models that queries are expanded with.
   *
   * @param phrases the entries of the glossary that have several words
   */
  public record Models(Lexicon lexicon, GlossaryPhrases phrases) {}

  /** Made once for all archives, since they are many. */
  static final class DictionaryPhrases {
    static final GlossaryPhrases ALL =
        GlossaryPhrases.ofDictionary(new FieldTerms(new FieldAnalyzer()));
  }

  /** Reads the dictionary and its phrases, which the first search would else wait for. */
  public static void readDictionary() {
    BuiltInDictionary.get().lexicon();
    DictionaryPhrases.ALL.in(List.of());
  }

  /**
   * Whether a word that is typed with a capital letter is one that the texts have with it inside
   * sentences, in more sections than without it: a name, to be found as it stands and in the
   * genitive.
   */
  public static boolean isName(IndexReader reader, String typed) throws IOException {
    if (typed.isEmpty() || !Character.isUpperCase(typed.codePointAt(0))) {
      return false;
    }
    String word = typed.toLowerCase(Locale.ROOT);
    int asName = 0;
    int others = 0;
    for (FieldGroup each : FieldGroup.BOTH) {
      int inside = reader.docFreq(new Term(each.capitals(), word));
      int first = reader.docFreq(new Term(each.capitals(), "^" + word));
      asName += inside;
      others += reader.docFreq(new Term(each.exact(), word)) - inside - first;
    }
    return asName > others;
  }

  /** The expanded words and phrases, each once, in the order of the query. */
  public List<WordExpansion> expansions() {
    return expansions.entrySet().stream()
        .map(each -> new WordExpansion(each.getKey(), List.copyOf(each.getValue())))
        .toList();
  }

  public Expression of(Expression expression) throws IOException {
    List<QueryClause> clauses = QueryClause.of(expression);
    int each = Math.clamp(MOST_OF_ALL / Math.max(1, clauses.size()), 2, MOST);
    most = expansion.on() ? each : 0;
    isAlone = clauses.size() == 1;
    isInCapitals =
        clauses.stream()
            .noneMatch(clause -> clause.text() instanceof Word word && SMALL.test(word.text()));
    return expanded(expression);
  }

  /** Adds what guesses are made by, to an expression that has been expanded. */
  public Expression forGuesses(Expression expression) throws IOException {
    return new GuessExpander(words, terms, reader, splitter, expansion).of(expression);
  }

  private Expression expanded(Expression expression) throws IOException {
    return switch (expression) {
      case Word word -> words(List.of(word)).getFirst();
      case Adjacent adjacent -> new Adjacent(adjacent(adjacent.parts()));
      case All all -> new All(expanded(all.parts()));
      case Any any -> new Any(expanded(any.parts()));
      case Required required -> new Required(expanded(required.inner()));
      default -> expression; // asked for as it is written
    };
  }

  private List<Expression> expanded(List<Expression> parts) throws IOException {
    var expanded = new ArrayList<Expression>(parts.size());
    for (Expression part : parts) {
      expanded.add(expanded(part));
    }
    return expanded;
  }

  /** Words next to each other may also be a phrase of the glossary. */
  private List<Expression> adjacent(List<Expression> parts) throws IOException {
    var expanded = new ArrayList<Expression>(parts.size());
    var run = new ArrayList<Word>();
    for (Expression part : parts) {
      if (part instanceof Word word) {
        run.add(word);
      } else {
        expanded.addAll(words(run));
        run.clear();
        expanded.add(expanded(part));
      }
    }
    expanded.addAll(words(run));
    return expanded;
  }

  private List<Word> words(List<Word> run) throws IOException {
    List<String> texts = run.stream().map(Word::text).toList();
    Set<String> names = names(texts);
    List<Phrases> phrases =
        expansion.on()
            ? phraseTranslator.of(
                texts, text -> names.contains(text) || terms.isFunctionWord(text), this::expand)
            : Collections.nCopies(run.size(), Phrases.NONE);
    var words = new ArrayList<Word>();
    for (int i = 0; i < run.size(); i++) {
      Phrases within = phrases.get(i);
      String text = texts.get(i);
      WordAlternatives alone =
          names.contains(text)
              ? ofName(text.toLowerCase(Locale.ROOT))
              : alternatives(text, within.sides());
      words.add(new Word(text, alone.with(within.translations())));
    }
    return words;
  }

  /**
   * @param inPhrases the sides on which a phrase with the word is known to have a translation
   */
  private WordAlternatives alternatives(String text, Set<Side> inPhrases) throws IOException {
    String word = text.toLowerCase(Locale.ROOT);
    if (terms.isFunctionWord(word)) {
      return WordAlternatives.NONE.inForms(List.of(word));
    }
    return expansion.on() ? lookUp(word, inPhrases) : WordAlternatives.NONE;
  }

  /** Those words of a query that are names; none where a capital is no sign of one. */
  private Set<String> names(List<String> words) throws IOException {
    var names = new HashSet<String>();
    for (String word : isInCapitals ? List.<String>of() : words) {
      if (!terms.isFunctionWord(word) && isName(reader, word)) {
        names.add(word);
      }
    }
    return names;
  }

  /** A name is found as it stands and in the genitive; all else that it may mean is a guess. */
  private WordAlternatives ofName(String name) throws IOException {
    List<TermTranslation> original = unsure(FieldGroup.TRANSLATION, name);
    List<TermTranslation> translation = unsure(FieldGroup.ORIGINAL, name);
    collect(name, Stream.concat(original.stream(), translation.stream()));
    return WordAlternatives.of(
            allowed(name, original), allowed(name, translation), List.of(), Set.of())
        .inForms(NameWords.forms(name));
  }

  private List<TermTranslation> unsure(FieldGroup from, String word) throws IOException {
    List<String> itself = terms.texts(from.other().stem(), word);
    return words.translations(from, word, most).stream()
        .filter(each -> !itself.contains(each.term()))
        .map(
            each ->
                new TermTranslation(each.term(), each.form(), each.weight(), each.isOfGlossary()))
        .toList();
  }

  private WordAlternatives lookUp(String word, Set<Side> inPhrases) throws IOException {
    List<String> parts = words.isUnknown(word) ? smallestParts(word) : List.of();
    if (!parts.isEmpty()) {
      return WordAlternatives.NONE.forGuesses(split(word, parts), List.of());
    }
    Set<String> partsOfPhrases = phraseTranslator.parts(word);
    List<TermTranslation> original = whole(FieldGroup.TRANSLATION, word, inPhrases, partsOfPhrases);
    List<TermTranslation> translation = whole(FieldGroup.ORIGINAL, word, inPhrases, partsOfPhrases);
    Set<Side> foreign = foreign(word, original, translation);
    if (foreign.equals(Set.of(Side.ORIGINAL))) {
      translation = List.of();
    } else if (foreign.equals(Set.of(Side.TRANSLATION))) {
      original = List.of();
    }
    List<TermTranslation> variants = words.variants(word, most);
    if (isAlone
        && original.isEmpty()
        && translation.isEmpty()
        && variants.isEmpty()
        && words.isAbsent(word)) {
      return WordAlternatives.NONE.forGuesses(split(word, smallestParts(word)), List.of());
    }
    collect(word, Stream.of(original, translation, variants).flatMap(List::stream));
    return WordAlternatives.of(
        allowed(word, original), allowed(word, translation), allowed(word, variants), foreign);
  }

  /**
   * The sides that have the stem of a word of the other language, but never the word. It is not
   * translated from there.
   */
  private Set<Side> foreign(
      String word, List<TermTranslation> original, List<TermTranslation> translation)
      throws IOException {
    var sides = EnumSet.noneOf(Side.class);
    if (!original.isEmpty() && words.isStemOnly(FieldGroup.ORIGINAL, word)) {
      sides.add(Side.ORIGINAL);
    }
    if (!translation.isEmpty() && words.isStemOnly(FieldGroup.TRANSLATION, word)) {
      sides.add(Side.TRANSLATION);
    }
    return sides;
  }

  /**
   * The translations of a word; what is only a part of a phrase that the word means is unsure, as
   * "human" for "menneskehandel", but not "new" for "ny", which also means "new moon". So is what
   * means a phrase that the word is only a part of, as "ingen" for "one", what another word means
   * that is stemmed alike, and all that the word means within a phrase: "human" of "human rights".
   */
  private List<TermTranslation> whole(
      FieldGroup from, String word, Set<Side> inPhrases, Set<String> partsOfPhrases)
      throws IOException {
    boolean isInPhrase = inPhrases.contains(from.other().side());
    List<TermTranslation> all = words.translations(from, word, most);
    Predicate<String> ofOtherWords =
        from == FieldGroup.ORIGINAL && all.stream().anyMatch(TermTranslation::sure)
            ? BuiltInDictionary.get().ofOtherWords(word)
            : translation -> false;
    var whole = new ArrayList<TermTranslation>();
    for (TermTranslation each : all) {
      boolean isSure =
          !isInPhrase
              && (each.isOfGlossary()
                  || (each.sure()
                      && !ofOtherWords.test(each.form())
                      && (words.isOfDictionary(from, word, each)
                          || !isPart(from, word, each, partsOfPhrases))));
      whole.add(new TermTranslation(each.term(), each.form(), each.weight(), isSure));
    }
    return whole;
  }

  /** Whether it is a part of a phrase that the word means, or the word of one that it means. */
  private boolean isPart(
      FieldGroup side, String word, TermTranslation translation, Set<String> partsOfPhrases)
      throws IOException {
    if (partsOfPhrases.contains(translation.term())) {
      return true;
    }
    Set<String> ofTranslation = phraseTranslator.parts(translation.form());
    return terms.texts(side.stem(), word).stream().anyMatch(ofTranslation::contains);
  }

  /** The parts of a compound, and of those of its parts that are none of the texts' words. */
  private List<String> smallestParts(String word) throws IOException {
    var parts = new ArrayList<String>();
    for (String part : splitter.of(word)) {
      boolean isThere =
          !words.isAbsent(part)
              || !words.translations(FieldGroup.ORIGINAL, part, 1).isEmpty()
              || !words.variants(part, 1).isEmpty();
      List<String> smaller = isThere ? List.of() : splitter.of(part);
      parts.addAll(smaller.isEmpty() ? List.of(part) : smaller);
    }
    return parts;
  }

  private List<Word> split(String word, List<String> parts) throws IOException {
    if (parts.isEmpty()) {
      return List.of();
    }
    String spaced = String.join(" ", parts);
    boolean on = expansion.allows(word, spaced);
    expand(word, List.of(new WordExpansion.Translation(spaced, 1, false, on)));
    var all = new ArrayList<Word>();
    for (String part : on ? parts : List.<String>of()) {
      all.add(new Word(part, alternatives(part, Set.of())));
    }
    return all;
  }

  private List<TermTranslation> allowed(String word, List<TermTranslation> translations) {
    return translations.stream().filter(each -> expansion.allows(word, each.form())).toList();
  }

  private void collect(String word, Stream<TermTranslation> all) {
    Set<String> shown = new HashSet<>(Set.of(word));
    expand(
        word,
        all.sorted(Comparator.comparingDouble(TermTranslation::weight).reversed())
            .filter(each -> shown.add(each.form()))
            .map(each -> other(word, each))
            .toList());
  }

  /** Collects what a word or phrase is expanded by, after what there is already. */
  private void expand(String words, List<WordExpansion.Translation> translations) {
    if (!translations.isEmpty()) {
      expansions.computeIfAbsent(words, key -> new LinkedHashSet<>()).addAll(translations);
    }
  }

  private WordExpansion.Translation other(String word, TermTranslation each) {
    return new WordExpansion.Translation(
        each.form(), each.weight(), each.sure(), expansion.allows(word, each.form()));
  }
}
