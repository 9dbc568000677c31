package no.speil.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;

/** Turns what a template shows into a page. Thread-safe. */
public final class PageRenderer {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PageRenderer.class.getClassLoader(), "no.speil.web.templates");

  /** Answers with the template of that name; {@code shown} is its only parameter. */
  public void show(Context context, String template, Object shown) {
    var html = new Utf8ByteOutput();
    templates.render(template + ".jte", shown, html);
    context.result(html.toByteArray()).contentType("text/html; charset=utf-8");
    context.header("Vary", "Accept-Language, Cookie");
  }
}
