package no.speil.web.search;

import io.javalin.http.Context;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.search.Completion;
import no.speil.web.http.QueryParams;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;

/** Completes a query while it is typed. */
public final class SuggestApi {
  private final SiteContext site;

  public SuggestApi(SiteContext site) {
    this.site = site;
  }

  public void suggest(Context context) {
    String typed = QueryParams.text(context, "q");
    List<CompletionJson> completions =
        site.library().search().complete(typed).stream().map(CompletionJson::of).toList();
    site.answer(context, new CompletionsJson(typed, completions));
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
