package no.speil.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A query to try, which finds something in the archive that comes with the program; its code names
 * the sentence that explains it.
 */
public record Example(String code, String query) {
  public static final List<Example> ALL =
      List.of(
          new Example("words", "original translation"),
          new Example("phrase", "\"human trafficking\""),
          new Example("slop", "\"prostitution related\"~5"),
          new Example("exact", "=original"),
          new Example("prefix", "overset*"),
          new Example("suffix", "*kopi"),
          new Example("fuzzy", "traficking~"),
          new Example("near", "exploiting NEAR/5 poor"),
          new Example("or", "congress OR poverty"),
          new Example("not", "board -congress"),
          new Example("group", "(law OR resolution) AND Nordic"),
          new Example("insist", "+git kopi"),
          new Example("side", "no:logg -en:record"),
          new Example("title", "title:håndbok"),
          new Example("doc", "doc:handbok/soke"),
          new Example("date", "date:2014..2016"),
          new Example("credit", "author:Melbye OR translator:Kari"),
          new Example("kind", "kind:statement subject:prostitution"),
          new Example("state", "state:draft freshness:unknown"));

  public String href() {
    return "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
