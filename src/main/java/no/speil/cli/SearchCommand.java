package no.speil.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import no.speil.search.Excerpt;
import no.speil.search.Hit;
import no.speil.search.MatchKind;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.web.search.SearchJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Searches from the command line. Beside a server it sees what the server has written down, which
 * is some seconds old at most.
 */
@Command(name = "search", description = "Search both languages.")
final class SearchCommand implements Callable<Integer> {
  private static final int LONGEST = 200;

  @Mixin private RootOption root = new RootOption();

  @Option(names = "--json", description = "Print what GET /api/v1/search answers.")
  private boolean json;

  @Parameters(paramLabel = "QUERY", description = "The query; several words are one query.")
  private List<String> query = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException, JsonProcessingException {
    SearchRequest request = SearchRequest.of(String.join(" ", query));
    SearchResult result =
        IndexLocation.ask(root, index -> index.search(searcher -> searcher.search(request)));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(SearchJson.inEnglish(request, result)));
    } else {
      print(SearchJson.inEnglish(request, result), result, out);
    }
    return SpeilCommand.FINE;
  }

  private static void print(SearchJson answer, SearchResult result, PrintWriter out) {
    answer.notices().forEach(out::println);
    if (answer.didYouMean() != null) {
      out.println("Did you mean: " + answer.didYouMean());
    }
    for (Hit hit : result.hits()) {
      out.printf(
          "%s  /s/%s  %s, %s%s%n",
          hit.documentRef().document(),
          hit.section(),
          hit.status().value().code(),
          hit.status().freshness().code(),
          hit.rank().match() == MatchKind.WORDS ? "" : ", " + hit.rank().match().code());
      print("no", hit.pair().original(), out);
      print("en", hit.pair().translation(), out);
    }
    out.println(CountLine.amount(result.total(), "section"));
  }

  private static void print(String language, @Nullable Excerpt excerpt, PrintWriter out) {
    if (excerpt != null) {
      String text = excerpt.text().replace('\n', ' ');
      String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
      out.println("  " + language + "  " + shown);
    }
  }
}
