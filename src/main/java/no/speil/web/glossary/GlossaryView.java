package no.speil.web.glossary;

import java.util.List;
import no.speil.library.glossary.GlossaryEntry;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;

/** The glossary's page. */
public record GlossaryView(
    PageShell shell,
    List<String> notices,
    Draft draft,
    Listing listing,
    List<ProposalRow> proposals) {

  /**
   * The form at the top of the page: an entry to add, or a change that was refused.
   *
   * @param heading what it does
   * @param action address that it posts to
   * @param refusal why it was refused; empty for a new form
   */
  public record Draft(
      String heading, String action, String refusal, Base base, GlossaryEntry fields) {}

  /**
   * What a form was made for.
   *
   * @param version of the glossary
   * @param before the entry that is to be changed; empty if one is to be added
   */
  public record Base(String version, String before) {}

  /** The entries of this page and what they are chosen by. */
  public record Listing(String summary, Filter filter, List<Line> lines, Paging paging) {}

  /**
   * What is wanted.
   *
   * @param here the address of this very list
   * @param odd words of the link to the contradictions, or back; empty where there are none
   */
  public record Filter(String query, String here, boolean contradicting, String odd) {}

  /**
   * An entry.
   *
   * @param remarks on it, for information
   */
  public record Line(GlossaryEntry fields, Uses uses, List<String> remarks) {}

  /** Where it is used. */
  public record Uses(Link kept, Link broken) {
    public boolean any() {
      return !kept.words().isEmpty() || !broken.words().isEmpty();
    }
  }

  /** A number of sections in words, and the search that shows them; empty where there are none. */
  public record Link(String words, String href) {
    static final Link NONE = new Link("", "");
  }

  /** An entry that may be added. */
  public record ProposalRow(GlossaryEntry fields, Uses uses) {}
}
