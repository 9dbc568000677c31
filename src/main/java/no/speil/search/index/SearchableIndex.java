package no.speil.search.index;

import java.io.IOException;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;
import no.speil.search.execute.SectionSearcher;

/** What of an index may be read. */
public abstract class SearchableIndex {
  /** Something read from the index. */
  public interface Reading<S, T> {
    T from(S state) throws IOException;
  }

  /** Searches the index as it is now; what is read later must be read from {@code reading}. */
  public <T> T search(Reading<SectionSearcher, T> reading) {
    return read((index, reader) -> reading.from(index.searcher(reader)));
  }

  /** Looks things up in the index as it is now. */
  public <T> T lookUp(Reading<IndexLookup, T> reading) {
    return read((index, reader) -> reading.from(new IndexLookup(reader)));
  }

  abstract <T> T read(OpenIndex.Reading<T> reading);

  /** Makes changes searchable: one's own, or those that another process has committed. */
  public abstract void refresh();

  /** The lexicon in use; empty before there is one. */
  public Lexicon lexicon() {
    return read((index, reader) -> index.searchModels.lexicon());
  }

  /** Makes the terms of this index from texts. */
  public TermTokenizer tokenizer() {
    return read((index, reader) -> index.searchModels.tokenizer());
  }
}
