package no.speil.search.index;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.speil.corpus.Access;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Language;
import no.speil.corpus.Metadata.Classification;
import no.speil.corpus.Metadata.Credits;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Dictionary;
import no.speil.lexicon.GlossaryEntry;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.LexiconSources;
import no.speil.lexicon.LexiconSources.Pairs;
import no.speil.lexicon.TestDictionary;
import no.speil.lexicon.WordCounts;
import no.speil.search.Completion;
import no.speil.search.DocumentTitles;
import no.speil.search.DocumentTrace;
import no.speil.search.DueTask;
import no.speil.search.Excerpt;
import no.speil.search.ExpansionOptions;
import no.speil.search.FacetCount;
import no.speil.search.Hit;
import no.speil.search.HitPosition;
import no.speil.search.IndexedDocument;
import no.speil.search.IndexedDocument.Publication;
import no.speil.search.IndexedSection;
import no.speil.search.IndexedSection.Place;
import no.speil.search.IndexedSection.Role;
import no.speil.search.IndexedStatus;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.search.StateFacet;
import org.jspecify.annotations.Nullable;

/** A real index in a folder, filled and asked in few words. */
public final class TestIndex implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  public final SectionIndex index;

  /** With time enough for a search on a busy machine. */
  public TestIndex(Path folder) {
    this(folder, Duration.ofMinutes(1));
  }

  /** With that time for a search. */
  public TestIndex(Path folder, Duration limit) {
    index = SectionIndex.open(folder, limit);
  }

  /** Empty, with those compounds. */
  public TestIndex(Path folder, CompoundSplitter compounds) {
    this(folder);
    index.prepare(compounds, "");
    index.swap(false);
  }

  @Override
  public void close() {
    index.close();
  }

  /**
   * A section's words; {@code |} parts original from translation, and {@code #} and {@code !} begin
   * headings and the texts of pictures.
   */
  public void put(String document, String... sections) {
    put(head(document), sections);
  }

  public void put(IndexedDocument head, String... sections) {
    index.put(head, sections(head, sections), DocumentTrace.NONE);
    index.refresh();
  }

  public static List<IndexedSection> sections(IndexedDocument head, String... texts) {
    var sections = new ArrayList<IndexedSection>();
    for (String text : texts) {
      sections.add(section(head, sections.size(), text));
    }
    return sections;
  }

  public static IndexedSection section(IndexedDocument head, int position, String text) {
    return section(head, position, text, State.DRAFT, Freshness.UNKNOWN);
  }

  public static IndexedSection section(
      IndexedDocument head, int position, String text, State state, Freshness freshness) {
    String[] sides = text.split("\\|", 2);
    return new IndexedSection(
        id(head.id().value(), position),
        new Place(position, position == 0 ? Role.TITLE : role(sides[0]), "", ""),
        role(sides[0]) == Role.TEXT ? sides[0] : sides[0].substring(1),
        sides.length > 1 ? sides[1] : "",
        new IndexedStatus(StateFacet.of(state, false), true, freshness, DueTask.NOTHING, "", NOW));
  }

  private static Role role(String text) {
    return text.startsWith("#") ? Role.HEADING : text.startsWith("!") ? Role.PICTURE : Role.TEXT;
  }

  public static SectionId id(String document, int position) {
    return SectionId.derive(new DocumentId(document), "", position, 0);
  }

  public static IndexedDocument head(String document) {
    return head(document, "2015-08-24", "letter", "Kari Nordmann");
  }

  public static IndexedDocument head(String document, String date, String kind, String... authors) {
    return new IndexedDocument(
        new DocumentId(document),
        new DocumentTitles("Tittel", "Title"),
        Language.BOKMAAL,
        new Publication(
            new Credits(List.of(authors), List.of(), "", List.of()),
            new Credits(List.of(), List.of("Ola Tolk"), "", List.of()),
            List.of(),
            ""),
        new Classification(date, kind, List.of("klima", "frihet")),
        Access.EVERYBODY,
        card(document));
  }

  /** A document with those titles, which are its first section, too. */
  public void putTitled(String document, String original, String translation, String... sections) {
    IndexedDocument head = head(document);
    String[] all = new String[sections.length + 1];
    all[0] = original + "|" + translation;
    System.arraycopy(sections, 0, all, 1, sections.length);
    put(
        new IndexedDocument(
            head.id(),
            new DocumentTitles(original, translation),
            head.language(),
            head.publication(),
            head.classification(),
            head.access(),
            head.summary()),
        all);
  }

  public static byte[] card(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public SearchResult search(String query) {
    return search(SearchRequest.of(query));
  }

  public SearchResult search(SearchRequest request) {
    return index.search(searcher -> searcher.search(request));
  }

  public List<Completion> complete(String typed) {
    return index.search(searcher -> searcher.complete(typed));
  }

  public Optional<HitPosition> position(SearchRequest request, int number) {
    return index.search(searcher -> searcher.position(request, number));
  }

  public Optional<DocumentId> documentOf(SectionId id) {
    return index.lookUp(lookup -> lookup.documentOf(id));
  }

  public List<DocumentId> withFingerprints(List<TextHash> hashes, int least, int most) {
    return index.lookUp(lookup -> lookup.withFingerprints(hashes, least, most));
  }

  public SearchResult search(String query, Map<String, List<String>> filters) {
    return search(
        new SearchRequest(
            query, 1, 20, Sort.RELEVANCE, Group.SECTION, filters, ExpansionOptions.ALL));
  }

  public SearchResult search(String query, ExpansionOptions expansion) {
    return search(
        new SearchRequest(query, 1, 20, Sort.RELEVANCE, Group.SECTION, Map.of(), expansion));
  }

  /** Searches from now on with what there is to learn of these words and what has been put. */
  public void know(List<GlossaryEntry> pairs, List<GlossaryEntry> glossary) {
    know(TestDictionary.of(index.tokenizer(), pairs), glossary);
  }

  /** Searches from now on with what there is to learn of a dictionary and what has been put. */
  public void know(Dictionary dictionary, List<GlossaryEntry> glossary) {
    index.use(
        Lexicon.learn(
            index.tokenizer(),
            new LexiconSources(
                pairs(index, 100),
                words(index, Side.ORIGINAL),
                words(index, Side.TRANSLATION),
                dictionary,
                glossary)),
        "");
  }

  public static WordCounts words(SectionIndex index, Side side) {
    return sink ->
        index.lookUp(
            lookup -> {
              lookup.words(side).each(sink);
              return true;
            });
  }

  public static Pairs pairs(SectionIndex index, int most) {
    return sink ->
        index.lookUp(
            lookup -> {
              lookup.pairs(most).each(sink);
              return true;
            });
  }

  /** The sections that have all that is asked for, as {@code document:position}, in order. */
  public List<String> found(String query) {
    return names(search(query), false);
  }

  public List<String> partlyFound(String query) {
    return names(search(query), true);
  }

  public static List<String> names(SearchResult result, boolean partial) {
    return result.hits().stream()
        .filter(hit -> hit.rank().isGuess() == partial)
        .map(TestIndex::name)
        .toList();
  }

  public static String name(Hit hit) {
    String document = hit.documentRef().document().value();
    for (int position = 0; position < 1000; position++) {
      if (id(document, position).equals(hit.section())) {
        return document + ":" + position;
      }
    }
    throw new AssertionError("unknown section " + hit.section());
  }

  public static List<String> notices(SearchResult result) {
    return result.notices().stream()
        .map(notice -> notice.kind().name().toLowerCase(Locale.ROOT) + notice.arguments())
        .toList();
  }

  public static String snippet(@Nullable Excerpt excerpt) {
    return Objects.requireNonNull(excerpt).snippet().html();
  }

  public static List<FacetCount> counts(Object... pairs) {
    var counts = new ArrayList<FacetCount>();
    for (int i = 0; i < pairs.length; i += 2) {
      counts.add(new FacetCount((String) pairs[i], (Integer) pairs[i + 1]));
    }
    return counts;
  }
}
