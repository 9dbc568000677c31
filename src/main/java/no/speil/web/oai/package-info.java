/** Texts as records for harvesters (OAI-PMH 2.0). */
@NullMarked
package no.speil.web.oai;

import org.jspecify.annotations.NullMarked;
