package no.speil.web.search;

import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

  /**
   * The form for a page of results: its translated sections with their versions.
   *
   * @param address of the page
   * @param writer name of the user
   */
  SearchView.MarkForm offer(SearchResult result, SearchUrl address, Actor writer) {
    Stream<Hit> ofDocuments = result.documents().stream().flatMap(hit -> hit.sections().stream());
    List<TrackedSection> sections =
        site.documents()
            .live(Stream.concat(result.hits().stream(), ofDocuments))
            .map(LiveSection::section)
            .filter(each -> !each.section().translation().isEmpty())
            .toList();
    boolean isAll = result.hits().size() + result.documents().size() >= result.total();
    return new SearchView.MarkForm(
        sections,
        site.library().marks().states(sections, writer),
        isAll || address.size() == SearchUrl.LARGEST ? "" : address.atOnce().href());
  }

  public void mark(Context context, Actor actor) {
    FormData form = FormData.of(context);
    State state = StateParam.parse(form.get("state"));
    List<ExpectedVersion> wanted = ExpectedVersions.parse(form.get("sections"));
    if (wanted.size() > MOST) {
      throw new BadRequest("That is more than a page of results.");
    }
    PageShell shell = site.shell(context, "mark.title");
    var refused = new ArrayList<ActionResult>();
    var byDocument = new LinkedHashMap<DocumentId, List<ExpectedVersion>>();
    for (ExpectedVersion each : wanted) {
      attempt(List.of(each), () -> site.library().ids().documentOf(each.id()), refused)
          .ifPresent(id -> byDocument.computeIfAbsent(id, key -> new ArrayList<>()).add(each));
    }
    var results = new ArrayList<BulkActionLine>();
    refused.forEach(each -> results.add(new BulkActionLine(null, each)));
    byDocument.forEach(
        (id, sections) -> {
          var marked = new ArrayList<ActionResult>();
          attempt(
                  sections,
                  () -> site.library().marks().markAll(id, state, sections, actor),
                  marked)
              .ifPresent(marked::addAll);
          // marked sections are listed even if their document cannot be read any more
          LiveDocument document = read(id);
          marked.forEach(each -> results.add(new BulkActionLine(document, each)));
        });
    String back = Redirects.local(form.get("back"));
    site.show(context, "search/bulkMarkResult", new View(shell, state, results, back));
  }

  private @Nullable LiveDocument read(DocumentId id) {
    try {
      return site.documents().findLoadable(id).orElse(null);
    } catch (ActionRefusedException | UncheckedIOException | WriterLockLostException e) {
      LOG.warn("reading {}: {}", id, e.getMessage());
      return null;
    }
  }

  /**
   * Does something with sections. A refusal or failure in one document does not stop the others.
   *
   * @param refused is given each section if it is refused
   */
  private static <T> Optional<T> attempt(
      List<ExpectedVersion> sections, Supplier<T> action, List<ActionResult> refused) {
    try {
      return Optional.of(action.get());
    } catch (ActionRefusedException | UncheckedIOException | WriterLockLostException e) {
      var why = e instanceof ActionRefusedException known ? known : new StorageRefused(e);
      List<SectionId> ids = sections.stream().map(ExpectedVersion::id).toList();
      if (why.getCause() != null) {
        LOG.warn("marking {}: {}", ids, why.getCause().getMessage());
      }
      ids.forEach(id -> refused.add(new ActionResult(id, null, why)));
      return Optional.empty();
    }
  }

  /**
   * What was marked, and what was refused.
   *
   * @param back where the person came from
   */
  public record View(PageShell shell, State state, List<BulkActionLine> results, String back) {}
}
