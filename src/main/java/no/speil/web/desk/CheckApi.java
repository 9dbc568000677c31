package no.speil.web.desk;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.library.ExpectedWord;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Json;
import no.speil.web.request.Paths;
import no.speil.web.request.WrongRequest;
import no.speil.web.view.AidView;
import no.speil.web.view.Messages;
import no.speil.web.visitor.Writers;
import org.jspecify.annotations.Nullable;

/** Looks a text through that is being typed; writes nothing. */
public final class CheckApi {
  private final Library library;
  private final Writers writers;
  private final Assistance assistance;
  private final Frame frame;
  private final Json json;

  public CheckApi(Library library, Writers writers, Assistance assistance, Frame frame, Json json) {
    this.library = library;
    this.writers = writers;
    this.assistance = assistance;
    this.frame = frame;
    this.json = json;
  }

  /** Answers with advice in the language of the request, and with the text as readers see it. */
  public void check(Context context) throws IOException {
    writers.actor(context, "api");
    SectionId id = Paths.section(context);
    String markdown = json.read(context, TextBody.class).markdown();
    if (markdown == null) {
      throw new WrongRequest.BadRequest("Give the text as \"markdown\".");
    }
    Messages t = frame.messages(context);
    TrackedSection section = library.section(id);
    LiveDocument document = assistance.document(id);
    json.write(
        context,
        new ChecksJson(
            assistance.warnings(t, document, section, markdown),
            library.workbench().words(section, markdown),
            assistance.preview(document, markdown)));
  }

  /** Body of the request. */
  record TextBody(@Nullable String markdown) {}

  /** What was found, the words expected, and safe HTML. */
  record ChecksJson(List<AidView.Warning> checks, List<ExpectedWord> words, String preview) {}
}
