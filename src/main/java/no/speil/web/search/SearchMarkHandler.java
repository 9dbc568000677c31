package no.speil.web.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.archive.WriterLockLostException;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.ActionRunner.ActionResult;
import no.speil.library.actions.Actor;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.ActionRefusedException.StorageRefused;
import no.speil.library.documents.ActionRefusedException.UnknownSection;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.search.Hit;
import no.speil.search.SearchResult;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.StateParam;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.section.BulkActionLine;
import no.speil.web.section.ExpectedVersions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Marks the sections on a page of search results, in the versions that were shown. */
public final class SearchMarkHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SearchMarkHandler.class);
  private static final int MOST = 1_000;

  private final SiteContext site;

  public SearchMarkHandler(SiteContext site) {
    this.site = site;
  }

  /** The translated sections of a page of results. */
  List<TrackedSection> markable(SearchResult result) {
    Stream<Hit> ofDocuments = result.documents().stream().flatMap(hit -> hit.sections().stream());
    return site.documents()
        .live(Stream.concat(result.hits().stream(), ofDocuments))
        .map(LiveSection::section)
        .filter(each -> !each.section().translation().isEmpty())
        .toList();
  }

  public void mark(Context context, Actor actor) {
    FormData form = FormData.of(context);
    State state = StateParam.parse(form.get("state"));
    List<ExpectedVersion> wanted = ExpectedVersions.parse(form.get("sections"));
    if (wanted.size() > MOST) {
      throw new BadRequest("That is more than a page of results.");
    }
    PageShell shell = site.shell(context, "mark.title");
    var results = new ArrayList<BulkActionLine>();
    wanted.stream()
        .collect(
            groupingBy(
                each -> site.library().ids().lastKnown(each.id()), LinkedHashMap::new, toList()))
        .forEach(
            (id, sections) -> {
              List<ActionResult> marked = mark(id.orElse(null), state, sections, actor);
              // marked sections are listed even if their document cannot be read any more
              LiveDocument document = id.flatMap(this::read).orElse(null);
              marked.forEach(each -> results.add(new BulkActionLine(document, each)));
            });
    String back = Redirects.local(form.get("back"));
    site.show(context, "search/bulkMarkResult", new View(shell, state, results, back));
  }

  private Optional<LiveDocument> read(DocumentId id) {
    try {
      return site.documents().findLoadable(id);
    } catch (ActionRefusedException | UncheckedIOException | WriterLockLostException e) {
      LOG.warn("reading {}: {}", id, e.getMessage());
      return Optional.empty();
    }
  }

  /** Marks sections of one document, whose refusal or failure does not stop the others. */
  private List<ActionResult> mark(
      @Nullable DocumentId document, State state, List<ExpectedVersion> sections, Actor actor) {
    List<SectionId> ids = sections.stream().map(ExpectedVersion::id).toList();
    try {
      if (document == null) {
        throw new UnknownSection(ids.getFirst());
      }
      return site.library().marks().markAll(document, state, sections, actor);
    } catch (ActionRefusedException | UncheckedIOException | WriterLockLostException e) {
      var why = e instanceof ActionRefusedException known ? known : new StorageRefused(e);
      if (why.getCause() != null) {
        LOG.warn("marking {}: {}", ids, why.getCause().getMessage());
      }
      return ids.stream().map(id -> new ActionResult(id, null, why)).toList();
    }
  }

  /**
   * What was marked, and what was refused.
   *
   * @param back where the person came from
   */
  public record View(PageShell shell, State state, List<BulkActionLine> results, String back) {}
}
