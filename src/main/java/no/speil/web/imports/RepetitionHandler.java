package no.speil.web.imports;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import no.speil.archive.ImportStore;
import no.speil.archive.StoredImport;
import no.speil.library.actions.Actor;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.library.documents.LiveSection;
import no.speil.library.imports.ImportActions;
import no.speil.library.imports.UnitImport;
import no.speil.library.imports.UnitImport.DocumentResult;
import no.speil.status.TrackedSection;
import no.speil.web.http.Json;
import no.speil.web.http.PathParams;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.section.Submission;

/** Fills in the sections that have the original of a translated one; an import takes it back. */
public final class RepetitionHandler {
  private final SiteContext site;

  public RepetitionHandler(SiteContext site) {
    this.site = site;
  }

  public void list(Context context) {
    TrackedSection section = site.library().ids().section(PathParams.section(context));
    List<RepetitionJson> repetitions =
        site.library().repetitions().of(section).stream().map(RepetitionJson::of).toList();
    Json.write(context, new RepetitionsJson(section.id().value(), repetitions));
  }

  public void fill(Submission submission) {
    TrackedSection section = site.library().ids().section(submission.id());
    if (!section.version().equals(submission.seen())) {
      submission.refuse(new StaleVersion(section), Map.of(), "");
      return;
    }
    var store = new ImportStore(site.library().archive().root());
    Actor person = submission.actor();
    StoredImport begun =
        store.begin(person.name(), site.clock().millis(), StoredImport.Kind.REPETITION, List.of());
    String id = begun.id();
    List<DocumentResult> results =
        site.library().repetitions().fill(section, ImportActions.actor(person, id));
    StoredImport stored = begun.imported(UnitImport.stored(results));
    store.put(stored);
    if (submission.isForm()) {
      String next = Redirects.onward(submission.form().get("next"));
      Redirects.other(submission.context(), ImportPage.address(id).with("next", next).href());
    } else {
      Json.write(submission.context(), ImportJson.of(stored, results));
    }
  }

  /** Sections that wait for the translation of one; fifty at most. */
  record RepetitionsJson(String section, List<RepetitionJson> repetitions) {}

  /** Such a section. */
  record RepetitionJson(String document, String section) {
    static RepetitionJson of(LiveSection repetition) {
      return new RepetitionJson(repetition.document().id().value(), repetition.id().value());
    }
  }
}
