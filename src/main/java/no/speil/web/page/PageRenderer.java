package no.speil.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import no.speil.web.http.ResponseCaching;

/** Renders templates. Thread-safe. */
public final class PageRenderer {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PageRenderer.class.getClassLoader(), "no.speil.web.templates");

  /** Answers with a rendered template; {@code shown} is its only parameter. */
  public void show(Context context, String template, Object shown) {
    var html = new Utf8ByteOutput();
    try {
      templates.render(template + ".jte", shown, html);
    } catch (TemplateException e) { // what a template asked for has failed
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
    byte[] page = HtmlAddresses.below(context.contextPath(), html.toByteArray());
    for (int i = 0; i < page.length; i++) {
      if (Character.isISOControl(page[i]) && "\n\t\r".indexOf(page[i]) < 0) {
        page[i] = '?'; // a control character, which HTML may not hold
      }
    }
    ResponseCaching.varyByVisitor(context);
    context.result(page).contentType("text/html; charset=utf-8");
  }
}
