package no.speil.web.desk;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.ActionRefused;
import no.speil.library.Actor;
import no.speil.library.Answer;
import no.speil.library.Expected;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Pages;
import no.speil.web.answer.See;
import no.speil.web.answer.Wordings;
import no.speil.web.request.Form;
import no.speil.web.request.IfMatch;
import no.speil.web.request.Paths;
import no.speil.web.request.Query;
import no.speil.web.request.States;
import no.speil.web.request.WrongRequest;
import no.speil.web.rows.Part;
import no.speil.web.rows.Reading;
import no.speil.web.rows.View;
import no.speil.web.view.MarkView;
import no.speil.web.view.Messages;
import no.speil.web.view.Wording;
import no.speil.web.visitor.Writers;

/** Marks all sections of a document or of one of its parts, after showing what they are. */
public final class MarkPage {
  private final Library library;
  private final Writers writers;
  private final Pages pages;
  private final Frame frame;

  public MarkPage(Library library, Writers writers, Pages pages, Frame frame) {
    this.library = library;
    this.writers = writers;
    this.pages = pages;
    this.frame = frame;
  }

  public void show(Context context) {
    writers.actor(context, "web");
    LiveDocument document = document(Paths.document(context));
    SectionId heading =
        SectionId.parse(Query.text(context, "part"))
            .orElse(document.sections().getFirst().section().id());
    List<TrackedSection> sections = translated(Part.of(document, heading));
    show(context, document, heading, sections, List.of());
  }

  public void mark(Context context) throws IOException {
    Actor actor = writers.actor(context, "web");
    DocumentId id = Paths.document(context);
    Form form = Form.of(context);
    State state = States.parse(form.get("state"));
    List<Expected> wanted = expected(form.get("sections"));
    List<Answer> refused =
        library.markAll(id, state, wanted, actor).stream()
            .filter(answer -> answer.refused() != null)
            .toList();
    LiveDocument document = document(id);
    if (refused.isEmpty()) {
      SectionId first =
          wanted.isEmpty() ? document.sections().getFirst().section().id() : wanted.getFirst().id();
      See.other(context, Reading.at(document, first, View.SIDE).row(first));
      return;
    }
    List<TrackedSection> again =
        refused.stream()
            .map(answer -> document.section(answer.id()).orElse(null))
            .filter(Objects::nonNull)
            .toList();
    show(context, document, refused.getFirst().id(), again, refused);
  }

  private void show(
      Context context,
      LiveDocument document,
      SectionId heading,
      List<TrackedSection> sections,
      List<Answer> refused) {
    Messages t = frame.messages(context);
    pages.show(
        context,
        "mark",
        new MarkView(
            frame.around(context, t.of("mark.title")),
            name(t, document, heading),
            Reading.at(document, heading, View.SIDE).row(heading),
            Addresses.document(document.id()) + "/state",
            mayReview(writers.actor(context, "web").name(), sections),
            counts(t, sections),
            sections.stream()
                .map(each -> each.section().id() + " " + each.version())
                .collect(Collectors.joining("\n")),
            refused.stream().map(answer -> refused(t, document, answer)).toList()));
  }

  private boolean mayReview(String person, List<TrackedSection> sections) {
    return sections.stream().anyMatch(each -> library.mayReview(each, person));
  }

  private static List<TrackedSection> translated(List<TrackedSection> sections) {
    return sections.stream().filter(each -> !each.section().translation().isEmpty()).toList();
  }

  private static List<String> counts(Messages t, List<TrackedSection> sections) {
    var counts = new ArrayList<String>();
    Arrays.stream(State.values())
        .forEach(
            state -> {
              long count =
                  sections.stream().filter(each -> each.standing().state() == state).count();
              if (count > 0) {
                counts.add(t.of("mark.counts", t.of("state." + state.code()), count));
              }
            });
    long stale =
        sections.stream().filter(each -> each.standing().freshness() == Freshness.STALE).count();
    if (stale > 0) {
      counts.add(t.of("mark.stale", stale));
    }
    return counts;
  }

  public static Wording name(Messages t, LiveDocument document, SectionId heading) {
    return document
        .section(heading)
        .map(TrackedSection::section)
        .filter(section -> !section.isTitle())
        .map(section -> words(document, section))
        .orElse(Wordings.title(document, t.lang()));
  }

  private static Wording words(LiveDocument document, Section section) {
    Side side = section.original().isEmpty() ? Side.TRANSLATION : Side.ORIGINAL;
    String text = section.side(side).getFirst().text();
    String lang = Wordings.lang(document.leaf(side));
    return new Wording(lang, text.length() > 80 ? text.substring(0, 80) + "…" : text);
  }

  public static MarkView.Refused refused(Messages t, LiveDocument document, Answer answer) {
    String text = name(t, document, answer.id()).text();
    return new MarkView.Refused(Addresses.section(answer.id()), text, why(t, answer));
  }

  public static String why(Messages t, Answer answer) {
    if (answer.refused() instanceof ActionRefused.NotNow notNow) {
      return t.of("refused." + notNow.reason().name().toLowerCase(Locale.ROOT));
    }
    ActionRefused refused = answer.refused();
    if (refused instanceof ActionRefused.StaleVersion) {
      return t.of("refused.changed");
    }
    if (refused instanceof ActionRefused.StorageRefused) {
      return t.of("refused.storage");
    }
    boolean isGone =
        refused instanceof ActionRefused.GoneSection
            || refused instanceof ActionRefused.UnknownSection
            || refused instanceof ActionRefused.UnknownDocument;
    return t.of(isGone ? "refused.gone" : "refused.other");
  }

  public static List<Expected> expected(String lines) {
    return lines
        .lines()
        .filter(line -> !line.isBlank())
        .map(
            line -> {
              String[] parts = line.strip().split(" ", 2);
              SectionId id =
                  SectionId.parse(parts[0])
                      .orElseThrow(() -> new WrongRequest.BadRequest("Not a section: " + parts[0]));
              return new Expected(id, IfMatch.parse(parts.length > 1 ? parts[1] : ""));
            })
        .toList();
  }

  private LiveDocument document(DocumentId id) {
    return library.document(id).orElseThrow(() -> new ActionRefused.UnknownDocument(id));
  }
}
