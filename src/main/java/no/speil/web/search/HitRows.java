package no.speil.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import no.speil.corpus.Freshness;
import no.speil.corpus.Side;
import no.speil.messages.Messages;
import no.speil.search.DocumentHit;
import no.speil.search.DocumentRef;
import no.speil.search.Excerpt;
import no.speil.search.Hit;
import no.speil.search.IndexedSection.Place;
import no.speil.search.IndexedSection.Role;
import no.speil.web.document.AuthorNames;
import no.speil.web.page.OriginalSource;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.ViewMode;
import org.jspecify.annotations.Nullable;

/** Prepares hits for pages: always both texts. */
final class HitRows {
  private final Messages t;
  private final CounterpartSentences counterparts = new CounterpartSentences();

  HitRows(Messages t) {
    this.t = t;
  }

  /**
   * A section.
   *
   * @param carried adds the search to the address of the section in its document
   */
  SearchView.Result of(Hit hit, UnaryOperator<String> carried) {
    String href = carried.apply(row(hit));
    return found(hit.documentRef(), href, List.of(pair(hit, href)), null);
  }

  /** A document whose title is what was searched for. */
  SearchView.Result whole(Hit hit, String href, SearchView.WholeText text) {
    return found(hit.documentRef(), href, List.of(), text);
  }

  /** A document with some of its sections. */
  SearchView.Result of(DocumentHit hit, UnaryOperator<String> carried) {
    return found(
        hit.documentRef(),
        carried.apply(SiteUrls.document(hit.documentRef().document())),
        hit.sections().stream().map(each -> pair(each, carried.apply(row(each)))).toList(),
        null);
  }

  /** Its row on a document's page. */
  static String row(Hit hit) {
    int from = hit.pair().place().position() / ReadingPosition.SIZE * ReadingPosition.SIZE;
    return new ReadingPosition(hit.documentRef().document(), ViewMode.SIDE, from)
        .row(hit.section());
  }

  private SearchView.Result found(
      DocumentRef documentRef,
      String href,
      List<SearchView.Pair> pairs,
      SearchView.@Nullable WholeText text) {
    TaggedText title = TaggedText.title(documentRef, t.lang());
    TaggedText original = TaggedText.original(documentRef);
    TaggedText other = title.equals(original) ? TaggedText.translation(documentRef) : original;
    return new SearchView.Result(
        href,
        title,
        other.text().equals(title.text()) ? TaggedText.NONE : other,
        byline(documentRef),
        pairs,
        text);
  }

  /** Authors and year. */
  private List<TaggedText> byline(DocumentRef documentRef) {
    DocumentRef.Byline byline = documentRef.byline();
    boolean translated =
        !byline.translatedAuthors().isEmpty()
            && (t.lang().equals("en") || byline.authors().isEmpty());
    List<String> authors = translated ? byline.translatedAuthors() : byline.authors();
    var facts = new ArrayList<TaggedText>();
    facts.add(plain(AuthorNames.in(t, authors)));
    facts.add(plain(year(documentRef)));
    facts.removeIf(TaggedText::isEmpty);
    return facts;
  }

  /** The year of a document; empty if it has no date. */
  static String year(DocumentRef documentRef) {
    String date = documentRef.date();
    return date.substring(0, Math.min(4, date.length()));
  }

  private SearchView.Pair pair(Hit hit, String href) {
    return new SearchView.Pair(
        href,
        place(hit),
        hit.pair().names(),
        shown(original(hit), hit, Side.ORIGINAL),
        shown(translation(hit), hit, Side.TRANSLATION),
        absence(t, hit),
        warning(t, hit),
        hit.rank().reasons().stream()
            .map(
                each ->
                    t.of(
                        "hit.why-" + each.kind().name().toLowerCase(Locale.ROOT),
                        each.typed(),
                        each.found()))
            .toList());
  }

  /** The heading that it is under, its paragraph number, and whether it is a picture's text. */
  private List<TaggedText> place(Hit hit) {
    Place place = hit.pair().place();
    var facts = new ArrayList<TaggedText>();
    TaggedText heading = TaggedText.heading(hit, t.lang());
    if (place.role() == Role.TEXT || place.role() == Role.PICTURE) {
      facts.add(heading);
    }
    if (place.role() != Role.TITLE) {
      facts.add(plain(t.of("hit.paragraph", String.valueOf(place.position()))));
    }
    if (place.role() == Role.PICTURE) {
      facts.add(plain(t.of("hit.picture")));
    }
    facts.removeIf(TaggedText::isEmpty);
    return facts;
  }

  private TaggedText plain(String text) {
    return new TaggedText(t.lang(), text);
  }

  /** Its counterpart of the find on the other side instead, where the snippet would have none. */
  private TaggedText shown(TaggedText snippet, Hit hit, Side side) {
    return counterparts
        .html(hit, side)
        .map(html -> new TaggedText(snippet.lang(), html))
        .orElse(snippet);
  }

  /** The original's snippet as safe HTML. */
  static TaggedText original(Hit hit) {
    return wording(TaggedText.tag(hit.documentRef().language()), hit.pair().original());
  }

  /** The translation's snippet as safe HTML. */
  static TaggedText translation(Hit hit) {
    return wording("en", hit.pair().translation());
  }

  /** Words for a missing side. */
  static String absence(Messages t, Hit hit) {
    if (hit.pair().translation() != null) {
      return absentOriginal(t, hit);
    }
    return t.of(hit.status().isLeftOut() ? "cell.left-out" : "cell.untranslated");
  }

  private static String absentOriginal(Messages t, Hit hit) {
    return switch (hit.status().freshness()) {
      case UNVERIFIABLE -> {
        String source = hit.documentRef().byline().source();
        yield source.isEmpty()
            ? t.of("freshness.unverifiable")
            : t.of("hit.elsewhere", OriginalSource.site(source));
      }
      case ORPHAN -> t.of("cell.orphan");
      case CURRENT, STALE, UNKNOWN -> t.of("cell.no-original");
    };
  }

  /** What is wrong with a translation, in words; empty if nothing is. */
  static String warning(Messages t, Hit hit) {
    Freshness freshness = hit.status().freshness();
    return freshness == Freshness.STALE ? t.of("hit.stale") : "";
  }

  private static TaggedText wording(String lang, @Nullable Excerpt excerpt) {
    return excerpt == null ? TaggedText.NONE : new TaggedText(lang, excerpt.snippet().html());
  }
}
