package no.speil.web.page;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Locale;
import no.speil.messages.Messages;
import no.speil.web.http.SitePath;
import org.jspecify.annotations.Nullable;

/** The language in which a reader is spoken to: asked for now, chosen before, or the browser's. */
public final class UiLanguage {
  private static final String PARAMETER = "lang";
  private static final String COOKIE = "speil-lang";
  private static final int YEAR = 365 * 24 * 60 * 60;

  private UiLanguage() {}

  public static Messages of(Context context) {
    Messages asked = named(context.queryParam(PARAMETER));
    if (asked != null) {
      return asked;
    }
    Messages chosen = named(context.cookie(COOKIE));
    return chosen != null ? chosen : preferred(context.header("Accept-Language"));
  }

  /** Keeps a language that the address asks for. */
  public static void remember(Context context) {
    Messages asked = named(context.queryParam(PARAMETER));
    if (asked == null) {
      return;
    }
    var cookie = new Cookie(COOKIE, asked.lang());
    cookie.setPath(SitePath.ofCookies(context));
    cookie.setMaxAge(YEAR);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    context.cookie(cookie);
  }

  private static Messages preferred(@Nullable String accepted) {
    for (Locale.LanguageRange range : ranges(accepted)) {
      Messages spoken = named(range.getRange().split("-", 2)[0]);
      if (spoken != null && range.getWeight() > 0) {
        return spoken;
      }
    }
    return Messages.ENGLISH;
  }

  private static List<Locale.LanguageRange> ranges(@Nullable String accepted) {
    try {
      return accepted == null ? List.of() : Locale.LanguageRange.parse(accepted);
    } catch (IllegalArgumentException e) {
      return List.of(); // a header that says nothing
    }
  }

  private static @Nullable Messages named(@Nullable String language) {
    return switch (language == null ? "" : language) {
      case "nb", "nn", "no" -> Messages.NORWEGIAN;
      case "en" -> Messages.ENGLISH;
      default -> null;
    };
  }
}
