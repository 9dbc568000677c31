package no.speil.web.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
import no.speil.messages.Messages;
import no.speil.search.Hit;
import no.speil.search.SearchResult;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.StateParam;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.section.DocumentPart;
import no.speil.web.section.ExpectedVersions;
import no.speil.web.section.RefusedSection;
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
    Map<DocumentId, Set<SectionId>> wanted =
        Stream.concat(
                result.hits().stream(),
                result.documents().stream().flatMap(hit -> hit.sections().stream()))
            .collect(
                groupingBy(
                    hit -> hit.documentRef().document(),
                    LinkedHashMap::new,
                    mapping(Hit::section, toSet())));
    List<TrackedSection> sections =
        wanted.entrySet().stream()
            .flatMap(each -> translated(each.getKey(), each.getValue()).stream())
            .toList();
    boolean isAll = result.hits().size() + result.documents().size() >= result.total();
    return new SearchView.MarkForm(
        ExpectedVersions.format(sections),
        sections.size(),
        site.library().marks().states(sections, writer),
        isAll || address.size() == SearchUrl.LARGEST ? "" : address.atOnce().href());
  }

  public void mark(Context context, Actor actor) throws IOException {
    FormData form = FormData.of(context);
    State state = StateParam.parse(form.get("state"));
    List<ExpectedVersion> wanted = ExpectedVersions.parse(form.get("sections"));
    if (wanted.size() > MOST) {
      throw new BadRequest("That is more than a page of results.");
    }
    PageShell shell = site.shell(context, "mark.title");
    Messages t = shell.t();
    var marked = new ArrayList<Line>();
    var refused = new ArrayList<RefusedSection>();
    var byDocument = new LinkedHashMap<DocumentId, List<ExpectedVersion>>();
    for (ExpectedVersion each : wanted) {
      attempt(
              each.id().value(),
              () -> Optional.of(site.library().ids().documentOf(each.id())),
              why -> {
                refused.add(RefusedSection.unread(t, new ActionResult(each.id(), null, why)));
                return Optional.<DocumentId>empty();
              })
          .ifPresent(id -> byDocument.computeIfAbsent(id, key -> new ArrayList<>()).add(each));
    }
    byDocument.forEach(
        (id, sections) -> {
          List<ActionResult> results = markAll(id, state, sections, actor);
          // marked sections are listed even if their document cannot be read any more
          Optional<LiveDocument> document =
              attempt(
                  id.value(),
                  () -> site.library().documents().findLoadable(id),
                  why -> Optional.empty());
          for (ActionResult result : results) {
            if (result.refused() == null) {
              marked.add(line(t, document, result.id()));
            } else {
              refused.add(
                  document
                      .map(live -> RefusedSection.of(t, live, result))
                      .orElseGet(() -> RefusedSection.unread(t, result)));
            }
          }
        });
    site.show(
        context,
        "search/bulkMarkResult",
        new View(
            shell,
            t.of("marked.summary", marked.size(), t.of("state." + state.code())),
            marked,
            refused,
            Redirects.local(form.get("back"))));
  }

  private List<TrackedSection> translated(DocumentId id, Set<SectionId> ids) {
    return site.library().documents().findLoadable(id).stream()
        .flatMap(document -> document.sections().stream())
        .filter(each -> ids.contains(each.section().id()))
        .filter(each -> !each.section().translation().isEmpty())
        .toList();
  }

  private List<ActionResult> markAll(
      DocumentId id, State state, List<ExpectedVersion> sections, Actor actor) {
    return attempt(
        id.value(),
        () -> site.library().marks().markAll(id, state, sections, actor),
        why -> sections.stream().map(each -> new ActionResult(each.id(), null, why)).toList());
  }

  /** A refusal or failure in one document does not stop the others. */
  private static <T> T attempt(
      String what, Supplier<T> action, Function<ActionRefusedException, T> otherwise) {
    try {
      return action.get();
    } catch (ActionRefusedException e) {
      Throwable cause = e.getCause();
      if (cause != null) {
        LOG.warn("marking {}: {}", what, cause.getMessage());
      }
      return otherwise.apply(e);
    } catch (UncheckedIOException | WriterLockLostException e) {
      LOG.warn("marking {}: {}", what, e.getMessage());
      return otherwise.apply(new StorageRefused(e));
    }
  }

  /** Named by its heading or beginning; by its id if it cannot be read any more. */
  private static Line line(Messages t, Optional<LiveDocument> document, SectionId id) {
    String words =
        document
            .filter(live -> live.section(id).isPresent())
            .map(live -> DocumentPart.name(t, live, id).text())
            .orElse(id.value());
    return new Line(SiteUrls.section(id), words);
  }

  /**
   * What was marked, and what was refused.
   *
   * @param summary how many were marked as what, in words
   * @param back where the person came from
   */
  public record View(
      PageShell shell,
      String summary,
      List<Line> marked,
      List<RefusedSection> refused,
      String back) {}

  /** A section that was marked. */
  public record Line(String href, String text) {}
}
