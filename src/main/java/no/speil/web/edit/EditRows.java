package no.speil.web.edit;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.text.HtmlEscape;
import no.speil.library.actions.Actor;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.status.Progress;
import no.speil.status.TrackedSection;
import no.speil.web.http.QueryParams;
import no.speil.web.page.PageUrl;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.SectionRow;
import no.speil.web.section.SectionRows;
import no.speil.web.section.ViewMode;
import org.jspecify.annotations.Nullable;

/** The sections of a text as rows to write in, and how many of them there are of each state. */
public final class EditRows {
  private final SiteContext site;
  private final Actor writer;
  private final Messages t;
  private final LiveDocument document;

  /** Which rows there are: the code of a filter or of a state, or empty for all. */
  private final String show;

  /** Those that the person is offered. */
  private final List<RowFilter> filters;

  private final List<TrackedSection> toDo;
  private final List<TrackedSection> toReview;
  private final List<TrackedSection> wanted;
  private final @Nullable SectionId current;
  private final String typed;

  /**
   * Those that the address asks for.
   *
   * @param current the section that is written, which is always among them; null for none
   * @param typed what its box holds
   */
  EditRows(
      SiteContext site,
      Context context,
      LiveDocument document,
      @Nullable SectionId current,
      String typed) {
    this.site = site;
    this.writer = site.access().writer(context);
    this.t = site.messages(context);
    this.document = document;
    this.show = QueryParams.text(context, "show");
    this.filters = RowFilter.of(site, document, writer);
    this.current = current;
    this.typed = typed;
    this.toDo = filtered(filter(RowFilter.TO_DO));
    this.toReview = toDo.isEmpty() ? filtered(filter(RowFilter.TO_REVIEW)) : List.of();
    this.wanted = filtered(filter(show).or(section -> section.id().equals(current)));
  }

  /**
   * Those that a page shows.
   *
   * @param text all of them
   * @param from the place of the first among them
   */
  public record Shown(EditRows text, int from, List<EditRow> rows) {
    /** The row that is written. */
    public EditRow current() {
      return rows.stream().filter(EditRow::isCurrent).findFirst().orElseThrow();
    }

    /** The pages of them. */
    public Paging paging() {
      return Paging.ofSections(
          text.t,
          from,
          text.wanted.size(),
          ReadingPosition.SIZE,
          first -> text.href(text.wanted.get(first)));
    }
  }

  private RowState state(TrackedSection section) {
    return RowState.of(section, document.originalElsewhere());
  }

  /** What a filter or a state wants, by its code. */
  private Predicate<TrackedSection> filter(String code) {
    return filters.stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .map(RowFilter::isWanted)
        .orElse(section -> state(section).code().equals(code));
  }

  /** The first that is shown. */
  Optional<TrackedSection> first() {
    return wanted.stream().findFirst();
  }

  /** The page of them that a section is on, as long as a page for readers. */
  Shown around(TrackedSection section) {
    int position = (int) wanted.stream().takeWhile(each -> !each.id().equals(section.id())).count();
    int first =
        position == wanted.size() ? 0 : position / ReadingPosition.SIZE * ReadingPosition.SIZE;
    int end = Math.min(wanted.size(), first + ReadingPosition.SIZE);
    return new Shown(this, first, rows(wanted.subList(first, end)));
  }

  /** These of them. */
  Shown of(List<TrackedSection> shown) {
    return new Shown(this, 0, rows(shown));
  }

  private List<EditRow> rows(List<TrackedSection> shown) {
    return new SectionRows(site, t, document, ViewMode.SIDE, shown, writer)
        .rows().stream().map(this::row).toList();
  }

  private EditRow row(SectionRow texts) {
    TrackedSection section = texts.section();
    SectionRow seen = texts.with((side, html) -> html.isBlank() ? code(section, side) : html);
    return EditRow.of(seen, state(section), section.id().equals(current) ? typed : null);
  }

  /** Who translates sees what readers do not, as it is written. */
  private static String code(TrackedSection section, Side side) {
    return "<code>" + HtmlEscape.text(section.markdown(side)) + "</code>";
  }

  public Messages t() {
    return t;
  }

  /** The address of this page at a section. */
  public String href(EditRow row) {
    return href(row.row().section());
  }

  private String href(TrackedSection section) {
    return url(show).with("s", section.id()).href();
  }

  private PageUrl url(String other) {
    return PageUrl.at(SiteUrls.editDocument(document.id())).with("show", other);
  }

  /** The choices of what is shown; those of nothing are left out. */
  public List<Choice> choices() {
    return filters.stream()
        .map(this::choice)
        .filter(choice -> choice.count() > 0 || choice.isChosen())
        .toList();
  }

  private Choice choice(RowFilter filter) {
    int count = filter.code().isEmpty() ? total() : filtered(filter.isWanted()).size();
    String code = filter.code();
    return new Choice(code, t.of(filter.key()), url(code).href(), count, code.equals(show));
  }

  /** What can be shown, with how many rows that are. */
  public record Choice(String code, String words, String href, int count, boolean isChosen) {}

  /** How many sections are in that state. */
  public int count(RowState state) {
    return filtered(section -> state(section) == state).size();
  }

  /** How many sections have words to translate, as they are counted everywhere. */
  public int total() {
    return sections(document.sections());
  }

  /** How many of them ask for no more work of a translator. */
  public int done() {
    return total() - sections(toDo);
  }

  private int sections(List<TrackedSection> some) {
    return (int) Progress.of(some, document.originalElsewhere()).total().sections();
  }

  private List<TrackedSection> filtered(Predicate<TrackedSection> isWanted) {
    return document.sections().stream().filter(isWanted).toList();
  }

  /** Whether nothing is left but what the person can review. */
  public boolean isReview() {
    return !toReview.isEmpty();
  }

  /** The address of the next section that waits for the person, from the top again; or empty. */
  public String onward() {
    List<TrackedSection> left = toDo.isEmpty() ? toReview : toDo;
    int here = current == null ? -1 : document.number(current);
    return left.stream()
        .filter(each -> document.number(each.id()) > here)
        .findFirst()
        .or(() -> left.stream().filter(each -> !each.id().equals(current)).findFirst())
        .map(this::href)
        .orElse("");
  }
}
