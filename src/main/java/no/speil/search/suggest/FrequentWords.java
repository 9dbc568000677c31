package no.speil.search.suggest;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * The words with a given prefix that are in the most sections. If very many have the prefix, only
 * the first few with the same next two letters are read, which are the shortest; so the work is
 * bounded.
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
    var sections = new LinkedHashMap<String, Integer>();
    read(words.iterator(), new BytesRef(beginning), sections);
    return sections.entrySet().stream()
        .filter(each -> each.getValue() >= LEAST_SECTIONS)
        .map(each -> new Frequent(fieldGroup, each.getKey(), each.getValue()))
        .sorted(Comparator.comparingInt(Frequent::sections).reversed())
        .toList();
  }

  private static void read(TermsEnum terms, BytesRef start, Map<String, Integer> sections)
      throws IOException {
    var walk = new Walk(terms, start);
    for (BytesRef term = walk.first(); term != null; term = walk.next(term)) {
      if (term.length > start.length) {
        sections.put(term.utf8ToString(), walk.sections());
      }
    }
  }

  /** Iterates over the words with the prefix and skips the rest of large groups. */
  private static final class Walk {
    private final TermsEnum terms;
    private final BytesRef start;
    private BytesRef family = new BytesRef();
    private int read;
    private int alike;

    Walk(TermsEnum terms, BytesRef start) {
      this.terms = terms;
      this.start = start;
    }

    @Nullable BytesRef first() throws IOException {
      return terms.seekCeil(start) == TermsEnum.SeekStatus.END ? null : within();
    }

    @Nullable BytesRef next(BytesRef word) throws IOException {
      if (++read >= MOST_READ) {
        return null;
      }
      int letters = Math.min(word.length, start.length + FURTHER);
      var its = new BytesRef(word.bytes, word.offset, letters);
      if (!its.bytesEquals(family)) {
        family = BytesRef.deepCopyOf(its);
        alike = 0;
      }
      if (++alike < MOST_ALIKE || family.length < start.length + FURTHER) {
        return terms.next() == null ? null : within();
      }
      BytesRef after = BytesRef.deepCopyOf(family);
      after.bytes[after.length - 1]++;
      return terms.seekCeil(after) == TermsEnum.SeekStatus.END ? null : within();
    }

    int sections() throws IOException {
      return terms.docFreq();
    }

    private @Nullable BytesRef within() throws IOException {
      return StringHelper.startsWith(terms.term(), start) ? terms.term() : null;
    }
  }
}
