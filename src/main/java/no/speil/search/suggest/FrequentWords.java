package no.speil.search.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Words with a given prefix and the number of sections that have each. Of words that share the next
 * two letters only the first few in the order of the index are read, so that the work is bounded.
 */
final class FrequentWords {
  private static final int LEAST_SECTIONS = 2;
  private static final int MOST_ALIKE = 32;
  private static final int MOST_READ = 8_000;
  private static final int FURTHER = 2;

  private FrequentWords() {}

  /** A folded word of one side and the number of sections that have it. */
  record Frequent(FieldGroup fieldGroup, String word, int sections) {}

  static List<Frequent> startingWith(IndexReader reader, FieldGroup fieldGroup, String beginning)
      throws IOException {
    Terms words = MultiTerms.getTerms(reader, fieldGroup.folded());
    if (words == null) {
      return List.of();
    }
    var found = new ArrayList<Frequent>();
    read(words.iterator(), new BytesRef(beginning), fieldGroup, found);
    return found;
  }

  /** Reads the words with the beginning and skips the rest of large groups. */
  private static void read(
      TermsEnum terms, BytesRef start, FieldGroup fieldGroup, List<Frequent> found)
      throws IOException {
    var family = new BytesRef();
    int alike = 0;
    boolean isThere = terms.seekCeil(start) != TermsEnum.SeekStatus.END;
    for (int read = 0; isThere && read < MOST_READ; read++) {
      BytesRef word = terms.term();
      if (!StringHelper.startsWith(word, start)) {
        return;
      }
      if (word.length > start.length && terms.docFreq() >= LEAST_SECTIONS) {
        found.add(new Frequent(fieldGroup, word.utf8ToString(), terms.docFreq()));
      }
      int letters = Math.min(word.length, start.length + FURTHER);
      var its = new BytesRef(word.bytes, word.offset, letters);
      alike = its.bytesEquals(family) ? alike + 1 : 1;
      family = BytesRef.deepCopyOf(its);
      if (alike < MOST_ALIKE || letters < start.length + FURTHER) {
        isThere = terms.next() != null;
      } else {
        BytesRef after = BytesRef.deepCopyOf(family);
        after.bytes[after.length - 1]++;
        isThere = terms.seekCeil(after) != TermsEnum.SeekStatus.END;
      }
    }
  }
}
