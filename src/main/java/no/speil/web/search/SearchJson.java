package no.speil.web.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.search.DocumentHit;
import no.speil.search.Excerpt;
import no.speil.search.FacetCount;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.WordExpansion;
import no.speil.web.document.TitleJson;
import no.speil.web.page.SiteUrls;
import org.jspecify.annotations.Nullable;

/**
 * Search results for programs.
 *
 * @param hits {@link HitJson}, or {@link WorkJson} if grouped by document
 * @param didYouMean similar query that finds more; may be null
 */
public record SearchJson(
    String query,
    long total,
    long words,
    boolean exact,
    List<?> hits,
    Map<String, List<FacetCount>> facets,
    List<WordExpansion> expansions,
    List<String> notices,
    @Nullable String didYouMean) {

  /** The results with their notices in English, as the command line prints them. */
  public static SearchJson inEnglish(SearchRequest request, SearchResult result) {
    return of(request, result, NoticeTexts.in(Messages.ENGLISH, result.notices()));
  }

  static SearchJson of(SearchRequest request, SearchResult result, List<String> notices) {
    List<?> hits =
        request.group() == SearchRequest.Group.DOCUMENT
            ? result.documents().stream().map(WorkJson::of).toList()
            : result.hits().stream().map(HitJson::of).toList();
    return new SearchJson(
        request.query(),
        result.total(),
        result.words(),
        result.exact(),
        hits,
        new LinkedHashMap<>(result.facets()),
        result.expansions(),
        notices,
        result.didYouMean());
  }

  /** A matching section. */
  record HitJson(
      String document,
      String section,
      String heading,
      TitleJson title,
      String date,
      String language,
      float score,
      @Nullable ExcerptJson original,
      @Nullable ExcerptJson translation,
      String state,
      boolean omitted,
      String freshness,
      String match,
      List<String> translations,
      boolean partial,
      String url) {
    static HitJson of(Hit hit) {
      return new HitJson(
          hit.documentRef().document().value(),
          hit.section().value(),
          hit.pair().place().anyHeading(),
          TitleJson.of(hit.documentRef().titles()),
          hit.documentRef().date(),
          hit.documentRef().language().tag(),
          hit.rank().score(),
          ExcerptJson.of(hit.pair().original()),
          ExcerptJson.of(hit.pair().translation()),
          hit.status().state().code(),
          hit.status().isLeftOut(),
          hit.status().freshness().code(),
          hit.rank().match().code(),
          hit.rank().translations(),
          hit.rank().isGuess(),
          SiteUrls.section(hit.section()));
    }
  }

  /** One side of it. */
  record ExcerptJson(String text, String snippet) {
    static @Nullable ExcerptJson of(@Nullable Excerpt excerpt) {
      return excerpt == null ? null : new ExcerptJson(excerpt.text(), excerpt.snippet().html());
    }
  }

  /** A matching document. */
  record WorkJson(
      String document,
      TitleJson title,
      String date,
      String language,
      float score,
      String url,
      List<HitJson> sections) {
    static WorkJson of(DocumentHit hit) {
      return new WorkJson(
          hit.documentRef().document().value(),
          TitleJson.of(hit.documentRef().titles()),
          hit.documentRef().date(),
          hit.documentRef().language().tag(),
          hit.score(),
          SiteUrls.document(hit.documentRef().document()),
          hit.sections().stream().map(HitJson::of).toList());
    }
  }
}
