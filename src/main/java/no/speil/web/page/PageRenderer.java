package no.speil.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;

/** Renders templates. Thread-safe. */
public final class PageRenderer {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PageRenderer.class.getClassLoader(), "no.speil.web.templates");

  /** Answers with a rendered template; {@code shown} is its only parameter. */
  public void show(Context context, String template, Object shown) {
    var html = new Utf8ByteOutput();
    templates.render(template + ".jte", shown, html);
    context
        .result(HtmlAddresses.below(context.contextPath(), html.toByteArray()))
        .contentType("text/html; charset=utf-8");
    context.header("Vary", "Accept-Language, Cookie");
  }
}
