package no.speil.search.analysis;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import no.speil.corpus.text.BoundedCache;
import no.speil.lexicon.CompoundSplitter;
import no.speil.search.schema.CompletionField;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianFoldingFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.PorterStemmer;

/** Analyses the text of each field. Text must be in Unicode normal form C. */
public final class FieldAnalyzer extends Analyzer {
  private static final int MOST_WORDS = 32_768;

  /**
   * The endings of words in "a", "o" and "å", such as "klimaet", "risikoen", "nivåer" and
   * "oppnådd", and of definite words in "år", all but for the vowel that stays. They are removed
   * before folding, which would take "ae" and "oe" for an "æ" or "ø" typed on a foreign keyboard,
   * and before stemming, which would take a folded "å" for an ending and removes "ar" at the end of
   * a word only. "-aer" and "-oer" stay, since they usually are "-ær" and "-ør".
   */
  private static final Pattern VOWEL_ENDINGS =
      Pattern.compile(
          "(?<=.{3}a)(?:enes?|ets?)$"
              + "|(?<=.{3}o)(?:enes?|ens?)$"
              + "|(?<=.{3}å)(?:enes?|ets?|ers?|dde?|tt)$"
              + "|(?<=.{2}år)(?:enes?|ets?|as?)$");

  private static final BoundedCache<String> NORWEGIAN_STEMS =
      new BoundedCache<>(MOST_WORDS, FieldAnalyzer::norwegianStem);
  private static final BoundedCache<String> ENGLISH_STEMS =
      new BoundedCache<>(MOST_WORDS, FieldAnalyzer::englishStem);

  private final BoundedCache<List<String>> parts;

  /** For queries: compounds stay whole. */
  public FieldAnalyzer() {
    this(CompoundSplitter.NONE);
  }

  /** For texts: the parts of a compound are added at its position. */
  public FieldAnalyzer(CompoundSplitter compounds) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.parts = new BoundedCache<>(MOST_WORDS, compounds::parts);
  }

  /** The text with the apostrophe that keyboards have in place of others. */
  static String withPlainApostrophes(String text) {
    return text.replace('\u2019', '\'').replace('\u02BC', '\'');
  }

  @Override
  protected Reader initReader(String field, Reader text) {
    return new PunctuationReader(text);
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
      return norwegian(new CompoundFilter(new LowerCaseFilter(words), parts::of));
    }
    if (field.equals(FieldGroup.ORIGINAL.standalone())) {
      return norwegian(new LowerCaseFilter(words));
    }
    if (field.equals(FieldGroup.TRANSLATION.stem())
        || field.equals(FieldGroup.TRANSLATION.title())) {
      var lower = new LowerCaseFilter(new EnglishPossessiveFilter(words));
      return new StemFilter(new StopFilter(lower, StopWords.ENGLISH), ENGLISH_STEMS::of);
    }
    var lower = new LowerCaseFilter(words);
    if (field.endsWith(IndexSchema.EXACT)) {
      return lower;
    }
    TokenStream folded = fold(field, lower);
    if (field.endsWith(IndexSchema.ENDINGS)) {
      return new ReverseStringFilter(folded);
    }
    return CompletionField.isField(field)
        ? new EdgeNGramTokenFilter(folded, 1, CompletionField.LONGEST_BEGINNING, true)
        : folded;
  }

  private TokenStream norwegian(TokenStream words) {
    return new StemFilter(new StopFilter(words, StopWords.NORWEGIAN), NORWEGIAN_STEMS::of);
  }

  private static String norwegianStem(String word) {
    // Before folding, which makes "gå" a form of "gi".
    String form = VOWEL_ENDINGS.matcher(word).replaceFirst("");
    String keyword = IrregularForms.NORWEGIAN.keyword(form);
    // Folding stands before the stemmer so that "ae", "oe" and "aa" get the endings of æ, ø and å.
    String stem =
        keyword == null
            ? InflectedForms.stem(
                InflectedForms.builtIn()
                    .of(InflectedForms.folded(IrregularForms.NORWEGIAN.of(form))))
            : InflectedForms.folded(keyword);
    return ICUFoldingFilter.NORMALIZER.normalize(stem);
  }

  private static String englishStem(String word) {
    String keyword = IrregularForms.ENGLISH.keyword(word);
    return ICUFoldingFilter.NORMALIZER.normalize(
        keyword == null ? stem(IrregularForms.ENGLISH.of(word)) : keyword);
  }

  /** Stems of two letters keep their "e", unless they are plurals: "used" is no "us". */
  private static String stem(String word) {
    if (word.length() <= 2) {
      return word;
    }
    var stemmer = new PorterStemmer();
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

  /** Gives one apostrophe for all; a colon is part of no word, as a dot in one is. */
  private static final class PunctuationReader extends FilterReader {
    PunctuationReader(Reader text) {
      super(text);
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
      int count = in.read(into, from, most);
      for (int at = from; at < from + count; at++) {
        into[at] =
            switch (into[at]) {
              case ':' -> ' ';
              case '\u2019', '\u02BC' -> '\'';
              default -> into[at];
            };
      }
      return count;
    }
  }

  /** Replaces each word by its stem. */
  private static final class StemFilter extends TokenFilter {
    private final UnaryOperator<String> stems;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    StemFilter(TokenStream words, UnaryOperator<String> stems) {
      super(words);
      this.stems = stems;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      String stem = stems.apply(term.toString());
      term.setEmpty().append(stem);
      return true;
    }
  }
}
