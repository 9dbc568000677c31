package no.speil.search.analysis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.TextHash;
import no.speil.lexicon.CompoundSplitter;
import no.speil.search.Facet;
import no.speil.search.schema.CompletionField;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.util.Version;

/**
 * The fingerprint of an analysis: it differs if a sample text gets other terms, or sections other
 * facets.
 */
public final class AnalysisFingerprint {
  private static final String SAMPLE =
      "Kvinnegruppas Ærlige skolebøker, «Blåbærsyltetøyet» i Tromsø blei ikkje lesne av Noregs"
          + " elevar; the Women\u2019s Rights Group\u2019s resignation letters were used naïvely"
          + " in 2015 og 24.08.2015, AA-møtene, klimaet, risikoen, nivåene, inngikk, oppnådd,"
          + " e-post, O'Brien's, Trondheims ord.";

  private static final TextHash WORDS =
      TextHash.ofNormalized(
          StopWords.words(StopWords.NORWEGIAN).sorted().toList()
              + ""
              + StopWords.words(StopWords.ENGLISH).sorted().toList()
              + List.of(Facet.values())
              + IrregularForms.NORWEGIAN.fingerprint()
              + IrregularForms.ENGLISH.fingerprint()
              + InflectedForms.builtIn().fingerprint());

  private AnalysisFingerprint() {}

  public static String of(FieldTerms terms, CompoundSplitter compounds) {
    String cut =
        FieldGroup.BOTH.stream()
            .flatMap(
                fields ->
                    Stream.of(
                        fields.stem(),
                        fields.folded(),
                        fields.exact(),
                        CompletionField.TITLE.any(fields)))
            .map(field -> field + terms.of(field, SAMPLE))
            .collect(Collectors.joining("\n"));
    String hash = TextHash.ofNormalized(cut + WORDS.hex()).hex();
    return "%s/%s/%s/%s"
        .formatted(IndexSchema.VERSION, Version.LATEST, hash, compounds.fingerprint());
  }
}
