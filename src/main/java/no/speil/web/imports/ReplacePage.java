package no.speil.web.imports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static no.speil.corpus.Side.TRANSLATION;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.archive.ImportStore;
import no.speil.archive.StoredImport;
import no.speil.archive.StoredImport.Kind;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.library.imports.ImportActions;
import no.speil.library.imports.ImportActions.ImportedTranslation;
import no.speil.library.imports.TextReplacement;
import no.speil.library.imports.UnitImport;
import no.speil.library.imports.UnitImport.DocumentResult;
import no.speil.search.ExpansionOptions;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Facets;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.section.ExpectedVersions;

/**
 * Finds words in translations and puts others in their place. Each change is seen before and may be
 * left out; what is done is an import, which can be taken back as a whole.
 */
public final class ReplacePage {
  /** Sections that are changed at once. */
  private static final int MOST = 200;

  private final SiteContext site;

  public ReplacePage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    PageShell shell = site.shell(context, "replace.title");
    var wanted =
        TextReplacement.of(QueryParams.text(context, "find"), QueryParams.text(context, "with"));
    String only = QueryParams.text(context, "only");
    if (!wanted.isSearchable()) {
      site.show(context, "imports/replace", new View(shell, wanted, only, List.of(), ""));
      return;
    }
    SearchResult found = search(wanted.query() + " " + only);
    List<Section> sections =
        site.documents()
            .live(found.hits().stream())
            .map(each -> Section.of(each, wanted))
            .filter(Section::isChanged)
            .toList();
    int looked = found.hits().size();
    String more = found.total() > looked ? shell.t().of("replace.more", looked, found.total()) : "";
    var view = new View(shell, wanted, only, sections, more);
    site.show(context, "imports/replace", view);
  }

  private SearchResult search(String query) {
    SearchRequest request = SearchRequest.of(query).sized(MOST).sorted(Sort.DOCUMENT);
    return site.library()
        .search()
        .run(request.expandedBy(ExpansionOptions.NONE).counting(Facets.NONE));
  }

  /** Replaces the words in the sections that were left ticked. */
  public void replace(Context context, Actor actor) {
    FormData form = FormData.of(context);
    var wanted = TextReplacement.of(form.get("find"), form.get("with"));
    List<ExpectedVersion> chosen = ExpectedVersions.parse(String.join("\n", form.all("section")));
    if (!wanted.isSearchable() || chosen.size() > MOST) {
      throw new BadRequest("Say what to find, in %d sections at most.".formatted(MOST));
    }
    var store = new ImportStore(site.library().archive().root());
    StoredImport stored =
        store.begin(actor.name(), site.clock().millis(), Kind.REPLACEMENT, List.of());
    List<DocumentResult> results =
        site.library()
            .unitImport()
            .apply(texts(wanted, chosen), ImportActions.actor(actor, stored.id()));
    store.put(stored.imported(UnitImport.stored(results)));
    Redirects.other(context, "/import/" + stored.id());
  }

  private Map<DocumentId, List<ImportedTranslation>> texts(
      TextReplacement wanted, List<ExpectedVersion> chosen) {
    var texts = new LinkedHashMap<DocumentId, List<ImportedTranslation>>();
    for (ExpectedVersion each : chosen) {
      site.library()
          .unitImport()
          .documentOf(each.id())
          .flatMap(document -> site.documents().live(document, each.id()))
          .map(live -> Section.of(live, wanted))
          .filter(section -> section.isChanged() && section.isReplaceable())
          .ifPresent(
              section ->
                  texts
                      .computeIfAbsent(section.document().id(), id -> new ArrayList<>())
                      .add(section.text(each)));
    }
    return texts;
  }

  /**
   * The form, and what would change.
   *
   * @param only a search that limits it; may be empty
   * @param more that not all sections with the words were looked at, in words; may be empty
   */
  public record View(
      PageShell shell, TextReplacement wanted, String only, List<Section> sections, String more) {
    /** The sections by their documents. */
    public Map<LiveDocument, List<Section>> byDocument() {
      return sections.stream().collect(groupingBy(Section::document, LinkedHashMap::new, toList()));
    }
  }

  /**
   * A section that has the words.
   *
   * @param markdown its translation with the others
   */
  public record Section(LiveDocument document, TrackedSection now, String markdown) {
    private static Section of(LiveSection live, TextReplacement wanted) {
      String markdown = wanted.in(live.section().markdown(TRANSLATION));
      return new Section(live.document(), live.section(), markdown);
    }

    private boolean isChanged() {
      return !markdown.equals(now.markdown(TRANSLATION));
    }

    /** What no longer fits its original is brought up to date first. */
    public boolean isReplaceable() {
      return now.sectionStatus().freshness() != Freshness.STALE;
    }

    private ImportedTranslation text(ExpectedVersion seen) {
      boolean isDone = now.sectionStatus().state().isDone();
      return new ImportedTranslation(
          seen.id(), seen.version(), markdown, isDone ? State.TRANSLATED : null, null);
    }
  }
}
