package no.speil.search.count;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.speil.search.CollocateRequest;
import no.speil.search.CollocateRequest.Measure;
import no.speil.search.Collocates;
import no.speil.search.Collocates.Place;
import no.speil.search.Collocates.Row;
import no.speil.search.WordList;
import no.speil.search.WordList.Contrast;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.query.NoticeCollector;
import no.speil.search.schema.Queries;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Counts words beside a word, each place once, in the texts that have the word; in a sample of them
 * where there are many. For one thread.
 */
public final class CollocateCounter {
  /** Of two words that stand only together (Rychlý 2008). */
  private static final double MOST_TYPICAL = 14;

  private static final Comparator<Row> MOST_TYPICAL_FIRST =
      Comparator.comparingDouble(Row::logDice)
          .thenComparingLong(Row::count)
          .reversed()
          .thenComparing(Row::word);

  private static final Comparator<Row> SUREST_FIRST =
      Comparator.comparingDouble(Row::logLikelihood).reversed().thenComparing(Row::word);

  private final CollocateRequest request;
  private final List<String> forms;
  private final Set<List<String>> own;
  private final WordList list;
  private final Map<String, WordList.Row> byForm = new HashMap<>();

  /** By what the forms of a word have in common. */
  private final Map<String, Beside> beside = new HashMap<>();

  private final Set<Integer> documents = new HashSet<>();
  private int sections;
  private long times;
  private long ownWords;
  private long wordsBeside;

  /** A word beside the word. */
  private static final class Beside {
    private final WordList.Row row;
    private final Set<Integer> documents = new HashSet<>();
    private final List<Place> places = new ArrayList<>();

    private Beside(WordList.Row row) {
      this.row = row;
    }
  }

  /**
   * @param forms of the word
   * @param list of all words of the sections among which it is counted
   */
  public CollocateCounter(CollocateRequest request, List<String> forms, WordList list) {
    this.request = request;
    this.forms = forms;
    this.own = WrittenText.sequences(request.side(), forms);
    this.list = list;
    list.rows().forEach(row -> row.forms().forEach(form -> byForm.put(form, row)));
  }

  /** Those of the sections that a query finds that have the word. */
  public Query among(Query sections) {
    return Queries.all(sections, WrittenText.sections(request.side(), own));
  }

  /**
   * Counts what is asked for.
   *
   * @param having the sections that have the word
   * @param notices what is to be said of the search, to which is added if only a sample is counted
   */
  public Collocates count(SectionSelection having, FieldTerms terms, NoticeCollector notices)
      throws IOException {
    int read = having.read(request.side(), notices, this::count);
    double part = having.size() == 0 ? 1 : (double) read / having.size();
    var rows = new ArrayList<Row>();
    var places = new HashMap<String, List<Place>>();
    for (Beside each : beside.values()) {
      boolean isListed = request.common() || !terms.isFunctionWord(each.row.word());
      if (isListed && each.places.size() >= request.least()) {
        row(each, part).ifPresent(rows::add);
        places.put(each.row.word(), each.places);
      }
    }
    rows.sort(request.measure() == Measure.LOG_DICE ? MOST_TYPICAL_FIRST : SUREST_FIRST);
    return new Collocates(
        request, rows, places, forms, times, sections, documents.size(), notices.toList());
  }

  private void count(int section, int document, WrittenText text) {
    BitSet word = text.having(own);
    if (word.isEmpty()) {
      return;
    }
    sections++;
    documents.add(document);
    times += text.count(own);
    ownWords += word.cardinality();
    for (int at = word.nextClearBit(0); at < text.terms().size(); at = word.nextClearBit(at + 1)) {
      WordList.@Nullable Row row = byForm.get(text.terms().get(at));
      if (row != null && WrittenText.nearest(word, at, request.before(), request.after()) >= 0) {
        wordsBeside++;
        Beside counted = beside.computeIfAbsent(row.term(), it -> new Beside(row));
        counted.documents.add(document);
        counted.places.add(new Place(section, text.position(at)));
      }
    }
  }

  /**
   * A word compared with its places elsewhere; empty if it is more frequent there.
   *
   * @param part how much of the sections that have the other word is read
   */
  private Optional<Row> row(Beside counted, double part) {
    WordList.Row row = counted.row;
    long count = counted.places.size();
    long all = Math.max(count, Math.round(row.count() * part));
    long elsewhere = all - count;
    long otherWords = Math.round(list.words() * part) - ownWords - wordsBeside;
    Contrast contrast =
        Keyness.contrast(count, wordsBeside, elsewhere, Math.max(elsewhere, otherWords));
    return elsewhere > 0 && contrast.logRatio() <= 0
        ? Optional.empty()
        : Optional.of(
            new Row(
                row.word(),
                row.forms(),
                count,
                counted.documents.size(),
                elsewhere,
                MOST_TYPICAL + Keyness.log2(2.0 * count / (times + all)),
                contrast.logLikelihood()));
  }
}
