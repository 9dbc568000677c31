package no.speil.web.page;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.messages.Messages;
import no.speil.web.http.Authenticator;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpHeader;

/** The language in which a reader is spoken to: asked for now, chosen before, or the browser's. */
public final class UiLanguage {
  private static final String PARAMETER = "lang";
  private static final String COOKIE = "speil-lang";
  private static final int YEAR = 365 * 24 * 60 * 60;

  private UiLanguage() {}

  public static Messages of(Context context) {
    Stream<String> chosen =
        Stream.of(context.queryParam(PARAMETER), context.cookie(COOKIE)).filter(Objects::nonNull);
    return Stream.concat(chosen, Stream.of(context).flatMap(UiLanguage::accepted))
        .flatMap(language -> named(language).stream())
        .findFirst()
        .orElse(Messages.ENGLISH);
  }

  /** The languages that the browser asks for, the most wanted first. */
  private static Stream<String> accepted(Context context) {
    return ServletContextRequest.getServletContextRequest(context.req())
        .getHeaders()
        .getQualityCSV(HttpHeader.ACCEPT_LANGUAGE)
        .stream()
        .map(range -> range.toLowerCase(Locale.ROOT).split("-", 2)[0]);
  }

  /** Keeps a language that the address asks for. */
  public static void remember(Context context, Authenticator cookies) {
    Optional.ofNullable(context.queryParam(PARAMETER))
        .flatMap(UiLanguage::named)
        .ifPresent(asked -> cookies.setCookie(context, COOKIE, asked.lang(), YEAR));
  }

  /** The messages in that language, if there are any. */
  public static Optional<Messages> named(String language) {
    return switch (language) {
      case "nb", "nn", "no" -> Optional.of(Messages.NORWEGIAN);
      case "en" -> Optional.of(Messages.ENGLISH);
      default -> Optional.empty();
    };
  }
}
