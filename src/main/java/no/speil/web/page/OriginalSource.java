package no.speil.web.page;

import java.net.URI;
import no.speil.corpus.LinkCheckResult;
import no.speil.corpus.Metadata.Provenance;
import no.speil.library.Library;
import no.speil.library.catalogue.SiteLinks;
import no.speil.messages.Messages;

/**
 * Where an original that is not here can be read: at its source, or in the archived copy if the
 * link check found the source gone. Makes no requests itself.
 */
public record OriginalSource(Library library, Provenance told) {

  /** Where it can be read. */
  public String address() {
    return leadsToCopy() ? told.archived() : told.source();
  }

  public boolean leadsToCopy() {
    return isWeb(told.archived()) && isLost(told.source()) && !isLost(told.archived());
  }

  /** The result of the last link check as a sentence; empty if there was none. */
  public String answer(Messages t, String address) {
    return library.linkResults().answer(address).map(answer -> sentence(t, answer)).orElse("");
  }

  private static String sentence(Messages t, LinkCheckResult answer) {
    String day = t.day(answer.at());
    String site = site(answer.address());
    return switch (answer.outcome()) {
      case ANSWERED -> t.of("link.answered", site, day);
      case DENIED -> t.of("link.denied", site, day);
      case MISSING, FRONT_PAGE, FAILING, ASTRAY, TIMEOUT, UNREACHABLE, INSECURE ->
          t.of("link.lost", site, day, t.of("link." + answer.outcome().code()));
    };
  }

  /** The host of an address; the address itself if it has none. */
  public static String site(String address) {
    return SiteLinks.parse(address).map(URI::getHost).orElse(address);
  }

  private boolean isLost(String address) {
    return library.linkResults().answer(address).filter(it -> it.outcome().isLost()).isPresent();
  }

  /** The address if it is one of the web; else empty. */
  public static String web(String address) {
    return isWeb(address) ? address : "";
  }

  /** Whether an address can be a link. */
  public static boolean isWeb(String address) {
    return address.startsWith("https://") || address.startsWith("http://");
  }
}
