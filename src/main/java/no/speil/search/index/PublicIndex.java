package no.speil.search.index;

import java.io.IOException;
import no.speil.corpus.PublicView;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;

/** What everybody may read of an index. Thread-safe. */
final class PublicIndex extends SearchableIndex {
  private final SectionIndex whole;
  private final PublicView view;
  private volatile @Nullable Opened latest;

  private record Opened(DirectoryReader whole, DirectoryReader open) {}

  PublicIndex(SectionIndex whole, PublicView view) {
    this.whole = whole;
    this.view = view;
  }

  @Override
  <T> T read(OpenIndex.Reading<T> reading) {
    return whole.read((index, reader) -> reading.from(index, open(reader)));
  }

  private DirectoryReader open(DirectoryReader reader) throws IOException {
    Opened known = latest;
    if (known == null || !known.whole().equals(reader)) {
      known = new Opened(reader, PublicReader.of(reader, view));
      latest = known;
    }
    return known.open();
  }

  @Override
  public void refresh() {
    whole.refresh();
  }
}
