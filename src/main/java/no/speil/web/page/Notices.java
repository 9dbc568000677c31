package no.speil.web.page;

import java.net.URI;
import java.util.Map;
import no.speil.delivery.Mail;
import no.speil.delivery.Outbox;
import no.speil.people.Account;
import no.speil.web.http.Json;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What people are told where they are not looking: pages as mail, and a word to the webhook.
 *
 * @param publicUrl below which its links lead; null where nothing is sent
 */
public record Notices(Outbox outbox, PageRenderer pages, @Nullable URI publicUrl) {
  /** Sends a mail of a few sentences, which comes once. */
  public void send(Account to, String event, String subject, MailText mail) {
    send(to, event, subject, "page/mail", mail, "");
  }

  /**
   * Sends a page to a person who has an address, and tells the webhook of it without its text.
   *
   * @param event what it is about, for programs
   * @param unsubscribe the path at which the person ends such mail; empty where it comes once
   */
  public void send(
      Account to, String event, String subject, String template, Object view, String unsubscribe) {
    tell(Map.of("event", event, "person", to.name(), "subject", subject));
    if (publicUrl != null && !to.email().isEmpty() && outbox.sendsMail()) {
      Document page = Jsoup.parse(pages.render(template, view, publicUrl.toString()));
      String whole = page.outerHtml();
      String end = unsubscribe.isEmpty() ? "" : publicUrl + unsubscribe;
      outbox.send(new Mail(to.name(), to.email(), subject, text(page), whole, end));
    }
  }

  /** Tells the webhook. */
  public void tell(Map<String, Object> notice) {
    outbox.tell(Json.text(notice));
  }

  /** The words of a mail, with addresses where links are, and brackets where words are struck. */
  private static String text(Document page) {
    page.select("del").forEach(struck -> struck.text("[" + struck.text() + "]"));
    page.select("a").forEach(link -> link.appendText(": " + link.attr("href")));
    page.select("p, li, h1, h2").before("\n\n");
    return page.body().wholeText().strip().replaceAll("[ \n]*\n[ \n]*\n[ \n]*", "\n\n");
  }
}
