package no.speil.web.searching;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.ActionRefused;
import no.speil.library.Actor;
import no.speil.library.Answer;
import no.speil.library.Expected;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.search.SearchResult;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Pages;
import no.speil.web.answer.See;
import no.speil.web.desk.MarkPage;
import no.speil.web.request.Form;
import no.speil.web.request.States;
import no.speil.web.request.WrongRequest;
import no.speil.web.view.MarkView;
import no.speil.web.view.MarkedView;
import no.speil.web.view.Messages;
import no.speil.web.view.SearchView;
import no.speil.web.visitor.Writers;

/** Marks what a page of search results shows: exactly those sections, as they were shown. */
public final class SearchMarks {
  private static final int MOST = 1_000;

  private final Library library;
  private final Writers writers;
  private final Pages pages;
  private final Frame frame;

  public SearchMarks(Library library, Writers writers, Pages pages, Frame frame) {
    this.library = library;
    this.writers = writers;
    this.pages = pages;
    this.frame = frame;
  }

  /**
   * What the form of that page of results carries: its sections that have a translation, with their
   * versions.
   *
   * @param address of the page
   * @param writer who looks at it
   */
  SearchView.Marking offer(SearchResult result, SearchAddress address, String writer) {
    var wanted = new LinkedHashMap<DocumentId, Set<SectionId>>();
    Stream.concat(
            result.hits().stream(),
            result.documents().stream().flatMap(hit -> hit.sections().stream()))
        .forEach(
            hit ->
                wanted
                    .computeIfAbsent(hit.work().document(), key -> new LinkedHashSet<>())
                    .add(hit.section()));
    var sections = new ArrayList<TrackedSection>();
    wanted.forEach((document, ids) -> sections.addAll(translated(document, ids)));
    boolean isAll = result.hits().size() + result.documents().size() >= result.total();
    return new SearchView.Marking(
        sections.stream()
            .map(each -> each.section().id() + " " + each.version())
            .collect(Collectors.joining("\n")),
        sections.size(),
        sections.stream().anyMatch(each -> library.mayReview(each, writer)),
        address.href(),
        isAll || address.size() == address.atOnce().size() ? "" : address.atOnce().href());
  }

  public void mark(Context context) throws IOException {
    Actor actor = writers.actor(context, "web");
    Form form = Form.of(context);
    State state = States.parse(form.get("state"));
    List<Expected> wanted = MarkPage.expected(form.get("sections"));
    if (wanted.size() > MOST) {
      throw new WrongRequest.BadRequest("That is more than a page of results.");
    }
    Messages t = frame.messages(context);
    var marked = new ArrayList<MarkedView.Line>();
    var refused = new ArrayList<MarkView.Refused>();
    byDocument(wanted, answer -> refused.add(lost(t, answer)))
        .forEach(
            (id, sections) -> {
              List<Answer> answers = markAll(id, state, sections, actor);
              Optional<LiveDocument> document = library.document(id);
              for (Answer answer : answers) {
                if (document.isEmpty()) {
                  refused.add(lost(t, answer));
                } else if (answer.refused() == null) {
                  marked.add(line(t, document.get(), answer.id()));
                } else {
                  refused.add(MarkPage.refused(t, document.get(), answer));
                }
              }
            });
    pages.show(
        context,
        "marked",
        new MarkedView(
            frame.around(context, t.of("mark.title")),
            t.of("marked.summary", marked.size(), t.of("state." + state.code())),
            marked,
            refused,
            See.local(form.get("back"))));
  }

  private List<TrackedSection> translated(DocumentId id, Set<SectionId> ids) {
    return library.document(id).stream()
        .flatMap(document -> document.sections().stream())
        .filter(each -> ids.contains(each.section().id()))
        .filter(each -> !each.section().translation().isEmpty())
        .toList();
  }

  /** What cannot be done in one document does not keep the others from being marked. */
  private List<Answer> markAll(DocumentId id, State state, List<Expected> sections, Actor actor) {
    try {
      return library.markAll(id, state, sections, actor);
    } catch (ActionRefused.UnknownDocument
        | ActionRefused.NotNow
        | ActionRefused.StorageRefused e) {
      return sections.stream().map(each -> new Answer(each.id(), null, e)).toList();
    }
  }

  /**
   * @param gone is told of sections that are no longer anywhere
   */
  private Map<DocumentId, List<Expected>> byDocument(List<Expected> wanted, Consumer<Answer> gone) {
    var sorted = new LinkedHashMap<DocumentId, List<Expected>>();
    for (Expected each : wanted) {
      try {
        sorted.computeIfAbsent(library.present(each.id()), key -> new ArrayList<>()).add(each);
      } catch (ActionRefused.GoneSection | ActionRefused.UnknownSection e) {
        gone.accept(new Answer(each.id(), null, e));
      }
    }
    return sorted;
  }

  private static MarkView.Refused lost(Messages t, Answer answer) {
    return new MarkView.Refused(
        Addresses.section(answer.id()), answer.id().value(), MarkPage.why(t, answer));
  }

  private static MarkedView.Line line(Messages t, LiveDocument document, SectionId id) {
    String words =
        document.section(id).map(TrackedSection::section).isPresent()
            ? MarkPage.name(t, document, id).text()
            : id.value();
    return new MarkedView.Line(Addresses.section(id), words);
  }
}
