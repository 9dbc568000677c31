package no.speil.library.glossary;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.corpus.Side;
import no.speil.lexicon.GlossaryEntry;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer.Token;
import no.speil.lexicon.TermTranslation;
import no.speil.library.glossary.GlossaryUsage.EntryUsage;
import no.speil.library.glossary.GlossaryUsage.Usage;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.index.SearchableIndex;

/**
 * Proposes entries for the glossary: words that the archive translates nearly always alike. Words
 * that the dictionary does not translate so come first. Looked for once for each lexicon;
 * thread-safe.
 */
public final class GlossaryProposals {
  /** The most that are proposed at once. */
  public static final int MOST = 20;

  private static final int MOST_KNOWN = 60;
  private static final int MOST_COUNTED = 120;
  private static final double LEAST_WEIGHT = .4;
  private static final double MOST_OF_SECOND = .35;
  private static final int LEAST_SECTIONS = 5;
  private static final double LEAST_KEPT = .9;
  private static final int SHORTEST = 4;

  private final SearchableIndex index;
  private final AtomicReference<CachedProposals> latest = new AtomicReference<>();

  public GlossaryProposals(SearchableIndex index) {
    this.index = index;
  }

  /** All that a lexicon gives. */
  private record CachedProposals(Lexicon lexicon, List<EntryUsage> proposals) {}

  /** A word of the lexicon in so many sections. */
  private record Candidate(GlossaryEntry entry, boolean news, int sections) {}

  /** Those whose Norwegian word the glossary lacks. */
  public List<EntryUsage> of(List<GlossaryEntry> glossary) {
    Set<String> settled =
        glossary.stream()
            .map(entry -> terms(entry.norwegian()))
            .filter(terms -> terms.size() == 1)
            .map(List::getFirst)
            .collect(Collectors.toSet());
    return known().stream()
        .filter(each -> terms(each.entry().norwegian()).stream().noneMatch(settled::contains))
        .limit(MOST)
        .toList();
  }

  private List<EntryUsage> known() {
    Lexicon lexicon = index.lexicon();
    CachedProposals known = latest.get();
    if (known == null || known.lexicon() != lexicon) {
      known = new CachedProposals(lexicon, counted(candidates(lexicon)));
      latest.set(known);
    }
    return known.proposals();
  }

  private List<EntryUsage> counted(List<Candidate> candidates) {
    List<GlossaryEntry> entries = candidates.stream().map(Candidate::entry).toList();
    return new GlossaryUsage(index)
        .of(List.of(), entries).stream()
            .filter(each -> isKept(each.usage()))
            .limit(MOST_KNOWN)
            .toList();
  }

  private static boolean isKept(Usage usage) {
    return usage.kept().sections() >= Math.max(LEAST_SECTIONS, LEAST_KEPT * usage.sections());
  }

  private List<Candidate> candidates(Lexicon lexicon) {
    List<Lexicon.Row> rows = lexicon.learned().filter(GlossaryProposals::isConsistent).toList();
    List<Integer> sections =
        index.lookUp(
            lookup ->
                lookup.frequencies(Side.ORIGINAL, rows.stream().map(Lexicon.Row::term).toList()));
    return IntStream.range(0, rows.size())
        .filter(i -> sections.get(i) >= LEAST_SECTIONS)
        .mapToObj(i -> candidate(rows.get(i), sections.get(i)))
        .sorted(
            Comparator.comparing(Candidate::news)
                .thenComparingInt(Candidate::sections)
                .reversed()
                .thenComparing(each -> each.entry().norwegian()))
        .limit(MOST_COUNTED)
        .toList();
  }

  private Candidate candidate(Lexicon.Row row, int sections) {
    TermTranslation english = row.translations().getFirst();
    boolean known =
        BuiltInDictionary.get().lexicon().translations(Side.ORIGINAL, row.term()).stream()
            .anyMatch(each -> each.term().equals(english.term()));
    return new Candidate(new GlossaryEntry(row.form(), english.form()), !known, sections);
  }

  /** Sure, learned from texts rather than the glossary, and overwhelmingly one. */
  private static boolean isConsistent(Lexicon.Row row) {
    TermTranslation best = row.translations().getFirst();
    boolean alone =
        row.translations().size() == 1
            || row.translations().get(1).weight() <= MOST_OF_SECOND * best.weight();
    return best.sure()
        && best.weight() >= LEAST_WEIGHT
        && !best.isOfGlossary()
        && alone
        && row.form().length() >= SHORTEST
        && row.form().codePoints().allMatch(c -> Character.isLetter(c) || c == '-')
        && !row.form().equals(best.form());
  }

  /** The terms of whole words. */
  private List<String> terms(String norwegian) {
    return index.tokenizer().words(Side.ORIGINAL, norwegian).stream().map(Token::term).toList();
  }
}
