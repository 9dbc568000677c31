package no.speil.web.work;

import java.util.List;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.TaggedText;

/**
 * How the texts of a document belong together.
 *
 * @param href of the document's page
 * @param notice what was refused and why; empty where nothing was
 * @param again the form that aligns all of it again
 * @param doubtful those that a person should look at, the most doubtful first
 * @param beads the sections shown
 * @param all what the form that confirms many sends
 */
public record AlignView(
    PageShell shell,
    TaggedText title,
    String href,
    String notice,
    Realignment realignment,
    List<DoubtfulLink> doubtful,
    List<Bead> beads,
    ConfirmAll confirmAll,
    Paging paging) {
  public AlignView {
    doubtful = List.copyOf(doubtful);
    beads = List.copyOf(beads);
  }

  /**
   * What is sent to align the document again.
   *
   * @param done what came of it, in words; empty where it has not just been done
   * @param undo whether it was done before and may be taken back
   */
  public record Realignment(String action, String done, boolean undo) {}

  /** The way to a section. */
  public record DoubtfulLink(String href, String confidence, TaggedText text) {}

  /**
   * Those that can be confirmed.
   *
   * @param sections ids and versions of those of the page, as the form sends them back; empty for
   *     none
   * @param edition what was seen of the whole document
   * @param bounds of confidence to choose from, in percent
   */
  public record ConfirmAll(String action, String sections, String edition, List<Integer> bounds) {}

  /**
   * A section: a run of blocks of either side.
   *
   * @param link how they are linked: {@code confirmed}, {@code sure}, {@code doubtful}, {@code
   *     alone}
   * @param share blocks of either side, as in 2–1
   * @param words how they are linked and how surely, in words
   */
  public record Bead(
      String id,
      String link,
      String share,
      String words,
      List<BlockText> original,
      List<BlockText> translation,
      Actions actions) {
    public Bead {
      original = List.copyOf(original);
      translation = List.copyOf(translation);
    }

    public boolean isPair() {
      return !original.isEmpty() && !translation.isEmpty();
    }
  }

  /** A block. */
  public record BlockText(String lang, String text) {}

  /**
   * What can be done; the version is empty where nothing can.
   *
   * @param previous id and version of the section before; empty where there is none to join
   * @param next of the section after
   * @param through where all sections up to this one are confirmed
   * @param undo whether there is a correction to take back
   */
  public record Actions(
      String version, String previous, String next, String through, boolean confirm, boolean undo) {
    public static final Actions NONE = new Actions("", "", "", "", false, false);
  }
}
