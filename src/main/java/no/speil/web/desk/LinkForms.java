package no.speil.web.desk;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.ActionRefused;
import no.speil.library.Actor;
import no.speil.library.Answer;
import no.speil.library.Expected;
import no.speil.library.Library;
import no.speil.library.Linking;
import no.speil.library.LiveDocument;
import no.speil.library.Realigned;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.Edition;
import no.speil.web.answer.Frame;
import no.speil.web.answer.See;
import no.speil.web.request.Form;
import no.speil.web.request.IfMatch;
import no.speil.web.request.Paths;
import no.speil.web.request.WrongRequest;
import no.speil.web.view.Messages;
import no.speil.web.visitor.Writers;

/** The forms of the page where the alignment is put right. */
public final class LinkForms {
  private final Library library;
  private final Writers writers;
  private final AlignPage page;
  private final Frame frame;

  public LinkForms(Library library, Writers writers, AlignPage page, Frame frame) {
    this.library = library;
    this.writers = writers;
    this.page = page;
    this.frame = frame;
  }

  public void link(Context context) throws IOException {
    Actor actor = writers.actor(context, "web");
    SectionId id = Paths.section(context);
    Form form = Form.of(context);
    DocumentId document = library.present(id);
    Messages t = frame.messages(context);
    try {
      SectionId now = library.link(id, linking(form), IfMatch.of(form), actor).section().id();
      See.other(context, Addresses.aligning(document, now));
    } catch (ActionRefused.StaleVersion e) {
      page.refuse(context.status(412), document, id, t.of("error.stale-version"));
    } catch (ActionRefused.NotNow e) {
      page.refuse(context.status(409), document, id, t.of("refused." + code(e)));
    }
  }

  public void confirm(Context context) throws IOException {
    Actor actor = writers.actor(context, "web");
    DocumentId id = Paths.document(context);
    Form form = Form.of(context);
    SectionId last = SectionId.parse(form.get("through")).orElse(null);
    if (last != null) {
      confirm(context, form, id, last, actor);
      return;
    }
    List<Expected> wanted = MarkPage.expected(form.get("sections"));
    double above = number(form, "above", 100) / 100.0;
    List<Answer> answers = library.confirmLinks(id, above, wanted, actor);
    Optional<Answer> refused =
        answers.stream().filter(answer -> answer.refused() != null).findFirst();
    if (refused.isPresent()) {
      Messages t = frame.messages(context);
      page.refuse(context.status(412), id, refused.get().id(), MarkPage.why(t, refused.get()));
    } else if (wanted.isEmpty()) {
      See.other(context, Addresses.aligning(id));
    } else {
      See.other(context, Addresses.aligning(id, wanted.getFirst().id()));
    }
  }

  /** Confirms all up to that section, on whatever page, if the texts are those that were seen. */
  private void confirm(Context context, Form form, DocumentId id, SectionId last, Actor actor) {
    LiveDocument document =
        library.document(id).orElseThrow(() -> new ActionRefused.UnknownDocument(id));
    List<TrackedSection> sections = document.sections();
    int to = document.section(last).map(sections::indexOf).orElse(-1);
    boolean seen = Edition.of(document).toString().equals(form.get("edition"));
    List<Expected> wanted =
        sections.subList(0, to + 1).stream()
            .filter(each -> !Links.isConfirmed(each.section()))
            .map(each -> new Expected(each.section().id(), each.version()))
            .toList();
    if (to < 0
        || !seen
        || library.confirmLinks(id, 0, wanted, actor).stream()
            .anyMatch(answer -> answer.refused() != null)) {
      page.refuse(context.status(412), id, last, frame.messages(context).of("error.stale-version"));
      return;
    }
    See.other(context, Addresses.aligning(id, last));
  }

  /** Aligns a whole document again, or takes that back, and says what came of it. */
  public void again(Context context) throws IOException {
    Actor actor = writers.actor(context, "web");
    DocumentId id = Paths.document(context);
    boolean undo = Form.of(context).get("action").equals("undo");
    try {
      Realigned done = undo ? library.undoAlignAgain(id, actor) : library.alignAgain(id, actor);
      See.other(
          context,
          Addresses.aligning(id) + "?changed=" + done.changed() + "&weighed=" + done.weighed());
    } catch (ActionRefused.NotNow e) {
      Messages t = frame.messages(context);
      page.refuse(context.status(409), id, t.of("refused." + code(e)));
    }
  }

  private static String code(ActionRefused.NotNow refused) {
    return refused.reason().name().toLowerCase(Locale.ROOT);
  }

  private static Linking linking(Form form) {
    return switch (form.get("action")) {
      case "join-previous" -> new Linking.Join(neighbour(form, "previous"));
      case "join-next" -> new Linking.Join(neighbour(form, "next"));
      case "original-previous" -> move(form, Side.ORIGINAL, "previous");
      case "original-next" -> move(form, Side.ORIGINAL, "next");
      case "translation-previous" -> move(form, Side.TRANSLATION, "previous");
      case "translation-next" -> move(form, Side.TRANSLATION, "next");
      case "split" ->
          new Linking.Split(number(form, "original", 0), number(form, "translation", 0));
      case "unlink" -> new Linking.Unlink();
      case "confirm" -> new Linking.Confirm();
      case "undo" -> new Linking.Undo();
      default -> throw new WrongRequest.BadRequest("There is no such button.");
    };
  }

  private static Linking move(Form form, Side side, String to) {
    return new Linking.Move(side, number(form, "blocks", 1), neighbour(form, to));
  }

  private static Expected neighbour(Form form, String which) {
    List<Expected> named = MarkPage.expected(form.get(which));
    if (named.size() != 1) {
      throw new WrongRequest.BadRequest("There is no section on that side.");
    }
    return named.getFirst();
  }

  private static int number(Form form, String name, int otherwise) {
    String written = form.get(name);
    if (written.isEmpty()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(written);
    } catch (NumberFormatException e) {
      throw new WrongRequest.BadRequest("Not a number: " + name);
    }
  }
}
