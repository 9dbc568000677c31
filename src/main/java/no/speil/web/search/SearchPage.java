package no.speil.web.search;

import static java.util.stream.Collectors.toSet;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.search.Completion;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.status.TrackedSection;
import no.speil.web.http.Json;
import no.speil.web.http.QueryParams;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.search.SearchView.Nothing;
import no.speil.web.search.SearchView.Offer;
import org.jspecify.annotations.Nullable;

/**
 * Searches, completes queries as they are typed, and describes itself to browsers. Results always
 * show both sides, whichever matched.
 */
public final class SearchPage {
  private static final int MOST_WORDS_ALONE = 6;

  private final SiteContext site;

  public SearchPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    SearchUrl address = SearchUrl.of(context);
    String document = QueryParams.text(context, SearchUrl.IN);
    if (!document.isEmpty()) {
      String query = address.query() + " " + SiteUrls.within(document);
      Redirects.other(context, address.asking(query.strip()).href());
      return;
    }
    PageShell shell = site.aroundSearch(context, address.query(), "search.title");
    if (address.isEmpty()) {
      site.show(context, "search/unasked", shell);
      return;
    }
    SearchResult result = site.library().search().run(address.request());
    String meant = result.didYouMean();
    if (meant == null || !result.isSlip() || context.queryParam("typed") != null) {
      show(context, shell, address, result, null);
      return;
    }
    SearchUrl respelt = address.asking(meant);
    SearchResult other = site.library().search().run(respelt.request());
    show(context, shell, respelt, other, address);
  }

  public void list(Context context) {
    SearchRequest request = SearchUrl.of(context).request();
    SearchResult result = site.library().search().run(request);
    ResponseCaching.varyByVisitor(context);
    Json.write(
        context,
        SearchJson.of(request, result, NoticeTexts.in(site.messages(context), result.notices())));
  }

  private void show(
      Context context,
      PageShell shell,
      SearchUrl address,
      SearchResult result,
      @Nullable SearchUrl typed) {
    Messages t = shell.t();
    Actor writer = shell.visitor().writer();
    List<TrackedSection> markable =
        writer != null && writer.may(Role.KEEPER)
            ? new SearchMarkHandler(site).markable(result)
            : List.of();
    var found = new ResultGroups(site.library(), address, result).byKind();
    var view =
        new SearchView(
            shell,
            address,
            result,
            typed,
            found,
            result.total() > 0 ? null : nothing(t, address, result),
            markable,
            printed(site, context, shell));
    site.show(context, "search/search", view);
  }

  /** Where and when a printed page was made. */
  static String printed(SiteContext site, Context context, PageShell shell) {
    Messages t = shell.t();
    String address = site.permanent(context, shell.place().here());
    return t.of("print.from", address, t.day(site.clock().instant()));
  }

  private Nothing nothing(Messages t, SearchUrl address, SearchResult result) {
    if (!result.exact()) {
      return new Nothing(offers(t, address), false);
    }
    List<Offer> offers = offers(t, address);
    Set<String> found = offers.stream().map(Offer::href).collect(toSet());
    List<String> missing =
        words(address).stream()
            .filter(word -> !found.contains(address.asking(word).href()))
            .toList();
    boolean isPlain = address.url().with("q", "").parameters().isEmpty();
    return new Nothing(offers, isPlain && site.library().missingWords().count(missing));
  }

  /** Searches that find something where this one does not. */
  private List<Offer> offers(Messages t, SearchUrl address) {
    var others = new LinkedHashMap<String, SearchUrl>();
    if (address.isFiltered() && !address.query().isEmpty()) {
      others.put(t.of("search.instead.unfiltered"), address.unfiltered());
    }
    if (SearchView.words(address).size() > 1) {
      words(address)
          .forEach(word -> others.put(t.of("search.instead.word", word), address.asking(word)));
    }
    List<SearchRequest> requests = others.values().stream().map(SearchUrl::request).toList();
    Iterator<Long> counts = site.library().search().counts(requests).iterator();
    var offers = new ArrayList<Offer>();
    others.forEach(
        (label, other) -> {
          long total = counts.next();
          if (total > 0) {
            offers.add(new Offer(label, t.of("search.count", total), other.href()));
          }
        });
    return offers;
  }

  /** The first of them, to be searched for alone. */
  private static List<String> words(SearchUrl address) {
    return SearchView.words(address).stream()
        .filter(word -> word.chars().anyMatch(Character::isLetter))
        .distinct()
        .limit(MOST_WORDS_ALONE)
        .toList();
  }

  public void suggest(Context context) {
    String typed = QueryParams.text(context, "q");
    List<CompletionJson> completions =
        site.library().search().complete(typed).stream().map(CompletionJson::of).toList();
    Json.write(context, new CompletionsJson(typed, completions));
  }

  public void describe(Context context) {
    Messages t = site.messages(context);
    var search = new OpenSearch(t, site.archiveName(t), site.absolute(context, ""));
    site.pages().showXml(context, "search/openSearch", search, OpenSearch.MEDIA_TYPE);
    context.res().setCharacterEncoding(null); // XML says its encoding itself
  }

  /** A typed prefix and its completions. */
  record CompletionsJson(String query, List<CompletionJson> suggestions) {}

  /**
   * One completion.
   *
   * @param language empty where it is not known
   * @param url of the section, or of a search for the words
   */
  record CompletionJson(String text, String kind, String language, String url) {
    static CompletionJson of(Completion completion) {
      SectionId section = completion.section();
      return new CompletionJson(
          completion.text(),
          completion.kind().code(),
          TaggedText.tag(completion.language()),
          section == null
              ? "/search?q=" + SiteUrls.encode(completion.text())
              : SiteUrls.section(section));
    }
  }
}
