package no.speil.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import no.speil.web.http.ResponseCaching;

/** Renders templates. Thread-safe. */
public final class PageRenderer {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PageRenderer.class.getClassLoader(), "no.speil.web.templates");

  /** Answers with a rendered template; {@code shown} is its only parameter. */
  public void show(Context context, String template, Object shown) {
    var html = new Utf8ByteOutput();
    templates.render(template + ".jte", shown, html);
    byte[] page = HtmlAddresses.below(context.contextPath(), html.toByteArray());
    ResponseCaching.varyByVisitor(context);
    if (isReadable(context) && ResponseCaching.isKnown(context, ResponseCaching.weakTag(page))) {
      return;
    }
    context.result(page).contentType("text/html; charset=utf-8");
  }

  /** Not a page that tells of an error, or that answers a form. */
  private static boolean isReadable(Context context) {
    boolean reads = context.req().getMethod().matches("GET|HEAD");
    return reads && context.status().equals(HttpStatus.OK);
  }
}
