package no.speil.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A query to try; its code names the sentence that explains it. */
public record Example(String code, String query) {
  public static final List<Example> ALL =
      List.of(
          new Example("words", "norge menneskerettigheter"),
          new Example("phrase", "\"all rights\""),
          new Example("slop", "\"rett frihet\"~5"),
          new Example("exact", "=rett"),
          new Example("prefix", "frihet*"),
          new Example("suffix", "*rettigheter"),
          new Example("fuzzy", "amnseti~"),
          new Example("near", "rett NEAR/5 liv"),
          new Example("or", "lov OR rett"),
          new Example("not", "rett -lov"),
          new Example("insist", "+arbeid lønn fritid"),
          new Example("side", "no:frihet -en:freedom"),
          new Example("title", "title:erklæring"),
          new Example("doc", "doc:2015"),
          new Example("date", "date:2014..2016"),
          new Example("credit", "author:amnesty OR translator:kari"),
          new Example("kind", "kind:statement subject:rights"),
          new Example("state", "state:draft freshness:stale"));

  public String href() {
    return "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
