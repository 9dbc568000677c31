package no.speil.web;

import java.util.List;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.web.http.ProblemDetails;
import no.speil.web.page.PageShell;
import no.speil.web.page.TaggedText;

/**
 * An error.
 *
 * @param detail about this case; may be empty
 * @param words of the path, to search for; empty where nothing was looked for by a path
 * @param alike texts whose paths are much like it
 */
public record ErrorView(
    PageShell shell,
    ProblemDetails problem,
    TaggedText detail,
    String words,
    List<CatalogueEntry> alike) {}
