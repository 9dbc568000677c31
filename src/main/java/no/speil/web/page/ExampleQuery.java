package no.speil.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An example query that finds something in the shipped archive.
 *
 * @param code of the message that explains it
 */
public record ExampleQuery(String code, String query) {
  public static final List<ExampleQuery> ALL =
      List.of(
          new ExampleQuery("words", "original translation"),
          new ExampleQuery("phrase", "\"human trafficking\""),
          new ExampleQuery("slop", "\"prostitution related\"~5"),
          new ExampleQuery("exact", "=original"),
          new ExampleQuery("prefix", "overset*"),
          new ExampleQuery("suffix", "*kopi"),
          new ExampleQuery("fuzzy", "traficking~"),
          new ExampleQuery("near", "exploiting NEAR/5 poor"),
          new ExampleQuery("or", "congress OR poverty"),
          new ExampleQuery("not", "board -congress"),
          new ExampleQuery("group", "(law OR resolution) AND Nordic"),
          new ExampleQuery("insist", "+git kopi"),
          new ExampleQuery("side", "no:logg -en:record"),
          new ExampleQuery("title", "title:håndbok"),
          new ExampleQuery("doc", "doc:handbok/soke"),
          new ExampleQuery("date", "date:2014..2016"),
          new ExampleQuery("credit", "author:Melbye OR translator:Kari"),
          new ExampleQuery("kind", "kind:statement subject:prostitution"),
          new ExampleQuery("state", "state:draft freshness:unknown"),
          new ExampleQuery("has", "has:comment OR has:suggestion OR has:check"));

  public String href() {
    return "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
