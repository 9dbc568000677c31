package no.speil.web.read;

import java.util.List;
import no.speil.web.page.PageShell;

/** How to use it all. */
public record HelpView(
    PageShell shell, List<String> states, List<String> freshness, List<Fault> faults) {

  /** A kind of error that programs may be answered with. */
  public record Fault(int status, String code) {}
}
