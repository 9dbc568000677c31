package no.speil.web.overview;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import no.speil.corpus.Freshness;
import no.speil.search.StateValue;
import no.speil.web.answer.Fault;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Pages;
import no.speil.web.view.HelpView;

/** How to ask, what the words mean, and what errors programs are answered with. */
public final class HelpPage {
  private final Pages pages;
  private final Frame frame;

  public HelpPage(Pages pages, Frame frame) {
    this.pages = pages;
    this.frame = frame;
  }

  public void show(Context context) {
    pages.show(
        context,
        "help",
        new HelpView(
            frame.around(context, frame.messages(context).of("help.title")),
            Arrays.stream(StateValue.values()).map(StateValue::code).toList(),
            Arrays.stream(Freshness.values()).map(Freshness::code).toList(),
            faults()));
  }

  private static List<HelpView.Fault> faults() {
    var table = new ArrayList<>(Fault.TABLE);
    table.add(Fault.NO_SUCH_METHOD);
    return table.stream()
        .map(fault -> new HelpView.Fault(fault.status(), fault.code()))
        .distinct()
        .sorted(Comparator.comparingInt(HelpView.Fault::status))
        .toList();
  }
}
