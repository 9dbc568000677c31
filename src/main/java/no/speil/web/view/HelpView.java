package no.speil.web.view;

import java.util.List;

/** How to use it all. */
public record HelpView(
    PageShell shell, List<String> states, List<String> freshness, List<Fault> faults) {

  /** A kind of error that programs may be answered with. */
  public record Fault(int status, String code) {}
}
