package no.speil.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import no.speil.corpus.Freshness;
import no.speil.corpus.State;
import no.speil.web.view.HelpView;

/** How to ask, what the words mean, and what errors programs are answered with. */
final class HelpPage {
  private final Pages pages;
  private final Frame frame;

  HelpPage(Pages pages, Frame frame) {
    this.pages = pages;
    this.frame = frame;
  }

  void show(Context context) {
    pages.show(
        context,
        "help",
        new HelpView(
            frame.around(context, frame.messages(context).of("help.title")),
            Arrays.stream(State.values()).map(State::code).toList(),
            Arrays.stream(Freshness.values()).map(Freshness::code).toList(),
            faults()));
  }

  private static List<HelpView.Fault> faults() {
    var kinds = new ArrayList<>(Errors.TABLE);
    kinds.add(Errors.NO_SUCH_METHOD);
    return kinds.stream()
        .map(kind -> new HelpView.Fault(kind.status(), kind.code()))
        .distinct()
        .sorted(Comparator.comparingInt(HelpView.Fault::status))
        .toList();
  }
}
