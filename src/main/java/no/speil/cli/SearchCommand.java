package no.speil.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import no.speil.search.Excerpt;
import no.speil.search.Hit;
import no.speil.search.MatchKind;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.web.search.SearchJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Searches from the command line. Beside a server it sees what the server has written down, which
 * is some seconds old at most.
 */
@Command(name = "search")
final class SearchCommand extends ArchiveCommand {
  private static final int LONGEST = 200;

  @Option(names = "--json")
  private boolean json;

  @Parameters(paramLabel = "QUERY", descriptionKey = "query")
  private List<String> query = List.of();

  @Override
  public Integer call() throws InterruptedException, JsonProcessingException {
    SearchRequest request = SearchRequest.of(String.join(" ", query));
    SearchResult result =
        IndexLocation.ask(root, index -> index.search(searcher -> searcher.search(request)));
    if (json) {
      out().println(new ObjectMapper().writeValueAsString(SearchJson.inEnglish(request, result)));
    } else {
      print(SearchJson.inEnglish(request, result), result);
    }
    return SpeilCommand.FINE;
  }

  private void print(SearchJson answer, SearchResult result) {
    print(answer.notices());
    if (answer.didYouMean() != null) {
      out().println("Did you mean: " + answer.didYouMean());
    }
    for (Hit hit : result.hits()) {
      out()
          .printf(
              "%s  /s/%s  %s, %s%s%n",
              hit.documentRef().document(),
              hit.section(),
              hit.status().value().code(),
              hit.status().freshness().code(),
              hit.rank().match() == MatchKind.WORDS ? "" : ", " + hit.rank().match().code());
      print("no", hit.pair().original());
      print("en", hit.pair().translation());
    }
    out().println(amount(result.total(), "section"));
  }

  private void print(String language, @Nullable Excerpt excerpt) {
    if (excerpt != null) {
      String text = excerpt.text().replace('\n', ' ');
      String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
      out().println("  " + language + "  " + shown);
    }
  }
}
