package no.speil.web.work;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import no.speil.corpus.SectionId;

/** Tells the browser which section's text is safe, so that it need not keep it any longer. */
final class SavedCookie {
  /** Read by {@code speil.js}, which takes it away. */
  private static final String COOKIE = "speil-saved";

  private static final int SECONDS = 300;

  private SavedCookie() {}

  static void say(Context context, SectionId id) {
    var cookie = new Cookie(COOKIE, id.value());
    cookie.setPath("/");
    cookie.setMaxAge(SECONDS);
    cookie.setSameSite(SameSite.STRICT);
    context.cookie(cookie);
  }
}
