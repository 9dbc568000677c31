package no.speil.web.oai;

import io.gdcc.xoai.dataprovider.exceptions.handler.IdDoesNotExistException;
import io.gdcc.xoai.dataprovider.filter.ScopedFilter;
import io.gdcc.xoai.dataprovider.model.Item;
import io.gdcc.xoai.dataprovider.model.ItemIdentifier;
import io.gdcc.xoai.dataprovider.model.MetadataFormat;
import io.gdcc.xoai.dataprovider.model.Set;
import io.gdcc.xoai.dataprovider.repository.ItemRepository;
import io.gdcc.xoai.dataprovider.repository.ResultsPage;
import io.gdcc.xoai.dataprovider.repository.SetRepository;
import io.gdcc.xoai.exceptions.BadResumptionTokenException;
import io.gdcc.xoai.model.oaipmh.ResumptionToken;
import io.gdcc.xoai.model.oaipmh.results.record.Metadata;
import io.gdcc.xoai.services.impl.SimpleResumptionTokenFormat;
import io.gdcc.xoai.xml.EchoElement;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentKind;
import no.speil.corpus.Side;
import no.speil.exchange.cite.Citation;
import no.speil.library.catalogue.BrowseIndex.Facet;
import no.speil.library.catalogue.Catalogue.Active;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.library.catalogue.FolderTally.FolderProgress;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.web.cite.Citations;
import no.speil.web.http.QueryParams;
import no.speil.web.page.OriginalSource;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.read.DocumentHead;
import no.speil.web.search.DocumentTei;
import no.speil.web.search.FacetLinks;
import no.speil.web.section.OverallState;
import org.jspecify.annotations.Nullable;

/**
 * What a request of a harvester asks of the archive. Each text of a document is a record, with the
 * moment when the document came or somebody did something in it last. Lists go by those moments, so
 * that a document that changes meanwhile comes again at the end, and none is left out; a resumption
 * token says where a list goes on, and nothing is kept here.
 */
