package no.speil.search.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.TextHash;
import no.speil.lexicon.Compounds;
import no.speil.search.entry.Column;
import no.speil.search.entry.Lead;
import no.speil.search.entry.Schema;
import org.apache.lucene.util.Version;

/** Tells indexes apart whose terms were made otherwise, by what becomes of a sample text. */
public final class Fingerprint {
  private static final String SAMPLE =
      "Kvinnegruppas Ærlige skolebøker, «Blåbærsyltetøyet» i Tromsø blei ikkje lesne av Noregs"
          + " elevar; the Women\u2019s Rights Group\u2019s resignation letters were quoted naïvely"
          + " in 2015 og 24.08.2015, AA-møtene, klimaet, risikoen, nivåene, inngikk, oppnådd,"
          + " e-post, O'Brien's, Trondheims ord.";

  private Fingerprint() {}

  public static String of(Terms terms, Compounds compounds) {
    String cut =
        Column.BOTH.stream()
            .flatMap(
                column ->
                    Stream.of(
                        column.stem(),
                        column.folded(),
                        column.exact(),
                        column.reversed(),
                        Lead.TITLE.any(column),
                        column.grams()))
            .map(field -> field + terms.of(field, SAMPLE))
            .collect(Collectors.joining("\n"));
    String words =
        StopWords.NORWEGIAN.stream().map(w -> new String((char[]) w)).sorted().toList()
            + ""
            + StopWords.ENGLISH.stream().map(w -> new String((char[]) w)).sorted().toList()
            + IrregularForms.NORWEGIAN.fingerprint()
            + IrregularForms.ENGLISH.fingerprint();
    return Schema.VERSION
        + "/"
        + Version.LATEST
        + "/"
        + TextHash.ofNormalized(cut + words).hex()
        + "/"
        + compounds.fingerprint();
  }
}
