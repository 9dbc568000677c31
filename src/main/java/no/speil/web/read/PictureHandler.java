package no.speil.web.read;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import no.speil.archive.PictureFile;
import no.speil.web.http.RequestException;
import no.speil.web.page.SiteContext;

/** Serves the pictures that stand beside the texts. */
public final class PictureHandler {
  private final SiteContext site;

  public PictureHandler(SiteContext site) {
    this.site = site;
  }

  public void serve(Context context) throws IOException {
    PictureFile picture =
        site.library()
            .archive()
            .picture(context.pathParam("path"))
            .orElseThrow(() -> new RequestException.NotFound("There is no such picture."));
    try {
      context.result(Files.newInputStream(picture.file())).contentType(picture.contentType());
    } catch (NoSuchFileException e) {
      throw new RequestException.NotFound(
          "There is no such picture."); // removed since it was found
    }
    context.res().setCharacterEncoding(null); // pictures have none
  }
}
