package no.speil.library.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import no.speil.corpus.Side;
import no.speil.library.words.CounterpartFinder.Counterpart;
import no.speil.library.words.CounterpartFinder.Occurrence;
import no.speil.library.words.MarkedText.WordSpan;
import no.speil.library.words.WordRequest.ExampleFilter;
import no.speil.library.words.WordUsage.Example;
import no.speil.library.words.WordUsage.ExamplePage;
import no.speil.search.StoredSection;
import no.speil.search.analysis.IndexTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the examples up to the page that is shown: of the latest documents first, then in the order
 * of their ids. For one thread.
 */
final class ExampleCollector {
  private static final Comparator<SectionExample> ORDER =
      Comparator.<SectionExample, String>comparing(each -> each.section().documentRef().date())
          .reversed()
          .thenComparing(each -> each.section().documentRef().document().value())
          .thenComparing(each -> each.section().section().value());

  private final ExampleFilter wanted;
  private final int page;
  private final PriorityQueue<SectionExample> kept = new PriorityQueue<>(ORDER.reversed());
  private final IndexTokenizer tokenizer = IndexTokenizer.ofWrittenWords();
  private long total;

  ExampleCollector(ExampleFilter wanted, int page) {
    this.wanted = wanted;
    this.page = page;
  }

  private record SectionExample(StoredSection section, List<Occurrence> occurrences) {}

  /** Adds a section that has both texts, if it is one of the wanted. */
  void add(StoredSection section, List<Occurrence> occurrences) {
    List<Occurrence> shown = occurrences.stream().filter(this::isWanted).toList();
    if (shown.isEmpty()) {
      return;
    }
    total++;
    kept.add(new SectionExample(section, shown));
    if (kept.size() > page * WordRequest.EXAMPLES) {
      kept.remove();
    }
  }

  private boolean isWanted(Occurrence occurrence) {
    Counterpart counterpart = occurrence.counterpart();
    return switch (wanted.kind()) {
      case ALIGNED -> counterpart != null;
      case TRANSLATION -> counterpart != null && counterpart.key().equals(wanted.key());
      case DIFFERING -> occurrence.differs();
      case UNALIGNED -> counterpart == null;
    };
  }

  /** The page that was asked for; the word is of that side. */
  ExamplePage page(Side side) {
    var sorted = new ArrayList<>(kept);
    sorted.sort(ORDER);
    return new ExamplePage(
        total,
        sorted.stream()
            .skip((page - 1L) * WordRequest.EXAMPLES)
            .map(each -> example(side, each))
            .toList());
  }

  private Example example(Side side, SectionExample example) {
    List<WordSpan> own = example.occurrences().stream().map(Occurrence::place).toList();
    List<WordSpan> other =
        example.occurrences().stream()
            .map(Occurrence::counterpart)
            .filter(counterpart -> counterpart != null)
            .map(Counterpart::place)
            .toList();
    StoredSection section = example.section();
    boolean isOriginal = side == Side.ORIGINAL;
    return new Example(
        section,
        marked(Side.ORIGINAL, section.texts().original(), isOriginal ? own : other),
        marked(Side.TRANSLATION, section.texts().translation(), isOriginal ? other : own));
  }

  private MarkedText marked(Side side, @Nullable String text, List<WordSpan> words) {
    return MarkedText.of(tokenizer, side, text == null ? "" : text, words);
  }
}