final class TextRepository extends SimpleResumptionTokenFormat
    implements ItemRepository, SetRepository {
  /** Descriptions in an answer. */
  static final int SIZE = 100;

  /** Whole texts in an answer. */
  private static final int TEXTS = 10;

  static final String TEI = "tei";

  private static final String FOLDER = "folder";
  private static final String BROKEN = "This is no token of this archive.";

  private final SiteContext site;
  private final Context context;

  /** What the names of all records of this archive begin with. */
  private final String prefix;

  /** The document after which the list goes on that is asked for, and then the next. */
  private @Nullable Active last;

  private boolean hasMore;

  TextRepository(SiteContext site, Context context) {
    this.site = site;
    this.context = context;
    this.prefix = "oai:" + OriginalSource.site(site.permanent(context, "/")) + ":";
  }

  /** Moments are told to the second. */
  static Instant seconds(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * One of the two texts of a document.
   *
   * @param metadata null where only its name is wanted
   */
  private record Text(
      TextRepository texts, DocumentSummary summary, Side side, @Nullable Metadata metadata)
      implements Item {
    @Override
    public String getIdentifier() {
      return texts.name(summary.entry().id(), side);
    }

    @Override
    public Instant getDatestamp() {
      return seconds(Instant.ofEpochMilli(summary.changedMillis()));
    }

    @Override
    public List<Set> getSets() {
      return setsOf(summary.entry(), side).map(Set::new).toList();
    }

    boolean isIn(String set) {
      return setsOf(summary.entry(), side).anyMatch(set::equals);
    }

    @Override
    public boolean isDeleted() {
      return false;
    }

    @Override
    public Metadata getMetadata() {
      return Objects.requireNonNull(metadata);
    }
  }

  private String name(DocumentId id, Side side) {
    return prefix + SiteUrls.path(id.value()) + ":" + QueryParams.lang(side);
  }

  /** The same text with its description; none where it cannot be read, of which keepers know. */
  private Optional<Text> describe(Text text, MetadataFormat format) {
    Side side = text.side();
    return site.documents()
        .findLoadable(text.summary().entry().id())
        .filter(document -> document.file(side) != null)
        .map(document -> isTei(format) ? tei(document, side) : dublinCore(document, side))
        .map(xml -> located(xml, format))
        .map(xml -> new Text(this, text.summary(), side, new Metadata(new EchoElement(xml))));
  }

  /** Says at its root where the schema is, as the protocol wants it. */
  private static String located(String xml, MetadataFormat format) {
    String location =
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"%s %s\" xmlns"
            .formatted(format.getNamespace(), format.getSchemaLocation());
    return xml.replaceFirst(" xmlns", location);
  }

  private static boolean isTei(MetadataFormat format) {
    return format.getPrefix().equals(TEI);
  }

  private String tei(LiveDocument document, Side side) {
    Citation citation = new Citations(site).of(context, document);
    return new DocumentTei(site, context, document, citation, List.of(side)).xml();
  }

  private String dublinCore(LiveDocument document, Side side) {
    Citation citation = new Citations(site).of(context, document);
    Citation.Voice other = citation.text(side.other());
    String trust = DocumentHead.trust(Messages.ENGLISH, document, new OverallState(document));
    var description =
        new TextRecord(
            citation,
            side,
            other.isEmpty()
                ? List.of()
                : List.of(name(document.id(), side.other()), other.address()),
            side == Side.ORIGINAL ? "" : trust);
    return site.pages().xml("oai/dublinCore", description);
  }

  /** The texts of a document that are here. */
  private Stream<Text> texts(DocumentId id) {
    return site.catalogue().summary(id).stream()
        .flatMap(
            summary ->
                Stream.of(Side.values())
                    .filter(summary.fileStates()::has)
                    .map(side -> new Text(this, summary, side, null)));
  }

  @Override
  public ItemIdentifier getItemIdentifier(String identifier) throws IdDoesNotExistException {
    return text(identifier);
  }

  private Text text(String identifier) throws IdDoesNotExistException {
    String path = identifier.replace(prefix, "").replaceFirst(":..$", "");
    return QueryParams.decode(path).flatMap(DocumentId::parse).stream()
        .flatMap(this::texts)
        .filter(text -> text.getIdentifier().equals(identifier))
        .findFirst()
        .orElseThrow(() -> new IdDoesNotExistException("There is no such record."));
  }

  @Override
  public Item getItem(String identifier, MetadataFormat format) throws IdDoesNotExistException {
    return describe(text(identifier), format)
        .orElseThrow(() -> new IdDoesNotExistException("The text cannot be read now."));
  }

  @Override
  public ResultsPage<ItemIdentifier> getItemIdentifiers(
      List<ScopedFilter> filters, MetadataFormat format, int most, ResumptionToken.Value asked) {
    return page(asked, List.<ItemIdentifier>copyOf(list(asked, SIZE, Optional::of)));
  }

  @Override
  public ResultsPage<Item> getItems(
      List<ScopedFilter> filters, MetadataFormat format, int most, ResumptionToken.Value asked) {
    int size = isTei(format) ? TEXTS : SIZE;
    return page(asked, List.<Item>copyOf(list(asked, size, text -> describe(text, format))));
  }

  /** How many there are in all is an estimate, as the protocol allows, since none is counted. */
  private <T> ResultsPage<T> page(ResumptionToken.Value asked, List<T> found) {
    int all =
        site.catalogue().documentsWith(Side.ORIGINAL)
            + site.catalogue().documentsWith(Side.TRANSLATION);
    return new ResultsPage<>(asked, hasMore, found, found.isEmpty() ? 0 : all);
  }

  private List<Text> list(
      ResumptionToken.Value asked, int size, Function<Text, Optional<Text>> toItem) {
    long from = asked.hasFrom() ? asked.getFrom().toEpochMilli() : 0;
    Instant until = asked.hasUntil() ? asked.getUntil() : Instant.MAX;
    var found = new ArrayList<Text>();
    for (List<Active> next = next(from); !next.isEmpty(); next = next(from)) {
      for (Active each : next) {
        List<Text> texts =
            texts(new DocumentId(each.document()))
                .filter(text -> !text.getDatestamp().isAfter(until))
                .filter(text -> !asked.hasSetSpec() || text.isIn(asked.getSetSpec()))
                .flatMap(text -> toItem.apply(text).stream())
                .toList();
        hasMore = found.size() + texts.size() > size;
        if (hasMore || seconds(Instant.ofEpochMilli(each.millis())).isAfter(until)) {
          return found;
        }
        found.addAll(texts);
        last = each;
      }
    }
    return found;
  }

  private List<Active> next(long from) {
    return site.catalogue().changedFrom(from, last, SIZE);
  }

  @Override
  public boolean supportSets() {
    return true;
  }

  @Override
  public List<Set> getSets() {
    Stream<Set> folders =
        site.catalogue().browse().progress().stream()
            .map(FolderProgress::folder)
            .filter(folder -> !folder.isEmpty())
            .map(folder -> new Set(spec(FOLDER, folder.split("/"))).withName(folder));
    Stream<Set> kinds =
        site.catalogue().browse().largest(Facet.KIND, Integer.MAX_VALUE).stream()
            .map(kind -> new Set(spec("kind", kind.value())).withName(kind.value()));
    Stream<Set> languages =
        FacetLinks.LANGUAGES.stream()
            .sorted()
            .map(tag -> new Set(spec("language", tag)).withName(tag));
    return Stream.of(folders, kinds, languages).flatMap(sets -> sets).toList();
  }

  @Override
  public boolean exists(String set) {
    return getSets().stream().anyMatch(each -> each.getSpec().equals(set));
  }

  private static Stream<String> setsOf(CatalogueEntry entry, Side side) {
    String folder = entry.id().folder();
    String[] names = folder.isEmpty() ? new String[0] : folder.split("/");
    Stream<String> folders =
        IntStream.rangeClosed(1, names.length)
            .mapToObj(depth -> spec(FOLDER, Arrays.copyOf(names, depth)));
    Stream<String> kind = Stream.of(DocumentKind.group(entry.kind())).filter(it -> !it.isEmpty());
    String tag = side == Side.ORIGINAL ? entry.language().tag() : "en";
    return Stream.of(
            folders,
            kind.map(name -> spec("kind", name)),
            Stream.of(tag).filter(FacetLinks.LANGUAGES::contains).map(it -> spec("language", it)))
        .flatMap(sets -> sets);
  }

  /** The names of sets have few characters, and no percent sign. */
  private static String spec(String what, String... names) {
    return Stream.concat(Stream.of(what), Stream.of(names).map(SiteUrls::encode))
        .collect(Collectors.joining(":"))
        .replace('%', '~');
  }

  /** Says what was asked for, how much of it has been told, and the document it was told up to. */
  @Override
  public String format(ResumptionToken.Value next) {
    Active told = last;
    return told == null
        ? ""
        : super.format(next) + "!" + told.millis() + "!" + SiteUrls.encode(told.document());
  }

  @Override
  public ResumptionToken.Value parse(String token) throws BadResumptionTokenException {
    String[] parts = token.split("!", -1);
    try {
      last = new Active(Long.parseLong(parts[1]), QueryParams.decode(parts[2]).orElse(""));
      ResumptionToken.Value asked = super.parse(parts[0].replace(' ', '+')); // if not encoded
      if (asked.hasMetadataPrefix() && asked.hasOffset()) {
        return asked;
      }
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new BadResumptionTokenException(BROKEN, e);
    }
    throw new BadResumptionTokenException(BROKEN);
  }
}
