package no.speil.web.oai;

import java.util.List;
import no.speil.corpus.Side;
import no.speil.exchange.cite.Citation;

/**
 * One of the two texts, as simple Dublin Core describes it.
 *
 * @param relations what the other text is called
 * @param trust how far a translation can be trusted, in English; empty of an original
 */
public record TextRecord(Citation citation, Side side, List<String> relations, String trust) {}
