package no.speil.search.analysis;

import java.util.List;
import org.apache.lucene.analysis.CharArraySet;

/**
 * Stop words: left out of the stemmed field of their language, kept in the exact ones. Norwegian
 * "men" and "man" are absent, since they are content words in English, "same" since a Sámi is one,
 * too.
 */
final class StopWords {
  /** Bokmål and Nynorsk, with the older forms of letters and minutes. */
  static final CharArraySet NORWEGIAN =
      set(
          """
          og i på å som er en et ei ein eit det den de dei av for til med om at har var ikke ikkje
          seg jeg eg du han hun ho vi me dere de dykk deg meg oss dem ham henne hennes hennar hans
          sin si sitt sine min mi mitt mine din di ditt dine vår vårt våre deres dykkar deira fra
          frå så da då nå no når der her hva kva hvem kven hvor kor hvordan korleis hvorfor kvifor
          hvilken hvilket hvilke enn eller mens medan fordi hvis dersom etter før ved under over
          mot mellom uten utan blant gjennom ble blei vart blir vert bli blitt vorte være vere vært
          vore hadde ha skal skulle skulde vil ville vilde kan kunne kunde må måtte bør burde denne
          dette disse desse dess slik slike bare berre også òg hver kvar hvert kvart noe noko noen
          nokon nokre selv sjølv samme både enten anten jo vel opp ut inn ned dit hit altså
          """);

  static final CharArraySet ENGLISH =
      set(
          """
          a an and are as at be been being but by for from had has have he her hers him his how i
          if in into is it its itself me my no nor not of off on or our ours out she should so such
          than that the their theirs them then there these they this those to too upon us very was
          we were what when where which who whom whose why will with would you your yours do does
          did can could may might shall must
          """);

  private StopWords() {}

  private static CharArraySet set(String words) {
    return CharArraySet.unmodifiableSet(
        new CharArraySet(List.of(words.strip().split("\\s+")), false));
  }
}
