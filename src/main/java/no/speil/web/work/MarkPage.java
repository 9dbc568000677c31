package no.speil.web.work;

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
import no.speil.library.actions.ActionResult;
import no.speil.library.actions.Actor;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.IfMatch;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException;
import no.speil.web.http.StateParam;
import no.speil.web.page.DocumentPart;
import no.speil.web.page.Messages;
import no.speil.web.page.ReadingPosition;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.page.TaggedTexts;
import no.speil.web.page.ViewMode;

/** Marks all sections of a document or of one of its parts, after showing what they are. */
public final class MarkPage {
  private final SiteContext site;

  public MarkPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    site.writers().actor(context, "web");
    LiveDocument document = site.document(PathParams.document(context));
    SectionId heading =
        SectionId.parse(QueryParams.text(context, "part"))
            .orElse(document.sections().getFirst().section().id());
    List<TrackedSection> sections = translated(DocumentPart.of(document, heading));
    show(context, document, heading, sections, List.of());
  }

  public void mark(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "web");
    DocumentId id = PathParams.document(context);
    FormData form = FormData.of(context);
    State state = StateParam.parse(form.get("state"));
    List<ExpectedVersion> wanted = expected(form.get("sections"));
    List<ActionResult> refused =
        site.library().marks().markAll(id, state, wanted, actor).stream()
            .filter(actionResult -> actionResult.refused() != null)
            .toList();
    LiveDocument document = site.document(id);
    if (refused.isEmpty()) {
      SectionId first =
          wanted.isEmpty() ? document.sections().getFirst().section().id() : wanted.getFirst().id();
      Redirects.other(context, ReadingPosition.at(document, first, ViewMode.SIDE).row(first));
      return;
    }
    List<TrackedSection> again =
        refused.stream()
            .map(actionResult -> document.section(actionResult.id()).orElse(null))
            .filter(Objects::nonNull)
            .toList();
    show(context, document, refused.getFirst().id(), again, refused);
  }

  private void show(
      Context context,
      LiveDocument document,
      SectionId heading,
      List<TrackedSection> sections,
      List<ActionResult> refused) {
    Messages t = site.pageShells().messages(context);
    site.pages()
        .show(
            context,
            "mark",
            new MarkView(
                site.pageShells().around(context, t.of("mark.title")),
                name(t, document, heading),
                ReadingPosition.at(document, heading, ViewMode.SIDE).row(heading),
                SiteUrls.document(document.id()) + "/state",
                mayReview(site.writers().actor(context, "web").name(), sections),
                counts(t, sections),
                sections.stream()
                    .map(each -> each.section().id() + " " + each.version())
                    .collect(Collectors.joining("\n")),
                refused.stream().map(actionResult -> refused(t, document, actionResult)).toList()));
  }

  private boolean mayReview(String person, List<TrackedSection> sections) {
    return sections.stream().anyMatch(each -> site.library().marks().mayReview(each, person));
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
                  sections.stream().filter(each -> each.sectionStatus().state() == state).count();
              if (count > 0) {
                counts.add(t.of("mark.counts", t.of("state." + state.code()), count));
              }
            });
    long stale =
        sections.stream()
            .filter(each -> each.sectionStatus().freshness() == Freshness.STALE)
            .count();
    if (stale > 0) {
      counts.add(t.of("mark.stale", stale));
    }
    return counts;
  }

  public static TaggedText name(Messages t, LiveDocument document, SectionId heading) {
    return document
        .section(heading)
        .map(TrackedSection::section)
        .filter(section -> !section.isTitle())
        .map(section -> words(document, section))
        .orElse(TaggedTexts.title(document, t.lang()));
  }

  private static TaggedText words(LiveDocument document, Section section) {
    Side side = section.original().isEmpty() ? Side.TRANSLATION : Side.ORIGINAL;
    String text = section.side(side).getFirst().text();
    String lang = TaggedTexts.lang(document.leaf(side));
    return new TaggedText(lang, text.length() > 80 ? text.substring(0, 80) + "…" : text);
  }

  public static MarkView.Refused refused(
      Messages t, LiveDocument document, ActionResult actionResult) {
    String text = name(t, document, actionResult.id()).text();
    return new MarkView.Refused(SiteUrls.section(actionResult.id()), text, why(t, actionResult));
  }

  public static String why(Messages t, ActionResult actionResult) {
    if (actionResult.refused() instanceof ActionRefusedException.NotNow notNow) {
      return t.of("refused." + notNow.reason().name().toLowerCase(Locale.ROOT));
    }
    ActionRefusedException refused = actionResult.refused();
    if (refused instanceof ActionRefusedException.StaleVersion) {
      return t.of("refused.changed");
    }
    if (refused instanceof ActionRefusedException.StorageRefused) {
      return t.of("refused.storage");
    }
    if (refused instanceof ActionRefusedException.StorageUncertain) {
      return t.of("refused.storage-uncertain");
    }
    boolean isGone =
        refused instanceof ActionRefusedException.GoneSection
            || refused instanceof ActionRefusedException.UnknownSection
            || refused instanceof ActionRefusedException.UnknownDocument;
    return t.of(isGone ? "refused.gone" : "refused.other");
  }

  public static List<ExpectedVersion> expected(String lines) {
    return lines
        .lines()
        .filter(line -> !line.isBlank())
        .map(
            line -> {
              String[] parts = line.strip().split(" ", 2);
              SectionId id =
                  SectionId.parse(parts[0])
                      .orElseThrow(
                          () -> new RequestException.BadRequest("Not a section: " + parts[0]));
              return new ExpectedVersion(id, IfMatch.parse(parts.length > 1 ? parts[1] : ""));
            })
        .toList();
  }
}
