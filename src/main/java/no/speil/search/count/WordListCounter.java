package no.speil.search.count;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer;
import no.speil.lexicon.TermTokenizer.Token;
import no.speil.search.WordList;
import no.speil.search.WordList.Contrast;
import no.speil.search.WordListRequest;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.query.NoticeCollector;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Counts single words by the index, in however many sections, and sequences of words by the texts
 * themselves, of which a sample is read where there are many. For one thread.
 */
public final class WordListCounter {
  private static final Comparator<WordList.Row> ORDER =
      Comparator.comparingLong(WordList.Row::count).reversed().thenComparing(WordList.Row::word);

  private final SectionSelection selection;
  private final WordListRequest request;
  private final FieldTerms terms;
  private final TermTokenizer tokenizer;
  private final FieldGroup group;
  private final List<WordList.Row> rows = new ArrayList<>();

  /** How many words the sections have that have been read. */
  private long words;

  /**
   * @param tokenizer makes the terms of the index
   */
  public WordListCounter(
      SectionSelection selection,
      WordListRequest request,
      FieldTerms terms,
      TermTokenizer tokenizer) {
    this.selection = selection;
    this.request = request;
    this.terms = terms;
    this.tokenizer = tokenizer;
    this.group = FieldGroup.of(request.side());
  }

  /**
   * Counts what is asked for.
   *
   * @param notices what is to be said of the search, to which is added if only a sample is counted
   */
  public WordList count(NoticeCollector notices) throws IOException {
    if (request.length() == 1) {
      countWords();
    } else {
      countSequences(notices);
    }
    rows.sort(ORDER);
    return new WordList(rows, words, selection.size(), selection.documents(), 0, notices.toList());
  }

  private void countWords() throws IOException {
    @Nullable Terms all = MultiTerms.getTerms(selection.reader(), group.exact());
    TermsEnum each = all == null ? TermsEnum.EMPTY : all.iterator();
    var headwords = new HashMap<String, List<String>>();
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      String form = term.utf8ToString();
      if (WrittenText.isWord(form)) {
        headwords.computeIfAbsent(headword(form), it -> new ArrayList<>(1)).add(form);
      }
    }
    var seen = new int[selection.documents() + 1];
    for (Map.Entry<String, List<String>> word : headwords.entrySet()) {
      seen[0]++;
      add(word.getKey(), word.getValue(), seen);
    }
  }

  /** The forms that are counted as one word, or the sequence itself. */
  public List<String> forms(String written, WordList list) {
    List<String> typed = WrittenText.words(request.side(), written);
    if (typed.size() != 1) {
      return typed.isEmpty() ? typed : List.of(String.join(" ", typed));
    }
    String term = headword(typed.getFirst());
    return list.rows().stream()
        .filter(row -> row.term().equals(term))
        .findFirst()
        .map(WordList.Row::forms)
        .orElse(typed);
  }

  /** What forms of one word have in common. */
  private String headword(String form) {
    if (!request.headwords() || terms.isFunctionWord(form)) {
      return form;
    }
    List<Token> cut = tokenizer.words(request.side(), form);
    return cut.isEmpty() ? form : cut.getFirst().term();
  }

  /**
   * Counts the forms of a word.
   *
   * @param seen the number of the word, and of the one that each document was last seen to have
   */
  private void add(String term, List<String> forms, int[] seen) throws IOException {
    var found = new ArrayList<String>();
    String word = "";
    long most = 0;
    long count = 0;
    int documents = 0;
    for (String form : forms) {
      long times = 0;
      PostingsEnum places = Objects.requireNonNull(places(group.exact(), form));
      @Nullable PostingsEnum names = places(group.names(), form);
      while (places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int document = selection.document(places.docID());
        int inText = places.freq() - times(names, places.docID());
        if (document > 0 && inText > 0) {
          times += inText;
          documents += seen[document] == seen[0] ? 0 : 1;
          seen[document] = seen[0];
        }
      }
      if (times > 0) {
        found.add(form);
        count += times;
        long weight = isHeadword(term, form) ? times << Integer.SIZE : times;
        word = weight > most ? form : word;
        most = Math.max(most, weight);
      }
    }
    words += count;
    if (count > 0 && isListed(found.getFirst())) {
      rows.add(new WordList.Row(term, word, found, count, documents, Contrast.NONE));
    }
  }

  private @Nullable PostingsEnum places(String field, String term) throws IOException {
    return MultiTerms.getTermPostingsEnum(
        selection.reader(), field, new BytesRef(term), PostingsEnum.FREQS);
  }

  private static int times(@Nullable PostingsEnum names, int section) throws IOException {
    if (names == null) {
      return 0;
    }
    int at = names.docID() < section ? names.advance(section) : names.docID();
    return at == section ? names.freq() : 0;
  }

  private boolean isHeadword(String term, String form) {
    return form.equals(term)
        || (request.side() == Side.ORIGINAL && !BuiltInDictionary.get().english(form).isEmpty());
  }

  private boolean isListed(String word) {
    return request.common() || !terms.isFunctionWord(word);
  }

  private void countSequences(NoticeCollector notices) throws IOException {
    var counts = new HashMap<String, Integer>();
    var documents = new HashMap<String, Integer>();
    var last = new HashMap<String, Integer>();
    selection.read(
        request.side(),
        notices,
        (section, document, text) -> {
          for (String sequence : sequences(text.terms())) {
            counts.merge(sequence, 1, Integer::sum);
            @Nullable Integer before = last.put(sequence, document);
            if (before == null || before != document) {
              documents.merge(sequence, 1, Integer::sum);
            }
          }
        });
    counts.forEach(
        (sequence, count) ->
            rows.add(
                new WordList.Row(
                    sequence,
                    sequence,
                    List.of(sequence),
                    count,
                    documents.getOrDefault(sequence, 0),
                    Contrast.NONE)));
  }

  /** All that are listed. */
  private List<String> sequences(List<String> written) {
    words += written.size();
    return IntStream.rangeClosed(0, written.size() - request.length())
        .mapToObj(at -> written.subList(at, at + request.length()))
        .filter(each -> isListed(each.getFirst()) && isListed(each.getLast()))
        .map(each -> String.join(" ", each))
        .toList();
  }
}
