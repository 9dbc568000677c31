package no.speil.web.search;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.speil.archive.WriterLockLostException;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.ActionResult;
import no.speil.library.actions.Actor;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.search.SearchResult;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.RequestException;
import no.speil.web.http.StateParam;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.section.DocumentPart;
import no.speil.web.section.ExpectedVersions;
import no.speil.web.section.RefusedSection;
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
    var wanted = new LinkedHashMap<DocumentId, Set<SectionId>>();
    Stream.concat(
            result.hits().stream(),
            result.documents().stream().flatMap(hit -> hit.sections().stream()))
        .forEach(
            hit ->
                wanted
                    .computeIfAbsent(hit.documentRef().document(), key -> new LinkedHashSet<>())
                    .add(hit.section()));
    var sections = new ArrayList<TrackedSection>();
    wanted.forEach((document, ids) -> sections.addAll(translated(document, ids)));
    boolean isAll = result.hits().size() + result.documents().size() >= result.total();
    return new SearchView.MarkForm(
        ExpectedVersions.format(sections),
        sections.size(),
        sections.stream().anyMatch(each -> site.library().marks().mayReview(each, writer)),
        isAll || address.size() == SearchUrl.LARGEST ? "" : address.atOnce().href());
  }

  public void mark(Context context, Actor actor) throws IOException {
    FormData form = FormData.of(context);
    State state = StateParam.parse(form.get("state"));
    List<ExpectedVersion> wanted = ExpectedVersions.parse(form.get("sections"));
    if (wanted.size() > MOST) {
      throw new RequestException.BadRequest("That is more than a page of results.");
    }
    Messages t = site.messages(context);
    var marked = new ArrayList<Line>();
    var refused = new ArrayList<RefusedSection>();
    byDocument(wanted, actionResult -> refused.add(RefusedSection.unread(t, actionResult)))
        .forEach(
            (id, sections) -> {
              List<ActionResult> actionResults = markAll(id, state, sections, actor);
              Optional<LiveDocument> document = find(id);
              for (ActionResult actionResult : actionResults) {
                if (actionResult.refused() == null) {
                  marked.add(line(t, document, actionResult.id()));
                } else if (document.isEmpty()) {
                  refused.add(RefusedSection.unread(t, actionResult));
                } else {
                  refused.add(RefusedSection.of(t, document.get(), actionResult));
                }
              }
            });
    site.show(
        context,
        "search/bulkMarkResult",
        new View(
            site.pageShells().around(context, t.of("mark.title")),
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

  /** A refusal or failure in one document does not stop the others. */
  private List<ActionResult> markAll(
      DocumentId id, State state, List<ExpectedVersion> sections, Actor actor) {
    ActionRefusedException refused;
    try {
      return site.library().marks().markAll(id, state, sections, actor);
    } catch (ActionRefusedException.UnknownDocument
        | ActionRefusedException.DocumentFailed
        | ActionRefusedException.NotNow e) {
      refused = e;
    } catch (ActionRefusedException.StorageRefused | ActionRefusedException.StorageUncertain e) {
      warn(id.value(), e.getCause());
      refused = e;
    } catch (UncheckedIOException | WriterLockLostException e) {
      warn(id.value(), e);
      refused = new ActionRefusedException.StorageRefused(e);
    }
    ActionRefusedException why = refused;
    return sections.stream().map(each -> new ActionResult(each.id(), null, why)).toList();
  }

  /** What is marked already is told, also if it cannot be read afterwards. */
  private Optional<LiveDocument> find(DocumentId id) {
    try {
      return site.library().documents().findLoadable(id);
    } catch (UncheckedIOException e) {
      warn(id.value(), e);
      return Optional.empty();
    }
  }

  private static void warn(String marked, @Nullable Throwable failure) {
    LOG.warn("marking {}: {}", marked, failure == null ? "" : failure.getMessage());
  }

  /**
   * @param gone receives sections that no longer exist or cannot be read
   */
  private Map<DocumentId, List<ExpectedVersion>> byDocument(
      List<ExpectedVersion> wanted, Consumer<ActionResult> gone) {
    var sorted = new LinkedHashMap<DocumentId, List<ExpectedVersion>>();
    for (ExpectedVersion each : wanted) {
      try {
        sorted
            .computeIfAbsent(site.library().ids().documentOf(each.id()), key -> new ArrayList<>())
            .add(each);
      } catch (ActionRefusedException.GoneSection
          | ActionRefusedException.UnknownSection
          | ActionRefusedException.DocumentFailed e) {
        gone.accept(new ActionResult(each.id(), null, e));
      } catch (UncheckedIOException e) {
        warn(each.id().value(), e);
        gone.accept(
            new ActionResult(each.id(), null, new ActionRefusedException.StorageRefused(e)));
      }
    }
    return sorted;
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
      String back) {
    public View {
      marked = List.copyOf(marked);
      refused = List.copyOf(refused);
    }
  }

  /** A section that was marked. */
  public record Line(String href, String text) {}
}
