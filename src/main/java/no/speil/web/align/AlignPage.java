package no.speil.web.align;

import static no.speil.web.http.RequestException.required;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import no.speil.align.correct.Correction;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.Coded;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.actions.ActionRunner.ActionResult;
import no.speil.library.actions.Actor;
import no.speil.library.actions.AlignmentActions.RealignResult;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.messages.Messages;
import no.speil.messages.RefusalTexts;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.Json;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.VersionMissing;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.section.BulkActionJson;
import no.speil.web.section.ExpectedVersions;
import no.speil.web.section.ExpectedVersions.VersionedBody;
import no.speil.web.section.Submission;
import org.jspecify.annotations.Nullable;

/**
 * Shows how the blocks of the two texts are linked, and carries out what people correct: which
 * blocks a section links, and many links at once.
 */
public final class AlignPage {
  static final int SIZE = 100;

  private static final int MOST_DOUBTFUL = 50;

  /** Confidences from which on links can be confirmed at once, in percent. */
  public static final List<Integer> BOUNDS = List.of(95, 90, 80, 70, 50);

  private final SiteContext site;

  public AlignPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    LiveDocument document = site.document(PathParams.document(context));
    int last = document.sections().size() - 1;
    int from =
        SectionId.parse(QueryParams.text(context, "at"))
            .map(id -> Math.max(0, document.number(id)))
            .orElseGet(() -> QueryParams.number(context, "from", 0, 0, last));
    show(context, document, from, "");
  }

  /**
   * Shows it after something was refused.
   *
   * @param at the section around which it is shown; from the beginning if it is not there
   */
  private void refuse(Context context, DocumentId id, @Nullable SectionId at, String why) {
    LiveDocument document = site.document(id);
    show(context, document, at == null ? 0 : Math.max(0, document.number(at)), why);
  }

  private void show(Context context, LiveDocument document, int at, String notice) {
    Messages t = site.messages(context);
    int changed = QueryParams.number(context, "changed", -1, 0, Integer.MAX_VALUE);
    int weighed = QueryParams.number(context, "weighed", 0, 0, Integer.MAX_VALUE);
    String title = TaggedText.title(document, t.lang()).text();
    var view =
        new View(
            site.shell(context, "align.title.of", title),
            document,
            at / SIZE * SIZE,
            notice,
            changed < 0 ? "" : t.of("align.again.done", changed, weighed));
    site.show(context, "align/align", view);
  }

  public void link(Submission submission) throws IOException {
    Context context = submission.context();
    var section = new ExpectedVersion(submission.id(), submission.seen());
    LinkBody body = submission.read(LinkBody.class, LinkBody::of);
    Supplier<LiveSection> action = action(section, body, submission.actor());
    if (!submission.isForm()) {
      submission.attempt(Map.of("action", String.valueOf(body.action())), "", action);
      return;
    }
    Messages t = site.messages(context);
    try {
      LiveSection update = action.get();
      Redirects.other(context, SiteUrls.align(update.document().id(), update.section().id()));
    } catch (StaleVersion e) {
      refuse(submission, 412, t.of("error.stale-version"));
    } catch (NotNow e) {
      refuse(submission, 409, RefusalTexts.of(t, e));
    }
  }

  private void refuse(Submission submission, int status, String why) {
    DocumentId document = site.library().ids().documentOf(submission.id());
    refuse(submission.context().status(status), document, submission.id(), why);
  }

  private Supplier<LiveSection> action(ExpectedVersion section, LinkBody body, Actor actor) {
    SectionId id = section.id();
    return switch (String.valueOf(body.action())) {
      case "join" -> {
        ExpectedVersion other = ExpectedVersions.of(body.with());
        yield correct(new Correction.Join(id, other.id()), actor, section, other);
      }
      case "split" -> {
        int original = blocks(body.original(), "original");
        int translation = blocks(body.translation(), "translation");
        yield correct(new Correction.Split(id, original, translation), actor, section);
      }
      case "move" -> {
        Side side =
            Coded.parse(Side.values(), String.valueOf(body.side()))
                .orElseThrow(() -> new BadRequest("The side is original or translation."));
        int blocks = body.blocks() == null ? 1 : body.blocks();
        ExpectedVersion to = ExpectedVersions.of(body.with());
        yield correct(new Correction.Move(id, side, blocks, to.id()), actor, section, to);
      }
      case "unlink" -> correct(new Correction.Unlink(id), actor, section);
      case "confirm" -> correct(new Correction.Confirm(Set.of(id)), actor, section);
      case "undo" -> () -> site.library().alignment().undo(section, actor);
      default ->
          throw new BadRequest("The action is one of join, split, move, unlink, confirm and undo.");
    };
  }

  private Supplier<LiveSection> correct(
      Correction correction, Actor actor, ExpectedVersion... expected) {
    return () -> site.library().alignment().correct(correction, List.of(expected), actor);
  }

  private static int blocks(@Nullable Integer blocks, String side) {
    return required(blocks, "Say how many blocks the first part keeps as \"" + side + "\".");
  }

  public void confirmMany(Submission submission) throws IOException {
    Context context = submission.context();
    DocumentId id = PathParams.document(context);
    SectionId last = SectionId.parse(submission.form().get("through")).orElse(null);
    if (last != null) {
      confirmThrough(submission, id, last);
      return;
    }
    ConfirmBody body = submission.read(ConfirmBody.class, ConfirmBody::of);
    if (body.sections() == null) {
      throw new VersionMissing();
    }
    double above = body.above() == null ? 0 : body.above();
    List<ExpectedVersion> wanted = ExpectedVersions.of(body.sections());
    List<ActionResult> results =
        site.library().alignment().confirmAll(id, above, wanted, submission.actor());
    if (!submission.isForm()) {
      Json.write(context, BulkActionJson.of(id, results));
      return;
    }
    Optional<ActionResult> refused =
        results.stream().filter(each -> each.refused() != null).findFirst();
    if (refused.isPresent()) {
      String why = RefusalTexts.of(site.messages(context), refused.get().refused());
      refuse(context.status(412), id, refused.get().id(), why);
    } else {
      String onward =
          wanted.isEmpty() ? SiteUrls.align(id) : SiteUrls.align(id, wanted.getFirst().id());
      Redirects.other(context, onward);
    }
  }

  /** Confirms all sections up to that one if the document is as the user saw it. */
  private void confirmThrough(Submission submission, DocumentId id, SectionId last) {
    Context context = submission.context();
    LiveDocument document = site.document(id);
    List<TrackedSection> sections = document.sections();
    int to = document.section(last).map(sections::indexOf).orElse(-1);
    boolean seen = document.version().toString().equals(submission.form().get("edition"));
    List<ExpectedVersion> wanted =
        sections.subList(0, to + 1).stream()
            .filter(each -> !isConfirmed(each.section()))
            .map(each -> new ExpectedVersion(each.id(), each.version()))
            .toList();
    if (to < 0
        || !seen
        || site.library().alignment().confirmAll(id, 0, wanted, submission.actor()).stream()
            .anyMatch(actionResult -> actionResult.refused() != null)) {
      refuse(context.status(412), id, last, site.messages(context).of("error.stale-version"));
      return;
    }
    Redirects.other(context, SiteUrls.align(id, last));
  }

  /** Aligns the document again or undoes that; the page then shows the result. */
  public void realign(Submission submission) throws IOException {
    Context context = submission.context();
    DocumentId id = PathParams.document(context);
    RealignBody body =
        submission.read(
            RealignBody.class, form -> new RealignBody(form.get("action").equals("undo")));
    try {
      RealignResult result =
          Boolean.TRUE.equals(body.undo())
              ? site.library().alignment().undoRealignment(id, submission.actor())
              : site.library().alignment().realign(id, submission.actor());
      if (submission.isForm()) {
        String counts = "?changed=" + result.changed() + "&weighed=" + result.weighed();
        Redirects.other(context, SiteUrls.align(id) + counts);
        return;
      }
      int sections = result.document().sections().size();
      Json.write(
          context, new RealignJson(id.value(), sections, result.changed(), result.weighed()));
    } catch (NotNow e) {
      if (!submission.isForm()) {
        throw e;
      }
      refuse(context.status(409), id, null, RefusalTexts.of(site.messages(context), e));
    }
  }

  /** Words of a block, or its Markdown if it has none. */
  public static String text(Block block) {
    return block.text().isBlank() ? block.markdown() : block.text();
  }

  public static boolean isPair(Section section) {
    return !section.original().isEmpty() && !section.translation().isEmpty();
  }

  public static boolean isConfirmed(Section section) {
    return section.alignment().method() == Alignment.Method.CONFIRMED;
  }

  /** Id and version of the section at a position; empty if none is there that can be joined. */
  public static String joinable(LiveDocument document, int position) {
    return position <= 0 || position >= document.sections().size()
        ? ""
        : ExpectedVersions.format(document.sections().get(position));
  }

  /**
   * The alignment of a document.
   *
   * @param from position of the first section that is shown
   * @param notice what was refused and why; may be empty
   * @param realigned what has changed, in words, after it was aligned again; else empty
   */
  public record View(
      PageShell shell, LiveDocument document, int from, String notice, String realigned) {

    /** Sections whose link is doubtful, the most doubtful first. */
    public List<Section> doubtful() {
      return document.sections().stream()
          .map(TrackedSection::section)
          .filter(Section::isDoubtful)
          .sorted(Comparator.comparingDouble(section -> section.alignment().confidence()))
          .limit(MOST_DOUBTFUL)
          .toList();
    }

    /** The position after the last that is shown. */
    public int end() {
      return Math.min(document.sections().size(), from + SIZE);
    }

    /** Ids and versions of those that can be confirmed, as the form sends them back. */
    public String unconfirmed() {
      return ExpectedVersions.format(
          document.sections().subList(from, end()).stream()
              .filter(each -> isPair(each.section()))
              .filter(each -> !isConfirmed(each.section()))
              .toList());
    }

    public Paging paging() {
      String href = SiteUrls.align(document.id()) + "?from=";
      int total = document.sections().size();
      return Paging.ofSections(shell.t(), from, total, SIZE, first -> href + first);
    }
  }

  /**
   * Body of a correction.
   *
   * @param with the other section of a join or a move
   */
  record LinkBody(
      @Nullable String action,
      @Nullable VersionedBody with,
      @Nullable Integer original,
      @Nullable Integer translation,
      @Nullable String side,
      @Nullable Integer blocks) {
    /** A button says whom it joins with or which side it moves, and where to. */
    private static LinkBody of(FormData form) {
      String[] button = form.get("action").split("-", 2);
      boolean joins = button[0].equals("join");
      boolean hasOther = button.length > 1;
      return new LinkBody(
          hasOther && !joins ? "move" : button[0],
          hasOther ? VersionedBody.parse(form.get(button[1])) : null,
          form.number("original", 0),
          form.number("translation", 0),
          button[0],
          form.number("blocks", 1));
    }
  }

  /** Body of a confirmation of many. */
  record ConfirmBody(@Nullable Double above, @Nullable List<@Nullable VersionedBody> sections) {
    private static ConfirmBody of(FormData form) {
      return new ConfirmBody(
          form.number("above", 100) / 100.0, ExpectedVersions.bodies(form.get("sections")));
    }
  }

  /** Body of a realignment. */
  record RealignBody(@Nullable Boolean undo) {}

  /**
   * What a realignment has changed.
   *
   * @param sections how many the document has now
   */
  record RealignJson(String document, int sections, int changed, int weighed) {}
}
