package no.speil.search.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.search.RelatedWord;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.PrefixTerms;
import no.speil.search.schema.Queries;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds words of the texts that begin or end with a word or its stem, those in the most sections
 * first. It looks at a bounded number of words, in the order of the alphabet.
 */
public final class CompoundFinder {
  private static final int SHORTEST = 3;
  private static final int MOST_READ = 2_000;

  /** Endings of the last word of a compound, folded. */
  private static final List<String> NORWEGIAN =
      List.of("", "e", "a", "en", "et", "er", "ar", "ene", "ane");

  private static final List<String> ENGLISH = List.of("", "e", "s", "es", "ed", "ing");

  private final FieldTerms terms;
  private final IndexReader reader;
  private final SurfaceForms forms;

  public CompoundFinder(FieldTerms terms, IndexReader reader) {
    this.terms = terms;
    this.reader = reader;
    this.forms = new SurfaceForms(terms, reader);
  }

  public List<RelatedWord> of(FieldGroup fields, String word, int most) throws IOException {
    String stem = terms.only(fields.stem(), word);
    String whole = terms.only(fields.folded(), word);
    if (stem.length() < SHORTEST) {
      return List.of();
    }
    Map<String, Set<String>> byStem = new LinkedHashMap<>();
    for (String folded : withEither(fields, stem, whole)) {
      String its = terms.only(fields.stem(), folded);
      if (!its.isEmpty() && !its.equals(stem)) {
        byStem.computeIfAbsent(its, key -> new LinkedHashSet<>()).add(folded);
      }
    }
    var searcher = new IndexSearcher(reader);
    var found = new ArrayList<RelatedWord>();
    for (Set<String> forms : byStem.values()) {
      Query any = // of one term, this is counted without reading where it stands
          Queries.any(
              forms.stream().map(form -> new TermQuery(new Term(fields.folded(), form))).toList());
      found.add(new RelatedWord(forms.iterator().next(), searcher.count(any))); // without deleted
    }
    found.removeIf(each -> each.sections() == 0);
    found.sort(Comparator.comparingLong(RelatedWord::sections).reversed());
    var written = new ArrayList<RelatedWord>();
    for (RelatedWord each : found.subList(0, Math.min(most, found.size()))) {
      written.add(new RelatedWord(forms.of(fields, each.word()), each.sections()));
    }
    return written;
  }

  private Set<String> withEither(FieldGroup fields, String stem, String whole) throws IOException {
    var found = new LinkedHashSet<String>();
    String start = whole.startsWith(stem) ? stem : whole;
    startingWith(fields.folded(), start, found);
    endingWith(fields, whole, found);
    for (String ending : fields == FieldGroup.ORIGINAL ? NORWEGIAN : ENGLISH) {
      endingWith(fields, start + ending, found);
    }
    return found;
  }

  private void endingWith(FieldGroup fields, String ending, Set<String> found) throws IOException {
    var backwards = new LinkedHashSet<String>();
    startingWith(fields.endings(), backwards(ending), backwards);
    backwards.forEach(each -> found.add(backwards(each)));
  }

  private static String backwards(String word) {
    return new StringBuilder(word).reverse().toString();
  }

  private void startingWith(String field, String beginning, Set<String> found) throws IOException {
    if (beginning.length() >= SHORTEST) {
      PrefixTerms.of(reader, field, beginning, MOST_READ).forEach(each -> found.add(each.text()));
    }
  }
}
