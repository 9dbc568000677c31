package no.speil.search.index;

import java.io.IOException;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;
import no.speil.search.execute.SectionSearcher;

/** What of an index may be read. */
public interface SearchableIndex {
  /** Something read from the index. */
  interface Reading<S, T> {
    T from(S state) throws IOException;
  }

  /** Searches the index as it is now; what is read later must be read from {@code reading}. */
  <T> T search(Reading<SectionSearcher, T> reading);

  /** Looks things up in the index as it is now. */
  <T> T lookUp(Reading<IndexLookup, T> reading);

  /** Makes changes searchable: one's own, or those that another process has committed. */
  void refresh();

  /** The lexicon in use; empty before there is one. */
  Lexicon lexicon();

  /** Makes the terms of this index from texts. */
  TermTokenizer tokenizer();
}
