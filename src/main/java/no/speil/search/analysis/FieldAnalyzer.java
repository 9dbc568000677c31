package no.speil.search.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import no.speil.lexicon.CompoundSplitter;
import no.speil.search.schema.CompletionField;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import no.speil.search.schema.WholeWordTerms;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianFoldingFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.tartarus.snowball.ext.NorwegianStemmer;

/**
 * Analyses the text of each field. Text must be in Unicode normal form C.
 *
 * <p>The terms of a field depend on each word alone. So the fields of a text share its words, and
 * the terms of a word are kept for the next text that has it.
 */
public final class FieldAnalyzer extends Analyzer {
  private static final int MOST_WORDS_KEPT = 50_000;

  private final CompoundSplitter compounds;
  private final ThreadLocal<TextWords.Splitter> splitter =
      ThreadLocal.withInitial(() -> new TextWords.Splitter(this::known));
  private final Map<String, WordTerms> known = new ConcurrentHashMap<>();
  private final Map<String, Integer> fieldNumbers = new ConcurrentHashMap<>();
  private final AtomicInteger nextNumber = new AtomicInteger();

  /** For queries: compounds stay whole. */
  public FieldAnalyzer() {
    this(CompoundSplitter.NONE);
  }

  /** For texts: the parts of a compound are added at its position. */
  public FieldAnalyzer(CompoundSplitter compounds) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.compounds = compounds;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    int most = CompletionField.isFirst(field) ? 1 : Integer.MAX_VALUE;
    return new TokenStreamComponents(
        new WordTermTokenizer(splitter.get(), number(field), new WordChain(field)::terms, most));
  }

  /**
   * Analyses texts for {@link FieldGroup#words} into their words as written alone, for an index
   * that makes all other terms of the words from these. In place of stems, a text has one token;
   * its position increment is the number of words that have stems.
   */
  public Analyzer ofWrittenWords() {
    return new Analyzer(PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        for (FieldGroup fieldGroup : FieldGroup.BOTH) {
          if (field.equals(fieldGroup.stem())) {
            return new TokenStreamComponents(
                new StemCountTokenizer(splitter.get(), number(field), new WordChain(field)::terms));
          }
          if (field.equals(fieldGroup.words())) {
            var terms = new WordChain(field);
            return new TokenStreamComponents(
                new WordTermTokenizer(
                    splitter.get(),
                    number("written " + field),
                    word -> List.of(terms.terms(word).getFirst()),
                    Integer.MAX_VALUE));
          }
        }
        return FieldAnalyzer.this.createComponents(field);
      }
    };
  }

  /** The terms of single words in a field. Of one thread. */
  public Function<String, List<char[]>> ofWords(String field) {
    return new WordChain(field)::terms;
  }

  private int number(String field) {
    return fieldNumbers.computeIfAbsent(field, name -> nextNumber.getAndIncrement());
  }

  private WordTerms known(String word) {
    WordTerms terms = known.get(word);
    if (terms == null) {
      if (known.size() >= MOST_WORDS_KEPT) {
        known.clear();
      }
      terms = new WordTerms(word);
      known.put(word, terms);
    }
    return terms;
  }

  @Override
  protected TokenStream normalize(String field, TokenStream text) {
    var lower = new LowerCaseFilter(text);
    return field.endsWith(IndexSchema.EXACT) ? lower : fold(field, lower);
  }

  /** The filters of a field, to be applied to single words. Of one thread. */
  private final class WordChain {
    private final KeywordTokenizer whole = new KeywordTokenizer();
    private final TokenStream filtered;
    private final CharTermAttribute term;

    WordChain(String field) {
      filtered = FieldAnalyzer.this.terms(field, whole);
      term = filtered.addAttribute(CharTermAttribute.class);
    }

    List<char[]> terms(String word) {
      try {
        var terms = new ArrayList<char[]>(1);
        whole.setReader(new StringReader(word));
        filtered.reset();
        while (filtered.incrementToken()) {
          terms.add(Arrays.copyOf(term.buffer(), term.length()));
        }
        filtered.end();
        filtered.close();
        return List.copyOf(terms);
      } catch (IOException e) {
        throw new UncheckedIOException("reading a word in memory", e);
      }
    }
  }

  /** The terms of a field, made of words one by one. */
  TokenStream terms(String field, TokenStream words) {
    if (field.equals(FieldGroup.ORIGINAL.stem()) || field.equals(FieldGroup.ORIGINAL.title())) {
      return norwegian(words, compounds);
    }
    if (field.equals(FieldGroup.ORIGINAL.standalone())) {
      return norwegian(words, CompoundSplitter.NONE);
    }
    if (field.equals(FieldGroup.TRANSLATION.stem())
        || field.equals(FieldGroup.TRANSLATION.title())) {
      return english(words);
    }
    var lower = new LowerCaseFilter(words);
    if (field.endsWith(IndexSchema.EXACT)) {
      return lower;
    }
    for (FieldGroup fieldGroup : FieldGroup.BOTH) {
      if (field.equals(fieldGroup.words())) {
        return new WholeWordFilter(lower, word -> folded(fieldGroup, word));
      }
    }
    TokenStream folded = fold(field, lower);
    if (CompletionField.isField(field)) {
      return new EdgeNGramTokenFilter(folded, 1, CompletionField.LONGEST_BEGINNING, true);
    }
    return folded;
  }

  private String folded(FieldGroup fieldGroup, String word) {
    return normalize(fieldGroup.folded(), word).utf8ToString();
  }

  private static TokenStream norwegian(TokenStream words, CompoundSplitter compounds) {
    var parted = new CompoundFilter(new LowerCaseFilter(words), compounds);
    TokenStream kept = new StopFilter(parted, StopWords.NORWEGIAN);
    // Before folding, which makes "gå" the past of "gi".
    var regular = new IrregularFilter(new VowelWordFilter(kept), IrregularForms.NORWEGIAN);
    // Folding stands before the stemmer so that "ae", "oe" and "aa" get the endings of æ, ø and å.
    var folded = new ScandinavianFoldingFilter(regular);
    var uninflected = new InflectedFormFilter(folded);
    return new ICUFoldingFilter(new SnowballFilter(uninflected, new NorwegianStemmer()));
  }

  private static TokenStream english(TokenStream words) {
    var lower = new LowerCaseFilter(new EnglishPossessiveFilter(words));
    var kept = new StopFilter(lower, StopWords.ENGLISH);
    return new ICUFoldingFilter(
        new PorterStemFilter(new IrregularFilter(kept, IrregularForms.ENGLISH)));
  }

  private static TokenStream fold(String field, TokenStream lower) {
    // Scandinavian folding takes "oo" for "o", which would make English "boo*" find "both".
    return field.startsWith(FieldGroup.TRANSLATION.stem() + "_")
        ? new ICUFoldingFilter(lower)
        : new ICUFoldingFilter(new ScandinavianFoldingFilter(lower));
  }

  /** Adds the second term of words that are folded. */
  private static final class WholeWordFilter extends TokenFilter {
    private final UnaryOperator<String> folding;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment =
        addAttribute(PositionIncrementAttribute.class);
    private Iterator<String> others = Collections.emptyIterator();

    WholeWordFilter(TokenStream words, UnaryOperator<String> folding) {
      super(words);
      this.folding = folding;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (others.hasNext()) {
        term.setEmpty().append(others.next());
        increment.setPositionIncrement(0);
        return true;
      }
      if (!input.incrementToken()) {
        return false;
      }
      String word = term.toString();
      others = WholeWordTerms.of(word, folding.apply(word)).iterator();
      term.setEmpty().append(others.next());
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      others = Collections.emptyIterator();
    }
  }

  /** Replaces regular forms that the stemmer does not know by their words. */
  private static final class InflectedFormFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    /**
     * @param words folded
     */
    InflectedFormFilter(TokenStream words) {
      super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      String base = keyword.isKeyword() ? null : InflectedForms.builtIn().of(term.toString());
      if (base != null) {
        term.setEmpty().append(base);
      }
      return true;
    }
  }

  /** Replaces irregular forms by their words, before stemming, and keeps some words from it. */
  private static final class IrregularFilter extends TokenFilter {
    private final IrregularForms forms;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    IrregularFilter(TokenStream words, IrregularForms forms) {
      super(words);
      this.forms = forms;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      String form = term.toString();
      String unstemmed = forms.keyword(form);
      String base = unstemmed == null ? forms.of(form) : unstemmed;
      keyword.setKeyword(unstemmed != null);
      if (base != null) {
        term.setEmpty().append(base);
      }
      return true;
    }
  }
}
