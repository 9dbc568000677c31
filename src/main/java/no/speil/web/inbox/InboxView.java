package no.speil.web.inbox;

import java.util.List;
import no.speil.status.grading.DiffPart;
import no.speil.web.page.PageShell;
import no.speil.web.page.TaggedText;

/**
 * What waits for somebody.
 *
 * @param summary how much, in words
 * @param first address where the first of it is edited; empty if nothing waits
 * @param news what others did lately, the latest first
 */
public record InboxView(
    PageShell shell, String summary, String first, List<Group> groups, News news, Next next) {
  public InboxView {
    groups = List.copyOf(groups);
  }

  /**
   * What waits for one reason.
   *
   * @param more address of all of it; empty if all is shown
   */
  public record Group(String id, String title, String count, List<Item> items, String more) {
    public Group {
      items = List.copyOf(items);
    }
  }

  /** One thing that waits. */
  public record Item(Place place, Content content, Answers answers) {}

  /**
   * The section that it is about.
   *
   * @param number of the section in its document; 0 for the title
   * @param href its row in its document
   * @param edit address where it is edited, and from where one comes back
   */
  public record Place(TaggedText title, int number, String href, String edit) {}

  /**
   * What it is.
   *
   * @param by who, when and why, in words
   * @param about what a report is about, in words; else empty
   * @param lang of the diff, or of the quoted words
   * @param diff excerpt of a change or a suggestion; else empty
   * @param words what somebody wrote; may be empty
   * @param quote the words that a report quotes; may be empty
   */
  public record Content(
      String by, String about, String lang, List<DiffPart> diff, String words, String quote) {
    public Content {
      diff = List.copyOf(diff);
    }
  }

  /**
   * How it can be answered.
   *
   * @param action address that the buttons post to
   * @param version of the section, that the form sends back
   * @param reply what a written answer goes to and begins with; none where nobody asked
   */
  public record Answers(String action, String version, List<Choice> choices, Reply reply) {
    public Answers {
      choices = List.copyOf(choices);
    }
  }

  /** A button. */
  public record Choice(String code, String label) {}

  /**
   * A written answer.
   *
   * @param action address that the form posts to; empty for none
   * @param text that the box begins with, which names whoever asked
   */
  public record Reply(String action, String text) {
    public static final Reply NONE = new Reply("", "");
  }

  /**
   * What others did.
   *
   * @param title since when
   */
  public record News(String title, List<Line> lines) {
    public News {
      lines = List.copyOf(lines);
    }
  }

  /**
   * What somebody did to sections of a document.
   *
   * @param at when they did it last
   */
  public record Line(String person, String what, TaggedText title, String href, String at) {}

  /**
   * What could be translated or reviewed next.
   *
   * @param heading says which of the two
   * @param title of the document; empty if everything is translated
   * @param href address where its first section that is left is edited
   * @param missing how much of it is left, in words
   * @param queue address of the queue
   * @param count how much is to be done in it
   */
  public record Next(
      String heading, TaggedText title, String href, String missing, String queue, String count) {}
}
