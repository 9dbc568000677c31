package no.speil.search.analysis;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Function;
import no.speil.lexicon.CompoundSplitter;
import no.speil.search.schema.CompletionField;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianFoldingFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PorterStemmer;

/** Analyses the text of each field. Text must be in Unicode normal form C. */
public final class FieldAnalyzer extends Analyzer {
  private static final NormalizeCharMap PUNCTUATION = punctuation();

  private final CompoundSplitter compounds;

  /** For queries: compounds stay whole. */
  public FieldAnalyzer() {
    this(CompoundSplitter.NONE);
  }

  /** For texts: the parts of a compound are added at its position. */
  public FieldAnalyzer(CompoundSplitter compounds) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.compounds = compounds;
  }

  /** One apostrophe for all; a colon is part of no word, as a dot in one is. */
  private static NormalizeCharMap punctuation() {
    var map = new NormalizeCharMap.Builder();
    map.add(":", " ");
    map.add("\u2019", "'");
    map.add("\u02BC", "'");
    return map.build();
  }

  /** The text with the apostrophe that keyboards have in place of others. */
  static String withPlainApostrophes(String text) {
    return text.replace('\u2019', '\'').replace('\u02BC', '\'');
  }

  @Override
  protected Reader initReader(String field, Reader text) {
    return new MappingCharFilter(PUNCTUATION, text);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var words = new StandardTokenizer();
    TokenStream read =
        CompletionField.isFirst(field) ? new LimitTokenCountFilter(words, 1, true) : words;
    return new TokenStreamComponents(words, terms(field, read));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream text) {
    var lower = new LowerCaseFilter(text);
    return field.endsWith(IndexSchema.EXACT) ? lower : fold(field, lower);
  }

  private TokenStream terms(String field, TokenStream words) {
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
    TokenStream folded = fold(field, lower);
    if (field.endsWith(IndexSchema.ENDINGS)) {
      return new ReverseStringFilter(folded);
    }
    if (CompletionField.isField(field)) {
      return new EdgeNGramTokenFilter(folded, 1, CompletionField.LONGEST_BEGINNING, true);
    }
    return folded;
  }

  private static TokenStream norwegian(TokenStream words, CompoundSplitter compounds) {
    var parted = new CompoundFilter(new LowerCaseFilter(words), compounds);
    TokenStream kept = new StopFilter(parted, StopWords.NORWEGIAN);
    // Before folding, which makes "gå" the past of "gi".
    var uninflectedVowels = new WordFilter(kept, word -> null, VowelWords::withoutEnding);
    TokenStream regular = regular(uninflectedVowels, IrregularForms.NORWEGIAN);
    // Folding stands before the stemmer so that "ae", "oe" and "aa" get the endings of æ, ø and å.
    var folded = new ScandinavianFoldingFilter(regular);
    var uninflected = new WordFilter(folded, word -> null, InflectedForms.builtIn()::of);
    return new ICUFoldingFilter(new SnowballFilter(uninflected, new NorwegianStemmer()));
  }

  private static TokenStream english(TokenStream words) {
    var lower = new LowerCaseFilter(new EnglishPossessiveFilter(words));
    var kept = new StopFilter(lower, StopWords.ENGLISH);
    TokenStream regular = regular(kept, IrregularForms.ENGLISH);
    var stemmer = new PorterStemmer();
    return new ICUFoldingFilter(new WordFilter(regular, word -> null, word -> stem(stemmer, word)));
  }

  private static TokenStream regular(TokenStream words, IrregularForms forms) {
    return new WordFilter(words, forms::keyword, forms::of);
  }

  /** Stems of two letters keep their "e", unless they are plurals: "used" is no "us". */
  private static String stem(PorterStemmer stemmer, String word) {
    if (word.length() <= 2) {
      return word;
    }
    stemmer.setCurrent(word);
    stemmer.stem();
    String stem = stemmer.getCurrent();
    return stem.length() > 2 || word.equals(stem + "s") ? stem : stem + "e";
  }

  private static TokenStream fold(String field, TokenStream lower) {
    // Scandinavian folding takes "oo" for "o", which would make English "boo*" find "both".
    return field.startsWith(FieldGroup.TRANSLATION.stem() + "_")
        ? new ICUFoldingFilter(lower)
        : new ICUFoldingFilter(new ScandinavianFoldingFilter(lower));
  }

  /** Replaces words by others; those that must not be stemmed stay from then on. */
  private static final class WordFilter extends TokenFilter {
    private final Function<String, @Nullable String> keywords;
    private final Function<String, @Nullable String> others;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    /**
     * @param keywords for each word that must not be stemmed the one that replaces it; null for any
     *     other
     * @param others for each other word the one that replaces it; null where it stays
     */
    WordFilter(
        TokenStream words,
        Function<String, @Nullable String> keywords,
        Function<String, @Nullable String> others) {
      super(words);
      this.keywords = keywords;
      this.others = others;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      if (!keyword.isKeyword()) {
        String word = term.toString();
        String kept = keywords.apply(word);
        keyword.setKeyword(kept != null);
        String other = kept == null ? others.apply(word) : kept;
        if (other != null) {
          term.setEmpty().append(other);
        }
      }
      return true;
    }
  }
}
